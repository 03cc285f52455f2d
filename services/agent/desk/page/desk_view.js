// SPDX-License-Identifier: Apache-2.0
// The frame of the desk: who and where at the top, what is wrong with the line, the kiosks aside.
import { h } from './draw.js';
import { icon } from './icons.js';
import { duration, say } from './words.js';

const states = ['available', 'busy', 'away'];
const stateIcons = { available: 'full', busy: 'half', away: 'free' };
const kioskIcons = { online: 'free', busy: 'half', help: 'bell', offline: 'off' };

/** Why a kiosk serves nobody, of the causes that are known here; null when it serves. */
function restingFor(step) {
  const [state, cause] = (step ?? '').split('.');
  const causes = ['storage', 'configuration', 'enrolment', 'quota', 'clock', 'tariff'];
  return state === 'out-of-service' && causes.includes(cause) ? cause : null;
}

export function topView(view, act) {
  return h('header', { key: 'top', class: 'top' },
    h('div', { class: 'who' },
      h('h1', {}, view.names.site.name),
      h('p', {}, say('top.hello', { name: view.name }))),
    h('div', { class: 'row states', role: 'group', 'aria-label': say('top.state') },
      states.map((state) => h('button', {
        key: state, type: 'button', 'aria-pressed': String(view.mode === state),
        onclick: () => act.mode(state),
      }, icon(stateIcons[state]), say(`top.${state}`)))),
    h('div', { class: 'row' },
      h('button', { key: 'sound', type: 'button', onclick: act.testSound },
        say(view.sound ? 'top.sound' : 'top.sound-off')),
      h('button', { key: 'out', type: 'button', onclick: act.signOut }, say('top.sign-out'))));
}

export function bannerView(view, act) {
  const cut = view.cutTold && (view.refused ? say('line.refused')
    : say('line.cut', { time: duration((view.now - view.cutSince) / 1000) }));
  return h('div', { key: 'banner', class: 'banner', role: 'alert' },
    cut && h('p', { key: 'cut', class: 'note stop large' },
      icon('warning'), h('span', {}, cut)),
    !view.sound && h('div', { key: 'mute', class: 'note change row' },
      h('p', {}, say('top.mute')),
      h('button', { type: 'button', onclick: act.testSound }, say('top.sound-on'))),
    view.mode === 'away' && h('p', { key: 'away', class: 'note change' }, say('top.away-note')));
}

export function kiosksView(view) {
  const others = view.state.colleagues();
  return h('aside', { key: 'kiosks', class: 'kiosks', 'aria-labelledby': 'kiosks-title' },
    h('h2', { id: 'kiosks-title' }, say('kiosk.title')),
    view.state.kiosks.size === 0 && h('p', { key: 'none', class: 'soft' }, say('kiosk.none')),
    h('ul', {}, view.state.allKiosks().map((kiosk) => {
      const rings = kiosk.call?.state === 'waiting' && kiosk.state !== 'offline';
      const shown = rings ? 'help' : kiosk.state;
      const cause = shown === 'online' ? restingFor(kiosk.step) : null;
      return h('li', { key: kiosk.name, class: shown },
        icon(cause ? 'warning' : kioskIcons[shown]),
        h('strong', {}, view.names.kiosk(kiosk.name)), ' ',
        h('span', {}, say(cause ? `kiosk.resting.${cause}` : `kiosk.${shown}`)));
    })),
    h('h2', { id: 'team-title' }, say('team.title')),
    others.length === 0 && h('p', { key: 'alone', class: 'soft' }, say('team.alone')),
    h('ul', {}, others.map(({ id, state }) => h('li', { key: id },
      icon(stateIcons[state]),
      h('strong', {}, view.names.agent(id)), ' ', h('span', {}, say(`team.${state}`))))));
}
