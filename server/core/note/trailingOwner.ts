/** Owners a task ends with: `… @x`, `… (X, by Friday) #12`, `… -- x`, `… [name=X]`, `… Owner: X`. */

import { isWord } from './characters.ts';
import { type Assignment, leading, namesWithin, skipMarkup } from './leadingOwner.ts';
import { objectWords, ownerLabels } from './lexicon/owners.ts';
import { isLabel } from './lexicon/people.ts';
import { isPersonal, ownerOf, personsOf, readNames } from './names.ts';
import { bracketFieldAt, labelledAt } from './ownerField.ts';
import { isTail } from './ownerTail.ts';
import type { Roster } from './roster.ts';

/** How far from the end of a task owners may begin, in UTF-16 code units: a long address may follow them. */
const reach = 320;
/** Signs at which an owner could begin, counted from the end. */
const mostTries = 24;
const longestParenthesis = 120;

interface Found extends Assignment {
  /** Past the owner and the markup around it. */
  readonly to: number;
}

/**
 * The last owner behind which nothing of the task follows; of a list, all. A word that may be something else is a possible
 * owner, if there is no certain one. Undefined: there is neither.
 */
export function trailing(task: string, start: number, roster: Roster): Assignment | undefined {
  let tries = 0;
  let certain: Found | undefined;
  let possible: Found | undefined;
  for (let at = task.length - 1; at > start && at > task.length - reach && tries < mostTries; at--) {
    if (!isSign(task, at)) continue;
    tries++;
    const found = ownerAt(task, at, start, roster);
    if (found === undefined) continue;
    if (found.owners.length === 0) possible ??= found;
    // `@ann @bob`: read from the first of them, both are found.
    else if (certain === undefined || found.to >= certain.to) certain = found;
    else break;
  }
  if (certain) return { owners: certain.owners };
  return possible && { owners: [], possibleOwners: possible.possibleOwners ?? [] };
}

function isSign(task: string, at: number): boolean {
  return '@([-–—→>|:='.includes(task[at]!);
}

function ownerAt(task: string, at: number, start: number, roster: Roster): Found | undefined {
  switch (task[at]) {
    case '@':
      return loginAt(task, at, start, roster);
    case '(':
      return parenthesisAt(task, at, roster);
    case '[':
      return bracketAt(task, at, roster);
    case ':':
    case '=':
      return fieldAt(task, at, start, roster);
    default:
      return signatureAt(task, at, start, roster);
  }
}

/** `@x`, `[@x](…)`, `**@x**`; not what is spoken of: `ask @x`. */
function loginAt(task: string, at: number, start: number, roster: Roster): Found | undefined {
  let from = at;
  while (from > start && at - from < 6 && '*_['.includes(task[from - 1]!)) from--;
  const before = task[from - 1] ?? ' ';
  if (isWord(before.charCodeAt(0)) || '@/.\\'.includes(before) || isObject(task, from)) return undefined;
  const names = readNames(task, from, roster);
  return names && personsOf(names, (to) => isTail(task, to));
}

/** Whether the word before `at` makes what follows its object. */
export function isObject(task: string, at: number, others = 5): boolean {
  let to = at;
  while (to > 0 && ' \t\n'.includes(task[to - 1]!)) to--;
  // `cc @ann, @bob` is to both.
  const other = task.slice(Math.max(0, to - 42), to).search(/@[\w-]{1,39},?$/);
  if (other >= 0 && others > 0) return isObject(task, Math.max(0, to - 42) + other, others - 1);
  let from = to;
  while (from > 0 && to - from < 14 && isWord(task.charCodeAt(from - 1))) from--;
  const word = task.slice(from, to).toLowerCase();
  // `assigned to @ann`
  if (word === 'to' && ownerLabels.has(`${task.slice(0, from).trim().split(' ').at(-1)!.toLowerCase()} to`))
    return false;
  return objectWords.has(word);
}

/** `(X)`, `(X, by Friday)`, `(owner: X)`, `(X will confirm)`. */
function parenthesisAt(task: string, open: number, roster: Roster): Found | undefined {
  const close = task.slice(open, open + longestParenthesis).indexOf(')') + open;
  if (close < open || !isTail(task, close + 1)) return undefined;
  const inside = task.slice(0, close);
  const from = skipMarkup(inside, open + 1);
  const read =
    labelledAt(inside, from, roster, true) ??
    namesWithin(inside, from, roster) ??
    leading(inside, from, false, roster) ??
    behindTail(inside, from, roster);
  return read && { ...read, to: close + 1 };
}

/** `(by Friday, X)` */
function behindTail(inside: string, from: number, roster: Roster): Assignment | undefined {
  const comma = inside.lastIndexOf(',');
  if (comma <= from || !isTail(inside.slice(0, comma), from)) return undefined;
  const names = namesWithin(inside, skipMarkup(inside, comma + 1), roster);
  return names && names.owners.length > 0 ? names : undefined;
}

/** `[name=X]`, `[X](…)` that leads to a person, `[Xan Yu]`; `[X]` alone may be anything. */
function bracketAt(task: string, open: number, roster: Roster): Found | undefined {
  const field = bracketFieldAt(task, open, roster);
  if (field) return isTail(task, field.to) ? field : undefined;
  const names = readNames(task, open, roster);
  if (!names || isObject(task, open) || !isTail(task, names.to) || isTail(task, open + 1)) return undefined;
  const { ended, to } = names;
  if (!ended.every(isPersonal)) return undefined;
  const isCertain = ended.every(({ name, person, linked }) => {
    return (
      person !== undefined || linked || name.startsWith('@') || (name.includes(' ') && task[to - 1] === ']')
    );
  });
  if (isCertain) return { owners: names.owners, to };
  return ended.length === 1 ? { owners: [], possibleOwners: [ownerOf(ended[0]!)], to } : undefined;
}

/** `… Owner: X` */
function fieldAt(task: string, colon: number, start: number, roster: Roster): Found | undefined {
  let from = task[colon] === '=' && task[colon - 1] === ' ' ? colon - 1 : colon;
  while (from > start && colon - from < 12 && isWord(task.charCodeAt(from - 1))) from--;
  const field = from > start ? labelledAt(task, from, roster, false) : undefined;
  return field && isTail(task, field.to) ? field : undefined;
}

/**
 * ` - X`, ` -- x`, ` – x`, ` — x`, ` -> x`, ` | X`. A single hyphen is before any word; a long dash is a signature also
 * before what may be any word: `-- seph`, but not `-- blocked`.
 */
function signatureAt(task: string, at: number, start: number, roster: Roster): Found | undefined {
  if (task[at + 1] !== ' ') return undefined;
  let from = at;
  while (from > start && '-='.includes(task[from - 1]!)) from--;
  if (task[from - 1] !== ' ') return undefined;
  const long = task[at] !== '|' && (task[at] !== '-' || from < at);
  const marked = skipMarkup(task, at + 1);
  const name = /^by /i.test(task.slice(marked, marked + 3)) ? marked + 3 : marked;
  const read = namesWithin(task, name, roster);
  if (read && read.owners.length > 0) return { ...read, to: task.length };
  const names = long ? readNames(task, name, roster) : undefined;
  if (
    names &&
    names.to === task.length &&
    names.owners.every(({ name }) => !isLabel(name)) &&
    !isTail(task, name)
  )
    return { owners: names.owners, to: names.to };
  return read && { ...read, to: task.length };
}
