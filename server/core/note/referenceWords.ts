/** The words around a number that make it a reference: `PR`, `issues`, and what stands between members of a list. */

import { isAsciiLetter, isWord, skipBlanksBack } from './characters.ts';
import type { ReferenceKind } from './note.ts';

/** The words that announce a number. `plural` lets `and #2` go on in the same kind. */
const keywords: Readonly<Record<string, { readonly kind: ReferenceKind; readonly plural: boolean }>> = {
  pr: { kind: 'pull', plural: false },
  prs: { kind: 'pull', plural: true },
  pull: { kind: 'pull', plural: false },
  pulls: { kind: 'pull', plural: true },
  'pull request': { kind: 'pull', plural: false },
  'pull requests': { kind: 'pull', plural: true },
  issue: { kind: 'issue', plural: false },
  issues: { kind: 'issue', plural: true },
  discussion: { kind: 'discussion', plural: false },
  discussions: { kind: 'discussion', plural: true },
  bug: { kind: 'issue', plural: false },
  bugs: { kind: 'issue', plural: true },
};

/** Those that may stand before a number without `#`, and the fewest digits it then needs not to be a count. */
export const keywordsWithoutHash: Readonly<Record<string, number>> = {
  pr: 1,
  prs: 3,
  'pull request': 1,
  'pull requests': 3,
  issue: 1,
  issues: 3,
};

const longestKeyword = 'pull requests'.length;

export interface Keyword {
  readonly from: number;
  readonly kind: ReferenceKind;
  readonly plural: boolean;
  readonly word: string;
}

/** The keyword that ends at `at` or before the blanks that end there. */
export function keywordBefore(text: string, at: number): Keyword | undefined {
  const end = skipBlanksBack(text, at);
  if (end === 0 || at - end > 200) return undefined;
  let from = end;
  while (from > 0 && end - from <= longestKeyword && isAsciiLetter(text.charCodeAt(from - 1))) from--;
  if (from === end || !isEdge(text, from - 1)) return undefined;
  let word = text.slice(from, end).toLowerCase();
  if (word === 'request' || word === 'requests') {
    const pullEnd = skipBlanksBack(text, from);
    if (
      pullEnd < from &&
      isEdge(text, pullEnd - 5) &&
      text.slice(pullEnd - 4, pullEnd).toLowerCase() === 'pull'
    ) {
      word = `pull ${word}`;
      from = pullEnd - 4;
    }
  }
  const keyword = Object.hasOwn(keywords, word) ? keywords[word] : undefined;
  return keyword && { from, word, ...keyword };
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
