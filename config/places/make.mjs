// SPDX-License-Identifier: Apache-2.0
// Makes postcodes.json: French postcode → names of its communes, as an address line writes them
// (upper case, no accents), sorted. Communes of today only; Paris, Lyon and Marseille whole.
// Source: npm package @etalab/decoupage-administratif 6.0.0 (MIT, see LICENSE.etalab).
//   npm install @etalab/decoupage-administratif@6.0.0
//   node make.mjs node_modules/@etalab/decoupage-administratif > postcodes.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) {
  console.error('make.mjs: name the folder of @etalab/decoupage-administratif');
  process.exit(2);
}

/** "Saint-Étienne-du-Bœuf" → "SAINT-ETIENNE-DU-BOEUF" */
function addressName(name) {
  return name
    .replace(/œ/gi, 'OE')
    .replace(/æ/gi, 'AE')
    .replace(/’/g, "'")
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase();
}

const communes = JSON.parse(readFileSync(join(folder, 'data', 'communes.json'), 'utf8'));
const towns = new Map();
for (const commune of communes) {
  if (commune.type !== 'commune-actuelle') continue;
  for (const postcode of commune.codesPostaux ?? []) {
    if (!towns.has(postcode)) towns.set(postcode, new Set());
    towns.get(postcode).add(addressName(commune.nom));
  }
}

const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const lines = [...towns.keys()]
  .sort()
  .map((postcode) => `"${postcode}":${JSON.stringify([...towns.get(postcode)].sort())}`);
process.stdout.write(
  `{"source":"@etalab/decoupage-administratif ${version} (MIT)","postcodes":{\n` +
    `${lines.join(',\n')}\n}}\n`,
);
