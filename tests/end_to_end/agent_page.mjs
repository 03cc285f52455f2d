// SPDX-License-Identifier: Apache-2.0
// An agent at the real desk page in a real browser, moved by lines of JSON on standard input, one
// answer a line on standard output: {"sign-in": URL, "agent", "password"}, {"press": NAME},
// {"see": TEXT}, {"fill": LABEL, "text"}, {"text": true}, {"picture": FILE}.
import { createRequire } from 'node:module';
import * as path from 'node:path';
import * as readline from 'node:readline';

const tools = createRequire(path.join(process.env.DESK_TOOLS, 'package.json'));
const { chromium } = tools('playwright-core');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
page.setDefaultTimeout(15000);

const deeds = {
  'sign-in': async (url, { agent, password }) => {
    await page.goto(url);
    await page.getByLabel('Qui êtes-vous').selectOption(agent);
    await page.getByLabel('Votre mot de passe').fill(password);
    await page.getByRole('button', { name: 'Ouvrir le bureau' }).click();
    await page.getByRole('heading', { name: 'Appels' }).waitFor();
  },
  press: (name) => page.getByRole('button', { name, exact: true }).first().click(),
  see: (text) => page.getByText(text).first().waitFor(),
  fill: (label, { text }) => page.getByLabel(label).fill(text),
  text: () => page.locator('body').innerText(),
  picture: (file) => page.screenshot({ path: file, fullPage: true }),
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  const wish = JSON.parse(line);
  const [deed] = Object.keys(wish);
  try {
    const value = await deeds[deed](wish[deed], wish);
    process.stdout.write(`${JSON.stringify({ value: typeof value === 'string' ? value : '' })}\n`);
  } catch (fault) {
    process.stdout.write(`${JSON.stringify({ fault: String(fault) })}\n`);
  }
}
await browser.close();
