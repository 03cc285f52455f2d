// SPDX-License-Identifier: Apache-2.0
// The person's screen as they let the agent see it, in the order in which it stands at the kiosk.
import { h } from './draw.js';
import { icon } from './icons.js';
import { say } from './words.js';

// However long the answer is, its dots are the same.
const dots = '•••••';

function part(at, screen, guide, act, props, ...children) {
  const lit = guide.pointed === at;
  if (!screen.points.includes(at)) return h('div', { key: at, ...props }, ...children);
  return h('button', {
    key: at, type: 'button', ...props, class: `${props.class} can-point${lit ? ' pointed' : ''}`,
    'aria-pressed': String(lit), onclick: () => act.point(at),
  }, ...children, lit && h('span', { key: 'ring', class: 'badge' }, say('guide.pointed')));
}

function answerOf(screen, guide, act) {
  const opened = guide.values.get(screen.step);
  const text = opened ?? (screen.answered ? dots : say('guide.no-answer'));
  const masked = screen.answered ? 'guide.masked' : 'guide.answer';
  const key = opened !== undefined ? 'guide.opened' : masked;
  return part('answer', screen, guide, act, { class: 'answer' },
    h('span', { class: 'soft small' }, say(key)), h('span', { class: 'value' }, text));
}

function chapterBar({ chapter, chapters, chapterName }) {
  if (!chapters) return null;
  const pieces = Array.from({ length: chapters }, (_, index) =>
    h('span', { key: `piece-${index}`, class: index < chapter ? 'done' : '' }));
  return h('div', { key: 'chapters' },
    h('div', { class: 'bar', 'aria-hidden': 'true' }, pieces),
    h('p', { class: 'small' }, say('guide.chapter', { chapter, chapters, name: chapterName })));
}

function mirror(guide, act) {
  const { screen } = guide;
  return h('div', {
    key: 'mirror', class: 'mirror', role: 'group', 'aria-label': say('guide.mirror'),
  },
    chapterBar(screen),
    part('question', screen, guide, act, { class: 'question' }, screen.title),
    screen.problem && h('p', { key: 'problem', class: 'note change' }, screen.problem),
    screen.help && h('p', { key: 'help', class: 'help' }, screen.help),
    part('drawing', screen, guide, act, { class: 'drawing' },
      screen.points.includes('drawing') && say('guide.drawing')),
    screen.options.map(({ id, label, detail }) =>
      part(`option:${id}`, screen, guide, act, { class: 'option' },
        h('span', {}, label), detail && h('span', { class: 'soft small' }, detail))),
    answerOf(screen, guide, act),
    h('div', { class: 'row ends' },
      screen.backShown && part('back', screen, guide, act, { class: 'back' }, say('guide.back')),
      screen.main && part('main', screen, guide, act, { class: 'go' }, screen.main)));
}

function suggestion(guide, act) {
  const { screen, suggestion: made } = guide;
  if (screen.phase !== 'question' || !screen.step) return null;
  return h('form', {
    key: `suggest-${screen.step}`, class: 'suggest',
    onsubmit: (event) => {
      event.preventDefault();
      const value = new FormData(event.target).get('suggestion').trim();
      event.target.reset();
      act.suggest(value);
    },
  },
  h('label', { for: 'suggestion' }, say('guide.suggest')),
  h('div', { class: 'row' },
    h('input', {
      id: 'suggestion', name: 'suggestion', maxlength: 200, required: true, autocomplete: 'off',
    }),
    h('button', {}, say('guide.suggest-go'))),
  h('p', { class: 'small', role: 'status' },
    say(made ? `guide.suggestion-${made.state}` : 'guide.suggest-rule')));
}

function route({ route: steps, step }) {
  if (steps.length === 0) return null;
  return h('details', { key: 'route' }, h('summary', {}, say('guide.route')),
    h('ol', {}, steps.map((one) => h('li', {
      key: one.step, 'aria-current': one.step === step ? 'step' : null,
    }, icon(one.answered ? 'check' : 'dash'), one.question, ' ',
    h('span', { class: 'soft small' },
      say(one.answered ? 'guide.answered' : 'guide.unanswered'))))));
}

export function guideView(guide, names, act) {
  if (!guide.phase) return null;
  const { open } = guide;
  const title = open ? say('guide.title', { kiosk: names.kiosk(guide.kiosk) }) : say('guide.ended');
  return h('section', {
    key: 'guide', class: 'guide card', tabindex: '-1', 'aria-labelledby': 'guide-title',
  },
    h('div', { class: 'head' },
      h('h2', { id: 'guide-title' }, title),
      h('button', { key: 'stop', type: 'button', class: 'second', onclick: act.stop },
        say(open ? 'guide.stop' : 'guide.close'))),
    h('p', { key: 'phase', role: 'status', class: guide.phase === 'looking' ? 'soft' : '' },
      say(`guide.${guide.phase === 'looking' && !guide.screen ? 'given' : guide.phase}`)),
    guide.screen && [mirror(guide, act), suggestion(guide, act), route(guide.screen)]);
}
