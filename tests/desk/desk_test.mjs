// SPDX-License-Identifier: Apache-2.0
// Two agents and three kiosks at once, against a real broker and in a real browser.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import {
  Rig, accessible, action, card, passwords, picture, signIn, until, wait,
} from './rig.mjs';
import { callId, seal } from './kiosk.mjs';

let rig;
let sylvie;
let karim;
const kiosks = [];

const heard = (page) => page.evaluate(() => window.heard);

before(async () => {
  rig = await Rig.start();
  for (const number of [1, 2, 3]) kiosks.push(await rig.kiosk(`montbeliard-${number}`));
});

after(async () => {
  await rig.end();
  assert.deepEqual(rig.problems, []);
});

test('a password that was given out is changed first', async () => {
  const [name, given] = rig.made('--first-password').split(' ');
  assert.equal(name, 'Sylvie');
  assert.match(given, /^[a-z]+(-[a-z]+){3}$/);
  sylvie = await rig.window();
  await sylvie.goto(rig.url);
  await sylvie.getByLabel('Qui êtes-vous').selectOption('sylvie');
  await sylvie.getByLabel('Votre mot de passe').fill(given);
  assert.deepEqual(await accessible(sylvie), []);
  await picture(sylvie, 'sign-in');
  await sylvie.getByRole('button', { name: 'Ouvrir le bureau' }).click();
  await sylvie.getByLabel('Nouveau mot de passe').fill(passwords.sylvie);
  await sylvie.getByLabel('Le même').fill('un autre');
  await sylvie.getByRole('button', { name: 'Garder' }).click();
  await sylvie.getByText('ne sont pas les mêmes').waitFor();
  assert.deepEqual(await accessible(sylvie), []);
  await sylvie.getByLabel('Le même').fill(passwords.sylvie);
  await sylvie.getByRole('button', { name: 'Garder' }).click();
  await sylvie.getByRole('heading', { name: 'Appels' }).waitFor();
  await sylvie.locator('.banner .stop').waitFor({ state: 'detached' });
  assert.equal((await heard(sylvie)).asked, true);
  assert.equal(rig.made('--first-password'), '', 'whoever is in can let the others in');
});

test('an empty desk says so, and shows each kiosk and the colleague', async () => {
  await rig.account('karim');
  karim = await rig.window();
  await signIn(karim, rig, 'karim');
  await sylvie.getByText('Personne n’appelle.').waitFor();
  for (const number of [1, 2, 3])
    await sylvie.getByRole('listitem').filter({ hasText: `Borne ${number} libre` }).waitFor();
  await sylvie.getByRole('listitem').filter({ hasText: 'Karim disponible' }).waitFor();
  await karim.getByRole('button', { name: 'Occupé' }).click();
  await sylvie.getByRole('listitem').filter({ hasText: 'Karim occupé' }).waitFor();
  await karim.getByRole('button', { name: 'Disponible' }).click();
  await sylvie.getByRole('listitem').filter({ hasText: 'Karim disponible' }).waitFor();
  assert.deepEqual(await accessible(sylvie), []);
  await picture(sylvie, 'empty');
});

test('a kiosk that serves nobody says why', async () => {
  const third = (says) => sylvie.getByRole('listitem').filter({ hasText: `Borne 3 ${says}` });
  await kiosks[2].tell({ step: 'out-of-service.tariff' });
  await third('ne sert personne : son fichier de tarifs est fini').waitFor();
  await kiosks[2].tell({ step: 'out-of-service.something-new' });
  await third('libre').waitFor();
  await kiosks[2].tell({ step: null });
  await third('libre').waitFor();
});

test('a call rings within a second', async () => {
  const { tones } = await heard(sylvie);
  const began = performance.now();
  const id = await kiosks[1].call();
  await card(sylvie, 'Borne 2').waitFor();
  await until('the bell', async () => (await heard(sylvie)).tones > tones);
  const delay = performance.now() - began;
  assert.ok(delay < 1000, `rang after ${delay} ms`);
  console.info(`call to bell: ${delay.toFixed(0)} ms`);
  assert.match(await sylvie.title(), /\(1\).*Borne 2/);
  assert.deepEqual((await heard(sylvie)).notes.map(({ tag }) => tag), [id]);
  await card(sylvie, 'Borne 2').getByText('Justificatif de domicile · étape 2 sur 8').waitFor();
  // The line of a kiosk was cut: the same call comes again.
  await kiosks[1].call({ id, age: 1 });
  await until('the same tag', async () => (await card(sylvie, 'Borne 2').count()) === 1);
  assert.equal((await heard(sylvie)).notes.length, 1);
});

test('"J’arrive dans 3 min" reaches the kiosk; the colleague sees it taken', async () => {
  await action(sylvie, 'Borne 2', 'J’arrive dans 3 min').click();
  const answer = await until('the answer', () => kiosks[1].answers[0]);
  assert.equal(answer.action, 'coming');
  assert.equal(answer.agent, 'sylvie');
  assert.equal(answer.minutes, 3);
  await card(karim, 'Borne 2').getByText('Sylvie y va, dans 3 min').waitFor();
  assert.equal(await card(karim, 'Borne 2').getByRole('button').count(), 0);
  await until('the title is quiet again', async () => (await karim.title()) === 'Bureau d’accueil');
});

test('a wrong touch is taken back: the call waits and rings again', async () => {
  const notes = (await heard(karim)).notes.length;
  await action(sylvie, 'Borne 2', 'Annuler').click();
  await until('release', () => kiosks[1].answers.at(-1).action === 'release');
  await action(karim, 'Borne 2', 'J’arrive dans 1 min').waitFor();
  await until('the colleague’s rings too', async () => (await heard(karim)).notes.length > notes);
});

test('who waits longest stands first, and ages count what lay at the broker', async () => {
  // Told two seconds before the page is opened: 58 s have become a minute.
  await kiosks[2].call({ age: 58, kind: 'blocked', step: 'odd-step', chapter: 7 });
  await wait(2100);
  await sylvie.reload();
  await card(sylvie, 'Borne 3').getByText('attend depuis 1 min').waitFor();
  assert.deepEqual(await sylvie.getByRole('article').getByRole('heading').allTextContents(),
    ['Borne 3', 'Borne 2']);
  await card(sylvie, 'Borne 3').getByText('Vérification · étape 7 sur 8').waitFor();
  await card(sylvie, 'Borne 3').getByText('Ne peut pas continuer sans vous').waitFor();
  assert.deepEqual(await accessible(sylvie), []);
});

test('given to a colleague, done, and taken back before it goes', async () => {
  await action(sylvie, 'Borne 2', 'J’arrive dans 5 min').click();
  await card(sylvie, 'Borne 2').getByText('Vous avez dit : dans 5 min').waitFor();
  await picture(sylvie, 'calls');
  await action(sylvie, 'Borne 3', 'J’arrive dans 1 min').click();
  await action(sylvie, 'Borne 3', 'Je suis en route').click();
  await action(sylvie, 'Borne 3', 'Je suis là').click();
  await card(karim, 'Borne 3').getByText('Sylvie est sur place').waitFor();
  await action(sylvie, 'Borne 3', 'Terminé').click();
  await action(sylvie, 'Borne 3', 'Annuler').click();
  await wait(100);
  await action(sylvie, 'Borne 3', 'Terminé').click();
  await action(sylvie, 'Borne 2', 'Passer à…').click();
  await action(sylvie, 'Borne 2', 'Karim, disponible').click();
  await card(sylvie, 'Borne 2').getByText('L’appel passe à Karim dans un instant.').waitFor();
  await picture(sylvie, 'held');
  assert.deepEqual(await accessible(sylvie), []);
  await card(karim, 'Borne 2').getByText('C’est à vous qu’on demande').waitFor({ timeout: 8000 });
  assert.deepEqual(kiosks[1].answers.at(-1).to, 'karim');
  await card(sylvie, 'Borne 2').getByText('On demande Karim').waitFor();
  await card(sylvie, 'Borne 3').waitFor({ state: 'detached' });
  const actions = kiosks[2].answers.map((answer) => answer.action);
  assert.deepEqual(actions, ['coming', 'on-the-way', 'arrived', 'end']);
  assert.deepEqual(await accessible(karim), []);
  await picture(karim, 'asked');
});

test('a call-back is shown with its number, and only to who is signed in', async () => {
  const sealed = seal(rig.made('--desk-key'), { telephone: '03 81 00 00 00', name: 'Mme Canari' });
  const call = callId();
  await kiosks[0].tell({ callBacks: [{ call, in: -90, sealed }] });
  await action(sylvie, 'À rappeler – Borne 1', 'Voir le numéro').click();
  await card(sylvie, 'À rappeler – Borne 1').getByText('03 81 00 00 00 – Mme Canari').waitFor();
  assert.equal((await rig.post('/open', { token: 'x', sealed })).status, 401);
  assert.deepEqual(await accessible(sylvie), []);
  await kiosks[0].tell({ callBacks: [] });
  await until('the number is gone', async () => !(await sylvie.content()).includes('03 81'));
});

test('the broker goes and comes back: said in large words, found again, not doubled', async () => {
  await rig.broker.end();
  await sylvie.getByText('La ligne est coupée depuis').waitFor();
  assert.equal(await action(karim, 'Borne 2', 'J’arrive dans 1 min').isDisabled(), true);
  assert.deepEqual(await accessible(sylvie), []);
  await picture(sylvie, 'cut');
  await rig.startBroker();
  await sylvie.locator('.banner .stop').waitFor({ state: 'detached' });
  await until('back at the colleague’s', () =>
    action(karim, 'Borne 2', 'J’arrive dans 1 min').isEnabled());
  assert.equal(await card(karim, 'Borne 2').count(), 1);
  await action(karim, 'Borne 2', 'J’arrive dans 1 min').click();
  await card(sylvie, 'Borne 2').getByText('Karim y va, dans 1 min').waitFor();
  await sylvie.getByRole('listitem').filter({ hasText: 'Karim disponible' }).waitFor();
});

test('a kiosk that goes off keeps its call on the desk', async () => {
  await kiosks[0].call();
  await card(sylvie, 'Borne 1').waitFor();
  await kiosks[0].publish('status', 'kiosk-status', { state: 'offline', age: 0 }, true, 86400);
  await card(sylvie, 'Borne 1').getByText('La borne ne répond plus').waitFor();
  await kiosks[0].tell();
  await action(sylvie, 'Borne 1', 'J’arrive dans 3 min').waitFor();
});

test('a computer that slept opens its line anew', async () => {
  const before = rig.connections();
  await sylvie.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 60000;
  });
  await until('another connection', () => rig.connections() > before);
  await sylvie.locator('.banner .stop').waitFor({ state: 'detached' });
  assert.equal(await card(sylvie, 'Borne 1').count(), 1);
});
