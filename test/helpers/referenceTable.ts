/** A table of references: marked text, and what each marked place is, in a few words. */

import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { Conventions } from '../../server/core/note/conventions.ts';
import type { Reference } from '../../server/core/note/note.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import { markRanges, parseMarked } from './markedText.ts';

/** Every reference's whole range is marked with `‹›`; then what each is, in order. */
export type ReferenceRow = readonly [marked: string, ...references: string[]];

export function spellReference({ form, kind, number, repository, tail, link }: Reference): string {
  const where = repository ? `${repository.owner}/${repository.name}` : '';
  const host = repository && repository.host !== 'github.com' ? `${repository.host}/` : '';
  return [`${host}${where}#${number}`, kind, form, tail, link?.half].filter(Boolean).join(' ');
}

export function testReferences(table: readonly ReferenceRow[], conventions?: Conventions): void {
  for (const [marked, ...expected] of table) {
    it(marked.replaceAll('\n', '⏎').slice(0, 100), () => {
      const { text } = parseMarked(marked);
      const { references } = parseNote(text, undefined, conventions);
      const ranges = references.map(({ range }) => range);
      assert.equal(markRanges(text, ranges), marked);
      assert.deepEqual(references.map(spellReference), expected);
    });
  }
}
