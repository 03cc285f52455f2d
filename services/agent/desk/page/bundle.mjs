// SPDX-License-Identifier: Apache-2.0
// bundle.mjs TREE OUT: the page into OUT, with the modules that npm has put into TREE.
import { createRequire } from 'node:module';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [tree, out] = process.argv.slice(2).map((folder) => path.resolve(folder));
const fetched = createRequire(path.join(tree, 'package.json'));
const esbuild = fetched('esbuild');
const Ajv = fetched('ajv/dist/2020').default;
const standaloneCode = fetched('ajv/dist/standalone').default;

// The schemas as code: the page holds neither a compiler of schemas nor one of scripts.
function checks() {
  const folder = path.join(here, '../../schemas');
  const ajv = new Ajv({ code: { source: true, esm: true }, allowUnionTypes: true });
  const names = {};
  for (const file of fs.readdirSync(folder).sort()) {
    const schema = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    const name = file.replace('.schema.json', '')
      .replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    ajv.addSchema({ ...schema, $id: name });
    names[name] = name;
  }
  return standaloneCode(ajv, names);
}

// What is in the bundle, by whom, on which terms: goes with it.
function licenses() {
  const lock = JSON.parse(fs.readFileSync(path.join(tree, 'package-lock.json'), 'utf8'));
  const texts = [];
  for (const [place, { version, license, dev }] of Object.entries(lock.packages)) {
    if (place === '' || dev) continue;
    const folder = path.join(tree, place);
    const file = fs.readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : '';
    texts.push(`${place.replace(/^.*node_modules\//, '')} ${version}: ${license}\n\n${text}\n`);
  }
  return texts.join('\n----\n\n');
}

fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(tree, 'checks.mjs'), checks());
await esbuild.build({
  entryPoints: { desk: path.join(here, 'main.js'), ticks: path.join(here, 'ticks_worker.js') },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  platform: 'browser',
  nodePaths: [path.join(tree, 'node_modules')],
  alias: { 'desk-checks': path.join(tree, 'checks.mjs') },
  legalComments: 'none',
  logLevel: 'warning',
});
await esbuild.build({
  entryPoints: [path.join(here, 'desk.css')],
  outdir: out,
  bundle: true,
  minify: true,
  external: ['*.ttf'],
  logLevel: 'warning',
});
// The face of the kiosk, where Debian's package of it is installed; a browser's own otherwise.
const fonts = '/usr/share/fonts/truetype/andika';
for (const font of ['Andika-Regular.ttf', 'Andika-Bold.ttf'])
  if (fs.existsSync(path.join(fonts, font)))
    fs.copyFileSync(path.join(fonts, font), path.join(out, font));
fs.copyFileSync(path.join(here, 'icon.svg'), path.join(out, 'icon.svg'));
fs.writeFileSync(path.join(out, 'licenses.txt'), licenses());
// Last: that it is there says that all is.
fs.copyFileSync(path.join(here, 'index.html'), path.join(out, 'index.html'));
