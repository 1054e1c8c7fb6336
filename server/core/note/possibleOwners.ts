/** Names at a task's edges that own it only if somebody is called so: `write it, Ted`, `Docs: Ted to write more`. */

import { leading, skipMarkup } from './leadingOwner.ts';
import { isLabel } from './lexicon/people.ts';
import { ownerOf, readNames } from './names.ts';
import type { Owner } from './note.ts';
import { isTail } from './ownerTail.ts';
import type { Roster } from './roster.ts';
import { isObject } from './trailingOwner.ts';

/** How far from an edge a name may begin, in UTF-16 code units. */
const reach = 60;

/** Those at the end first. `task` is trimmed, its words begin at `start`. */
export function namesAtEdges(task: string, start: number, roster: Roster): readonly Owner[] {
  return [...behindSign(task, start, roster), ...behindTopic(task, start, roster)];
}

const signs = ',.;:…/=~•·|{';

/** `write it, Ted`, `write it. Ted.`, `write it /Ted`; not `reported by Ted`, `docs/ted`. */
function behindSign(task: string, start: number, roster: Roster): readonly Owner[] {
  for (let at = task.length - 2; at > start && at > task.length - reach; at--) {
    if (!signs.includes(task[at]!) || (task[at - 1] !== ' ' && task[at + 1] !== ' ')) continue;
    const names = readNames(task, skipMarkup(task, at + 1), roster);
    if (!names?.owners.every(isNoLabel) || !isTail(task, pastBrace(task, names.to))) continue;
    // `talk to Ann, Bo`: the last one of a list is no more than the others.
    if (task[at] === ',' && isNameBefore(task, at)) return [];
    return isObject(task, at + 1) ? [] : names.owners.map(ownerOf);
  }
  return [];
}

function isNoLabel({ name, person }: Owner): boolean {
  return person !== undefined || !isLabel(name);
}

function pastBrace(task: string, at: number): number {
  return task[at] === '}' ? at + 1 : at;
}

/** A word that begins with a capital stands before `at`, and no sentence begins with it. */
function isNameBefore(task: string, at: number): boolean {
  return /[^.!?\s]\s+[@\p{Lu}][\p{L}\w-]*$/u.test(task.slice(Math.max(0, at - reach), at));
}

/** A reference, a number of the list, a topic in brackets or before a colon. */
const topic =
  /^(?:\(?(?:\d{1,2}|[a-z])[.)]\s+|\[[^\][\n]{1,40}\]\S{0,3}\s+|(?:PR |issue )?[\w./-]{0,40}#\d{1,7}(?::| [-–—])?\s+|[^\n:,.]{1,40}:[*_]{0,3}\s+)/i;

/** `[docs] Ted: …`, `Docs: Ted to …`, `#12: Ted to review it`, `a) Ted: …` */
function behindTopic(task: string, start: number, roster: Roster): readonly Owner[] {
  const found = topic.exec(task.slice(start, start + reach));
  const { owners = [] } =
    (found && leading(task, skipMarkup(task, start + found[0].length), false, roster)) ?? {};
  return owners;
}
