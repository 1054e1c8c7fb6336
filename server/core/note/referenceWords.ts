/** The words around a number that make it a reference: `PR`, `issues`, and what stands between members of a list. */

import { isAsciiLetter, joinsWord, skipWhitespaceBack } from './characters.ts';
import {
  listSeparators,
  longestReferenceWord,
  type ReferenceWord,
  rangeSigns,
  referenceWords,
} from './lexicon/references.ts';

export interface Keyword extends ReferenceWord {
  readonly from: number;
}

/** The keyword that ends at `at` or before the blanks that end there. */
export function keywordBefore(text: string, at: number): Keyword | undefined {
  const end = skipWhitespaceBack(text, at);
  if (end === 0 || at - end > 200) return undefined;
  let from = end;
  while (from > 0 && end - from <= longestReferenceWord && isAsciiLetter(text.charCodeAt(from - 1))) from--;
  if (from === end || !isEdge(text, from - 1)) return undefined;
  let word = text.slice(from, end).toLowerCase();
  if (word === 'request' || word === 'requests') {
    const pullEnd = skipWhitespaceBack(text, from);
    if (
      pullEnd < from &&
      isEdge(text, pullEnd - 5) &&
      text.slice(pullEnd - 4, pullEnd).toLowerCase() === 'pull'
    ) {
      word = `pull ${word}`;
      from = pullEnd - 4;
    }
  }
  const keyword = referenceWords.get(word);
  return keyword && { from, ...keyword };
}

/** How a number goes on from the one before: `#1, #2 and #3` is a list, `#1-#3` a range. Undefined: it does not. */
export function separatorBetween(text: string, from: number, to: number): 'list' | 'range' | undefined {
  if (to - from > 12 || to <= from) return undefined;
  const between = text.slice(from, to).trim().toLowerCase();
  return listSeparators.has(between) ? 'list' : rangeSigns.has(between) ? 'range' : undefined;
}

/** True where no word goes on. */
export function isEdge(text: string, at: number): boolean {
  return at < 0 || !joinsWord(text.charCodeAt(at));
}
