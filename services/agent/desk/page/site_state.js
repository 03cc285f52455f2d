// SPDX-License-Identifier: Apache-2.0
// What is known of the site: its kiosks, their open calls, its agents. Pure: `now` is passed in, in
// milliseconds of a clock that only goes forward; `lying` is how many seconds a message lay at the
// broker. A kiosk has one open call at most, so that none can be shown twice.

const second = 1000;
// Two estimates of one moment that differ by less than this are the same: no hopping of the time.
const jitter = 2 * second;

function near(before, since) {
  return before !== undefined && Math.abs(before - since) < jitter ? before : since;
}

export class SiteState {
  constructor(me) {
    this.me = me;
    this.kiosks = new Map();
    this.agents = new Map();
  }

  #kiosk(name) {
    if (!this.kiosks.has(name))
      this.kiosks.set(name, {
        name, state: 'offline', step: null, chapter: 0, chapters: 0,
        call: null, callBacks: [], visit: null, looking: null,
      });
    return this.kiosks.get(name);
  }

  takeStatus(name, status, lying, now) {
    const kiosk = this.#kiosk(name);
    kiosk.state = status.state;
    kiosk.visit = status.visit ?? null;
    kiosk.looking = status.looking ?? null;
    // The Last Will knows of no call: a person may still stand there, waiting.
    if (status.state === 'offline' && status.call === undefined) return;
    kiosk.step = status.step ?? null;
    kiosk.chapter = status.chapter ?? 0;
    kiosk.chapters = status.chapters ?? 0;
    kiosk.call = this.#callOf(kiosk, status.call ?? null, lying, now);
    kiosk.callBacks = (status.callBacks ?? []).map(({ call, in: seconds, sealed }) => {
      const before = kiosk.callBacks.find((one) => one.id === call)?.due;
      return { id: call, sealed, due: near(before, now + (seconds - lying) * second) };
    });
  }

  #callOf(kiosk, told, lying, now) {
    if (!told) return null;
    const before = kiosk.call?.id === told.call ? kiosk.call : null;
    return {
      id: told.call, state: told.state, kind: told.kind, round: told.round, agent: told.agent,
      minutes: told.minutes, onTheWay: told.onTheWay, step: kiosk.step,
      chapter: kiosk.chapter, chapters: kiosk.chapters,
      since: near(before?.since, now - (told.age + lying) * second),
    };
  }

  takeCall(name, event, lying, now) {
    const kiosk = this.#kiosk(name);
    const open = kiosk.call?.id === event.call ? kiosk.call : null;
    if (event.state === 'waiting') {
      kiosk.call = {
        id: event.call, state: 'waiting', kind: event.kind, round: event.round, agent: event.to,
        minutes: null, onTheWay: false, step: event.step, chapter: event.chapter,
        chapters: kiosk.chapters, since: near(open?.since, now - (event.age + lying) * second),
      };
    } else if (event.state === 'answered') {
      if (open) open.state = 'answered';
    } else {
      if (open) kiosk.call = null;
      if (event.state !== 'call-back')
        kiosk.callBacks = kiosk.callBacks.filter((one) => one.id !== event.call);
    }
  }

  takeDesk(agent, status) {
    this.agents.set(agent, { state: status.state, key: status.key ?? null });
  }

  /** Open calls, who waits longest first; each with its kiosk. */
  calls() {
    const open = [...this.kiosks.values()].filter((kiosk) => kiosk.call);
    return open.map((kiosk) => ({ ...kiosk.call, kiosk: kiosk.name, kioskState: kiosk.state }))
      .sort((one, other) => one.since - other.since);
  }

  /** Call-backs, the one due first at the top. */
  callBacks() {
    return [...this.kiosks.values()]
      .flatMap((kiosk) => kiosk.callBacks.map((one) => ({ ...one, kiosk: kiosk.name })))
      .sort((one, other) => one.due - other.due);
  }

  /** Kiosks by name, "borne-2" before "borne-10". */
  allKiosks() {
    return [...this.kiosks.values()].sort((one, other) =>
      one.name.localeCompare(other.name, 'fr', { numeric: true }));
  }

  /** The other agents whose page is open, who is free first. */
  colleagues() {
    const order = ['available', 'busy', 'away'];
    return [...this.agents].filter(([id, { state }]) => id !== this.me && order.includes(state))
      .map(([id, { state }]) => ({ id, state }))
      .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) ||
        one.id.localeCompare(other.id));
  }

  /** Whether this call wants this agent: nobody has it, and no colleague alone is asked. */
  wantsMe(call) {
    return call.state === 'waiting' && (call.round !== 2 || !call.agent || call.agent === this.me);
  }

  asksMe(call) {
    return call.state === 'waiting' && call.round === 2 && call.agent === this.me;
  }

  /** Answered by a colleague whose page is closed: perhaps nobody comes. */
  isLeft(call) {
    return call.state === 'answered' && call.agent !== null && call.agent !== this.me &&
      (this.agents.get(call.agent)?.state ?? 'offline') === 'offline';
  }

  isMine(call) {
    return call.state === 'answered' && call.agent === this.me;
  }
}
