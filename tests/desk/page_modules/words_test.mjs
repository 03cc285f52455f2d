// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Names } from '../../../services/agent/desk/page/names.js';
import { duration, say } from '../../../services/agent/desk/page/words.js';
import { partsOf } from '../../../services/agent/desk/page/topics.js';
import { fits, read } from '../../../services/agent/desk/page/payloads.js';
import words from '../../../services/agent/desk/page/fr.json';

const plain = (text) => text.replaceAll('\u00a0', ' ');

test('times as people say them', () => {
  for (const [seconds, text] of [[-3, '0 s'], [59.9, '59 s'], [60, '1 min'], [3599, '59 min'],
    [3600, '1 h 00'], [7500, '2 h 05'], [3 * 86400, '3 jours']])
    assert.equal(plain(duration(seconds)), text);
});

test('a kiosk and a step have the names that people use', () => {
  const names = new Names({
    site: { id: 'montbeliard' }, agents: [{ id: 'karim', name: 'Karim' }],
    steps: { plate: 'Plaque' },
    chapters: ['Votre situation', 'Le nouveau propriétaire', 'Vérification', 'Prix et envoi'],
  });
  assert.equal(names.kiosk('montbeliard-2'), 'Borne 2');
  assert.equal(names.kiosk('hall'), 'Borne hall');
  assert.equal(names.agent('karim'), 'Karim');
  assert.equal(names.agent('gone'), 'gone');
  assert.equal(names.place({ step: 'plate', chapter: 2, chapters: 8 }), 'Plaque · étape 2 sur 8');
  // Of a procedure without the new owner: the last two chapters are the same in all.
  const look = { step: 'officers-look', chapter: 7, chapters: 8 };
  assert.equal(names.place(look), 'Vérification · étape 7 sur 8');
  assert.equal(names.place({ step: null, chapter: 0, chapters: 0 }), 'Au début');
});

test('every sentence keeps its punctuation on its line, and uses our apostrophe', () => {
  const all = (part) =>
    Object.values(part).flatMap((one) => (typeof one === 'string' ? [one] : all(one)));
  for (const text of all(words)) {
    assert.doesNotMatch(text, / [?!:;]/, text);
    assert.doesNotMatch(text, /[^\u00a0(][?!;]/, text);
    assert.doesNotMatch(text, /'/, text);
    assert.doesNotMatch(text, /erreur|invalide|veuillez|saisi|valide/i, text);
  }
});

test('a word that is not there is a mistake', () => {
  assert.throws(() => say('call.no-such-word'));
});

test('topics of another site, or odd ones, are not ours', () => {
  assert.deepEqual(partsOf('kiosk/v1/montbeliard/k1/call', 'montbeliard'),
    { from: 'kiosk', name: 'k1', what: 'call' });
  for (const topic of ['kiosk/v1/belfort/k1/call', 'kiosk/v2/montbeliard/k1/call', '$SYS/broker',
    'other/v1/montbeliard/k1/call', 'kiosk/v1/montbeliard/k1', 'kiosk/v1/montbeliard/k1/call/x'])
    assert.equal(partsOf(topic, 'montbeliard'), null, topic);
});

test('what is no JSON, no UTF-8 or does not fit is nothing', () => {
  const bytes = (text) => new TextEncoder().encode(text);
  const busy = { state: 'busy', age: 3 };
  assert.deepEqual(read('deskStatus', bytes(JSON.stringify(busy))), busy);
  for (const text of ['', 'x', '[]', '{"state":"busy"}', '{"state":"busy","age":-1}',
    '{"state":"busy","age":0,"more":1}'])
    assert.equal(read('deskStatus', bytes(text)), null, text);
  assert.equal(read('deskStatus', new Uint8Array([0xff, 0x7b])), null);
  assert.equal(fits('answer', { call: 'x', agent: 'a', action: 'end' }), false);
});
