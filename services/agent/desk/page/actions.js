// SPDX-License-Identifier: Apache-2.0
// What the agent answers to a call. "I am coming" goes at once, and is taken back by `release`;
// what cannot be taken back (given to a colleague, done) is held for some seconds first.

export const heldFor = 5000;

export class Actions {
  /**
   * `send(call, answer)` publishes an answer to the kiosk of the call; `clock()` gives milliseconds
   * of a clock that only goes forward.
   */
  constructor(me, send, clock) {
    this.me = me;
    this.send = send;
    this.clock = clock;
    this.held = new Map();
    this.sent = new Map();
  }

  #answer(call, action, more) {
    this.send(call, { call: call.id, agent: this.me, action, ...more });
    this.sent.set(call.id, { action, at: this.clock(), ...more });
  }

  coming(call, minutes) {
    this.#answer(call, 'coming', { minutes });
  }

  onTheWay(call) {
    this.#answer(call, 'on-the-way');
  }

  arrived(call) {
    this.#answer(call, 'arrived');
  }

  release(call) {
    this.#answer(call, 'release');
  }

  /** `action` pass (with `to`) or end: goes when tick() comes `heldFor` later. */
  hold(call, action, more) {
    this.held.set(call.id, { call, action, more, at: this.clock() + heldFor });
  }

  undo(call) {
    this.held.delete(call.id);
  }

  tick(now = this.clock()) {
    for (const [id, { call, action, more, at }] of this.held) {
      if (now < at) continue;
      this.held.delete(id);
      this.#answer(call, action, more);
    }
  }

  /** The page closes: what was decided is not lost. */
  flush() {
    this.tick(Infinity);
  }

  /** What was answered and the kiosk has not yet shown; null once it has. */
  unconfirmed(call) {
    const sent = this.sent.get(call.id);
    if (!sent) return null;
    const mine = call.state === 'answered' && call.agent === this.me;
    const shown = {
      coming: call.state === 'answered',
      'on-the-way': call.onTheWay || !mine,
      arrived: isThere(call) || !mine,
      release: !mine,
      pass: call.agent === sent.to || (call.state === 'answered' && !mine),
    }[sent.action];
    if (shown) this.sent.delete(call.id);
    return shown ? null : sent;
  }

  /** Forgets calls that are over; `open` are the ids that are not. */
  keepOnly(open) {
    for (const map of [this.held, this.sent])
      for (const id of map.keys()) if (!open.has(id)) map.delete(id);
  }
}

/** The kiosk tells it so: on the way, and nobody calls there any more. */
export function isThere(call) {
  return call.onTheWay && call.kioskState === 'busy';
}
