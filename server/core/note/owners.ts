/** Who is to do it: the forms in which notes name the owner of a task. */

import { initialsAround } from './initialsAround.ts';
import { type Assignment, leading, skipMarkup } from './leadingOwner.ts';
import { isNonName } from './lexicon/people.ts';
import { ownerPlaceholders, ownerPlaceholdersBeforeColon } from './lexicon/tasks.ts';
import { readNames } from './names.ts';
import { readWord } from './nameWords.ts';
import type { Span } from './note.ts';
import { pastOrnaments } from './ornaments.ts';
import { byPatterns } from './ownerPatterns.ts';
import { namesAtEdges } from './possibleOwners.ts';
import type { Reading } from './reading.ts';
import { personNamed, type Roster } from './roster.ts';
import { pastState } from './taskStatus.ts';
import { trailing } from './trailingOwner.ts';

const none: Assignment = { owners: [] };

/**
 * Reads the owners in `text` from `from` to `to` (a prose's masked text, offsets into it): at the task's beginning, else at
 * its end. `alone` tells that a single name and nothing else is an owner, as in `(TODO: Ted)`.
 */
export function readAssignment(
  text: string,
  from: number,
  to: number,
  alone: boolean,
  reading: Reading,
): Assignment {
  const { roster } = reading;
  const task = text.slice(0, trimEnd(text, from, to));
  const start = pastOrnaments(task, from);
  const written = byPatterns(task, start, reading);
  if (written) return written;
  const first = leading(task, start, alone, roster);
  if (first && first.owners.length > 0) return first;
  const last = trailing(task, start, roster);
  if (last && last.owners.length > 0) return last;
  const behindState = pastState(task, start);
  const named = behindState === undefined ? undefined : leading(task, behindState, alone, roster);
  if (named && named.owners.length > 0) return named;
  const { possibleOwners = [] } = first ?? last ?? byInitials(task, start) ?? firstWord(task, start, roster);
  const all = [...possibleOwners, ...namesAtEdges(task, start, roster)];
  return all.length > 0 ? { owners: [], possibleOwners: all } : none;
}

function byInitials(task: string, start: number): Assignment | undefined {
  const initials = initialsAround(task, start);
  return initials && { owners: [], possibleOwners: [initials] };
}

/** `… -- seph`, `… -- Lauren to confirm …` in a heading; `from` is the heading text's start. */
export function readHeadingAssignment(
  text: string,
  from: number,
  to: number,
  roster: Roster,
): { dash: boolean } & Assignment {
  const task = text.slice(0, trimEnd(text, from, to));
  for (const dash of [' -- ', ' --- ', ' – ', ' — ', ' - ']) {
    const at = task.lastIndexOf(dash);
    if (at <= from) continue;
    const start = at + dash.length;
    const names = readNames(task, start, roster);
    if (names?.to === task.length) return { dash: true, owners: names.owners };
    const subject = leading(task, start, true, roster);
    if (subject) return { dash: true, ...subject };
    if (dash !== ' - ') return { dash: true, owners: [] };
  }
  return { dash: false, owners: [] };
}

function firstWord(task: string, start: number, roster: Roster): Assignment {
  const word = readWord(task, task[start] === '[' ? start + 1 : start);
  if (!word || isNonName(word.text)) return none;
  const from = word.to - word.text.length;
  const person = personNamed(roster, word.text);
  return {
    owners: [],
    possibleOwners: [{ name: word.text, range: { from, to: word.to }, ...(person && { person }) }],
  };
}

/**
 * The word in `name: write it`, `TBD: write it`, `@someone to write it` that an owner is to stand for; undefined when the
 * task at `from` begins otherwise.
 */
export function vacancyAt(text: string, from: number): Span | undefined {
  const start = skipMarkup(text, from);
  const word = readWord(text, text[start] === '@' ? start + 1 : start);
  if (!word) return undefined;
  const key = word.text.toLowerCase();
  let end = word.to;
  while (text[end] === '*' || text[end] === '_') end++;
  const isLead =
    (ownerPlaceholders.has(key) || ownerPlaceholdersBeforeColon.has(key)) &&
    text[end] === ':' &&
    ' \t*_'.includes(text[end + 1] ?? ' ');
  const asks = ownerPlaceholders.has(key) && text.slice(word.to, word.to + 4) === ' to ';
  return isLead || asks ? { from: start, to: word.to } : undefined;
}

function trimEnd(text: string, from: number, to: number): number {
  while (to > from && ' \t\r\n.!;*_~'.includes(text[to - 1] as string)) to--;
  return to;
}
