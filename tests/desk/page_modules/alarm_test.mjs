// SPDX-License-Identifier: Apache-2.0
import { beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { Alarm } from '../../../services/agent/desk/page/alarm.js';

let rung;
let shown;
let closed;
let alarm;
const one = { id: '1', title: 'Borne 1', text: 'Plaque' };
const two = { id: '2', title: 'Borne 2', text: 'Plaque' };

beforeEach(() => {
  [rung, shown, closed] = [0, [], []];
  globalThis.Notification = class {
    static permission = 'granted';
    constructor(title, { tag }) {
      this.tag = tag;
      shown.push(`${title} ${tag}`);
    }
    close() {
      closed.push(this.tag);
    }
  };
  alarm = new Alarm(() => (rung += 1));
});

test('a call rings at once, then gently again until somebody takes it', () => {
  assert.deepEqual(alarm.update([one], [], 'available', 0), [one]);
  assert.equal(rung, 1);
  for (let now = 1000; now <= 60000; now += 1000) alarm.update([one], [], 'available', now);
  assert.equal(rung, 11);
  assert.deepEqual(shown, ['Borne 1 1']);
  alarm.update([], [], 'available', 61000);
  assert.deepEqual(closed, ['1']);
  alarm.update([], [], 'available', 70000);
  assert.equal(rung, 11);
});

test('a further call does not wait for the turn of the first', () => {
  alarm.update([one], [], 'available', 0);
  assert.deepEqual(alarm.update([one, two], [], 'available', 100), [two]);
  assert.equal(rung, 2);
});

test('a call that waits anew rings anew', () => {
  alarm.update([one], [], 'available', 0);
  alarm.update([], [], 'available', 100);
  alarm.update([one], [], 'available', 200);
  assert.equal(rung, 2);
});

test('busy: once. Away: not at all', () => {
  for (let now = 0; now <= 60000; now += 1000) alarm.update([one], [], 'busy', now);
  assert.equal(rung, 1);
  assert.deepEqual(alarm.update([one, two], [], 'away', 61000), [two]);
  assert.equal(rung, 1);
  assert.deepEqual(shown, ['Borne 1 1']);
});

test('a call-back that is due rings once', () => {
  for (let now = 0; now <= 60000; now += 1000) alarm.update([], [one], 'available', now);
  assert.equal(rung, 1);
  assert.equal(alarm.title([], true), 'Bureau d’accueil');
});

test('the title is lit and unlit in turn', () => {
  const titles = [1, 2, 3].map(() => alarm.title([two, one], true));
  assert.deepEqual(titles, ['(2) Appel – Borne 2', '(2) Borne 2 attend', '(2) Appel – Borne 2']);
});
