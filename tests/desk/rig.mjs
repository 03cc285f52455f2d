// SPDX-License-Identifier: Apache-2.0
// A real broker, the real desk server, a real browser, and kiosks that speak the schemas. Every
// process that is started here is ended here.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';

const { DESK_PROGRAM, DESK_PAGE, DESK_PAGE_TREE, DESK_TOOLS, DESK_CONFIG, DESK_SCREENS } = process.env;
const pageModules = createRequire(path.join(DESK_PAGE_TREE, 'package.json'));
const tools = createRequire(path.join(DESK_TOOLS, 'package.json'));
export const mqtt = pageModules('mqtt');
export const sodium = pageModules('libsodium-wrappers');
const Ajv = pageModules('ajv/dist/2020').default;
const { chromium } = tools('playwright-core');
const axeSource = fs.readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

export const site = 'montbeliard';
export const passwords = { sylvie: 'quatre mots pour sylvie', karim: 'quatre mots pour karim' };
const here = path.dirname(new URL(import.meta.url).pathname);

const schemas = {};
const folder = path.join(here, '../../services/agent/schemas');
for (const file of fs.readdirSync(folder))
  schemas[file.replace('.schema.json', '')] =
    new Ajv({ allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync(path.join(folder, file))));

/** Ends the test when a payload of either side is not what its schema says. */
export function checked(schema, value) {
  if (!schemas[schema](value))
    throw new Error(`${schema}: ${JSON.stringify(value)}: ${JSON.stringify(schemas[schema].errors)}`);
  return value;
}

export const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export async function until(what, condition, patience = 5000) {
  const end = performance.now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`not within ${patience} ms: ${what}`);
    await wait(20);
  }
}

function freePort() {
  return new Promise((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function answers(port) {
  return new Promise((done) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => done(true)).on('error', () => done(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** UUIDv7, as a kiosk makes for a call. */
export function callId() {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(15)}`;
}

class Process {
  constructor(command, options) {
    this.child = spawn(command, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.words = '';
    this.ended = new Promise((done) => this.child.on('exit', done));
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on('data', (bytes) => (this.words += bytes));
  }

  async end(signal = 'SIGTERM') {
    this.child.kill(signal);
    await this.ended;
  }
}

export class Rig {
  static async start() {
    const rig = new Rig();
    await sodium.ready;
    rig.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-test-'));
    rig.state = path.join(rig.folder, 'desk');
    fs.mkdirSync(rig.state, { mode: 0o700 });
    rig.kiosks = [];
    rig.problems = [];
    await rig.prepareBroker();
    await rig.startBroker();
    await rig.startDesk();
    rig.browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    return rig;
  }

  async prepareBroker() {
    this.tcp = await freePort();
    this.web = await freePort();
    const users = path.join(this.folder, 'users');
    const secrets = { sylvie: 'secret-of-sylvie', karim: 'secret-of-karim' };
    fs.writeFileSync(path.join(this.state, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 });
    fs.writeFileSync(users, Object.entries(secrets).map((pair) => `${pair.join(':')}\n`).join(''));
    spawnSync('mosquitto_passwd', ['-U', users]);
    fs.chmodSync(users, 0o644);
    fs.chmodSync(this.folder, 0o755);
    this.brokerFile = path.join(this.folder, 'mosquitto.conf');
    fs.writeFileSync(this.brokerFile, `per_listener_settings true
listener ${this.tcp} 127.0.0.1
allow_anonymous true
listener ${this.web} 127.0.0.1
protocol websockets
allow_anonymous false
password_file ${users}
log_type error
log_type warning
`);
  }

  async startBroker() {
    this.broker = new Process('mosquitto', ['-c', this.brokerFile]);
    await until('the broker listens', async () => (await answers(this.tcp)) && answers(this.web))
      .catch((fault) => { throw new Error(`${fault.message}: ${this.broker.words}`); });
  }

  async startDesk(port = 0) {
    this.desk = new Process(DESK_PROGRAM, ['--config', DESK_CONFIG, '--state', this.state,
      '--page', DESK_PAGE, '--port', String(port), '--line', `ws://127.0.0.1:${this.web}`]);
    const line = await until('the desk listens', () =>
      this.desk.words.match(/listening on (http:\/\/127\.0\.0\.1:\d+)\n/), 10000);
    this.url = line[1];
  }

  /** What the program prints for an option that makes something and ends. */
  made(...options) {
    const run = spawnSync(DESK_PROGRAM, ['--config', DESK_CONFIG, '--state', this.state, ...options],
      { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return run.stdout.trim();
  }

  /** POST as a script would, with the headers of our own page unless told otherwise. */
  post(where, body, headers = {}) {
    return new Promise((done, failed) => {
      const request = http.request(`${this.url}${where}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: this.url, ...headers },
      }, (reply) => {
        let text = '';
        reply.on('data', (bytes) => (text += bytes));
        reply.on('end', () => done({ status: reply.statusCode, body: JSON.parse(text) }));
      }).on('error', failed);
      request.end(JSON.stringify(body));
    });
  }

  /** An agent who has been here before: with the password of `passwords`. */
  async account(agent) {
    const password = this.made('--one-time-password', agent);
    const changed = await this.post('/password',
      { name: agent, password, newPassword: passwords[agent] });
    if (changed.status !== 200) throw new Error(JSON.stringify(changed));
  }

  /** A browser window of its own, for one agent. Whatever the page complains of fails the test. */
  async window(options = {}) {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 900 }, locale: 'fr-FR', permissions: ['notifications'], ...options,
    });
    await context.addInitScript(listenToBell);
    const page = await context.newPage();
    page.on('pageerror', (fault) => this.problems.push(String(fault)));
    page.on('console', (message) => {
      const text = message.text();
      const network = /ERR_CONNECTION_REFUSED|WebSocket|status of (4\d\d|503)/.test(text);
      if (message.type() === 'error' && !network) this.problems.push(text);
    });
    return page;
  }

  async kiosk(name, status) {
    const kiosk = new Kiosk(this, name);
    await kiosk.connect(status);
    this.kiosks.push(kiosk);
    return kiosk;
  }

  async end() {
    for (const kiosk of this.kiosks) kiosk.client.end(true);
    await this.browser?.close();
    await this.desk?.end();
    await this.broker?.end();
    fs.rmSync(this.folder, { recursive: true });
  }
}

/** Runs in the page: counts what the bell and the notifications do. */
function listenToBell() {
  window.heard = { tones: 0, notes: [] };
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    window.heard.tones += 1;
    return start.apply(this, when);
  };
  window.Notification = class {
    static permission = 'default';
    static requestPermission() {
      window.heard.asked = true;
      this.permission = 'granted';
      return Promise.resolve('granted');
    }
    constructor(title, { body, tag }) {
      window.heard.notes.push({ title, body, tag });
    }
    close() {}
  };
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
    this.client = await mqtt.connectAsync(`mqtt://127.0.0.1:${this.rig.tcp}`, {
      protocolVersion: 5, reconnectPeriod: 200,
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
    const next = {
      coming: { ...answered, minutes, onTheWay: false },
      'on-the-way': { ...answered, onTheWay: true },
      arrived: { ...answered, onTheWay: true },
      release: { ...this.status.call, state: 'waiting', agent: null, minutes: null, onTheWay: false },
      pass: { ...this.status.call, state: 'waiting', round: 2, agent: to, minutes: null, onTheWay: false },
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

export async function signIn(page, rig, agent) {
  await page.goto(rig.url);
  await page.getByLabel('Qui êtes-vous').selectOption(agent);
  await page.getByLabel('Votre mot de passe').fill(passwords[agent]);
  await page.getByRole('button', { name: 'Ouvrir le bureau' }).click();
  await page.getByRole('heading', { name: 'Appels' }).waitFor();
  await page.locator('.banner .stop').waitFor({ state: 'detached' });
}

/** WCAG 2.2 A and AA, and what axe-core advises beyond. */
export async function accessible(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' | ')}`);
}

export async function picture(page, name) {
  if (!DESK_SCREENS) return;
  await page.screenshot({ path: path.join(DESK_SCREENS, `desk-${name}.png`), fullPage: true });
}

/** As a kiosk seals what only the desk's server may open. */
export function seal(publicKey, value) {
  const { ORIGINAL } = sodium.base64_variants;
  const key = sodium.from_base64(publicKey, ORIGINAL);
  return sodium.to_base64(sodium.crypto_box_seal(JSON.stringify(value), key), ORIGINAL);
}
