/** `TODO`, `ACTION ITEM` and similar: the marker, the owner it names, and the place for an owner. */

import { isDone, slotAt } from './actionSections.ts';
import { isWord, skipSpaces } from './characters.ts';
import { nounsAfterMarker } from './lexicon/tasks.ts';
import { readNames, readWord, startsSentence } from './names.ts';
import type { Owner, OwnerSlot, Span } from './note.ts';
import type { Reading } from './reading.ts';
import type { Roster } from './roster.ts';

export interface Marker {
  readonly span: Span;
  /** Past the marker, its `item`, its owners in parentheses and its colon. */
  readonly taskFrom: number;
  readonly owners: readonly Owner[];
  readonly slot: OwnerSlot;
  /** It may also be initials. */
  readonly doubtful: boolean;
  /** The parentheses behind it say so: `ACTION ITEM (done): …`. */
  readonly done: boolean;
}

/** A look at three characters, which spares nearly every word the comparison with all markers. */
export function couldBeMarker(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1) & ~32;
  const third = text.charCodeAt(at + 2) & ~32;
  switch (text.charCodeAt(at) & ~32) {
    case 84: // TOD
      return second === 79 && third === 68;
    case 70: // FIX
      return second === 73 && third === 88;
    default: // ACT, AI
      return (second === 67 && third === 84) || (second === 73 && !isWord(text.charCodeAt(at + 2)));
  }
}

/** The marker that starts at `at`; undefined when the word there is prose. */
export function markerAt(text: string, at: number, reading: Reading): Marker | undefined {
  for (const { word, bare, anyCase, startsLine: first, doubtful } of reading.markers) {
    const written = text.slice(at, at + word.length);
    const exact = written === word;
    if (!exact && !(anyCase && written.toUpperCase() === word && startsLine(text, at))) continue;
    let to = at + word.length;
    if (to < text.length && isWord(text.charCodeAt(to)) && isWord(text.charCodeAt(to - 1))) continue;
    const span = { from: at, to };
    const item = readWord(text, skipSpaces(text, to));
    if (item?.text.toLowerCase() === 'item') to = item.to;
    const parenthesis = ownersInParentheses(text, to, reading.roster);
    if (parenthesis) to = parenthesis.to;
    const colon = skipSpaces(text, to);
    const hasColon = text[colon] === ':' && text[colon + 1] !== ':';
    if (first && !startsLine(text, at)) continue;
    if (!hasColon && !(exact && (parenthesis || (bare && isBareTask(text, at, to))))) continue;
    const taskFrom = hasColon ? colon + 1 : to;
    return {
      span,
      taskFrom,
      owners: parenthesis?.owners ?? [],
      slot: slotOf(text, span, parenthesis, taskFrom, item?.to === to),
      doubtful: doubtful && parenthesis === undefined,
      done: parenthesis?.done === true,
    };
  }
  return undefined;
}

/** Without a colon it must start a sentence and have a task after it: `TODO write it down`, not "the TODO list". */
function isBareTask(text: string, at: number, to: number): boolean {
  if (!startsSentence(text, at) || text[to] !== ' ') return false;
  const next =
    text[to + 1] === '-' || text[to + 1] === '@' ? undefined : readWord(text, skipSpaces(text, to));
  return next ? !nounsAfterMarker.has(next.text.toLowerCase()) : '-@['.includes(text[to + 1] ?? ' ');
}

function startsLine(text: string, at: number): boolean {
  while (at > 0 && ' \t*_~['.includes(text[at - 1] as string)) at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '(';
}

interface Parenthesis {
  readonly owners: readonly Owner[];
  readonly done: boolean;
  readonly inside: Span;
  readonly to: number;
}

/** `(x)` or `()` right behind a marker; a blank may stand between when a colon follows. */
function ownersInParentheses(text: string, at: number, roster: Roster): Parenthesis | undefined {
  const open = skipSpaces(text, at);
  if (text[open] !== '(') return undefined;
  const close = text.slice(open, open + 120).indexOf(')');
  if (close < 0) return undefined;
  const inside = { from: open + 1, to: open + close };
  if (open > at && text[skipSpaces(text, inside.to + 1)] !== ':') return undefined;
  const done = isDone(text.slice(open, inside.to + 1));
  const names = done ? undefined : readNames(text, skipSpaces(text, inside.from), roster);
  const whole = names && skipSpaces(text, names.to) === inside.to;
  return { owners: whole ? names.owners : [], done, inside, to: inside.to + 1 };
}

function slotOf(
  text: string,
  span: Span,
  parenthesis: Parenthesis | undefined,
  taskFrom: number,
  item: boolean,
): OwnerSlot {
  if (parenthesis) return { range: parenthesis.inside, before: '', after: '' };
  const at = skipSpaces(text, taskFrom);
  const slot = slotAt(text, at);
  if (slot.range.to > at) return slot;
  const plain = text.slice(span.from, span.to) === 'TODO' || text.slice(span.from, span.to) === 'FIXME';
  if (plain && !item) return { range: { from: span.to, to: span.to }, before: '(', after: ')' };
  return slot;
}
