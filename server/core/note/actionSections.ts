/** Tasks without a marker: the lists and headings of an action section. */

import { isWhitespace } from './characters.ts';
import { readOwnerLine } from './groupOwners.ts';
import { ourselves, ownerPlaceholders, ownerPlaceholdersBeforeColon } from './lexicon/tasks.ts';
import type { OwnerSlot, Span } from './note.ts';
import { readAssignment, readHeadingAssignment, vacancyAt } from './owners.ts';
import type { ProseItem } from './proseItem.ts';
import type { Reading } from './reading.ts';
import { trimWhitespace } from './sentences.ts';
import { shiftOwners } from './shift.ts';
import { beginsWithNothing, isNothing, isStatement } from './statements.ts';
import { statusFields } from './taskStatus.ts';

/**
 * An item of an action section without a marker; undefined when it holds nothing to do. A task with a box is one whatever
 * its sentence is.
 */
export function readListItem(
  text: string,
  checked: boolean,
  boxed: boolean,
  reading: Reading,
): ProseItem | undefined {
  let from = 0;
  while (from < text.length && isWhitespace(text.charCodeAt(from))) from++;
  const to = trimWhitespace(text, from, text.length);
  const task = text.slice(from, to);
  if (isNothing(task) || isPointer(task)) return undefined;
  const lastLine = text.lastIndexOf('\n', to - 1) + 1;
  const below = lastLine > from ? readOwnerLine(text.slice(lastLine, to), reading.roster) : undefined;
  const textRange = { from, to: below ? trimWhitespace(text, from, lastLine) : to };
  const assignment = below
    ? { owners: shiftOwners(below, lastLine) }
    : readAssignment(text, from, to, false, reading);
  const front = slotAt(text, from);
  const ownerSlot = (front.range.to > from ? undefined : slotBehind(text, from, to)) ?? front;
  const status = statusFields(task);
  const isOpen = (!status.done || status.saysMerged) && !status.inProgress;
  if (assignment.owners.length === 0 && isOpen) {
    const taskFrom = front.range.to;
    if (taskFrom === from && beginsWithNothing(task)) return undefined;
    if (!boxed && isStatement(text.slice(taskFrom, to))) return undefined;
  }
  return {
    range: { from, to },
    form: 'item',
    textRange,
    ...assignment,
    ownerSlot,
    ...(checked ? { done: true } : status),
  };
}

/** A name goes before the task, or takes the place of the word that stands for one. */
export function slotAt(text: string, from: number): OwnerSlot {
  const vacancy = vacancyAt(text, from) ?? questionMarksAt(text, from);
  return vacancy
    ? { range: vacancy, before: '', after: '' }
    : { range: { from, to: from }, before: '', after: ': ' };
}

/** `???: write it` */
function questionMarksAt(text: string, from: number): Span | undefined {
  let to = from;
  while (text[to] === '?') to++;
  return to > from && text[to] === ':' ? { from, to } : undefined;
}

/** `write it (???)`, `write it [TBD]`, `write it - TBD`: what stands for an owner at the end. */
export function slotBehind(text: string, from: number, end: number): OwnerSlot | undefined {
  let to = end;
  while (to > from && ' .*_~'.includes(text[to - 1]!)) to--;
  const close = text[to - 1];
  if (close === ')' || close === ']') {
    const open = text.lastIndexOf(close === ')' ? '(' : '[', to - 1);
    if (open <= from || !standsForOwner(text.slice(open + 1, to - 1))) return undefined;
    return close === ')'
      ? { range: { from: open + 1, to: to - 1 }, before: '', after: '' }
      : { range: { from: open, to }, before: '(', after: ')' };
  }
  const start = text.lastIndexOf(' ', to - 1) + 1;
  if (start <= from || !standsForOwner(text.slice(start, to)) || !'-–—'.includes(text[start - 2] ?? ' '))
    return undefined;
  return { range: { from: start, to }, before: '', after: '' };
}

/** True where nobody is named yet: empty, `-`, `???`, `TBD`; not for `us`. */
export function isVacant(text: string): boolean {
  return isNothing(text) || (standsForOwner(text) && !ourselves.has(text.trim().toLowerCase()));
}

function standsForOwner(text: string): boolean {
  const word = text.trim().toLowerCase();
  let to = word.length;
  while (to > 0 && word[to - 1] === '?') to--;
  const key = word.slice(word.startsWith('@') ? 1 : 0, to).trim();
  if (key === '') return to < word.length;
  return ownerPlaceholders.has(key) || ownerPlaceholdersBeforeColon.has(key);
}

/** Nothing but a URL or a number, perhaps with a label before it: a place to look, not a thing to do. */
function isPointer(text: string): boolean {
  if (text.length < longestNumber && /^(?:(?:pr|issue) ?|[\w.-]+\/[\w.-]+)?#\d{1,9}$/i.test(text))
    return true;
  const at = text.indexOf('http');
  if (at < 0 || !text.startsWith('://', text[at + 4] === 's' ? at + 5 : at + 4)) return false;
  const before = text.slice(0, at).trim();
  return (before === '' || before.endsWith(':')) && !/\s/.test(text.slice(at).trim());
}

const longestNumber = 100;

/** A heading under an action section; undefined without a dash and something behind it. */
export function readHeadingItem(text: string, { roster }: Reading): ProseItem | undefined {
  let from = 0;
  while (from < text.length && (isWhitespace(text.charCodeAt(from)) || text[from] === '#')) from++;
  const to = trimWhitespace(text, from, text.length);
  const { dash, ...assignment } = readHeadingAssignment(text, from, to, roster);
  if (!dash) return undefined;
  return {
    range: { from, to },
    form: 'heading',
    textRange: { from, to },
    ...assignment,
    ownerSlot: { range: { from: to, to }, before: ' -- ', after: '' },
    ...statusFields(text.slice(from, to)),
  };
}
