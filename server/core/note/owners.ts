/** Who is to do it: the forms in which notes name the owner of a task. */

import { isAsciiLetter } from './characters.ts';
import {
  isCapitalised,
  isLabel,
  isNobody,
  isVerbBeforeTo,
  readNames,
  readWord,
  skipSpaces,
} from './names.ts';
import type { Owner } from './note.ts';

export interface Assignment {
  readonly owners: readonly Owner[];
  /** The task's first word, or a signature in lower case: an owner only if somebody is known by that name. */
  readonly possibleOwner?: Owner;
}

const none: Assignment = { owners: [] };

/** Articles and the like after "to" make it a place, not a task: "Switch to the new build". */
const determiners = new Set(
  'the a an our your my his her their its this that these those all each any some'.split(' '),
);

const promises = new Set(['will', "'ll", 'shall']);

/**
 * Reads the owners in `text` from `from` to `to` (a prose's masked text, offsets into it). `alone` tells that a
 * single name and nothing else is an owner, as in `(TODO: Ted)`.
 */
export function readAssignment(text: string, from: number, to: number, alone: boolean): Assignment {
  const task = text.slice(0, trimEnd(text, from, to));
  const start = skipMarkup(task, from);
  return leading(task, start, alone) ?? trailing(task, start) ?? firstWord(task, start);
}

/** `@x …`, `x: …`, `X to …`, `X will …`. */
function leading(task: string, start: number, alone: boolean): Assignment | undefined {
  const names = readNames(task, start);
  if (!names) return undefined;
  const { owners } = names;
  const after = skipMarkup(task, names.to);
  if (owners.every((owner) => owner.name.startsWith('@'))) return { owners };
  if (after >= task.length) return alone ? { owners } : undefined;
  if (task[after] === ':' && !isAsciiLetter(task.charCodeAt(after + 1)) && task[after + 1] !== '/') {
    return owners.some((owner) => isLabel(owner.name)) ? undefined : { owners };
  }
  const verb = readWord(task, skipSpaces(task, after));
  if (!verb) return undefined;
  if (promises.has(verb.text)) return { owners };
  if (
    verb.text === 'to' &&
    isTaskAfterTo(task, verb.to) &&
    owners.every((owner) => couldBeToSubject(owner.name))
  ) {
    return { owners };
  }
  return undefined;
}

function isTaskAfterTo(task: string, at: number): boolean {
  const next = readWord(task, skipSpaces(task, at));
  return next !== undefined && next.text === next.text.toLowerCase() && !determiners.has(next.text);
}

function couldBeToSubject(name: string): boolean {
  return name.startsWith('@') || (isCapitalised(name) && !isVerbBeforeTo(name) && !isLabel(name));
}

/** `… (@x)`, `… (Name)`, `… - x`, `… -- x` at the end. */
function trailing(task: string, start: number): Assignment | undefined {
  const end = task.length;
  if (task[end - 1] === ')') {
    const open = task.lastIndexOf('(', end - 1);
    const names = open >= start && end - open <= 80 ? readNames(task, open + 1) : undefined;
    if (!names || names.to !== end - 1) return undefined;
    return signed(
      names.owners,
      names.owners.every((owner) => isCapitalised(owner.name) && !isLabel(owner.name)),
    );
  }
  const dash = lastDash(task, start);
  if (!dash) return undefined;
  const names = readNames(task, skipSpaces(task, dash.to));
  if (!names || names.to !== end) return undefined;
  return signed(
    names.owners,
    dash.long || names.owners.every((owner) => isCapitalised(owner.name) && !isLabel(owner.name)),
  );
}

function signed(owners: readonly Owner[], certain: boolean): Assignment | undefined {
  if (certain || owners.every((owner) => owner.name.startsWith('@'))) return { owners };
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
): { dash: boolean } & Assignment {
  const task = text.slice(0, trimEnd(text, from, to));
  for (const dash of [' -- ', ' --- ', ' – ', ' — ', ' - ']) {
    const at = task.lastIndexOf(dash);
    if (at <= from) continue;
    const start = at + dash.length;
    const names = readNames(task, start);
    if (names?.to === task.length) return { dash: true, owners: names.owners };
    const subject = leading(task, start, true);
    if (subject) return { dash: true, ...subject };
    if (dash !== ' - ') return { dash: true, owners: [] };
  }
  return { dash: false, owners: [] };
}

function firstWord(task: string, start: number): Assignment {
  const word = readWord(task, task[start] === '[' ? start + 1 : start);
  if (!word || isNobody(word.text)) return none;
  const from = word.to - word.text.length;
  return { owners: [], possibleOwner: { name: word.text, range: { from, to: word.to } } };
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
