// SPDX-License-Identifier: Apache-2.0
// The desk's server: who may sign in, and the words of the kiosk.

const tokenKey = 'desk-token';

async function ask(path, body) {
  const options = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    const reply = await fetch(path, { ...options, cache: 'no-store' });
    return { status: reply.status, ...(await reply.json()) };
  } catch {
    return { status: 0, code: 'no-server' };
  }
}

function remember(reply) {
  if (reply.status === 200 && reply.token) sessionStorage.setItem(tokenKey, reply.token);
  return reply;
}

export const site = () => ask('site');
export const signIn = async (name, password) => remember(await ask('sign-in', { name, password }));
export const changePassword = async (name, password, newPassword) =>
  remember(await ask('password', { name, password, newPassword }));

/** The sign-in of this tab, when it was closed and opened again; null without one. */
export async function resume() {
  const token = sessionStorage.getItem(tokenKey);
  if (!token) return null;
  const reply = await ask('resume', { token });
  if (reply.status === 401) sessionStorage.removeItem(tokenKey);
  return reply;
}

/** {telephone, name} of a call-back: the desk's server has the key, and keeps it. */
export const open = (sealed) => ask('open', { token: sessionStorage.getItem(tokenKey), sealed });

export async function signOut() {
  const token = sessionStorage.getItem(tokenKey);
  sessionStorage.removeItem(tokenKey);
  if (token) await ask('sign-out', { token });
}
