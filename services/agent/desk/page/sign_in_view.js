// SPDX-License-Identifier: Apache-2.0
// Signing in, and choosing a password of one's own the first time.
import { h } from './draw.js';
import { duration, say } from './words.js';

/** What a refusal means, in words. */
export function refusal({ code, seconds, shortest }) {
  const known = ['wrong-name-or-password', 'slow-down', 'no-server', 'not-enrolled', 'signed-out',
    'password-too-short', 'password-too-long', 'password-is-the-old-one', 'password-too-plain'];
  const key = known.includes(code) ? code : 'other';
  return say(`refusal.${key}`, { wait: duration(seconds ?? 0), shortest });
}

function problem(text) {
  return text && h('p', { key: 'problem', class: 'note stop', id: 'problem', role: 'alert' }, text);
}

function field(id, label, props) {
  return [
    h('label', { key: `${id}-label`, for: id }, label),
    h('input', { key: id, id, name: id, type: 'password', required: true, ...props }),
  ];
}

function frame(title, form) {
  return [
    h('main', { key: 'sign-in', class: 'sign-in' },
      h('h1', {}, say('name')), h('p', { class: 'soft' }, title), form),
  ];
}

function submit(read) {
  return (event) => {
    event.preventDefault();
    read(new FormData(event.target));
  };
}

export function signInView({ site, agents, trouble, busy, name }, { signIn }) {
  return frame(site.name, h('form', {
    key: 'sign-in-form',
    onsubmit: submit((form) => signIn(form.get('agent'), form.get('password'))),
  },
  h('label', { for: 'agent' }, say('sign-in.who')),
  h('select', { id: 'agent', name: 'agent', required: true, autocomplete: 'username' },
    h('option', { key: '', value: '' }, say('sign-in.choose')),
    agents.map((agent) =>
      h('option', { key: agent.id, value: agent.id, selected: agent.id === name }, agent.name))),
  field('password', say('sign-in.password'), {
    autocomplete: 'current-password', 'aria-describedby': trouble ? 'problem' : null,
  }),
  problem(trouble),
  h('button', { key: 'go', class: 'main', disabled: busy }, say('sign-in.go')),
  h('p', { key: 'why', class: 'soft small' }, say('sign-in.sound'))));
}

export function passwordView({ site, shortest, trouble, busy }, { changePassword }) {
  return frame(site.name, h('form', {
    key: 'password-form',
    onsubmit: submit((form) => changePassword(form.get('new-password'), form.get('again'))),
  },
  h('h2', {}, say('password.title')),
  h('p', { id: 'rule' }, say('password.rule', { shortest })),
  field('new-password', say('password.new'), {
    autocomplete: 'new-password', minlength: shortest, 'aria-describedby': 'rule',
  }),
  field('again', say('password.again'), { autocomplete: 'new-password' }),
  problem(trouble),
  h('button', { key: 'go', class: 'main', disabled: busy }, say('password.go'))));
}

export function waitView(text) {
  return [h('main', { key: 'wait', class: 'sign-in' }, h('h1', {}, say('name')), h('p', {}, text))];
}

/** Open elsewhere since, or without a server: one sentence, one way on. */
export function stoppedView(text, button, act) {
  return [h('main', { key: 'stopped', class: 'sign-in' },
    h('h1', {}, say('name')), h('p', { role: 'alert' }, text),
    h('button', { class: 'main', onclick: act }, button))];
}
