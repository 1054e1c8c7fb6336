/** What an item puts into the note, and in place of what. */

import type { ReferenceStyle } from '../../../../shared/settings.ts';
import { isLineEnd, lineStart } from '../../note/lines.ts';
import type { Note, Repository, Span } from '../../note/note.ts';
import type { Text } from '../../note/text.ts';
import { isValidRepository } from '../../references/issueKey.ts';
import { referenceText } from '../../references/referenceText.ts';
import type { ReferenceContext } from './context.ts';
import type { ReferenceCandidate } from './references.ts';

export interface Insertion {
  /** The same for all items of a list. */
  readonly range: Span;
  textOf(candidate: ReferenceCandidate): string;
}

/** `repository` is the one whose issues are listed; undefined when it is unknown. */
export function insertionAt(
  note: Note,
  context: ReferenceContext,
  style: ReferenceStyle,
  repository: Repository | undefined,
  own: Repository | undefined,
): Insertion {
  const { range, whole, prefix, wanted } = context;
  const typed = { range, textOf: ({ number }: ReferenceCandidate) => `${prefix}${number}` };
  // Without a repository there is no URL, and no other name than the writer's.
  if (style === 'typed' || repository === undefined || !isValidRepository(repository)) return typed;
  const place = placeFor(style, note.written, whole);
  if (place === undefined) return typed;
  const beginning = note.written.slice(whole.from, range.from);
  // In `PRs #1, #2` the word is said already.
  const isListed = style === 'kind' && wanted !== 'unknown' && beginning === '';
  const isCapital = beginning.startsWith('I');
  return {
    range: place,
    textOf({ number, title, kind: known }) {
      const kind = isListed ? 'unknown' : known === 'unknown' ? wanted : known;
      const text = referenceText({ key: { repository, number }, kind, title }, style, own);
      return isCapital && text.startsWith('issue ') ? `I${text.slice(1)}` : text;
    },
  };
}

/** The brackets around `[#]` give way to a link's own. Undefined where a link cannot stand: in another one, behind `!`. */
function placeFor(style: ReferenceStyle, text: Text, whole: Span): Span | undefined {
  const { from, to } = whole;
  if (style === 'number' || style === 'kind') return whole;
  const before = text.slice(lineStart(text, from), from);
  const isInBrackets = before.lastIndexOf('[') > before.lastIndexOf(']');
  if (!isInBrackets) return before.endsWith('!') && style !== 'url' ? undefined : whole;
  if (!before.endsWith('[') || before.endsWith('![') || before.endsWith('\\[')) return undefined;
  const next = text.charAt(to + 1);
  if (text.charAt(to) === ']')
    return next === '(' || next === '[' ? undefined : { from: from - 1, to: to + 1 };
  return to === text.length || isLineEnd(text, to) ? { from: from - 1, to } : undefined;
}
