// SPDX-License-Identifier: Apache-2.0
// The calls, who waits longest first; one big action each.
import { h } from './draw.js';
import { duration, say } from './words.js';
import { icon } from './icons.js';
import { isThere } from './actions.js';

export const minutesOffered = [1, 3, 5];
// A kiosk shows an answer in far less.
const lateAfter = 2000;

function button(key, text, act, props) {
  return h('button', { key, type: 'button', onclick: act, ...props }, text);
}

function progress(call) {
  if (isThere(call)) return 'there';
  return call.onTheWay ? 'on-the-way' : 'coming';
}

/** How a call stands: a word with a picture of its own, never a colour alone. */
export function standing(call, { state, names }) {
  const shown = (look, sign, key, words) => ({ look, sign, text: say(`call.${key}`, words) });
  const { minutes } = call;
  if (call.kioskState === 'offline') return shown('change', 'off', 'kiosk-off');
  if (state.asksMe(call)) return shown('asked', 'bell', 'asks-you');
  const known = minutes === null && !call.onTheWay ? 'taken' : progress(call);
  if (state.isMine(call)) return shown('good', 'check', `mine-${known}`, { minutes });
  if (call.state === 'answered') {
    const who = call.agent ? names.agent(call.agent) : say('call.somebody');
    if (state.isLeft(call)) return shown('change', 'warning', 'left', { who });
    return shown('good', 'check', `theirs-${known}`, { who, minutes });
  }
  if (call.round === 2 && call.agent)
    return shown('plain', 'half', 'asks-other', { who: names.agent(call.agent) });
  if (call.round === 3) return shown('change', 'warning', 'nobody-came');
  return shown('wait', 'bell', 'waits');
}

function heldNote(held, names, act) {
  const who = held.more?.to ? names.agent(held.more.to) : '';
  return h('div', { key: 'held', class: 'row held' },
    h('p', { role: 'status' }, say(`held.${held.action}`, { who })),
    button('undo', say('do.undo'), act, { class: 'second' }));
}

function passing(call, view, act) {
  const others = view.state.colleagues();
  if (view.passing !== call.id) return null;
  return h('div', { key: 'to', class: 'row', role: 'group', 'aria-label': say('do.pass') },
    others.length === 0 && h('p', { key: 'none' }, say('do.pass-nobody')),
    others.map(({ id, state }) => button(`to-${id}`,
      say(`do.pass-${state}`, { who: view.names.agent(id) }), () => act.pass(call, id))));
}

function mainAction(call, view, act) {
  const off = { class: 'main', disabled: view.cut };
  if (view.state.isLeft(call))
    return h('div', { key: 'left', class: 'row' },
      button('arrived', say('do.arrived'), () => act.arrived(call), off));
  if (!view.state.isMine(call))
    return h('div', {
      key: 'coming', class: 'row coming', role: 'group', 'aria-label': say('do.coming'),
    },
    h('span', { key: 'words', class: 'lead', 'aria-hidden': 'true' }, say('do.coming')),
    minutesOffered.map((minutes) => button(`in-${minutes}`, say('do.minutes', { minutes }),
      () => act.coming(call, minutes),
      { ...off, 'aria-label': say('do.coming-in', { minutes }) })));
  const next = { coming: 'on-the-way', 'on-the-way': 'arrived', there: 'end' }[progress(call)];
  const acts = { 'on-the-way': act.onTheWay, arrived: act.arrived, end: act.end };
  return h('div', { key: `next-${next}`, class: 'row' },
    button(next, say(`do.${next}`), () => acts[next](call), off));
}

function otherActions(call, view, act) {
  const mine = view.state.isMine(call);
  const there = isThere(call);
  const left = view.state.isLeft(call);
  const off = { disabled: view.cut };
  return h('div', { key: 'more', class: 'row more' },
    (left || (mine && !there)) && button('end', say('do.end'), () => act.end(call), off),
    mine && button('look', say('do.look'), () => act.look(call),
      { disabled: view.cut || view.looking || !view.state.kiosks.get(call.kiosk)?.visit }),
    !left && button('pass', say('do.pass'), () => act.choosePass(call),
      { ...off, 'aria-expanded': String(view.passing === call.id) }),
    mine && !there && button('release', say('do.release'), () => act.release(call), off));
}

function card(call, view, act) {
  const { look, sign, text } = standing(call, view);
  const theirs = call.state === 'answered' && !view.state.isMine(call) &&
    !view.state.isLeft(call);
  const held = view.actions.held.get(call.id);
  const sent = view.actions.unconfirmed(call);
  const late = sent && view.now - sent.at > lateAfter;
  const seconds = (view.now - call.since) / 1000;
  return h('article', {
    key: call.id, class: `card ${look}`, tabindex: '-1', 'aria-labelledby': `of-${call.id}`,
  },
  h('div', { class: 'head' },
    h('h3', { id: `of-${call.id}` }, view.names.kiosk(call.kiosk)),
    h('p', { class: 'since' }, say(call.state === 'waiting' ? 'call.since' : 'call.called',
      { time: duration(seconds) }))),
  h('p', { class: 'standing' }, icon(sign), text),
  h('p', { class: 'place' }, view.names.place(call)),
  call.kind !== 'help' && h('p', { key: 'kind', class: 'place' }, say(`kind.${call.kind}`)),
  late && h('p', { key: 'sent', class: 'soft', role: 'status' }, say('call.sent')),
  held ? heldNote(held, view.names, () => act.undo(call)) : !theirs && [
    mainAction(call, view, act),
    otherActions(call, view, act),
    passing(call, view, act),
  ]);
}

function callBack(one, view, act) {
  const seconds = (one.due - view.now) / 1000;
  const held = view.actions.held.get(one.id);
  const number = view.numbers.get(one.id);
  return h('article', {
    key: one.id, class: `card ${seconds <= 0 ? 'asked' : 'plain'}`, tabindex: '-1',
    'aria-labelledby': `of-${one.id}`,
  },
  h('h3', { id: `of-${one.id}` }, say('call-back.title', { kiosk: view.names.kiosk(one.kiosk) })),
  h('p', { class: 'standing' }, icon('phone'),
    seconds > 0 ? say('call-back.in', { time: duration(seconds) })
      : say('call-back.due', { time: duration(-seconds) })),
  number && h('p', { key: 'number', class: 'large number', role: 'status' }, number),
  held ? heldNote(held, view.names, () => act.undo(one))
    : h('div', { key: 'done', class: 'row' },
      button('number', say(number ? 'call-back.hide' : 'call-back.show'), () => act.number(one),
        { class: seconds <= 0 && !number ? 'main' : '' }),
      button('end', say('call-back.end'), () => act.end(one), { disabled: view.cut })));
}

export function callsView(view, act) {
  const calls = view.state.calls();
  const backs = view.state.callBacks();
  const nothing = calls.length === 0 && backs.length === 0;
  const due = (one) => one.due <= view.now;
  return h('section', { key: 'calls', class: 'calls', 'aria-labelledby': 'calls-title' },
    h('h2', { id: 'calls-title' }, say('call.title')),
    nothing && h('div', { key: 'nothing', class: 'card nothing' },
      h('p', { class: 'large' }, say('call.nothing')),
      h('p', { class: 'soft' }, say(view.cutTold ? 'call.nothing-cut' : 'call.nothing-more'))),
    backs.filter(due).map((one) => callBack(one, view, act)),
    calls.map((call) => card(call, view, act)),
    backs.filter((one) => !due(one)).map((one) => callBack(one, view, act)));
}
