// SPDX-License-Identifier: Apache-2.0
// From signing in to the desk: which of the pages is shown.
import sodium from 'libsodium-wrappers';
import * as server from './server.js';
import { Alarm } from './alarm.js';
import { Desk } from './desk.js';
import { draw } from './draw.js';
import { say } from './words.js';
import { passwordView, refusal, signInView, stoppedView, waitView } from './sign_in_view.js';

const page = document.getElementById('page');
// Until the first sign-in is done; the password that was given out is needed once more.
let entry = { site: null, agents: [], trouble: '', busy: false, name: '', given: '', shortest: 0 };
let facts = null;

function showSignIn(change) {
  entry = { ...entry, ...change };
  document.title = say('title.quiet');
  draw(page, entry.given ? passwordView(entry, { changePassword }) : signInView(entry, { signIn }));
}

async function signIn(name, password) {
  Alarm.enable();
  showSignIn({ name, busy: true, trouble: '' });
  const reply = await server.signIn(name, password);
  if (reply.change) return showSignIn({ busy: false, given: password, shortest: reply.shortest });
  return settle(reply);
}

async function changePassword(chosen, again) {
  if (chosen !== again) return showSignIn({ trouble: say('password.differ') });
  showSignIn({ busy: true, trouble: '' });
  return settle(await server.changePassword(entry.name, entry.given, chosen));
}

async function settle(reply) {
  if (reply.status !== 200) return showSignIn({ busy: false, trouble: refusal(reply) });
  entry = null;
  return open(reply);
}

async function open(reply) {
  await sodium.ready;
  const desk = new Desk(page, facts, reply, sodium);
  desk.whenReplaced = () => {
    draw(page, stoppedView(say('elsewhere.text'), say('elsewhere.here'), () => location.reload()));
  };
}

async function begin() {
  draw(page, waitView(say('sign-in.waiting')));
  facts = await server.site();
  if (facts.status !== 200) {
    setTimeout(begin, 3000);
    draw(page, waitView(refusal(facts)));
    return;
  }
  const reply = await server.resume();
  if (reply?.status === 200) return void open(reply);
  showSignIn({ site: facts.site, agents: facts.agents, trouble: reply ? refusal(reply) : '' });
}

begin();
