// SPDX-License-Identifier: Apache-2.0
// How a kiosk, a step and an agent are called on this page.
import { say } from './words.js';

export class Names {
  /** `facts` is what GET /site answers. */
  constructor({ site, agents, steps, chapters }) {
    Object.assign(this, { site, agents, steps, chapters });
  }

  agent(id) {
    return this.agents.find((agent) => agent.id === id)?.name ?? id;
  }

  /** "montbeliard-2" of the site montbeliard is its "Borne 2". */
  kiosk(id) {
    const own = id.startsWith(`${this.site.id}-`) ? id.slice(this.site.id.length + 1) : id;
    return say('kiosk.name', { name: own });
  }

  /**
   * Where the person is: the step's own title, else the chapter's name, and how far along. Only the
   * last steps have no title. Every procedure ends with the same chapters, but has not all of those
   * before: they are counted from the end.
   */
  place({ step, chapter, chapters }) {
    if (!chapter || !chapters) return this.steps[step] ?? say('call.no-step');
    const title = this.steps[step] ?? this.chapters.at(chapter - chapters - 1)
      ?? say('call.no-step');
    return say('call.step', { title, chapter, chapters });
  }
}
