// SPDX-License-Identifier: Apache-2.0
// Repeated calls that also come while the page is in the background.

let worker = null;
let last = 0;
const called = new Map();

function start() {
  // The one script that may become a worker; see the page's policy in front.cpp.
  const address = 'ticks.js';
  const policy = globalThis.trustedTypes?.createPolicy('desk', { createScriptURL: () => address });
  worker = new Worker(policy ? policy.createScriptURL('') : address, { type: 'module' });
  worker.onmessage = ({ data }) => called.get(data)?.();
}

/** Calls `what` every `milliseconds`; gives what stop() takes. */
export function every(what, milliseconds) {
  if (!worker) start();
  const id = ++last;
  called.set(id, what);
  worker.postMessage({ id, every: milliseconds });
  return id;
}

export function stop(id) {
  called.delete(id);
  worker?.postMessage({ id, every: 0 });
}
