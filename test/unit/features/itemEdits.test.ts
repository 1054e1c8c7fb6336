import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assign, itemAt, markDone } from '../../../server/core/features/itemEdits.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { itemKey } from '../../../server/core/recall/itemKey.ts';
import { applyFix } from '../../helpers/check.ts';

const head = '# T\n\n## Action items\n\n';

describe('an action item is marked as done', () => {
  for (const [items, expected] of [
    ['- [ ] Ada: write it', '- [x] Ada: write it'],
    ['* Ada: write it', '* Ada: write it (done)'],
    ['* Ada: write it\n* Bo: ~~read it~~', '* ~~Ada: write it~~\n* Bo: ~~read it~~'],
    ['* Ada: write it\n* Bo: read it ✅', '* Ada: write it ✅\n* Bo: read it ✅'],
    ['* Ada: write it\n* Bo: read it (done)', '* Ada: write it (done)\n* Bo: read it (done)'],
    ['* DONE: read it\n* Ada: write it', '* DONE: read it\n* DONE: Ada: write it'],
    ['* Ada: write it\n  and more', '* Ada: write it\n  and more (done)'],
    ['TODO(Ada): write it', 'TODO(Ada): write it (done)'],
    ['TODO(Ada): write it\nBo: thanks', 'TODO(Ada): write it (done)\nBo: thanks'],
    ['### Write it -- Ada', '### Write it -- Ada (done)'],
  ] as const) {
    it(items.replaceAll('\n', '⏎'), () => {
      const note = parseNote(head + items);
      const item = note.actionItems.find(({ done }) => !done)!;
      assert.equal(applyFix(note.text, { edits: markDone(note, item)! }), head + expected);
    });
  }
});

describe('an action item is assigned', () => {
  for (const [items, expected] of [
    ['TODO: write it', 'TODO(Bo): write it'],
    ['* write it', '* Bo: write it'],
    ['* Ada: write it', '* Bo: write it'],
    ['* Ada and Cy: write it', '* Bo: write it'],
    ['* write it (@ada)', '* write it (Bo)'],
    ['TODO(ada): write it', 'TODO(Bo): write it'],
  ] as const) {
    it(items, () => {
      const note = parseNote(head + items);
      const after = applyFix(note.text, { edits: assign(note, note.actionItems[0]!, 'Bo')! });
      assert.deepEqual(
        parseNote(after).actionItems[0]?.owners.map(({ name }) => name),
        ['Bo'],
      );
      if (items !== 'TODO: write it') assert.equal(after, head + expected);
    });
  }

  it('not to what would be no owner there', () => {
    const note = parseNote(`${head}* write it`);
    assert.equal(assign(note, note.actionItems[0]!, 'nobody at all, see'), undefined);
  });
});

describe('the item that was meant', () => {
  const note = parseNote(`${head}* Ada: write it\n* Ada: write more`);
  const key = itemKey({ text: 'Ada: write more', owners: ['Ada'] });
  it('is found where it stands now', () => {
    assert.equal(itemAt(note, 0, key)?.text, 'Ada: write more');
    assert.equal(itemAt(note, 0, 'write nothing'), undefined);
  });
});
