// SPDX-License-Identifier: Apache-2.0
// A small counter bell, made here: two notes that ring out. No file, no download.

let context = null;

/** To be called from a click: a browser lets a page sound only after one. */
export function allow() {
  context ??= new AudioContext();
  return context.resume();
}

/** Whether the bell can be heard. */
export const allowed = () => context?.state === 'running';

function note(frequency, at) {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.35, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 1.1);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + 1.2);
}

export function ring() {
  if (!allowed()) return;
  note(880, context.currentTime);
  note(660, context.currentTime + 0.22);
}
