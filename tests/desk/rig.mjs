// SPDX-License-Identifier: Apache-2.0
// A real broker, the real desk server, a real browser, and kiosks that speak the schemas. Every
// process that is started here is ended here.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { Kiosk, sodium } from './kiosk.mjs';

const { DESK_PROGRAM, DESK_PAGE, DESK_TOOLS, DESK_CONFIG, DESK_SCREENS } = process.env;
const tools = createRequire(path.join(DESK_TOOLS, 'package.json'));
const { chromium } = tools('playwright-core');
const axeSource = fs.readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

const kioskNames = ['montbeliard-1', 'montbeliard-2', 'montbeliard-3'];
export const passwords = { sylvie: 'quatre mots pour sylvie', karim: 'quatre mots pour karim' };
const here = path.dirname(new URL(import.meta.url).pathname);

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

// However this process ends, what it started ends with it.
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
process.on('SIGTERM', () => process.exit(1));

class Process {
  constructor(command, options) {
    this.child = spawn(command, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.words = '';
    running.add(this.child);
    this.ended = new Promise((done) => this.child.on('exit', done));
    this.ended.then(() => running.delete(this.child));
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
    try {
      await rig.begin();
      return rig;
    } catch (fault) {
      await rig.end();
      throw fault;
    }
  }

  async begin() {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-test-'));
    this.state = path.join(this.folder, 'desk');
    this.kiosks = [];
    this.problems = [];
    await sodium.ready;
    await this.prepareBroker();
    await this.startBroker();
    await this.startDesk();
    this.browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  }

  /** Authority, certificates, secrets, configuration: as a site makes them. */
  async prepareBroker() {
    this.tls = await freePort();
    this.web = await freePort();
    this.line = path.join(this.folder, 'line');
    for (const name of kioskNames) this.enrol(name);
    this.brokerFile = path.join(this.line, 'mosquitto.conf');
    const conf = fs.readFileSync(this.brokerFile, 'utf8');
    // Told, so that a test can count them.
    fs.writeFileSync(this.brokerFile, `${conf}\nconnection_messages true\nlog_type notice\n`);
  }

  /** How many desk pages have connected since the broker was started. */
  connections() {
    return this.broker.words.split(' as desk-').length - 1;
  }

  kioskState(name) {
    return path.join(this.folder, name);
  }

  enrol(name) {
    const run = spawnSync(path.join(here, '../../services/agent/enrol'), [this.line,
      this.kioskState(name), this.state, '--config', DESK_CONFIG, '--kiosk', name,
      '--ports', `${this.tls}:${this.web}`], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
  }

  async startBroker() {
    this.broker = new Process('mosquitto', ['-c', this.brokerFile]);
    await until('the broker listens', async () => (await answers(this.tls)) && answers(this.web))
      .catch((fault) => { throw new Error(`${fault.message}: ${this.broker.words}`); });
  }

  async startDesk(port = 0, more = []) {
    this.desk = new Process(DESK_PROGRAM, ['--config', DESK_CONFIG, '--state', this.state,
      '--page', DESK_PAGE, '--port', String(port), '--line', `ws://127.0.0.1:${this.web}`,
      ...more]);
    const line = await until('the desk listens', () =>
      this.desk.words.match(/listening on (https?:\/\/127\.0\.0\.1:\d+)\n/), 10000);
    this.url = line[1];
  }

  /** What the program prints for an option that makes something and ends. */
  made(...options) {
    const all = ['--config', DESK_CONFIG, '--state', this.state, ...options];
    const run = spawnSync(DESK_PROGRAM, all, { encoding: 'utf8' });
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
      viewport: { width: 1280, height: 900 }, locale: 'fr-FR', ...options,
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

export const card = (page, name) => page.getByRole('article', { name });
export const action = (page, name, what) =>
  card(page, name).getByRole('button', { name: what, exact: true });

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
  return found.violations.map(({ id, nodes }) => [id, ...nodes.map((one) => one.html)].join(' | '));
}

export async function picture(page, name) {
  if (!DESK_SCREENS) return;
  await page.screenshot({ path: path.join(DESK_SCREENS, `desk-${name}.png`), fullPage: true });
}
