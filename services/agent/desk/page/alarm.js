// SPDX-License-Identifier: Apache-2.0
// Makes a waiting call heard and seen: bell, the browser's notification, the tab's title.
import * as bell from './bell.js';
import { say } from './words.js';

const between = 6000;

export class Alarm {
  constructor(ring = bell.ring) {
    this.ring = ring;
    this.known = new Set();
    this.notes = new Map();
    this.lastRing = -Infinity;
    this.lit = false;
  }

  /** From the click of signing in. */
  static enable() {
    bell.allow();
    if (globalThis.Notification?.permission === 'default') Notification.requestPermission();
  }

  /**
   * `calls` are those that want this agent, `reminders` what is rung for once; each with `id`,
   * `title` and `text`. `mode` is the agent's state. Gives what is new.
   */
  update(calls, reminders, mode, now) {
    const all = [...calls, ...reminders];
    const fresh = all.filter(({ id }) => !this.known.has(id));
    this.known = new Set(all.map(({ id }) => id));
    for (const [id, note] of this.notes)
      if (!this.known.has(id)) {
        note.close();
        this.notes.delete(id);
      }
    if (mode === 'away') return fresh;
    for (const call of fresh) this.#notify(call);
    // Busy: said once. Available: gently again, until somebody takes it.
    const again = mode === 'available' && calls.length > 0 && now - this.lastRing >= between;
    if (fresh.length > 0 || again) {
      this.lastRing = now;
      this.ring();
    }
    return fresh;
  }

  #notify({ id, title, text }) {
    if (globalThis.Notification?.permission !== 'granted') return;
    try {
      const note = new Notification(title, { body: text, tag: id, requireInteraction: true });
      note.onclick = () => {
        window.focus();
        note.close();
      };
      this.notes.set(id, note);
    } catch {
      // Some browsers of telephones have none outside of a service worker: bell and title remain.
    }
  }

  /** The tab's title, lit and unlit in turn while somebody waits. */
  title(calls, blink) {
    if (calls.length === 0) return say('title.quiet');
    this.lit = blink ? !this.lit : this.lit;
    const words = { count: calls.length, who: calls[0].title };
    return say(this.lit ? 'title.call' : 'title.call-unlit', words);
  }

  end() {
    for (const note of this.notes.values()) note.close();
    this.notes.clear();
  }
}
