// SPDX-License-Identifier: Apache-2.0
// A few flat pictures of our own, each beside its word: no font has to have them.
import { h } from './draw.js';

const ring = 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 3a5 5 0 1 1 0 10 5 5 0 0 1 0-10z';
const shapes = {
  free: ring,
  half: `${ring}M12 7a5 5 0 0 0 0 10z`,
  full: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  off: 'M10.5 3h3v9h-3zM7 6l2 2.2a6 6 0 1 0 6 0L17 6a9 9 0 1 1-10 0z',
  bell: 'M12 2a6 6 0 0 0-6 6v5l-2 4h16l-2-4V8a6 6 0 0 0-6-6zM9.5 18a2.5 2.5 0 0 0 5 0z',
  check: 'M9.5 18.5 3.5 12.5l2.2-2.2 3.8 3.8 8.8-8.8 2.2 2.2z',
  dash: 'M5 10.5h14v3H5z',
  phone: 'M6.5 3 10 8l-2 2.2c1 2.4 3.3 4.7 5.8 5.8L16 14l5 3.5c0 2-1.5 3.5-3.5 3.5' +
    'C9.5 20.5 3.5 14.5 3 6.5 3 4.5 4.5 3 6.5 3z',
  warning: 'M12 2 1.5 21h21zM10.8 9h2.4v6h-2.4zM10.8 16.5h2.4V19h-2.4z',
};

export function icon(name) {
  return h('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    h('path', { d: shapes[name], 'fill-rule': 'evenodd' }));
}
