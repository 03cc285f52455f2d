// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SiteState } from '../../../services/agent/desk/page/site_state.js';

const id = (number) => `01900000-0000-7000-8000-00000000000${number}`;
const call = (change = {}) => ({
  call: id(1), state: 'waiting', kind: 'help', age: 10, round: 1, agent: null, minutes: null,
  onTheWay: false, ...change,
});
const status = (change = {}) => ({
  state: 'help', age: 0, step: 'plate', chapter: 3, chapters: 8, call: call(), callBacks: [],
  visit: null, looking: null, ...change,
});
const event = (change = {}) => ({
  call: id(1), state: 'waiting', kind: 'help', step: 'plate', chapter: 3, age: 10, round: 1,
  to: null, ...change,
});

test('a call is one, whichever way and however often it is told', () => {
  const state = new SiteState('sylvie');
  state.takeCall('k1', event(), 0, 100000);
  state.takeStatus('k1', status(), 0, 100500);
  state.takeCall('k1', event({ age: 12 }), 0, 102000);
  assert.equal(state.calls().length, 1);
  assert.equal(state.calls()[0].since, 90000);
});

test('the age counts what the message lay at the broker', () => {
  const state = new SiteState('sylvie');
  state.takeStatus('k1', status(), 50, 100000);
  assert.equal(state.calls()[0].since, 40000);
});

test('a later age wins when the computer slept', () => {
  const state = new SiteState('sylvie');
  state.takeStatus('k1', status(), 0, 100000);
  state.takeStatus('k1', status({ call: call({ age: 600 }) }), 0, 110000);
  assert.equal(state.calls()[0].since, 110000 - 600000);
});

test('who waits longest stands first', () => {
  const state = new SiteState('sylvie');
  state.takeStatus('k1', status({ call: call({ age: 5 }) }), 0, 100000);
  state.takeStatus('k2', status({ call: call({ call: id(2), age: 50 }) }), 0, 100000);
  state.takeStatus('k3', status({ call: call({ call: id(3), age: 20 }) }), 0, 100000);
  assert.deepEqual(state.calls().map(({ kiosk }) => kiosk), ['k2', 'k3', 'k1']);
});

test('the Last Will of a kiosk ends no call; an end or a withdrawal does', () => {
  const state = new SiteState('sylvie');
  state.takeStatus('k1', status(), 0, 100000);
  state.takeStatus('k1', { state: 'offline', age: 0 }, 0, 110000);
  assert.equal(state.calls().length, 1);
  assert.equal(state.calls()[0].kioskState, 'offline');
  state.takeCall('k1', event({ call: id(9), state: 'withdrawn' }), 0, 111000);
  assert.equal(state.calls().length, 1, 'another call is meant');
  state.takeCall('k1', event({ state: 'withdrawn' }), 0, 111000);
  assert.equal(state.calls().length, 0);
});

test('a call becomes a call-back and is done', () => {
  const state = new SiteState('sylvie');
  state.takeStatus('k1', status(), 0, 0);
  state.takeCall('k1', event({ state: 'call-back' }), 0, 0);
  assert.equal(state.calls().length, 0);
  const callBacks = [
    { call: id(1), in: 3600, sealed: 'AAAA' },
    { call: id(2), in: -60, sealed: 'AAAA' },
  ];
  state.takeStatus('k1', status({ call: null, callBacks }), 30, 0);
  assert.deepEqual(state.callBacks().map(({ due }) => due), [-90000, 3570000]);
  state.takeCall('k1', event({ state: 'ended' }), 0, 0);
  assert.deepEqual(state.callBacks().map((one) => one.id), [id(2)]);
});

test('who is wanted: everybody, the one who is asked, nobody who has it', () => {
  const state = new SiteState('sylvie');
  const wants = (change) => state.wantsMe({ ...call(), id: id(1), ...change });
  assert.equal(wants({}), true);
  assert.equal(wants({ round: 2, agent: 'sylvie' }), true);
  assert.equal(wants({ round: 2, agent: null }), true);
  assert.equal(wants({ round: 2, agent: 'karim' }), false);
  assert.equal(wants({ round: 3, agent: null }), true);
  assert.equal(wants({ state: 'answered', agent: 'karim' }), false);
  assert.equal(state.asksMe({ state: 'waiting', round: 2, agent: 'sylvie' }), true);
});

test('an answer of somebody whose page is closed is left to the others', () => {
  const state = new SiteState('sylvie');
  const answered = { state: 'answered', agent: 'karim' };
  state.takeDesk('karim', { state: 'busy', age: 0 });
  assert.equal(state.isLeft(answered), false);
  state.takeDesk('karim', { state: 'offline', age: 0 });
  assert.equal(state.isLeft(answered), true);
  assert.equal(state.isLeft({ state: 'answered', agent: 'sylvie' }), false);
  assert.equal(state.isLeft({ state: 'waiting', agent: 'karim' }), false);
});

test('colleagues: the free ones first, oneself and the absent pages left out', () => {
  const state = new SiteState('sylvie');
  for (const [agent, is] of [['a', 'away'], ['b', 'busy'], ['c', 'available'], ['d', 'offline'],
    ['sylvie', 'available']])
    state.takeDesk(agent, { state: is, age: 0 });
  assert.deepEqual(state.colleagues().map((one) => one.id), ['c', 'b', 'a']);
});

test('kiosks stand as people count them', () => {
  const state = new SiteState('sylvie');
  for (const name of ['b-10', 'b-2', 'b-1']) state.takeStatus(name, status({ call: null }), 0, 0);
  assert.deepEqual(state.allKiosks().map(({ name }) => name), ['b-1', 'b-2', 'b-10']);
});
