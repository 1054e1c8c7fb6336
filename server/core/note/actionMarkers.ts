/** `TODO`, `ACTION ITEM` and similar: the marker, the owners around it, and the place for an owner. */

import { slotAt } from './actionSections.ts';
import { isWord, skipDigits, skipSpaces } from './characters.ts';
import { initialsAt } from './initials.ts';
import { everybodyWordAt, isColon, isDash } from './leadingOwner.ts';
import { isLabel } from './lexicon/people.ts';
import { type MarkerWord, nounsAfterMarker } from './lexicon/tasks.ts';
import { type MarkerPrefix, markerPrefix, pastDash } from './markerPrefix.ts';
import { isPersonal, readNames, startsSentence } from './names.ts';
import { readWord } from './nameWords.ts';
import type { Owner, OwnerSlot, Span } from './note.ts';
import { isTail } from './ownerTail.ts';
import { masked } from './prose.ts';
import type { Reading } from './reading.ts';
import type { Roster } from './roster.ts';
import { statusOf } from './taskStatus.ts';

export interface Marker {
  readonly span: Span;
  /** Past the marker, its `item`, its owners in parentheses and its colon. */
  readonly taskFrom: number;
  readonly owners: readonly Owner[];
  readonly slot: OwnerSlot;
  /** Nothing stands for an owner there. */
  readonly slotIsFree: boolean;
  /** It may also be initials. */
  readonly doubtful: boolean;
  /** The parentheses behind it say so: `ACTION ITEM (done): …`. */
  readonly done: boolean;
  /** Where what belongs to it begins: its owner, its markup. */
  readonly from: number;
  /** Who stands before it: `seph: TODO: …`. Another owner may follow, whose it is then. */
  readonly ownersBefore: readonly Owner[];
  /** Behind it, else before it: `TODO(NA): …`. */
  readonly initials?: Owner | undefined;
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
  if (reading.markerStarts === undefined && !couldBeMarker(text, at)) return undefined;
  let before: MarkerPrefix | undefined;
  for (const marker of reading.markers) {
    const { word, anyCase, startsLine } = marker;
    const written = text.slice(at, at + word.length);
    const exact = written === word;
    if (!exact && !(anyCase && written.toUpperCase() === word)) continue;
    const to = at + word.length;
    if (to < text.length && isWord(text.charCodeAt(to)) && isWord(text.charCodeAt(to - 1))) continue;
    before ??= markerPrefix(text, at, reading.roster);
    if (!before.startsLine && (startsLine || !exact)) continue;
    const found = readMarker(text, { from: at, to }, marker, exact, before, reading);
    if (found) return found;
  }
  return undefined;
}

function readMarker(
  text: string,
  span: Span,
  { bare, doubtful }: MarkerWord,
  exact: boolean,
  before: MarkerPrefix,
  { roster }: Reading,
): Marker | undefined {
  const numbered = numberEnd(text, span.to);
  const item = readWord(text, skipSpaces(text, numbered));
  const isItem = item?.text.toLowerCase() === 'item' || item?.text.toLowerCase() === 'point';
  const closed = closeMarkup(text, isItem ? item.to : numbered, before);
  if (/[{<]/.test(before.markup) && !(exact && before.startsLine && isFilled(text, closed))) return undefined;
  const parenthesis = ownersInParentheses(text, closed.to, roster);
  const behind = closeMarkup(text, parenthesis?.to ?? closed.to, before);
  const isApart = closed.bracket || closed.emphasis || before.hash;
  const named = parenthesis || isApart ? undefined : ownersBehind(text, behind.to, roster);
  const { to } = named ?? behind;
  const sign = skipSpaces(text, to);
  const hasColon = (text[sign] === ':' && text[sign + 1] !== ':') || text[sign] === '：';
  const hasDash = exact && before.startsLine && isDash(text, sign);
  const isMarked =
    hasColon ||
    hasDash ||
    (before.startsLine && named?.isAsked === true) ||
    (exact && parenthesis?.isClose === true) ||
    (exact && bare && isBareTask(text, span.from, to)) ||
    (before.startsLine && (closed.bracket || behind.bracket || before.hash)) ||
    (exact && before.startsLine && (closed.emphasis || text[sign] === '@'));
  if (!isMarked) return undefined;
  const colon = hasColon ? sign + 1 : hasDash ? pastDash(text, sign) : to;
  // `**ACTION:** write it`
  const taskFrom = hasColon && before.markup !== '' ? skipMarks(text, colon) : colon;
  const owners = parenthesis?.owners ?? named?.owners ?? [];
  const slot = slotOf(text, span, parenthesis, taskFrom, isItem || numbered > span.to);
  return {
    span,
    from: before.from,
    taskFrom,
    owners,
    ownersBefore: before.owners,
    initials: parenthesis?.initials ?? named?.initials ?? before.initials,
    slot,
    slotIsFree: slot.range.from === slot.range.to && parenthesis === undefined,
    doubtful: doubtful && !parenthesis && !named && before.owners.length === 0,
    done: parenthesis?.done === true,
  };
}

/** `ACTION-12`, `TODO #3`, `AI 4` */
function numberEnd(text: string, at: number): number {
  let from = at;
  if (text[from] === ' ') from++;
  if ('-#'.includes(text[from] ?? ' ')) from++;
  const to = skipDigits(text, from);
  return to > from && to - from < 6 && !(to < text.length && isWord(text.charCodeAt(to))) ? to : at;
}

const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

const wordBehind = /^[ \t]*(?:[:：—–-][ \t]*|[ \t])[*_[(@]*(?:[\p{L}\p{N}]|\uE000[^\n]*\p{L})/u;

/**
 * Behind `{ACTION}` and `<ACTION>`, which may be what a template leaves to be filled in: then words are there, and not just another
 * placeholder.
 */
function isFilled(
  text: string,
  { to, bracket }: { readonly to: number; readonly bracket: boolean },
): boolean {
  return bracket && wordBehind.test(text.slice(to, to + 100));
}

/** Past what closes the marker's markup; `bracket`: of `[TODO]`, `emphasis`: of `**TODO**`. */
function closeMarkup(
  text: string,
  at: number,
  { markup }: MarkerPrefix,
): { readonly to: number; readonly bracket: boolean; readonly emphasis: boolean } {
  let to = at;
  let bracket = false;
  let emphasis = false;
  for (let index = markup.length - 1; index >= 0; index--) {
    const mark = markup[index]!;
    if ('*_~'.includes(mark) && text[to] === mark) {
      emphasis = true;
      to++;
    } else if (text[to] === closing[mark]) {
      // `[TODO](…)` is a link.
      if (text[to + 1] === masked || text[to + 1] === '(') break;
      bracket = true;
      to++;
    }
  }
  return { to, bracket, emphasis };
}

/** `ACTION @ann: …`, `ACTION Ann - …`, `TODO for Ann: …`, `ACTION on Ann to …` */
function ownersBehind(text: string, at: number, roster: Roster): Named | undefined {
  if (text[at] !== ' ') return undefined;
  const start = skipSpaces(text, at);
  const preposition = /^(?:for|on) /i.exec(text.slice(start, start + 4))?.[0].length ?? 0;
  const named: Named | undefined =
    readNames(text, start + preposition, roster) ?? namedByInitials(text, start + preposition);
  if (!named?.owners.every(isPersonal)) return undefined;
  const sign = skipSpaces(text, named.to);
  if (isColon(text, sign) || isDash(text, sign)) return named;
  return preposition > 0 && / to [a-z]/.test(text.slice(named.to, named.to + 5))
    ? { ...named, isAsked: true }
    : undefined;
}

interface Named {
  readonly owners: readonly Owner[];
  readonly initials?: Owner | undefined;
  readonly to: number;
  /** `ACTION on Ann to write it` */
  readonly isAsked?: true;
}

function namedByInitials(text: string, at: number): Named | undefined {
  const initials = initialsAt(text, at);
  return initials && { owners: [], initials, to: initials.range.to };
}

function skipMarks(text: string, at: number): number {
  while ('*_'.includes(text[at] ?? ' ')) at++;
  return at;
}

/** Without a colon it must start a sentence and have a task after it: `TODO write it down`, not "the TODO list". */
function isBareTask(text: string, at: number, to: number): boolean {
  if (!startsSentence(text, at) || text[to] !== ' ') return false;
  const next =
    text[to + 1] === '-' || text[to + 1] === '@' ? undefined : readWord(text, skipSpaces(text, to));
  return next ? !nounsAfterMarker.has(next.text.toLowerCase()) : '-@[('.includes(text[to + 1] ?? ' ');
}

interface Parenthesis {
  readonly owners: readonly Owner[];
  readonly initials?: Owner | undefined;
  readonly done: boolean;
  readonly inside: Span;
  readonly to: number;
  /** No blank stands before it. */
  readonly isClose: boolean;
}

/** `(x)`, `[x]` or `()` right behind a marker; a blank may stand between when a colon or a dash follows. */
function ownersInParentheses(text: string, at: number, roster: Roster): Parenthesis | undefined {
  const open = skipSpaces(text, at);
  const isRound = text[open] === '(';
  if (!isRound && text[open] !== '[') return undefined;
  const start = skipSpaces(text, open + 1);
  const everybody = everybodyWordAt(text, start);
  const names: Named | undefined = everybody
    ? { owners: [everybody], to: everybody.range.to }
    : (readNames(text, start, roster) ?? namedByInitials(text, start));
  const length = text.slice(open, open + 120).indexOf(isRound ? ')' : ']');
  if (length < 0) return undefined;
  const inside = { from: open + 1, to: open + length };
  const sign = skipMarks(text, skipSpaces(text, inside.to + 1));
  const isSigned = text[sign] === ':' || text[sign] === '：' || isDash(text, sign);
  const isClose = open === at;
  if (!isClose && !isSigned) return undefined;
  const done = statusOf(text.slice(open, inside.to + 1)) === 'done';
  const whole = !done && names && endsWith(text, names, inside.to);
  // `TODO [docs]: …` may be about the docs.
  const isName = (owner: Owner) => isPersonal(owner) || (isSigned && !isLabel(owner.name));
  const isOther = !isRound && !done && inside.to > inside.from && !(whole && names.owners.every(isName));
  if (isOther) return undefined;
  const named = whole ? names : undefined;
  return {
    owners: named?.owners ?? [],
    initials: named?.initials,
    done,
    inside,
    to: inside.to + 1,
    isClose,
  };
}

/** `(Tove)`, `(Tove, by Friday)`: the names are all there is up to `end`, but for a due date or the like behind a sign. */
function endsWith(text: string, { owners: [first], to }: Named, end: number): boolean {
  const behind = skipSpaces(text, skipMarks(text, to));
  if (behind === end) return true;
  const before = text.slice(0, end);
  const isSigned =
    ',;–—-'.includes(text[behind] ?? ' ') || /^(?:by|due) /i.test(text.slice(behind, behind + 4));
  // The first may be a day itself: `(Friday, 3rd)`.
  return isSigned && first !== undefined && !isTail(before, first.range.from) && isTail(before, behind);
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
