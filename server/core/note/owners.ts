/** Who is to do it: the forms in which notes name the owner of a task. */

import { isAsciiLetter, skipSpaces } from './characters.ts';
import { isLabel, isNonName } from './lexicon/people.ts';
import {
  isVerbBeforeTo,
  ownerPlaceholders,
  ownerPlaceholdersBeforeColon,
  promises,
} from './lexicon/tasks.ts';
import { isPersonal, readNames, readWord } from './names.ts';
import type { Owner, Span } from './note.ts';
import { byPatterns, isTaskAfterTo } from './ownerPatterns.ts';
import type { Reading } from './reading.ts';
import { personNamed, type Roster } from './roster.ts';

export interface Assignment {
  readonly owners: readonly Owner[];
  /** The task's first word, or a signature in lower case: an owner only if it is the name of a known person. */
  readonly possibleOwner?: Owner;
}

const none: Assignment = { owners: [] };

/**
 * Reads the owners in `text` from `from` to `to` (a prose's masked text, offsets into it). `alone` tells that a
 * single name and nothing else is an owner, as in `(TODO: Ted)`.
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
  const start = skipMarkup(task, from);
  return (
    byPatterns(task, start, reading) ??
    leading(task, start, alone, roster) ??
    trailing(task, start, roster) ??
    firstWord(task, start, roster)
  );
}

/** `@x …`, `x: …`, `X to …`, `X will …`, and for people in `people` also `x - …`. */
function leading(task: string, start: number, alone: boolean, roster: Roster): Assignment | undefined {
  const names = readNames(task, start, roster);
  if (!names) return undefined;
  const { owners } = names;
  const after = skipMarkup(task, names.to);
  if (owners.every((owner) => owner.name.startsWith('@'))) return { owners };
  if (after >= task.length) return alone ? { owners } : undefined;
  if (task[after] === ':' && !isAsciiLetter(task.charCodeAt(after + 1)) && task[after + 1] !== '/') {
    return owners.some((owner) => !owner.person && isLabel(owner.name)) ? undefined : { owners };
  }
  if (owners.every((owner) => owner.person) && isDash(task, after)) return { owners };
  const verb = readWord(task, skipSpaces(task, after));
  if (!verb) return undefined;
  if (promises.has(verb.text)) return { owners };
  if (verb.text === 'to' && isTaskAfterTo(task, verb.to) && owners.every(couldBeToSubject)) {
    return { owners };
  }
  return undefined;
}

/** ` - `, ` -- `, ` – ` or ` — `, the blank before it included. */
function isDash(task: string, at: number): boolean {
  let to = at;
  while (task[to] === '-' && to - at < 3) to++;
  if (to === at && (task[to] === '–' || task[to] === '—')) to++;
  return to > at && task[at - 1] === ' ' && task[to] === ' ';
}

function couldBeToSubject(owner: Owner): boolean {
  return isPersonal(owner) && (owner.person !== undefined || !isVerbBeforeTo(owner.name));
}

/** `… (@x)`, `… (Name)`, `… - x`, `… -- x` at the end. */
function trailing(task: string, start: number, roster: Roster): Assignment | undefined {
  const end = task.length;
  if (task[end - 1] === ')') {
    const open = task.lastIndexOf('(', end - 1);
    const names = open >= start && end - open <= 80 ? readNames(task, open + 1, roster) : undefined;
    if (!names || names.to !== end - 1) return undefined;
    return signed(names.owners, names.owners.every(isPersonal));
  }
  const dash = lastDash(task, start);
  if (!dash) return undefined;
  const names = readNames(task, skipSpaces(task, dash.to), roster);
  if (!names || names.to !== end) return undefined;
  const isName = ({ name, person }: Owner) => person !== undefined || !isLabel(name);
  // A long dash is a signature also before what may be any word: `-- seph`, but not `-- blocked`.
  return signed(names.owners, names.owners.every(dash.long ? isName : isPersonal));
}

function signed(owners: readonly Owner[], certain: boolean): Assignment | undefined {
  if (certain) return { owners };
  const [only] = owners;
  return only && owners.length === 1 && !isLabel(only.name) ? { owners: [], possibleOwner: only } : undefined;
}

/** The last ` - `, ` -- `, ` – ` or ` — ` within a name's reach of the end; `long` for all but the single hyphen. */
function lastDash(task: string, start: number): { readonly to: number; readonly long: boolean } | undefined {
  for (let at = task.length - 2; at > start && at > task.length - 80; at--) {
    if (!'-–—'.includes(task[at] as string) || task[at + 1] !== ' ') continue;
    const long = task[at] !== '-' || task[at - 1] === '-';
    const from = task[at - 1] === '-' ? at - 1 : at;
    return task[from - 1] === ' ' ? { to: at + 1, long } : undefined;
  }
  return undefined;
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
    possibleOwner: { name: word.text, range: { from, to: word.to }, ...(person && { person }) },
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

/** Past emphasis marks and blanks. */
function skipMarkup(text: string, at: number): number {
  while (at < text.length && ' \t\n*_~'.includes(text[at] as string)) at++;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  while (to > from && ' \t\r\n.!;*_~'.includes(text[to - 1] as string)) to--;
  return to;
}
