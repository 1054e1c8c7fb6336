/** What an item says of its own state at one of its ends: `DONE x`, `x: done`, `~~x~~`, `x (PR'ed)`. */

import { isWord } from './characters.ts';
import { stripped } from './lexicon/fold.ts';
import { statusSigns, statusWords, type TaskStatus } from './lexicon/status.ts';
import type { ActionItem } from './note.ts';
import { isTail } from './ownerTail.ts';

/** In UTF-16 code units; what is farther from an end is part of the task. */
const reach = 80;

/** Of a task's text; undefined: it is open. */
export function statusOf(text: string): TaskStatus | undefined {
  const written = withoutEmphasis(text.trim()).replaceAll('’', "'");
  if (isStruck(written)) return 'done';
  return atStart(written) ?? atEnd(written) ?? inBrackets(written);
}

/** For an item: its `done`, `inProgress` where it is so, and `saysMerged`. */
export function statusFields(text: string): Pick<ActionItem, 'done' | 'inProgress' | 'saysMerged'> {
  const status = statusOf(text);
  return {
    done: status === 'done',
    ...(status === 'inProgress' && { inProgress: true }),
    ...(status === 'done' && saysMerged(text) && { saysMerged: true }),
  };
}

/** The item where something else than its words says that it is done: a checked box, a heading. */
export function asDone<Item extends Pick<ActionItem, 'done' | 'saysMerged'>>(item: Item): Item {
  if (item.done && !item.saysMerged) return item;
  const { saysMerged: _, ...rest } = item;
  return { ...rest, done: true } as Item;
}

const merged = /merged|landed/gi;

/** True when nothing but `(merged)` or the like says that it is done. */
function saysMerged(text: string): boolean {
  const without = text.replace(merged, (word) => 'x'.repeat(word.length));
  return without !== text && statusOf(without) === undefined;
}

/** True for `✅`, `[-]`, `DONE`, `(done):` and nothing else. */
export function isDoneSign(text: string): boolean {
  const trimmed = text.trim();
  if (statusSigns.some(([sign, status]) => sign === trimmed && status === 'done')) return true;
  const word = stripped(trimmed, '[(*_', '])*_:');
  const found = word === '' ? undefined : wordAt(word, 0);
  return found?.to === word.length && found.status === 'done' && (word !== trimmed || isUpper(word));
}

interface StatusWord {
  readonly status: TaskStatus;
  readonly word: string;
  readonly to: number;
}

/** By their first letter: nearly every word of a text begins none. */
const byLetter = new Map<string, (readonly [word: string, status: TaskStatus])[]>();
for (const each of statusWords) {
  const letter = each[0][0]!;
  byLetter.set(letter, [...(byLetter.get(letter) ?? []), each]);
}

/** The word of a state that stands at `at` in any case, and that no other word goes on from. */
function wordAt(text: string, at: number): StatusWord | undefined {
  const candidates = byLetter.get((text[at] ?? '').toLowerCase());
  if (candidates === undefined) return undefined;
  const lower = text.slice(at, at + 24).toLowerCase();
  for (const [word, status] of candidates) {
    const to = at + word.length;
    if (lower.startsWith(word) && !(to < text.length && isWord(text.charCodeAt(to))))
      return { status, word, to };
  }
  return undefined;
}

/** Past the state that a task begins with, and its sign: `DONE `, `done: `, `WIP - `. Undefined: it begins with none. */
export function pastState(text: string, at: number): number | undefined {
  const found = wordAt(text, at);
  const sign = found && /^(?:[:：] ?| [-–—]+ | )/.exec(text.slice(found.to, found.to + 6))?.[0];
  return sign === undefined ? undefined : found!.to + sign.length;
}

/** `✅ x`, `[-] x`, `DONE x`, `done: x`, `done tove: x`, `done`. */
function atStart(text: string): TaskStatus | undefined {
  if (!isWord(text.charCodeAt(0)) || text.charCodeAt(0) > 127) {
    const lower = text.slice(0, 40).toLowerCase();
    for (const [sign, status] of statusSigns) if (lower.startsWith(sign)) return status;
  }
  const found = wordAt(text, 0);
  if (found === undefined) return undefined;
  let { to } = found;
  while (to < text.length && '*_'.includes(text[to]!)) to++;
  const next = text[to] ?? '';
  if (next === '' || ':：'.includes(next) || (next === ' ' && isDash(text, to + 1))) return found.status;
  if (/^done @?[\p{L}\d_-]{1,30}: /u.test(text.slice(0, 40))) return 'done';
  // `DONE write it`, but not `Done well is better than fast`.
  return next === ' ' && isUpper(text.slice(0, found.to)) ? found.status : undefined;
}

/** `x ✅`, `x: done`, `x - done in #12`, `x. Merged`, `x DONE`. */
function atEnd(text: string): TaskStatus | undefined {
  let end = text.length;
  // Emoji may be followed by a selector of their variant.
  while (end > 0 && ' .!*_\ufe0f'.includes(text[end - 1]!)) end--;
  const tail = text.slice(Math.max(0, end - reach), end);
  const last = tail.charCodeAt(tail.length - 1);
  if (!isWord(last) || last > 127) {
    const lower = tail.toLowerCase();
    for (const [sign, status] of statusSigns) if (lower.endsWith(sign)) return status;
  }
  for (let at = 1; at < tail.length; at++) {
    if (!isWord(tail.charCodeAt(at)) || !' ：*_'.includes(tail[at - 1]!)) continue;
    const found = wordAt(tail, at);
    if (found === undefined) continue;
    if (isAfterMark(tail, at) && endsStatus(tail, found.to)) return found.status;
    if (found.to === tail.length && isUpper(tail.slice(at))) return found.status;
    if (found.to === tail.length && certain.has(found.word) && tail.slice(at - 2, at) === ', ')
      return found.status;
  }
  return undefined;
}

/** Behind `: `, a dash, an arrow, or the end of a sentence. */
function isAfterMark(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && '*_'.includes(text[before - 1]!)) before--;
  if (text[before - 1] === '：') return true;
  const space = before;
  while (before > 0 && text[before - 1] === ' ') before--;
  if (before === space || before === 0) return false;
  const mark = text[before - 1]!;
  if (':.!'.includes(mark)) return true;
  return (
    ('-–—→'.includes(mark) && ' -'.includes(text[before - 2] ?? 'x')) ||
    text.slice(before - 2, before) === '=>'
  );
}

/** The end, or what says where and when: `done, see #12`, `done in #12`, `done 2026-03-03`; not `done by Friday`. */
function endsStatus(text: string, to: number): boolean {
  const rest = text.slice(to, to + 12).toLowerCase();
  return (
    rest === '' ||
    /^[,;]/.test(rest) ||
    /^ (?:\(|#|\d|\[|http)/.test(rest) ||
    /^ (?:in|via|with|as) (?:#|\[|pr|http|v?\d)/.test(rest)
  );
}

/** Words that may stand in brackets at any place; the others at an end only. */
const certain: ReadonlySet<string> = new Set(['done', 'completed']);

/** `[done]`, `(done)`, `(done, see #12)`, `x (PR'ed)`; not `(done by Friday)`, which is still to come. */
function inBrackets(text: string): TaskStatus | undefined {
  for (let at = nextBracket(text, 0); at >= 0; at = nextBracket(text, at + 1)) {
    const found = wordAt(text, at + 1);
    if (found === undefined) continue;
    const { status, word, to } = found;
    const rest = text.slice(to, to + 9).toLowerCase();
    const closes = text[at] === '[' ? rest.startsWith(']') : /^[),:;]/.test(rest);
    const goesOn =
      text[at] === '(' && (isByPerson(text, to) || /^ (?!by |before |when |until |after |if )/.test(rest));
    if (!closes && !goesOn) continue;
    if (certain.has(word) || at === 0 || isLast(text, at)) return status;
  }
  return undefined;
}

/** `(done by Tove)`; not `(done by Friday)`. */
function isByPerson(text: string, at: number): boolean {
  if (!/^ by [@\p{Lu}]/u.test(text.slice(at, at + 6))) return false;
  const close = text.slice(at, at + reach).indexOf(')');
  return close > 0 && !isTail(text.slice(0, at + close), at + 4);
}

function nextBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91) return at;
  }
  return -1;
}

/** Nothing but punctuation, or another bracket, follows the one that opens at `open`. */
function isLast(text: string, open: number): boolean {
  let to = text.indexOf(text[open] === '(' ? ')' : ']', open) + 1;
  if (to === 0) return false;
  while (to < text.length && ' \t\r\n.,;!*_~'.includes(text[to]!)) to++;
  return to === text.length || text[to] === '(';
}

/** `~~x~~` and `~x~`, perhaps behind an owner: `seph: ~~x~~`. */
function isStruck(text: string): boolean {
  if (text.startsWith('~~')) return true;
  const behind = text.slice(0, reach).indexOf(': ~');
  const from = text.startsWith('~') ? 0 : behind < 0 ? -1 : behind + 2;
  if (from < 0) return false;
  const inner = from + (text[from + 1] === '~' ? 2 : 1);
  const close = text.lastIndexOf('~');
  // `~10 people` are about ten.
  if (close <= inner || text[inner] === ' ' || text[close - 1] === ' ') return false;
  return from === 0 || close >= text.length - 2;
}

function isDash(text: string, at: number): boolean {
  return '-–—'.includes(text[at] ?? 'x') && ' -'.includes(text[at + 1] ?? 'x');
}

function isUpper(word: string): boolean {
  return word !== word.toLowerCase() && word === word.toUpperCase();
}

function withoutEmphasis(text: string): string {
  let at = 0;
  while (text[at] === '*' || text[at] === '_') at++;
  return text.slice(at);
}
