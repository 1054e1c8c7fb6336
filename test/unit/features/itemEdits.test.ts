import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import type { Edit } from '../../../server/core/checks/problem.ts';
import { assign, carryOver, itemAt, markDone, pathTo } from '../../../server/core/features/itemEdits.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { itemKey } from '../../../server/core/recall/itemKey.ts';
import { openItems } from '../../../server/core/recall/openItems.ts';
import { noteUri, seriesFrom } from '../../helpers/series.ts';

function applied(text: string, edits: readonly Edit[] | undefined): string | undefined {
  return (
    edits &&
    [...edits]
      .sort((a, b) => b.range.from - a.range.from)
      .reduce(
        (result, { range, text: put }) => result.slice(0, range.from) + put + result.slice(range.to),
        text,
      )
  );
}

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
    ['### Write it -- Ada', '### Write it -- Ada (done)'],
  ] as const) {
    it(items.replaceAll('\n', '⏎'), () => {
      const note = parseNote(head + items);
      const item = note.actionItems.find(({ done }) => !done)!;
      assert.equal(applied(note.text, markDone(note, item)), head + expected);
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
      const after = applied(note.text, assign(note, note.actionItems[0]!, 'Bo'));
      assert.deepEqual(
        parseNote(after!).actionItems[0]?.owners.map(({ name }) => name),
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

describe('items are carried over', () => {
  const series = seriesFrom({
    '2026-01-06': 'TODO(Ada): write the manual\n\n## Action items\n\n* [ ] Bo: review PR #12',
    '2026-01-20': '## Action items\n\n* [ ] Bo: review PR #12\n* [x] Cy: ship it\n* find a machine',
  });
  const items = openItems(series.notes);
  const uri = noteUri('2026-02-03');
  const since = (day: string) => `(since [2026-01-${day}](202601${day}_meeting_notes.md))`;

  for (const [text, expected] of [
    [
      `${head}* [ ] Dan: x y\n\n## Misc\n`,
      `${head}* [ ] Dan: x y\n* [ ] Bo: review PR #12 ${since('06')}\n* [ ] find a machine ${since('20')}\n* [ ] Ada: write the manual ${since('06')}\n\n## Misc\n`,
    ],
    [
      `# T\n\n## Action items\n\n## Misc\n`,
      `${head}* Bo: review PR #12 ${since('06')}\n* find a machine ${since('20')}\n* Ada: write the manual ${since('06')}\n\n## Misc\n`,
    ],
    [
      `# T\n\n## Action items\n`,
      `${head}* Bo: review PR #12 ${since('06')}\n* find a machine ${since('20')}\n* Ada: write the manual ${since('06')}\n`,
    ],
    [
      `${head}- [x] Bo: review PR #12\n- Ada: write the manual\n`,
      `${head}- [x] Bo: review PR #12\n- Ada: write the manual\n- find a machine ${since('20')}\n`,
    ],
  ] as const) {
    it(text.replaceAll('\n', '⏎'), () => {
      const note = parseNote(text);
      const done = carryOver(note, uri, items);
      assert.ok(done.kind === 'edits');
      const after = applied(text, done.edits)!;
      assert.equal(after, expected);
      // Again, it adds nothing.
      assert.equal(carryOver(parseNote(after), uri, items).kind, 'nothing');
      // Each has its owners, as before.
      const owners = parseNote(after).actionItems.flatMap((item) => item.owners.map(({ name }) => name));
      assert.ok(owners.includes('Bo') && owners.includes('Ada'), owners.join());
    });
  }

  it('not where an item is too long to be known as a whole', () => {
    const long = `TODO: Ada: write ${'a very long story '.repeat(200)}to its end`;
    const { items: known } = summarize('file:///w/docs/a.md', parseNote(`# T\n\n${long}\n`)).facts!;
    const first = items[0]!.note;
    const open = known.map((item) => ({ ...items[0]!, item, note: first, first }));
    assert.equal(open.length, 1);
    assert.equal(carryOver(parseNote('# T\n\n## Action items\n'), uri, open).kind, 'nothing');
  });

  it('not into a note without a section for them', () =>
    assert.equal(carryOver(parseNote('# T\n\n## Misc\n'), uri, items).kind, 'noSection'));

  for (const [target, from, path] of [
    ['file:///w/docs/a.md', 'file:///w/docs/b.md', 'a.md'],
    ['file:///w/docs/2025/a (b).md', 'file:///w/docs/2026/b.md', '../2025/a%20%28b%29.md'],
    ['file:///w/a.md', 'file:///w/docs/2026/b.md', '../../a.md'],
  ] as const) {
    it(`by a path: ${path}`, () => assert.equal(pathTo(target, from), path));
  }
});
