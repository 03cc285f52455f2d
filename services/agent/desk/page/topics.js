// SPDX-License-Identifier: Apache-2.0
// The topics of one site, and how long a message on each may lie at the broker, in seconds.

export const expiry = { status: 86400, call: 1800, answer: 1800, guide: 60 };

export function kioskTopic(site, kiosk, what) {
  return `kiosk/v1/${site}/${kiosk}/${what}`;
}

export function deskTopic(site, agent) {
  return `desk/v1/${site}/${agent}/status`;
}

export function subscriptions(site) {
  return [kioskTopic(site, '+', 'status'), kioskTopic(site, '+', 'call'), deskTopic(site, '+')];
}

/** {from: 'kiosk' | 'desk', name, what} of a topic of this site; null for any other. */
export function partsOf(topic, site) {
  const [from, version, place, name, what, ...more] = topic.split('/');
  const ours = version === 'v1' && place === site && name && what && more.length === 0;
  return ours && (from === 'kiosk' || from === 'desk') ? { from, name, what } : null;
}
