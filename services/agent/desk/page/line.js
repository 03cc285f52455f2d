// SPDX-License-Identifier: Apache-2.0
// The line to the broker: MQTT 5 over WebSocket. Comes back by itself, tells since when it is cut,
// and passes on only what fits its schema.
import mqtt from 'mqtt';
import { expiry, deskTopic, kioskTopic, partsOf, subscriptions } from './topics.js';
import { read, schemaOf, write } from './payloads.js';
import * as ticks from './ticks.js';

const seconds = 1000;

/** How long a message lay at the broker: what is missing of its time to live. */
export function lyingFor(packet, what) {
  const left = packet.properties?.messageExpiryInterval;
  return left === undefined ? 0 : Math.max(0, expiry[what] - left);
}

export class Line {
  /** `take(parts, payload, lying)` gets each message, `changed()` hears of cuts and returns. */
  constructor({ line, user, secret, agent, site, key }, { take, changed }) {
    Object.assign(this, { agent, site, key, take, changed });
    this.connected = false;
    this.refused = false;
    this.replaced = false;
    this.cutSince = performance.now();
    this.state = 'available';
    this.heard = false;
    this.watched = null;
    this.client = mqtt.connect(line, {
      protocolVersion: 5,
      clean: true,
      clientId: `desk-${agent}-${crypto.randomUUID().slice(0, 8)}`,
      username: user,
      password: secret,
      keepalive: 10,
      connectTimeout: 5 * seconds,
      reconnectPeriod: 1 * seconds,
      timerVariant: { set: (what, after) => ticks.every(what, after), clear: ticks.stop },
      will: {
        topic: deskTopic(site, agent),
        payload: write('deskStatus', { state: 'offline', age: 0 }),
        qos: 1,
        retain: true,
        properties: { messageExpiryInterval: expiry.status },
      },
    });
    this.client.on('connect', () => this.#begin());
    this.client.on('close', () => this.#cut());
    this.client.on('error', (fault) => this.#fault(fault));
    this.client.on('message', (topic, bytes, packet) => this.#message(topic, bytes, packet));
  }

  #begin() {
    this.connected = true;
    this.refused = false;
    this.heard = false;
    this.client.subscribe(subscriptions(this.site), { qos: 1 });
    if (this.watched) this.watch(this.watched);
    this.tell(this.state);
    this.changed();
  }

  #cut() {
    if (this.connected) this.cutSince = performance.now();
    this.connected = false;
    this.changed();
  }

  #fault(fault) {
    // Not authorized, or another password: trying again alone does not help.
    this.refused = [4, 5, 134, 135].includes(fault.code);
    this.changed();
  }

  #message(topic, bytes, packet) {
    const parts = partsOf(topic, this.site);
    const schema = parts && schemaOf[parts.from][parts.what];
    const payload = schema && read(schema, bytes);
    if (!payload) return;
    if (parts.from === 'desk' && parts.name === this.agent) this.#ownStatus(payload);
    this.take(parts, payload, lyingFor(packet, parts.what));
  }

  // The same agent's page in another window speaks for them from then on; the Last Will of a page
  // that was closed is put right.
  #ownStatus({ state, key }) {
    if (key === this.key) this.heard = true;
    else if (this.heard && state === 'offline') this.tell(this.state);
    else if (this.heard) {
      this.replaced = true;
      this.client.end();
      this.changed();
    }
  }

  /** Says whether the agent is there; kept by the broker for who comes later. */
  tell(state) {
    this.state = state;
    const payload = write('deskStatus', { state, age: 0, key: this.key });
    this.#publish(deskTopic(this.site, this.agent), payload, expiry.status, true);
  }

  answer(kiosk, answer) {
    const payload = write('answer', answer);
    this.#publish(kioskTopic(this.site, kiosk, 'answer'), payload, expiry.answer, false);
  }

  guide(kiosk, message) {
    const payload = write('guide', message);
    this.#publish(kioskTopic(this.site, kiosk, 'guide'), payload, expiry.guide, false);
  }

  #publish(topic, payload, messageExpiryInterval, retain) {
    if (!this.connected) return;
    this.client.publish(topic, payload, { qos: 1, retain, properties: { messageExpiryInterval } });
  }

  /** Hears the guide topic of one kiosk, or of none (null). */
  watch(kiosk) {
    if (this.watched && this.watched !== kiosk)
      this.client.unsubscribe(kioskTopic(this.site, this.watched, 'guide'));
    this.watched = kiosk;
    if (kiosk) this.client.subscribe(kioskTopic(this.site, kiosk, 'guide'), { qos: 1, nl: true });
  }

  /** The computer slept, or the network came back: what looks connected may be dead. */
  wake() {
    if (this.replaced) return;
    if (this.connected) this.client.stream?.destroy();
    else this.client.reconnect();
  }

  /** Goes in an orderly way: no Last Will, the status says it. */
  async end() {
    if (this.connected) {
      const payload = write('deskStatus', { state: 'offline', age: 0 });
      const properties = { messageExpiryInterval: expiry.status };
      const options = { qos: 1, retain: true, properties };
      await Promise.race([
        this.client.publishAsync(deskTopic(this.site, this.agent), payload, options),
        new Promise((done) => setTimeout(done, 2 * seconds)),
      ]).catch(() => {});
    }
    this.client.end(true);
  }
}
