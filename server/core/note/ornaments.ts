/** What stands before a task and is no part of it: emoji, an empty box, a priority, what was carried over. */

import { skipMarkup } from './leadingOwner.ts';

const longest = 40;
const mostOrnaments = 4;

const ornament =
  /^(?:(?:\p{Extended_Pictographic}[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]*)+\s*|:[a-z0-9_+-]{2,30}:\s+|\[ \]\s+|[[(](?:p[0-4]|high|medium|low|urgent|critical|optional)[\])]:?\s+|p[0-4]\s?[:–—-]\s+)/iu;

/** `Carried over: …`, `(recurring) …` */
const stage =
  /^[[(]?(?:carr(?:y|ied)[- ]?(?:over|forward)|carryover|recurring|ongoing|pending|blocked|new|old|again|reminder)(?:[\])]:?|\s?[:–—-])\s+/i;

/** Past them, and past markup. */
export function pastOrnaments(task: string, from: number): number {
  let at = skipMarkup(task, from);
  for (let count = 0; count < mostOrnaments; count++) {
    const next = task.slice(at, at + longest);
    const found = ornament.exec(next) ?? stage.exec(next);
    if (found === null) break;
    at = skipMarkup(task, at + found[0].length);
  }
  return at;
}
