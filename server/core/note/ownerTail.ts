/** What may stand between an owner and the end of a task: due dates, references, links, estimates, asides. */

import { tailWords } from './lexicon/owners.ts';
import { masked, maskedPerson } from './prose.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>', '{': '}' };

/** Longer than an address with all its parameters. In UTF-16 code units. */
const longestAside = 400;
const mostPieces = 24;

/** True where nothing of the task itself follows the offset `at`. Looks at a limited number of words. */
export function isTail(text: string, at: number): boolean {
  let to = at;
  for (let pieces = 0; pieces < mostPieces; pieces++) {
    while (to < text.length && ' \t\n\r.,;:!?*_~|/–—-)]'.includes(text[to]!)) to++;
    if (to >= text.length) return true;
    const end = pieceEnd(text, to);
    if (end === undefined) return false;
    to = end;
  }
  return false;
}

function pieceEnd(text: string, at: number): number | undefined {
  const char = text[at]!;
  if (char === masked || char === maskedPerson) {
    let to = at;
    while (text[to] === masked || text[to] === maskedPerson) to++;
    return to;
  }
  const closer = closers[char];
  if (closer !== undefined) {
    const close = text.slice(at, at + longestAside).indexOf(closer);
    return close < 0 ? undefined : at + close + 1;
  }
  let to = at;
  while (to < text.length && !' \t\n\r'.includes(text[to]!)) to++;
  const word = text.slice(at, Math.min(to, at + longestAside));
  if (word.startsWith('http://') || word.startsWith('https://')) return to;
  const bare = word.replace(/[.,;:!?)\]*_~]{1,8}$/, '').toLowerCase();
  if (bare === 'cc' || bare === '/cc') return loginsEnd(text, to);
  return isTailWord(bare) ? at + Math.max(bare.length, 1) : undefined;
}

function isTailWord(word: string): boolean {
  if (tailWords.has(word)) return true;
  // `#12`, `owner/repo#12`, `GH-12`, `!12`, `pr12`, `#docs`
  if (/^[\w./-]{0,80}[#!]\w[\w-]{0,40}$/.test(word) || /^(?:gh-|pr)\d{1,9}$/.test(word)) return true;
  // `2026-03-03`, `12/3`, `3rd`, `5m`, `~2h`, `v5.1`, `50%`
  if (/^[~v]?\d[\d:./,+-]{0,20}(?:st|nd|rd|th|m|h|d|w|min|mins|pts|sp|am|pm|%|x)?$/.test(word)) return true;
  // An emoji, an arrow: no letter and no digit.
  return word.length <= 8 && !/[\p{L}\p{N}]/u.test(word);
}

/** Past the logins behind `cc`. */
function loginsEnd(text: string, at: number): number {
  let to = at;
  for (;;) {
    let from = to;
    while (from < text.length && ' ,:&'.includes(text[from]!)) from++;
    if (text[from] !== '@') return to;
    to = from + 1;
    while (to < text.length && !' \t\n,;)]&'.includes(text[to]!)) to++;
  }
}
