/** Owners in the forms that a series' template file gives: `{owner} to {task}`, `{task} [{owner}]`. */

import { skipSpaces } from './characters.ts';
import type { OwnerPattern } from './conventions.ts';
import { isLabel } from './lexicon/people.ts';
import { isVerbBeforeTo } from './lexicon/tasks.ts';
import { determiners } from './lexicon/words.ts';
import { readNames } from './names.ts';
import { readWord } from './nameWords.ts';
import type { Owner } from './note.ts';
import type { Reading } from './reading.ts';
import type { Roster } from './roster.ts';

/** How far from the end of a task, in UTF-16 code units, its owners may begin. */
const reach = 80;

/** What a task's end is trimmed of, and so a pattern's. */
const endMarks = ' \t\r\n.!;*_~';

/**
 * The owners by the first pattern that fits the task that begins at `start` and ends with the text; undefined when none
 * does. A word that is not a name, or is a label, is no owner in any form.
 */
export function byPatterns(
  task: string,
  start: number,
  { ownerPatterns, roster }: Reading,
): { readonly owners: readonly Owner[] } | undefined {
  for (const pattern of ownerPatterns) {
    const owners = pattern.ownerFirst
      ? ownersFirst(task, start, pattern, roster)
      : ownersLast(task, start, pattern, roster);
    if (owners) return { owners };
  }
  return undefined;
}

function ownersFirst(
  task: string,
  start: number,
  { before, after }: OwnerPattern,
  roster: Roster,
): readonly Owner[] | undefined {
  const at = literalEnd(task, start, before);
  const names = at === undefined ? undefined : readNames(task, at, roster);
  const rest = names && literalEnd(task, names.to, after);
  if (!names || rest === undefined || rest >= task.length) return undefined;
  const { owners } = names;
  // Any task begins with a word; only a name that is known is one without a mark of its own.
  if (before.trim() === '' && after.trim() === '') return owners.every(isKnown) ? owners : undefined;
  if (after.trim().toLowerCase() === 'to') {
    const isSubject = (owner: Owner) => isKnown(owner) || !isVerbBeforeTo(owner.name);
    if (!isTaskAfterTo(task, rest) || !owners.every(isSubject)) return undefined;
  }
  return owners.every(couldOwn) ? owners : undefined;
}

function ownersLast(
  task: string,
  start: number,
  { before, after }: OwnerPattern,
  roster: Roster,
): readonly Owner[] | undefined {
  const mark = trimmed(after);
  const end = trimmed(task.slice(0, task.length - mark.length)).length;
  if (end <= start || task.slice(task.length - mark.length).toLowerCase() !== mark.toLowerCase())
    return undefined;
  for (let at = end - 1; at > start && at > end - reach; at--) {
    const from = literalEnd(task, at, before);
    if (from === undefined || (before.trim() === '' && task[at - 1] !== ' ')) continue;
    const names = readNames(task, from, roster);
    if (names?.to !== end) continue;
    const sure = before.trim() === '' && mark === '' ? isKnown : couldOwn;
    return names.owners.every(sure) ? names.owners : undefined;
  }
  return undefined;
}

/** Past a pattern's literal at `at` and the blanks after it; case does not count. Undefined: something else stands there. */
function literalEnd(text: string, at: number, literal: string): number | undefined {
  const word = literal.trim();
  const from = skipSpaces(text, at);
  const to = from + word.length;
  if (text.slice(from, to).toLowerCase() !== word.toLowerCase()) return undefined;
  const isApart = word === '' || !literal.startsWith(' ') || text[from - 1] === ' ' || from === 0;
  const goesOn = word !== '' && literal.endsWith(' ') && to < text.length && text[to] !== ' ';
  return isApart && !goesOn ? skipSpaces(text, to) : undefined;
}

/** Without what tasks are trimmed of at their end. */
function trimmed(text: string): string {
  let to = text.length;
  while (to > 0 && endMarks.includes(text[to - 1]!)) to--;
  return text.slice(0, to);
}

function isKnown({ name, person }: Owner): boolean {
  return person !== undefined || name.startsWith('@');
}

function couldOwn(owner: Owner): boolean {
  return isKnown(owner) || !isLabel(owner.name);
}

/** What follows the `to` that ends at `at` is to be done. */
export function isTaskAfterTo(task: string, at: number): boolean {
  const next = readWord(task, skipSpaces(task, at));
  return next !== undefined && next.text === next.text.toLowerCase() && !determiners.has(next.text);
}
