/** References to what is not on GitHub and has an address of its own: `EIP-1`, `CVE-2024-1234`. */

import { isAsciiLetter, isDigit, joinsWord, skipDigits } from './characters.ts';
import type { ExternalReference } from './note.ts';
import type { Reading } from './reading.ts';

/**
 * The reference that begins at `at` of a prose's masked text, by the longest prefix that stands there; undefined in the
 * middle of a word or a path, and where no id follows. Offsets are the prose's.
 */
export function externalAt(
  text: string,
  at: number,
  { prefixes }: Pick<Reading, 'prefixes'>,
): ExternalReference | undefined {
  for (const { prefix, url } of prefixes) {
    if (!text.startsWith(prefix, at) || !startsWhole(text, at, prefix)) continue;
    const from = at + prefix.length;
    const to = idEnd(text, from);
    if (to === undefined || goesOn(text, to)) continue;
    const id = text.slice(from, to);
    return { range: { from: at, to }, prefix, id, url: url.replaceAll('{id}', id) };
  }
  return undefined;
}

function startsWhole(text: string, at: number, prefix: string): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (joinsWord(before)) return !joinsWord(prefix.charCodeAt(0));
  // `EIP-1/EIP-2` is a list, `docs/EIP-1` a path.
  if (text[at - 1] === '/') return isDigit(text.charCodeAt(at - 2));
  return !'-.#@&\\'.includes(text[at - 1]!);
}

/**
 * Digits, and more after hyphens: `2024-1234`. What begins with digits goes on in digits alone, so that `1559-style` ends
 * early; what begins with letters has a digit somewhere, as `jfh8-c2jp-5v3q` does and `like` does not.
 */
function idEnd(text: string, from: number): number | undefined {
  const first = wordEnd(text, from);
  if (first === from) return undefined;
  const isNumber = skipDigits(text, from) === first;
  let to = first;
  while (text[to] === '-') {
    const end = wordEnd(text, to + 1);
    if (end === to + 1 || (isNumber && skipDigits(text, to + 1) !== end)) break;
    to = end;
  }
  for (let at = from; at < to; at++) if (isDigit(text.charCodeAt(at))) return to;
  return undefined;
}

/** Nothing that is longer is an id. */
const longestWord = 40;

function wordEnd(text: string, from: number): number {
  let to = from;
  while (to - from < longestWord && (isDigit(text.charCodeAt(to)) || isAsciiLetter(text.charCodeAt(to))))
    to++;
  return to;
}

/** `EIP-1.md` is a file, `EIP-1abc…` a longer word. */
function goesOn(text: string, to: number): boolean {
  if (to >= text.length) return false;
  if (joinsWord(text.charCodeAt(to))) return true;
  return '._@'.includes(text[to]!) && to + 1 < text.length && joinsWord(text.charCodeAt(to + 1));
}
