// SPDX-License-Identifier: Apache-2.0
// A browser lets the timers of a page in the background sleep for up to a minute; those of a worker
// go on, so that the line stays up and the bell rings behind another window.
const running = new Map();

onmessage = ({ data: { id, every } }) => {
  clearInterval(running.get(id));
  running.delete(id);
  if (every > 0) running.set(id, setInterval(() => postMessage(id), every));
};
