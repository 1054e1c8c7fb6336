/** Things people promised to do: markers in prose, items of an action section, its headings. */

import { isBlank, isWord } from './characters.ts';
import { readNames, readWord, skipSpaces, startsSentence } from './names.ts';
import type { ActionItem, Owner, OwnerSlot, Span } from './note.ts';
import { readAssignment, readHeadingAssignment } from './owners.ts';

/** What one block's prose says of tasks; offsets are relative to the prose. */
export type ProseItem = Omit<ActionItem, 'quoted' | 'text'> & {
  /** What is to be done, perhaps over several lines. */
  readonly textRange: Span;
};

/** Headings, and lines that end in a colon before a list, whose items are tasks. */
const actionTitles = new Set(
  (
    'action item|action items|actions|action|action points|ai|ais|todo|todos|to do|to-do|to-dos|next step|next steps|follow up|' +
    'follow ups|follow-up|follow-ups|followups|tasks|promises'
  ).split('|'),
);

/** True for `Action items`, `Next steps:`, `TODO`; not for `Likely TODOs` or "teddy's todo". */
export function isActionTitle(text: string): boolean {
  const plain = text
    .replace(/[*_`:]/g, '')
    .trim()
    .toLowerCase();
  return (
    plain.length <= 60 &&
    (actionTitles.has(plain) || plain.startsWith('action items ') || plain.startsWith('next steps '))
  );
}

interface Marker {
  readonly span: Span;
  /** Past the marker, its `item`, its owners in parentheses and its colon. */
  readonly taskFrom: number;
  readonly owners: readonly Owner[];
  readonly slot: OwnerSlot;
}

interface MarkerWord {
  readonly word: string;
  /** May stand without a colon at the start of a sentence. */
  readonly bare: boolean;
  /** Counts in lower and mixed case when a colon follows and it starts its line. */
  readonly anyCase: boolean;
}

const markerWords: readonly MarkerWord[] = [
  { word: 'TODO', bare: true, anyCase: true },
  { word: 'FIXME', bare: true, anyCase: true },
  { word: 'ACTION ITEM', bare: false, anyCase: true },
  { word: 'ACTION', bare: false, anyCase: true },
  { word: 'AI', bare: false, anyCase: false },
];

/** After a bare `TODO`, these make it a noun. */
const nounAfter = new Set([
  'list',
  'lists',
  'items',
  'comment',
  'comments',
  'section',
  'file',
  'app',
  'is',
  'are',
  'was',
  'and',
  'or',
]);

/** Every task with a marker, or pledged in a sentence, in document order. */
export function findMarkedItems(text: string): ProseItem[] {
  const items: ProseItem[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) & ~32;
    // T, F and A are all that a marker starts with.
    if ((code !== 84 && code !== 70 && code !== 65) || (at > 0 && isWord(text.charCodeAt(at - 1)))) continue;
    if (!couldBeMarker(text, at)) continue;
    const marker = markerAt(text, at);
    const item = marker ? markedItem(text, marker) : pledgeAt(text, at);
    if (!item) continue;
    items.push(item);
    at = Math.max(at, item.range.to - 1);
  }
  return items;
}

/** A look at three characters, which spares nearly every word the comparison with all markers. */
function couldBeMarker(text: string, at: number): boolean {
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

function markerAt(text: string, at: number): Marker | undefined {
  for (const { word, bare, anyCase } of markerWords) {
    const written = text.slice(at, at + word.length);
    const exact = written === word;
    if (!exact && !(anyCase && written.toUpperCase() === word && startsLine(text, at))) continue;
    let to = at + word.length;
    if (to < text.length && isWord(text.charCodeAt(to))) continue;
    const span = { from: at, to };
    const item = readWord(text, skipSpaces(text, to));
    if (item?.text.toLowerCase() === 'item') to = item.to;
    const parenthesis = ownersInParentheses(text, to);
    if (parenthesis) to = parenthesis.to;
    const colon = skipSpaces(text, to);
    const hasColon = text[colon] === ':' && text[colon + 1] !== ':';
    if (word === 'AI' && !startsLine(text, at)) continue;
    if (!hasColon && !(exact && (parenthesis || (bare && isBareTask(text, at, to))))) continue;
    const taskFrom = hasColon ? colon + 1 : to;
    return {
      span,
      taskFrom,
      owners: parenthesis?.owners ?? [],
      slot: slotOf(text, span, parenthesis, taskFrom, item?.to === to),
    };
  }
  return undefined;
}

/** Without a colon it must start a sentence and have a task after it: `TODO write it down`, not "the TODO list". */
function isBareTask(text: string, at: number, to: number): boolean {
  if (!startsSentence(text, at) || text[to] !== ' ') return false;
  const next =
    text[to + 1] === '-' || text[to + 1] === '@' ? undefined : readWord(text, skipSpaces(text, to));
  return next ? !nounAfter.has(next.text.toLowerCase()) : '-@['.includes(text[to + 1] ?? ' ');
}

function startsLine(text: string, at: number): boolean {
  while (at > 0 && ' \t*_~['.includes(text[at - 1] as string)) at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '(';
}

interface Parenthesis {
  readonly owners: readonly Owner[];
  readonly inside: Span;
  readonly to: number;
}

/** `(x)` or `()` right behind a marker; a blank may stand between when a colon follows. */
function ownersInParentheses(text: string, at: number): Parenthesis | undefined {
  const open = skipSpaces(text, at);
  if (text[open] !== '(') return undefined;
  const close = text.slice(open, open + 120).indexOf(')');
  if (close < 0) return undefined;
  const inside = { from: open + 1, to: open + close };
  if (open > at && text[skipSpaces(text, inside.to + 1)] !== ':') return undefined;
  const names = readNames(text, skipSpaces(text, inside.from));
  const whole = names && skipSpaces(text, names.to) === inside.to;
  return { owners: whole ? names.owners : [], inside, to: inside.to + 1 };
}

function slotOf(
  text: string,
  span: Span,
  parenthesis: Parenthesis | undefined,
  taskFrom: number,
  item: boolean,
): OwnerSlot {
  if (parenthesis) return { range: parenthesis.inside, before: '', after: '' };
  const plain = text.slice(span.from, span.to) === 'TODO' || text.slice(span.from, span.to) === 'FIXME';
  if (plain && !item) return { range: { from: span.to, to: span.to }, before: '(', after: ')' };
  const at = skipSpaces(text, taskFrom);
  return { range: { from: at, to: at }, before: '', after: ': ' };
}

function markedItem(text: string, marker: Marker): ProseItem | undefined {
  const { span, taskFrom } = marker;
  const open = openParenthesis(text, span.from);
  const to = open === undefined ? taskEnd(text, span.from, taskFrom) : closeOf(text, taskFrom);
  const task = skipSpaces(text, taskFrom);
  // A marker with nothing behind it introduces a list.
  if (task >= to && open === undefined && marker.owners.length === 0) return undefined;
  const assignment =
    marker.owners.length > 0 ? { owners: marker.owners } : readAssignment(text, task, to, open !== undefined);
  // `Sync the changes (TODO: Ted)`: what is to be done stands before.
  const before = open !== undefined && assignment.owners.some((owner) => owner.range.to === to);
  return {
    range: { from: span.from, to },
    marker: span,
    form: 'marker',
    textRange: before ? { from: sentenceStart(text, open), to: open } : { from: task, to },
    ...assignment,
    ownerSlot: marker.slot,
    done: isDone(text.slice(task, to)),
  };
}

/** The `(` that encloses `at` within its line. */
function openParenthesis(text: string, at: number): number | undefined {
  let depth = 0;
  for (let i = at - 1; i >= 0 && at - i < 2000 && text[i] !== '\n'; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(' && depth-- === 0) return i;
  }
  return undefined;
}

function closeOf(text: string, from: number): number {
  let depth = 0;
  const reach = Math.min(text.length, from + 2000);
  for (let i = from; i < reach; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && depth-- === 0) return i;
  }
  return trimBlanks(text, from, reach);
}

/** A marker that starts its block owns it all, up to a line with another; one inside a block owns its sentence. */
function taskEnd(text: string, from: number, taskFrom: number): number {
  const whole = text.slice(0, from).trim() === '';
  let to = taskFrom;
  for (; to < text.length; to++) {
    const char = text[to] as string;
    const ends = '.!?'.includes(char) && (to + 1 >= text.length || isBlank(text.charCodeAt(to + 1)));
    if (ends && !whole) return to + 1;
    if ((ends || char === '\n') && startsMarker(text, to + 1)) {
      to += ends ? 1 : 0;
      break;
    }
  }
  return trimBlanks(text, taskFrom, to);
}

function startsMarker(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && ' \t*_~'.includes(text[at] as string)) at++;
  return markerAt(text, at) !== undefined;
}

function trimBlanks(text: string, from: number, to: number): number {
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return to;
}

/** Where the sentence before `at` starts; its own full stop does not count. */
function sentenceStart(text: string, at: number): number {
  let end = at;
  while (end > 0 && ' \n.!?'.includes(text[end - 1] as string)) end--;
  for (let i = end - 1; i >= 0 && end - i < 2000; i--) {
    if ('.!?'.includes(text[i] as string) && isBlank(text.charCodeAt(i + 1))) return i + 1;
  }
  return 0;
}

const pledgeWords = new Set(['will', 'to', 'can', 'should', 'took', 'takes', 'is', 'are']);

/** `NAME will take this as a todo`: the only prose use of the word that promises anything. */
function pledgeAt(text: string, at: number): ProseItem | undefined {
  if (text.slice(at, at + 4).toLowerCase() !== 'todo') return undefined;
  const to = at + 4;
  if (
    (to < text.length && isWord(text.charCodeAt(to))) ||
    !text
      .slice(Math.max(0, at - 6), at)
      .toLowerCase()
      .endsWith(' as a ')
  ) {
    return undefined;
  }
  const open = openParenthesis(text, at);
  const from = skipSpaces(text, open === undefined ? sentenceStart(text, at) : open + 1);
  const names = readNames(text, from);
  const verb = names && readWord(text, skipSpaces(text, names.to));
  if (!names || !verb || !pledgeWords.has(verb.text)) return undefined;
  return {
    range: { from, to },
    form: 'pledge',
    textRange: open ? { from: sentenceStart(text, open), to: open } : { from, to },
    owners: names.owners,
    ownerSlot: { range: { from, to: from }, before: '', after: ': ' },
    done: false,
  };
}

/** How statements begin that describe instead of asking for something to be done. */
const statements = [
  "there's",
  'there is',
  'there are',
  'there was',
  "it's",
  'it is',
  'this is',
  'this was',
  'n/a',
  'none',
  'nothing',
  'tbd',
];

/** An item of an action section without a marker; undefined when it holds nothing to do. */
export function readListItem(text: string, checked: boolean): ProseItem | undefined {
  let from = 0;
  while (from < text.length && isBlank(text.charCodeAt(from))) from++;
  const to = trimBlanks(text, from, text.length);
  const task = text.slice(from, to);
  const lower = task.slice(0, 40).toLowerCase().replaceAll('’', "'");
  const describes = statements.some(
    (start) => lower.startsWith(start) && !isWord(lower.charCodeAt(start.length)),
  );
  if (task === '' || describes || isPointer(task)) return undefined;
  return {
    range: { from, to },
    form: 'item',
    textRange: { from, to },
    ...readAssignment(text, from, to, false),
    ownerSlot: { range: { from, to: from }, before: '', after: ': ' },
    done: checked || isDone(task),
  };
}

/** Nothing but a URL, perhaps with a label before it: a place to look, not a thing to do. */
function isPointer(text: string): boolean {
  const at = text.indexOf('http');
  if (at < 0 || !text.startsWith('://', text[at + 4] === 's' ? at + 5 : at + 4)) return false;
  const before = text.slice(0, at).trim();
  return (before === '' || before.endsWith(':')) && !/\s/.test(text.slice(at).trim());
}

/** A heading under an action section; undefined without a dash and something behind it. */
export function readHeadingItem(text: string): ProseItem | undefined {
  let from = 0;
  while (from < text.length && (isBlank(text.charCodeAt(from)) || text[from] === '#')) from++;
  const to = trimBlanks(text, from, text.length);
  const { dash, ...assignment } = readHeadingAssignment(text, from, to);
  if (!dash) return undefined;
  return {
    range: { from, to },
    form: 'heading',
    textRange: { from, to },
    ...assignment,
    ownerSlot: { range: { from: to, to }, before: ' -- ', after: '' },
    done: isDone(text.slice(from, to)),
  };
}

function isDone(text: string): boolean {
  const lower = text.trim().toLowerCase();
  return (
    lower.startsWith('~~') ||
    lower.startsWith('✅') ||
    lower.startsWith('done:') ||
    lower.includes('(done)') ||
    lower.endsWith('✅')
  );
}
