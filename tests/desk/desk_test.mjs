// SPDX-License-Identifier: Apache-2.0
// Two agents and three kiosks at once, against a real broker and in a real browser.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Rig, accessible, passwords, picture, signIn, until } from './rig.mjs';

let rig;
let sylvie;
let karim;
const kiosks = [];

const card = (page, name) => page.getByRole('article', { name });
const press = (page, name, action) => card(page, name).getByRole('button', { name: action, exact: true }).click();

before(async () => {
  rig = await Rig.start();
  for (const number of [1, 2, 3]) kiosks.push(await rig.kiosk(`montbeliard-${number}`));
});

after(async () => {
  await rig.end();
  assert.deepEqual(rig.problems, []);
});

test('the password that was given out is changed first', async () => {
  for (const agent of ['sylvie', 'karim']) {
    const given = rig.oneTimePassword(agent);
    assert.match(given, /^[a-z]+(-[a-z]+){3}$/);
    const page = await rig.window();
    if (agent === 'sylvie') sylvie = page;
    else karim = page;
    await page.goto(rig.url);
    await page.getByLabel('Qui êtes-vous').selectOption(agent);
    await page.getByLabel('Votre mot de passe').fill(given);
    if (agent === 'sylvie') {
      assert.deepEqual(await accessible(page), []);
      await picture(page, 'sign-in');
    }
    await page.getByRole('button', { name: 'Ouvrir le bureau' }).click();
    await page.getByLabel('Nouveau mot de passe').fill(passwords[agent]);
    await page.getByLabel('Le même').fill(passwords[agent]);
    if (agent === 'sylvie') assert.deepEqual(await accessible(page), []);
    await page.getByRole('button', { name: 'Garder' }).click();
    await page.getByRole('heading', { name: 'Appels' }).waitFor();
    await page.locator('.banner .stop').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => window.heard.asked), true);
  }
});

test('an empty desk says so, and shows each kiosk and the colleague', async () => {
  await sylvie.getByText('Personne n’appelle.').waitFor();
  for (const number of [1, 2, 3])
    await sylvie.getByRole('listitem').filter({ hasText: `Borne ${number} libre` }).waitFor();
  await sylvie.getByRole('listitem').filter({ hasText: 'Karim disponible' }).waitFor();
  assert.deepEqual(await accessible(sylvie), []);
  await picture(sylvie, 'empty');
});

test('a call rings within a second', async () => {
  const tones = await sylvie.evaluate(() => window.heard.tones);
  const began = performance.now();
  const id = await kiosks[1].call();
  await card(sylvie, 'Borne 2').waitFor();
  await until('the bell', async () => (await sylvie.evaluate(() => window.heard.tones)) > tones);
  const delay = performance.now() - began;
  assert.ok(delay < 1000, `rang after ${delay} ms`);
  console.info(`call to bell: ${delay.toFixed(0)} ms`);
  assert.match(await sylvie.title(), /\(1\).*Borne 2/);
  const notes = await sylvie.evaluate(() => window.heard.notes);
  assert.deepEqual(notes.map(({ tag }) => tag), [id]);
  assert.match(await card(sylvie, 'Borne 2').innerText(), /Justificatif de domicile · étape 2 sur 8/);
});

test('"J’arrive dans 3 min" reaches the kiosk; the colleague sees it taken', async () => {
  await press(sylvie, 'Borne 2', 'J’arrive dans 3 min');
  const answer = await until('the answer', () => kiosks[1].answers[0]);
  assert.equal(answer.action, 'coming');
  assert.equal(answer.agent, 'sylvie');
  assert.equal(answer.minutes, 3);
  await card(karim, 'Borne 2').getByText('Sylvie y va, dans 3 min').waitFor();
  await until('the title is quiet again', async () => (await karim.title()) === 'Bureau d’accueil');
});
