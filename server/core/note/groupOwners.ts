/** Who owns a whole group of tasks: `### Tove`, `Tove:`, `@tove and @okan`, `Tove's action items`, `Owner: Tove`. */

import { isWord } from './characters.ts';
import { isLabel } from './lexicon/people.ts';
import { ownerLabels, ownTaskWords } from './lexicon/tasks.ts';
import { isTopicName } from './lexicon/topics.ts';
import { readNames } from './names.ts';
import { isCapitalised } from './nameWords.ts';
import type { Owner } from './note.ts';
import type { Roster } from './roster.ts';

/** Nothing longer is a label. */
const longest = 120;

/**
 * The owners that a heading, a line or an item names if it says nothing else, from the offset `from` of a masked prose on;
 * undefined: it is no such label. `anyCase`: a name may be in lower case.
 */
export function readGroupOwners(
  text: string,
  from: number,
  anyCase: boolean,
  roster: Roster,
): readonly Owner[] | undefined {
  const start = skipMarkup(text, from);
  let to = text.length;
  while (to > start && ' \t\r\n*_~.:#-–—'.includes(text[to - 1]!)) to--;
  if (to === start || to - start > longest) return undefined;
  const tasks = ownTasksStart(text, start, to);
  const label = ownerLabelEnd(text, start);
  const names = readNames(text.slice(0, tasks ?? to), label ?? start, roster);
  if (!names) return undefined;
  const any = anyCase || label !== undefined || tasks !== undefined;
  const isSure = names.owners.every((owner) => isName(owner, any));
  return isSure && endsLabel(text, names.to, tasks ?? to) ? names.owners : undefined;
}

/** Where `'s action items` begins, at the end of a label. */
function ownTasksStart(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (text[at] !== "'" && text[at] !== '’') continue;
    const rest = text.slice(text[at + 1] === 's' ? at + 2 : at + 1, to);
    if (rest.startsWith(' ') && ownTaskWords.has(rest.trim().toLowerCase())) return at;
  }
  return undefined;
}

/** `Owner: Tove`, `→ Tove`, `assigned to @tove`: a line below a task that names its owner. */
export function readOwnerLine(text: string, roster: Roster): readonly Owner[] | undefined {
  const start = skipMarkup(text, 0);
  const label = ownerLabelEnd(text, start);
  const isLogin = text[start] === '@' || text.startsWith('[@', start);
  if (label === undefined && !isLogin) return undefined;
  return readGroupOwners(text, 0, true, roster);
}

/** Past `Owner:`, `Assigned to`, `For`; undefined: none stands there. */
function ownerLabelEnd(text: string, from: number): number | undefined {
  const lower = text.slice(from, from + 24).toLowerCase();
  for (const label of ownerLabels) {
    if (!lower.startsWith(label) || isWord(lower.charCodeAt(label.length))) continue;
    let to = from + label.length;
    while ('*_'.includes(text[to] ?? ' ')) to++;
    if (text[to] === ':') to++;
    else if (!label.endsWith(' to') && !label.endsWith(' by') && label !== 'for') return undefined;
    return skipMarkup(text, to);
  }
  return undefined;
}

/** Behind the names nothing stands, or an aside: `Tove (release lead)`. */
function endsLabel(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && '*_~ \t'.includes(text[at]!)) at++;
  return at >= to || (text[at] === '(' && text.indexOf(')', at) === to - 1);
}

/** A name, and no part of the work: `Tove`, `@tove`, `Ada Lovelace`; in lower case where `anyCase` says so. */
function isName({ name, person }: Owner, anyCase: boolean): boolean {
  if (person !== undefined || name.startsWith('@')) return true;
  return !isLabel(name) && !isTopicName(name) && (anyCase || isCapitalised(name));
}

function skipMarkup(text: string, at: number): number {
  while (at < text.length && ' \t\n#*_~→>'.includes(text[at]!)) at++;
  return at;
}
