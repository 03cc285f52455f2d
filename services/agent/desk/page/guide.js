// SPDX-License-Identifier: Apache-2.0
// Looking at the person's screen, with their consent. All that is said is sealed between this page
// and that visit; nothing of it is kept anywhere but here, and wipe() drops it all. There is no
// word for "send" or "pay": the agent cannot do either.
import { fits, write } from './payloads.js';

export class Guide {
  /**
   * `sodium` is libsodium.js once it is ready; `publish(kiosk, envelope)` sends; `watch(kiosk)`
   * hears the topic of a kiosk, of none with null.
   */
  constructor(sodium, me, { publish, watch }) {
    Object.assign(this, { sodium, me, publish, watch });
    this.keys = sodium.crypto_box_keypair();
    this.page = this.#base64(this.keys.publicKey);
    // By visit: the number last sent and last taken. They only grow, whatever is opened again.
    this.numbers = new Map();
    this.wipe(null);
  }

  #base64(bytes) {
    return this.sodium.to_base64(bytes, this.sodium.base64_variants.ORIGINAL);
  }

  #bytes(text) {
    return this.sodium.from_base64(text, this.sodium.base64_variants.ORIGINAL);
  }

  /** Asks the person of this kiosk; `visit` is the public key in the kiosk's status. */
  ask(kiosk, visit) {
    this.wipe('asked');
    this.kiosk = kiosk;
    this.visit = visit;
    if (!this.numbers.has(visit)) this.numbers.set(visit, { sent: 0, taken: 0 });
    this.watch(kiosk);
    this.#send({ do: 'ask' });
  }

  #send(message) {
    const numbers = this.numbers.get(this.visit);
    if (!numbers) return;
    const inside = write('guideFromDesk', { number: ++numbers.sent, ...message });
    const nonce = this.sodium.randombytes_buf(this.sodium.crypto_box_NONCEBYTES);
    const to = this.#bytes(this.visit);
    const box = this.sodium.crypto_box_easy(inside, nonce, to, this.keys.privateKey);
    const sealed = new Uint8Array(nonce.length + box.length);
    sealed.set(nonce);
    sealed.set(box, nonce.length);
    this.publish(this.kiosk, {
      from: 'desk', agent: this.me, visit: this.visit, page: this.page,
      sealed: this.#base64(sealed),
    });
  }

  #open(sealed) {
    const { sodium } = this;
    try {
      const bytes = this.#bytes(sealed);
      const nonce = bytes.subarray(0, sodium.crypto_box_NONCEBYTES);
      const box = bytes.subarray(sodium.crypto_box_NONCEBYTES);
      const from = this.#bytes(this.visit);
      const text = sodium.crypto_box_open_easy(box, nonce, from, this.keys.privateKey);
      const message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
      return fits('guideFromKiosk', message) ? message : null;
    } catch {
      return null;
    }
  }

  /** A message of the guide topic. True when it was for us and changed something. */
  take(kiosk, envelope) {
    const ours = envelope.from === 'kiosk' && envelope.agent === this.me &&
      envelope.page === this.page && kiosk === this.kiosk && envelope.visit === this.visit;
    if (!ours) return false;
    const message = this.#open(envelope.sealed);
    const numbers = this.numbers.get(this.visit);
    if (!message || message.number <= numbers.taken) return false;
    numbers.taken = message.number;
    this.#told(message);
    return true;
  }

  #told(message) {
    if (message.tell === 'over') return this.#over('over');
    if (message.tell === 'consent') {
      if (!message.given) this.#over(this.phase === 'looking' ? 'taken-back' : 'refused');
      else if (this.phase === 'asked') this.phase = 'looking';
      return;
    }
    if (this.phase !== 'looking') return;
    if (message.tell === 'screen') this.#screen(message.screen);
    if (message.tell === 'value') this.values.set(message.step, message.value);
    if (message.tell === 'suggestion' && this.suggestion?.step === message.step)
      this.suggestion = { step: message.step, state: message.accepted ? 'accepted' : 'refused' };
  }

  #screen(screen) {
    if (screen.step !== this.screen?.step) {
      // What became of a proposal stays readable on the step that it led to.
      const told = this.suggestion && this.suggestion.state !== 'sent' && !this.suggestion.left;
      this.suggestion = told ? { ...this.suggestion, left: true } : null;
      this.pointed = null;
    }
    if (!screen.points.includes(this.pointed)) this.pointed = null;
    this.screen = screen;
  }

  /** A second touch on what is pointed at takes the ring away. */
  point(at) {
    if (!this.screen?.points.includes(at)) return;
    const again = this.pointed === at;
    this.pointed = again ? null : at;
    this.#send(again ? { do: 'unpoint' } : { do: 'point', at });
  }

  suggest(value) {
    const step = this.screen?.step;
    if (!step || !value) return;
    this.suggestion = { step, state: 'sent' };
    this.#send({ do: 'suggest', step, value });
  }

  stop() {
    if (this.open) this.#send({ do: 'stop' });
    this.wipe(null);
  }

  get open() {
    return this.phase === 'asked' || this.phase === 'looking';
  }

  /**
   * What the status of a kiosk says: when our visit is gone, or lets us look no more, all of it is
   * wiped, even if the message that said so was lost.
   */
  statusOf(kiosk, { visit, looking }) {
    if (kiosk !== this.kiosk || !this.open) return;
    if ((visit ?? null) !== this.visit) return void this.#over('over');
    if (looking === this.me) this.seen = this.phase === 'looking';
    else if (this.seen) this.#over('taken-back');
  }

  /** The line is cut: nobody could tell us that the visit is over. */
  lose() {
    if (this.open) this.#over('lost');
  }

  #over(phase) {
    if (phase === 'over') this.numbers.delete(this.visit);
    this.wipe(phase);
  }

  /** Drops all that is known of the person; `phase` says why: null, asked, refused, over… */
  wipe(phase) {
    this.phase = phase;
    this.kiosk = phase === 'asked' ? this.kiosk : null;
    this.visit = null;
    this.screen = null;
    this.values = new Map();
    this.pointed = null;
    this.suggestion = null;
    this.seen = false;
    if (phase !== 'asked') this.watch(null);
  }

  /** Signing out: the secret key goes too. */
  forget() {
    this.wipe(null);
    this.numbers.clear();
    this.sodium.memzero(this.keys.privateKey);
  }
}
