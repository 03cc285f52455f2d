// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Actions, heldFor, isThere } from '../../../services/agent/desk/page/actions.js';
import { fits } from '../../../services/agent/desk/page/payloads.js';

const call = {
  id: '01900000-0000-7000-8000-000000000001', kiosk: 'k1', kioskState: 'help', state: 'waiting',
  agent: null, round: 1, minutes: null, onTheWay: false,
};
const mine = { ...call, state: 'answered', agent: 'sylvie', minutes: 3 };

function begin() {
  const sent = [];
  const clock = { now: 1000 };
  const actions = new Actions('sylvie', (of, answer) => {
    assert.ok(fits('answer', answer), JSON.stringify(answer));
    sent.push(answer);
  }, () => clock.now);
  return { sent, actions, clock };
}

test('"I am coming" goes at once', () => {
  const { sent, actions } = begin();
  actions.coming(call, 3);
  assert.deepEqual(sent, [{ call: call.id, agent: 'sylvie', action: 'coming', minutes: 3 }]);
});

test('done and given away are held, and can be taken back', () => {
  const { sent, actions } = begin();
  actions.hold(mine, 'end');
  actions.tick(1000 + heldFor - 1);
  assert.equal(sent.length, 0);
  actions.undo(mine);
  actions.tick(1000 + heldFor);
  assert.equal(sent.length, 0);
  actions.hold(mine, 'pass', { to: 'karim' });
  actions.tick(1000 + heldFor);
  actions.tick(1000 + 2 * heldFor);
  assert.deepEqual(sent, [{ call: call.id, agent: 'sylvie', action: 'pass', to: 'karim' }]);
});

test('a page that closes sends what was decided', () => {
  const { sent, actions } = begin();
  actions.hold(mine, 'end');
  actions.flush();
  assert.equal(sent.length, 1);
});

test('what the kiosk has not shown yet is known', () => {
  const { actions } = begin();
  actions.coming(call, 3);
  assert.equal(actions.unconfirmed(call).action, 'coming');
  assert.equal(actions.unconfirmed(mine), null);
  actions.arrived(mine);
  assert.equal(actions.unconfirmed({ ...mine, onTheWay: true }).action, 'arrived');
  assert.equal(actions.unconfirmed({ ...mine, onTheWay: true, kioskState: 'busy' }), null);
  actions.release(mine);
  assert.equal(actions.unconfirmed(mine).action, 'release');
  assert.equal(actions.unconfirmed(call), null);
  actions.coming(call, 1);
  const colleagues = { ...mine, agent: 'karim' };
  assert.equal(actions.unconfirmed(colleagues), null, 'a colleague was faster');
});

test('calls that are over are forgotten', () => {
  const { sent, actions } = begin();
  actions.hold(mine, 'end');
  actions.keepOnly(new Set());
  actions.tick(1e9);
  assert.equal(sent.length, 0);
});

test('there: on the way, and nobody calls any more', () => {
  assert.equal(isThere({ onTheWay: true, kioskState: 'help' }), false);
  assert.equal(isThere({ onTheWay: true, kioskState: 'busy' }), true);
  assert.equal(isThere({ onTheWay: false, kioskState: 'busy' }), false);
});
