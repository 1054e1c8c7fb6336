/** The text at the cursor that a list is about. */

import { isSpaceAt } from '../../note/characters.ts';
import { isLineEnd } from '../../note/lines.ts';
import type { Span } from '../../note/note.ts';
import type { Text } from '../../note/text.ts';
import type { Template } from '../../template/template.ts';

/**
 * The offset where the text begins that the writer typed up to `offset`, when edits of the list replace `ranges`. The text
 * is not blank, unless its line is, so that a list can show it: behind `TODO: ` or `## ` the word before belongs to it.
 */
export function typedTextStart(text: Text, offset: number, ranges: readonly Span[]): number {
  const from = ranges.reduce((first, range) => Math.min(first, range.from), offset);
  if (text.slice(from, offset).trim() !== '') return from;
  let start = from;
  while (isSpaceAt(text, start - 1)) start--;
  while (start > 0 && !isSpaceAt(text, start - 1) && !isLineEnd(text, start - 1)) start--;
  return start;
}

/** The defaults of tab stops in the snippets that the extension ships. */
const commonPlaceholders: readonly string[] = ['number', 'owner'];

/** Whether the text is what a tab stop for a number or a person holds until it is filled in. */
export function isPlaceholder(text: string, { placeholderLines }: Template): boolean {
  if (text === '') return false;
  const isDefault = (part: { readonly kind: string; readonly text: string }) =>
    part.kind === 'stop' && part.text === text;
  return commonPlaceholders.includes(text) || placeholderLines.some(({ parts }) => parts.some(isDefault));
}
