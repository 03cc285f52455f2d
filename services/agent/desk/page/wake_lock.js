// SPDX-License-Identifier: Apache-2.0
// Where the browser lets us, the screen stays on while the desk is open.

let lock = null;

export async function keepAwake() {
  if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
  try {
    lock = await navigator.wakeLock?.request('screen');
  } catch {
    lock = null;
  }
}

export function letSleep() {
  lock?.release().catch(() => {});
  lock = null;
}
