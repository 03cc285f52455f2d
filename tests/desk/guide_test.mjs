// SPDX-License-Identifier: Apache-2.0
// From the desk, with the person's consent: what the agent sees, what they can do, and that nothing
// of it stays.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Rig, accessible, picture, signIn, until, wait } from './rig.mjs';
import { sodium } from './kiosk.mjs';

let rig;
let page;
let kiosk;
const canary = 'CANARI-ROLANDE-1952';
const html = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';

const guide = () => page.locator('section.guide');
const mirror = () => page.getByRole('group', { name: 'Ce que la personne voit' });
const told = (what) => kiosk.heard.filter((message) => message.do === what);

const screen = {
  phase: 'question', step: 'birth-surname', title: 'Quel est votre nom de naissance\u00a0?',
  help: 'Celui de votre acte de naissance.', problem: '', kind: 'text', keys: 'letters',
  options: [], answered: true, main: 'Continuer', backShown: true,
  points: ['question', 'answer', 'main', 'back', 'drawing'], chapter: 4, chapters: 8,
  chapterName: 'Qui vous êtes',
  route: [{ step: 'plate', question: 'Plaque', answered: true },
    { step: 'birth-surname', question: 'Nom de naissance', answered: true },
    { step: 'sign', question: 'Signature', answered: false }],
};
const choice = {
  ...screen, step: 'for-whom', title: `Pour qui ? ${html}`, answered: false, points: ['option:us'],
  options: [
    { id: 'me', label: 'Pour moi', detail: '' },
    { id: 'us', label: html, detail: 'À deux' },
  ],
};

async function call() {
  kiosk.keys = sodium.crypto_box_keypair();
  kiosk.visit = sodium.to_base64(kiosk.keys.publicKey, sodium.base64_variants.ORIGINAL);
  Object.assign(kiosk, { sent: 0, heard: [] });
  await kiosk.call();
  await page.getByRole('button', { name: 'J’arrive dans 3 min' }).click();
  await page.getByRole('button', { name: 'Demander à voir l’écran' }).click();
  await until('the question', () => told('ask').length === 1);
}

async function agreed(shown = screen) {
  await call();
  await kiosk.say({ tell: 'consent', given: true });
  await kiosk.say({ tell: 'screen', screen: shown });
  await mirror().waitFor();
}

/** Which of these texts are anywhere in the page's memory, once what is loose is swept. */
async function inMemory(...texts) {
  const client = await page.context().newCDPSession(page);
  let snapshot = '';
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (snapshot += chunk));
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.detach();
  return texts.filter((text) => snapshot.includes(text));
}

before(async () => {
  rig = await Rig.start();
  await rig.account('sylvie');
  kiosk = await rig.kiosk('montbeliard-1');
  page = await rig.window();
  await signIn(page, rig, 'sylvie');
});

after(async () => {
  await rig.end();
  assert.deepEqual(rig.problems, []);
});

test('the person is asked first, and may say no', async () => {
  await call();
  await page.getByText('On attend l’accord de la personne').waitFor();
  await kiosk.say({ tell: 'screen', screen });
  await kiosk.say({ tell: 'consent', given: false });
  await page.getByText('La personne préfère que vous ne regardiez pas').waitFor();
  assert.equal(await mirror().count(), 0);
  await guide().getByRole('button', { name: 'Fermer' }).click();
  await guide().waitFor({ state: 'detached' });
  await kiosk.tell({ call: null });
});

test('with consent the same screen, every value masked', async () => {
  await agreed();
  assert.deepEqual(await mirror().locator(':scope > .question').allInnerTexts(), [screen.title]);
  await mirror().getByText('Étape 4 sur 8 · Qui vous êtes').waitFor();
  await mirror().getByText('Réponse cachée').waitFor();
  assert.match(await mirror().innerText(), /•••••/);
  assert.ok(!(await page.content()).includes(canary));
  assert.deepEqual(await accessible(page), []);
});

test('a value that the person opens is shown, and only that one', async () => {
  await kiosk.say({ tell: 'value', step: 'plate', value: 'AB-123-CD' });
  await kiosk.say({ tell: 'value', step: 'birth-surname', value: canary });
  await mirror().getByText(canary).waitFor();
  assert.ok(!(await page.content()).includes('AB-123-CD'));
});

test('pointing: a ring here too, and a second touch takes it away', async () => {
  const answer = mirror().getByRole('button', { name: 'Montrée par la personne' });
  await answer.click();
  await until('point', () => told('point').length === 1);
  assert.equal(told('point')[0].at, 'answer');
  assert.equal(await answer.getAttribute('aria-pressed'), 'true');
  assert.deepEqual(await accessible(page), []);
  await picture(page, 'guide');
  await mirror().getByRole('button', { name: 'Continuer' }).click();
  await until('point at the main button', () => told('point').length === 2);
  assert.equal(await answer.getAttribute('aria-pressed'), 'false');
  await mirror().getByRole('button', { name: 'Continuer' }).click();
  await until('unpoint', () => told('unpoint').length === 1);
});

test('proposing an answer, and what became of it', async () => {
  await page.getByLabel('Proposer une réponse').fill('DURAND');
  await page.getByRole('button', { name: 'Proposer', exact: true }).click();
  await until('suggest', () => told('suggest').length === 1);
  assert.equal(told('suggest')[0].step, 'birth-surname');
  assert.equal(told('suggest')[0].value, 'DURAND');
  await page.getByText('Proposée. On attend la personne.').waitFor();
  await kiosk.say({ tell: 'suggestion', step: 'birth-surname', accepted: true });
  await page.getByText('La personne a pris votre réponse.').waitFor();
  assert.equal(await page.getByLabel('Proposer une réponse').inputValue(), '');
});

test('what does not open, is repeated or does not fit is dropped', async () => {
  const title = 'Écran de quelqu’un d’autre';
  const other = { tell: 'screen', screen: { ...screen, title } };
  await kiosk.say(other, kiosk.sent);
  await kiosk.say(other, kiosk.sent + 1, sodium.crypto_box_keypair());
  await kiosk.say({ ...other, screen: { ...other.screen, extra: 1 } }, kiosk.sent + 2);
  await kiosk.say({ tell: 'send' }, kiosk.sent + 3);
  await kiosk.client.publishAsync(kiosk.topic('status'), `{"state":"${html}"}`, { qos: 1 });
  await wait(200);
  assert.ok(!(await page.content()).includes(title));
  kiosk.sent += 3;
});

test('HTML from a kiosk is text', async () => {
  await kiosk.say({ tell: 'screen', screen: choice });
  await mirror().getByText('Pour moi').waitFor();
  assert.ok((await mirror().innerText()).includes(html));
  await mirror().getByRole('button', { name: html }).click();
  await until('option', () => told('point').at(-1).at === 'option:us');
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator('img, .mirror script').count(), 0);
});

test('when the visit is over nothing is left, in the page or in its memory', async () => {
  await kiosk.say({ tell: 'over' });
  await page.getByText('C’est fini. Tout ce que vous voyiez est effacé d’ici.').waitFor();
  assert.equal(await mirror().count(), 0);
  await guide().getByRole('button', { name: 'Fermer' }).click();
  await guide().waitFor({ state: 'detached' });
  // One that stays, so that the search is known to find.
  await page.evaluate(() => (window.kept = JSON.parse('["CANARI-QUI-RESTE"]')));
  assert.deepEqual(await inMemory(canary, 'DURAND', 'CANARI-QUI-RESTE'), ['CANARI-QUI-RESTE']);
  await kiosk.tell({ call: null });
});

test('a visit that is lost, or taken back, wipes it too', async () => {
  await agreed();
  await kiosk.tell({ visit: null });
  await page.getByText('C’est fini').waitFor();
  assert.equal(await mirror().count(), 0);
  await kiosk.tell({ call: null, state: 'online' });
  await guide().getByRole('button', { name: 'Fermer' }).click();
  await agreed();
  await kiosk.say({ tell: 'consent', given: false });
  await page.getByText('La personne a arrêté').waitFor();
  assert.equal(await mirror().count(), 0);
  await kiosk.tell({ call: null, state: 'online' });
});

test('Arrêter is told to the kiosk', async () => {
  await agreed();
  await guide().getByRole('button', { name: 'Arrêter' }).click();
  await until('stop', () => told('stop').length === 1);
  await guide().waitFor({ state: 'detached' });
  const numbers = kiosk.heard.map(({ number }) => number);
  assert.deepEqual(numbers, [...numbers].sort((one, other) => one - other));
  assert.equal(new Set(numbers).size, numbers.length);
});

test('each opening of the page has another key, and the page has no word for sending', async () => {
  const { page: before } = kiosk;
  await page.reload();
  await page.getByRole('button', { name: 'Demander à voir l’écran' }).click();
  await until('asked again', () => kiosk.page !== before);
  const words = await page.evaluate(async () => (await fetch('desk.js')).text());
  assert.ok(words.includes('"suggest"'));
  assert.ok(!/do:"(send|pay)"/.test(words));
});
