// SPDX-License-Identifier: Apache-2.0
// Who is in and who is not: two windows, a telephone worked by keys, signing out, guessing.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as https from 'node:https';
import * as path from 'node:path';
import { Rig, accessible, action, card, passwords, picture, signIn, until } from './rig.mjs';

let rig;
let sylvie;
let karim;
let kiosk;

before(async () => {
  rig = await Rig.start();
  for (const agent of ['sylvie', 'karim']) await rig.account(agent);
  kiosk = await rig.kiosk('montbeliard-1');
  [sylvie, karim] = [await rig.window(), await rig.window()];
  await signIn(sylvie, rig, 'sylvie');
  await signIn(karim, rig, 'karim');
  await kiosk.call();
});

after(async () => {
  await rig.end();
  assert.deepEqual(rig.problems, []);
});

test('the same agent in a second window: the first one steps back', async () => {
  const second = await rig.window();
  await signIn(second, rig, 'sylvie');
  await sylvie.getByText('ouvert dans une autre fenêtre').waitFor();
  assert.deepEqual(await accessible(sylvie), []);
  await second.getByRole('article', { name: 'Borne 1' }).waitFor();
  await karim.getByRole('listitem').filter({ hasText: 'Sylvie disponible' }).waitFor();
  await sylvie.getByRole('button', { name: 'L’ouvrir ici' }).click();
  await card(sylvie, 'Borne 1').waitFor();
  await second.getByText('ouvert dans une autre fenêtre').waitFor();
  await second.context().close();
});

test('by keyboard alone, on a telephone’s width', async () => {
  await karim.context().close();
  const page = await rig.window({ viewport: { width: 360, height: 740 } });
  const reach = async (what) => until(`focus on ${what}`, async () => {
    await page.keyboard.press('Tab');
    return page.evaluate((wanted) => {
      const { textContent, ariaLabel, id } = document.activeElement;
      return [textContent, ariaLabel, id].some((one) => one?.replaceAll('\u00a0', ' ') === wanted);
    }, what);
  });
  await page.goto(rig.url);
  await page.getByLabel('Qui êtes-vous').waitFor();
  await reach('agent');
  await page.keyboard.type('Karim');
  await reach('password');
  await page.keyboard.type(passwords.karim);
  await page.keyboard.press('Enter');
  await card(page, 'Borne 1').waitFor();
  await reach('J’arrive dans 3 min');
  await page.keyboard.press('Enter');
  await until('the answer', () => kiosk.answers.at(-1)?.minutes === 3);
  for (const next of ['Je suis en route', 'Je suis là']) {
    await page.getByRole('button', { name: next }).waitFor();
    await reach(next);
    await page.keyboard.press('Enter');
  }
  await until('arrived', () => kiosk.answers.at(-1).action === 'arrived');
  await sylvie.getByText('Karim est sur place').waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `${width} px wide`);
  assert.deepEqual(await accessible(page), []);
  await picture(page, 'phone');

  // The broker has another secret: said as it is.
  const secrets = path.join(rig.state, 'secrets.json');
  const kept = fs.readFileSync(secrets);
  fs.writeFileSync(secrets, JSON.stringify({ ...JSON.parse(kept), karim: 'of last year' }));
  await page.reload();
  await page.getByText('La ligne n’accepte pas ce bureau').waitFor();
  fs.writeFileSync(secrets, kept);
  // Karim's page is gone, his answer is not: the others are told, and may go.
  await card(sylvie, 'Borne 1').getByText('son bureau est fermé').waitFor();
  await action(sylvie, 'Borne 1', 'Je suis là').click();
  await card(sylvie, 'Borne 1').getByText('Vous êtes sur place').waitFor();
});

test('signing out leaves nothing, and the others see it', async () => {
  await sylvie.getByRole('button', { name: 'Fermer le bureau' }).click();
  await sylvie.getByLabel('Qui êtes-vous').waitFor();
  assert.equal(await sylvie.evaluate(() => sessionStorage.length + localStorage.length), 0);
});

test('five wrong tries slow down, also after the server was started anew', async () => {
  await sylvie.getByLabel('Qui êtes-vous').selectOption('sylvie');
  for (let time = 1; time <= 5; time += 1) {
    await sylvie.getByLabel('Votre mot de passe').fill(`faux ${time}`);
    await sylvie.getByRole('button', { name: 'Ouvrir le bureau' }).click();
    await sylvie.getByText('ne vont pas ensemble').waitFor();
    await sylvie.getByRole('button', { name: 'Ouvrir le bureau' }).isEnabled();
  }
  await sylvie.getByLabel('Votre mot de passe').fill(passwords.sylvie);
  await sylvie.getByRole('button', { name: 'Ouvrir le bureau' }).click();
  await sylvie.getByText(/Trop d’essais\. Attendez 1\d\ss/).waitFor();
  const { port } = new URL(rig.url);
  await rig.desk.end();
  await rig.startDesk(port);
  const again = await rig.post('/sign-in', { name: 'sylvie', password: passwords.sylvie });
  assert.equal(again.body.code, 'slow-down');
});

test('with a certificate it speaks https', async () => {
  const keys = path.join(rig.line, 'keys');
  await rig.desk.end();
  await rig.startDesk(0, ['--certificate', path.join(keys, 'broker.pem'),
    '--key', path.join(keys, 'broker.key')]);
  const text = await new Promise((done, failed) => {
    const ca = fs.readFileSync(path.join(keys, 'ca.pem'));
    https.get(`${rig.url}/desk.js`, { ca }, (reply) => {
      let body = '';
      reply.on('data', (bytes) => (body += bytes)).on('end', () => done(body));
    }).on('error', failed);
  });
  assert.equal(text, fs.readFileSync(path.join(process.env.DESK_PAGE, 'desk.js'), 'utf8'));
});
