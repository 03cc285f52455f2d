// SPDX-License-Identifier: Apache-2.0
// A kiosk as a desk sees it, in a few lines: it speaks the schemas, and ends the test when somebody
// does not.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import * as fs from 'node:fs';
import * as path from 'node:path';

const pageModules = createRequire(path.join(process.env.DESK_PAGE_TREE, 'package.json'));
const mqtt = pageModules('mqtt');
const Ajv = pageModules('ajv/dist/2020').default;
export const sodium = pageModules('libsodium-wrappers');
export const site = 'montbeliard';
const here = path.dirname(new URL(import.meta.url).pathname);

const ajv = new Ajv({ allowUnionTypes: true });
const schemas = {};
const folder = path.join(here, '../../services/agent/schemas');
for (const file of fs.readdirSync(folder))
  schemas[file.replace('.schema.json', '')] =
    ajv.compile(JSON.parse(fs.readFileSync(path.join(folder, file))));

/** Ends the test when a payload of either side is not what its schema says. */
export function checked(schema, value) {
  if (!schemas[schema](value))
    throw new Error(`${schema}: ${JSON.stringify([value, schemas[schema].errors])}`);
  return value;
}

/** UUIDv7, as a kiosk makes for a call. */
export function callId() {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(15)}`;
}

/** A kiosk as the desk sees it: retained status, calls, answers applied, the guide. */
export class Kiosk {
  constructor(rig, name) {
    Object.assign(this, { rig, name, answers: [], heard: [], sent: 0 });
    this.keys = sodium.crypto_box_keypair();
    this.visit = sodium.to_base64(this.keys.publicKey, sodium.base64_variants.ORIGINAL);
  }

  topic(what) {
    return `kiosk/v1/${site}/${this.name}/${what}`;
  }

  async connect(status = {}) {
    this.status = {
      state: 'online', age: 0, step: null, chapter: 0, chapters: 0, call: null, callBacks: [],
      visit: null, looking: null, ...status,
    };
    const key = (file) => fs.readFileSync(path.join(this.rig.kioskState(this.name), 'keys', file));
    this.client = await mqtt.connectAsync(`mqtts://127.0.0.1:${this.rig.tls}`, {
      protocolVersion: 5, reconnectPeriod: 200, ca: key('line-ca.pem'),
      cert: key('line-client.pem'), key: key('line-client.key'),
    });
    this.client.on('message', (topic, bytes) => this.#take(topic, bytes));
    this.client.on('connect', () => this.tell());
    await this.client.subscribeAsync([this.topic('answer'), this.topic('guide')], { qos: 1 });
    await this.tell();
  }

  #take(topic, bytes) {
    const message = JSON.parse(bytes);
    if (topic.endsWith('/answer')) {
      this.answers.push({ ...checked('answer', message), at: performance.now() });
      this.apply(message);
    } else if (checked('guide', message).from === 'desk') {
      this.agent = message.agent;
      this.page = message.page;
      const sealed = sodium.from_base64(message.sealed, sodium.base64_variants.ORIGINAL);
      const inside = sodium.crypto_box_open_easy(sealed.subarray(24), sealed.subarray(0, 24),
        sodium.from_base64(message.page, sodium.base64_variants.ORIGINAL), this.keys.privateKey);
      this.heard.push(checked('guide-from-desk', JSON.parse(sodium.to_string(inside))));
    }
  }

  /** As a kiosk does it: the outcome is in its status. */
  apply({ call, agent, action, minutes, to }) {
    if (this.deaf || this.status.call?.call !== call) return;
    const answered = { ...this.status.call, state: 'answered', agent };
    const waiting = { ...this.status.call, state: 'waiting', minutes: null, onTheWay: false };
    const next = {
      coming: { ...answered, minutes, onTheWay: false },
      'on-the-way': { ...answered, onTheWay: true },
      arrived: { ...answered, onTheWay: true },
      release: { ...waiting, agent: null },
      pass: { ...waiting, round: 2, agent: to },
      end: null,
    }[action];
    this.tell({ call: next, state: next && action !== 'arrived' ? 'help' : 'busy' });
  }

  publish(what, schema, payload, retain, messageExpiryInterval) {
    return this.client.publishAsync(this.topic(what), JSON.stringify(checked(schema, payload)),
      { qos: 1, retain, properties: { messageExpiryInterval } });
  }

  tell(change = {}) {
    Object.assign(this.status, change);
    return this.publish('status', 'kiosk-status', this.status, true, 86400);
  }

  async call({ id = callId(), age = 0, step = 'have-proof', chapter = 2, kind = 'help' } = {}) {
    const call = {
      call: id, state: 'waiting', kind, age, round: 1, agent: null, minutes: null, onTheWay: false,
    };
    await this.publish('call', 'call',
      { call: id, state: 'waiting', kind, step, chapter, age, round: 1, to: null }, false, 1800);
    await this.tell({ state: 'help', step, chapter, chapters: 8, call, visit: this.visit });
    return id;
  }

  /** Seals to the page that asked; `number` only to try out a wrong one. */
  say(message, number = ++this.sent, keys = this.keys) {
    const inside = JSON.stringify({ number, ...message });
    const nonce = sodium.randombytes_buf(24);
    const page = sodium.from_base64(this.page, sodium.base64_variants.ORIGINAL);
    const box = sodium.crypto_box_easy(inside, nonce, page, keys.privateKey);
    const sealed = sodium.to_base64(Buffer.concat([nonce, box]), sodium.base64_variants.ORIGINAL);
    return this.publish('guide', 'guide', {
      from: 'kiosk', agent: this.agent, visit: this.visit, page: this.page, sealed,
    }, false, 60);
  }
}

/** As a kiosk seals what only the desk's server may open. */
export function seal(publicKey, value) {
  const { ORIGINAL } = sodium.base64_variants;
  const key = sodium.from_base64(publicKey, ORIGINAL);
  return sodium.to_base64(sodium.crypto_box_seal(JSON.stringify(value), key), ORIGINAL);
}
