// SPDX-License-Identifier: Apache-2.0
// One agent's open desk: brings together the line, what is known of the site, the alarm and the
// guide, and shows it all once a second and at each change.
import * as bell from './bell.js';
import * as server from './server.js';
import * as ticks from './ticks.js';
import { Actions } from './actions.js';
import { Alarm } from './alarm.js';
import { bannerView, kiosksView, topView } from './desk_view.js';
import { callsView } from './calls_view.js';
import { draw, h } from './draw.js';
import { Guide } from './guide.js';
import { guideView } from './guide_view.js';
import { Line } from './line.js';
import { Names } from './names.js';
import { SiteState } from './site_state.js';
import { keepAwake } from './wake_lock.js';
import { say } from './words.js';

// A second that took this long: the computer slept.
const slept = 20000;
const numberShown = 120000;
// A line that is back sooner is not worth a word; one that is cut longer hides what we should hear.
const cutAfter = 1500;
const blindAfter = 10000;

export class Desk {
  /** `facts` from GET /site, `me` from signing in; draws into `page`. */
  constructor(page, facts, me, sodium) {
    Object.assign(this, { page, me });
    this.names = new Names(facts);
    this.state = new SiteState(me.agent);
    this.actions = new Actions(me.agent,
      (call, answer) => this.line.answer(call.kiosk, answer), () => performance.now());
    this.alarm = new Alarm();
    this.passing = null;
    // Of call-backs, while they are shown: telephone and name.
    this.numbers = new Map();
    this.announced = '';
    this.whenReplaced = () => {};
    this.guide = new Guide(sodium, me.agent, {
      publish: (kiosk, message) => this.line.guide(kiosk, message),
      watch: (kiosk) => this.line?.watch(kiosk),
    });
    this.line = new Line({ ...me, site: facts.site.id, key: this.guide.page }, {
      take: (parts, payload, lying) => this.#take(parts, payload, lying),
      changed: () => this.#lineChanged(),
    });
    this.wall = Date.now();
    this.ticking = ticks.every(() => this.#tick(), 1000);
    this.#followBrowser();
    this.show();
  }

  #followBrowser() {
    // A tab that was opened again may have no right to sound until somebody touches it.
    bell.allow().catch(() => {});
    window.addEventListener('online', () => this.line.wake());
    window.addEventListener('pagehide', () => this.actions.flush());
    document.addEventListener('visibilitychange', keepAwake);
    document.addEventListener('pointerdown', () => bell.allowed() || bell.allow());
    keepAwake();
  }

  #take({ from, name, what }, payload, lying) {
    const now = performance.now();
    if (from === 'desk') this.state.takeDesk(name, payload);
    else if (what === 'call') this.state.takeCall(name, payload, lying, now);
    else if (what === 'guide') this.guide.take(name, payload);
    else if (what === 'status') {
      this.state.takeStatus(name, payload, lying, now);
      this.guide.statusOf(name, payload);
    }
    this.#alarm(now);
    this.show();
  }

  #lineChanged() {
    if (this.line.replaced) {
      this.#close();
      this.whenReplaced();
    } else if (this.line.client) {
      this.show();
    }
  }

  #tick() {
    const wall = Date.now();
    if (wall - this.wall > slept) this.line.wake();
    this.wall = wall;
    const now = performance.now();
    // What is decided while the line is cut goes when it is back.
    if (this.line.connected) this.actions.tick();
    else if (now - this.line.cutSince > blindAfter) this.guide.lose();
    this.#alarm(now, true);
    this.show();
  }

  #alarm(now, blink = false) {
    // What this agent has answered rings here no more, however long the kiosk takes to show it.
    const open = (call) => this.state.wantsMe(call) && !this.actions.sent.has(call.id);
    const wanting = this.state.calls().filter(open).map((call) => ({
      id: call.id, title: this.names.kiosk(call.kiosk), text: this.names.place(call),
    }));
    const due = this.state.callBacks().filter((one) => one.due <= now).map(({ id, kiosk }) => ({
      id, title: say('call-back.title', { kiosk: this.names.kiosk(kiosk) }), text: '',
    }));
    const fresh = this.alarm.update(wanting, due, this.line.state, now);
    if (fresh.length > 0) this.announced = say('call.new', { who: fresh.at(-1).title });
    document.title = this.alarm.title(wanting, blink);
  }

  #view() {
    const { line } = this;
    const now = performance.now();
    return {
      now, name: this.me.name, names: this.names, state: this.state,
      actions: this.actions, mode: line.state, cut: !line.connected, cutSince: line.cutSince,
      cutTold: !line.connected && (line.refused || now - line.cutSince > cutAfter),
      refused: line.refused, sound: bell.allowed(), passing: this.passing,
      numbers: this.numbers, looking: this.guide.open,
    };
  }

  show() {
    const view = this.#view();
    const open = [...this.state.calls(), ...this.state.callBacks()].map(({ id }) => id);
    this.actions.keepOnly(new Set(open));
    for (const id of this.numbers.keys()) if (!open.includes(id)) this.numbers.delete(id);
    const guide = guideView(this.guide, this.names, this.#guideActs());
    const focused = document.activeElement?.closest('[data-key].card');
    draw(this.page, [
      topView(view, this.#topActs()),
      bannerView(view, this.#topActs()),
      h('p', { key: 'announce', class: 'unseen', role: 'status' }, this.announced),
      h('div', { key: 'all', class: `all${guide ? ' with-guide' : ''}` },
        h('main', { key: 'main' }, callsView(view, this.#callActs()), guide),
        kiosksView(view)),
    ]);
    // The button that was pressed may be gone: who works by keys goes on at the same call.
    if (focused?.isConnected && document.activeElement === document.body) focused.focus();
  }

  #act(what) {
    return (...given) => {
      what(...given);
      this.show();
    };
  }

  #topActs() {
    return {
      mode: this.#act((mode) => this.line.tell(mode)),
      testSound: () => bell.allow().then(() => {
        bell.ring();
        this.show();
      }),
      signOut: () => this.signOut(),
    };
  }

  #callActs() {
    const { actions } = this;
    return {
      coming: this.#act((call, minutes) => actions.coming(call, minutes)),
      onTheWay: this.#act((call) => actions.onTheWay(call)),
      arrived: this.#act((call) => actions.arrived(call)),
      release: this.#act((call) => actions.release(call)),
      end: this.#act((call) => actions.hold(call, 'end')),
      undo: this.#act((call) => actions.undo(call)),
      choosePass: this.#act((call) => {
        this.passing = this.passing === call.id ? null : call.id;
      }),
      pass: this.#act((call, to) => {
        this.passing = null;
        actions.hold(call, 'pass', { to });
      }),
      number: (one) => this.#number(one),
      look: this.#act(({ kiosk }) =>
        this.guide.ask(kiosk, this.state.kiosks.get(kiosk).visit)),
    };
  }

  // Shown for as long as it takes to dial, and gone with the call-back.
  async #number({ id, sealed }) {
    if (!this.numbers.delete(id)) {
      const { status, telephone, name } = await server.open(sealed);
      this.numbers.set(id, status === 200 ? `${telephone} – ${name}` : say('call-back.unknown'));
      setTimeout(() => this.numbers.delete(id), numberShown);
    }
    this.show();
  }

  #guideActs() {
    return {
      point: this.#act((at) => this.guide.point(at)),
      suggest: this.#act((value) => this.guide.suggest(value)),
      stop: this.#act(() => this.guide.stop()),
    };
  }

  #close() {
    ticks.stop(this.ticking);
    this.alarm.end();
    this.guide.forget();
    this.numbers.clear();
  }

  /** Everything goes: the page is loaded anew, without a token. */
  async signOut() {
    this.actions.flush();
    this.guide.stop();
    await Promise.all([this.line.end(), server.signOut()]);
    this.#close();
    location.reload();
  }
}
