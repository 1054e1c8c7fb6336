/** The words around a number that make it a reference: `PR`, `issues`, and what stands between members of a list. */

import { isAsciiLetter, isWord, skipWhitespaceBack } from './characters.ts';
import { longestReferenceWord, type ReferenceWord, referenceWords } from './lexicon/references.ts';

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

/** `, `, ` and `, ` & `, ` or `, `, and `, `/`: what stands between two members of a list. */
export function isListSeparator(text: string, from: number, to: number): boolean {
  if (to - from > 12 || to <= from) return false;
  const between = text.slice(from, to).trim().toLowerCase();
  return [',', 'and', '&', 'or', '/', '+', ', and', ', or', ',and', ',or'].includes(between);
}

/** True where no word goes on. */
export function isEdge(text: string, at: number): boolean {
  return at < 0 || !isWord(text.charCodeAt(at));
}
