/** When an action item of one note is that of another, copied or written again. */

import type { ItemFact } from '../archive/facts.ts';
import { statusWords } from '../note/lexicon/status.ts';
import { plainText } from './plainText.ts';

const states: ReadonlySet<string> = new Set(statusWords.map(([word]) => word));

/**
 * The same for items that say the same, whoever owns them and whatever their state: owners at an end, states and punctuation do
 * not count. Empty: there is nothing to compare. Linear.
 */
export function itemKey(item: Pick<ItemFact, 'text' | 'owners'>): string {
  let key = known.get(item);
  if (key === undefined) {
    key = keyOf(item);
    known.set(item, key);
  }
  return key;
}

/** Items are the same objects as long as their note is. */
const known = new WeakMap<object, string>();

function keyOf({ text, owners = [] }: Pick<ItemFact, 'text' | 'owners'>): string {
  const names = new Set(owners.flatMap((owner) => wordsOf(owner)));
  const words = wordsOf(withoutStates(plainText(text)));
  let from = 0;
  let to = words.length;
  while (from < to && (names.has(words[from]!) || states.has(words[from]!))) from++;
  // `Ada to write it`
  if (from > 0 && words[from] === 'to') from++;
  while (to > from && (names.has(words[to - 1]!) || states.has(words[to - 1]!))) to--;
  return words.slice(from, to).join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}_#]+/gu) ?? [];
}

/** Without `(done, see #12)` and `[x]`. */
function withoutStates(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const close = char === '(' ? ')' : char === '[' ? ']' : undefined;
    const inside = close && text.slice(at + 1, at + 30).toLowerCase();
    if (inside !== undefined && startsState(inside)) {
      const end = text.indexOf(close!, at);
      if (end < 0) break;
      at = end;
    } else rest += char;
  }
  return rest;
}

function startsState(text: string): boolean {
  if (/^[x~✓✔-]\]/u.test(text)) return true;
  const [word = ''] = /^[\p{L}'’]+/u.exec(text) ?? [];
  return states.has(word.replaceAll('’', "'"));
}
