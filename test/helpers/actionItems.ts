/** Tables of action items: a marked text with every item's range, then what each is. */

import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { ActionItem } from '../../server/core/note/note.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import { markRanges, parseMarked } from './markedText.ts';

export type ActionItemRow = readonly [marked: string, ...items: string[]];

/** `form: owners | first word that may be one, done, quoted`. */
export function spellItem({ form, owners, possibleOwners, done, quoted }: ActionItem): string {
  const flags = [possibleOwners && `${possibleOwners[0]?.name}?`, done && 'done', quoted && 'quoted'].filter(
    Boolean,
  );
  return [`${form}: ${owners.map((owner) => owner.name).join(', ') || '-'}`, ...flags].join(' ');
}

/** One test a row: the items' ranges, what they are, and that each owner's range is the name as written. */
export function testActionItems(rows: readonly ActionItemRow[]): void {
  for (const [marked, ...expected] of rows) {
    it(marked.replaceAll('\n', '⏎'), () => {
      const { text } = parseMarked(marked);
      const { actionItems } = parseNote(text);
      const ranges = actionItems.map((each) => each.range);
      assert.equal(markRanges(text, ranges), marked);
      assert.deepEqual(actionItems.map(spellItem), expected);
      for (const { name, range } of actionItems.flatMap(({ owners }) => owners))
        assert.equal(text.slice(range.from, range.to), name);
    });
  }
}
