/** Where a pasted URL stays as it is. */

import { linkedReferences } from '../../note/linkedReferences.ts';
import type { Note } from '../../note/note.ts';
import { parseNote } from '../../note/parse.ts';
import { lineBefore } from './line.ts';

/**
 * Whether the URL of an issue that is pasted at `offset` is a reference in prose there, so that `PR #1` may stand in its place. Not in code,
 * front matter, comments and HTML, nor as a link's text or target, where they are finished or only begun.
 */
export function isReferenceInProse(note: Note, offset: number, url: string): boolean {
  const { text, conventions } = note;
  const line = lineBefore(note, offset);
  if (line === undefined || text.startsWith('](', offset - 2) || isOpened(text[offset - 1])) return false;
  const pasted = text.slice(0, offset) + url + text.slice(offset);
  const change = { fromA: offset, toA: offset, fromB: offset, toB: offset + url.length };
  const after = parseNote(pasted, { note, changes: [change] }, conventions);
  const reference = after.references.find(({ range }) => range.from === offset);
  return reference?.form === 'url' && !linkedReferences(after).has(reference);
}

/** Behind `<`, a quote or `=`, the URL is an address, or an attribute's value. */
function isOpened(before: string | undefined): boolean {
  return before !== undefined && '<"\'='.includes(before);
}
