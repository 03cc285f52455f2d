// SPDX-License-Identifier: Apache-2.0
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { Guide } from '../../../services/agent/desk/page/guide.js';
import { fits } from '../../../services/agent/desk/page/payloads.js';

const sodium = createRequire(`${process.env.NODE_PATH}/x.js`)('libsodium-wrappers');
const base64 = (bytes) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
const bytes = (text) => sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
const screen = (change = {}) => ({
  phase: 'question', step: 'plate', title: 'Plaque', help: '', problem: '', kind: 'text', keys: '',
  options: [], answered: false, main: 'Continuer', backShown: true, points: ['question', 'answer'],
  chapter: 3, chapters: 8, chapterName: 'Véhicule', route: [], ...change,
});

let visit;
let guide;
let sent;
let number;

before(() => sodium.ready);

function begin() {
  visit = sodium.crypto_box_keypair();
  sent = [];
  number = 0;
  guide = new Guide(sodium, 'sylvie', {
    publish: (kiosk, envelope) => {
      assert.ok(fits('guide', envelope));
      const box = bytes(envelope.sealed);
      const page = bytes(envelope.page);
      const [nonce, inside] = [box.subarray(0, 24), box.subarray(24)];
      const text = sodium.crypto_box_open_easy(inside, nonce, page, visit.privateKey);
      const message = JSON.parse(sodium.to_string(text));
      assert.ok(fits('guideFromDesk', message));
      sent.push(message);
    },
    watch: () => {},
  });
  guide.ask('k1', base64(visit.publicKey));
}

function tell(message, change = {}) {
  number += 1;
  const nonce = sodium.randombytes_buf(24);
  const inside = JSON.stringify({ number, ...message });
  const box = sodium.crypto_box_easy(inside, nonce, bytes(guide.page), visit.privateKey);
  return guide.take('k1', {
    from: 'kiosk', agent: 'sylvie', visit: base64(visit.publicKey), page: guide.page,
    sealed: base64(Buffer.concat([nonce, box])), ...change,
  });
}

function look() {
  begin();
  tell({ tell: 'consent', given: true });
  tell({ tell: 'screen', screen: screen() });
}

test('nothing is seen before the consent', () => {
  begin();
  assert.equal(guide.phase, 'asked');
  tell({ tell: 'screen', screen: screen() });
  tell({ tell: 'value', step: 'plate', value: 'AB-123-CD' });
  assert.equal(guide.screen, null);
  assert.equal(guide.values.size, 0);
});

test('each message has a larger number, whatever was opened before', () => {
  look();
  guide.point('answer');
  guide.point('answer');
  guide.suggest('AB-123-CD');
  guide.stop();
  guide.ask('k1', base64(visit.publicKey));
  assert.deepEqual(sent.map((one) => one.number), [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(sent.map((one) => one.do),
    ['ask', 'point', 'unpoint', 'suggest', 'stop', 'ask']);
});

test('repeated, foreign and odd messages are dropped', () => {
  look();
  const other = { tell: 'screen', screen: screen({ title: 'Autre' }) };
  number -= 1;
  assert.equal(tell(other), false, 'the number of before');
  assert.equal(tell(other, { agent: 'karim' }), false);
  assert.equal(tell(other, { from: 'desk' }), false);
  assert.equal(tell(other, { page: base64(visit.publicKey) }), false);
  assert.equal(tell(other, { sealed: 'AAAA' }), false);
  assert.equal(tell({ tell: 'screen', screen: screen({ more: 1 }) }), false);
  assert.equal(tell({ tell: 'screen', screen: screen({ title: 'x'.repeat(401) }) }), false);
  assert.equal(guide.screen.title, 'Plaque');
  assert.equal(tell(other), true);
  assert.equal(guide.screen.title, 'Autre');
});

test('only what is on the screen can be pointed at, and only its step suggested for', () => {
  look();
  guide.point('option:other');
  assert.equal(sent.length, 1);
  guide.suggest('');
  assert.equal(sent.length, 1);
  guide.suggest('x');
  assert.deepEqual(sent[1], { number: 2, do: 'suggest', step: 'plate', value: 'x' });
  tell({ tell: 'suggestion', step: 'other', accepted: true });
  assert.equal(guide.suggestion.state, 'sent');
  tell({ tell: 'suggestion', step: 'plate', accepted: false });
  assert.equal(guide.suggestion.state, 'refused');
});

test('another step takes the ring and the suggestion away', () => {
  look();
  guide.point('answer');
  guide.suggest('x');
  tell({ tell: 'screen', screen: screen({ step: 'power' }) });
  assert.equal(guide.pointed, null);
  assert.equal(guide.suggestion, null);
});

for (const [what, end] of [
  ['over', () => tell({ tell: 'over' })],
  ['the consent taken back', () => tell({ tell: 'consent', given: false })],
  ['stop', () => guide.stop()],
  ['another visit', () => guide.statusOf('k1', { visit: base64(sodium.randombytes_buf(32)) })],
  ['no visit', () => guide.statusOf('k1', { state: 'offline' })],
  ['a kiosk that lets us look no more', () => {
    const told = { visit: base64(visit.publicKey) };
    guide.statusOf('k1', { ...told, looking: null });
    assert.equal(guide.phase, 'looking', 'told before the consent');
    guide.statusOf('k1', { ...told, looking: 'sylvie' });
    guide.statusOf('k1', { ...told, looking: 'karim' });
  }],
  ['a cut line', () => guide.lose()],
  ['signing out', () => guide.forget()],
])
  test(`${what} wipes all`, () => {
    look();
    tell({ tell: 'value', step: 'plate', value: 'AB-123-CD' });
    guide.point('answer');
    assert.equal(guide.values.get('plate'), 'AB-123-CD');
    end();
    assert.equal(guide.screen, null);
    assert.equal(guide.values.size, 0);
    assert.equal(guide.pointed, null);
    assert.notEqual(guide.phase, 'looking');
  });

test('another kiosk’s visit changes nothing', () => {
  look();
  guide.statusOf('k2', { visit: null });
  assert.equal(guide.phase, 'looking');
});
