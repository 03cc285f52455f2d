// SPDX-License-Identifier: Apache-2.0
// The page's words, by key, with {places} filled in.
import words from './fr.json';

export function say(key, params = {}) {
  const text = key.split('.').reduce((part, name) => part?.[name], words);
  if (typeof text !== 'string') throw new Error(`no words for ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(params[name]));
}

/** Seconds as somebody says them at a counter: exact at first, to the minute later. */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return say('time.seconds', { seconds: whole });
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return say('time.minutes', { minutes });
  if (minutes < 48 * 60)
    return say('time.hours', {
      hours: Math.floor(minutes / 60),
      minutes: String(minutes % 60).padStart(2, '0'),
    });
  return say('time.days', { days: Math.floor(minutes / 1440) });
}
