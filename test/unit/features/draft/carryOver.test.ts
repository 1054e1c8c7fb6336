import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../../server/core/archive/summary.ts';
import { carryOver, pathTo } from '../../../../server/core/features/draft/carryOver.ts';
import type { Note } from '../../../../server/core/note/note.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { openItems } from '../../../../server/core/recall/openItems.ts';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { applyFix } from '../../../helpers/check.ts';
import { noteUri, seriesFrom } from '../../../helpers/series.ts';

const head = '# T\n\n## Action items\n\n';

describe('items are carried over', () => {
  const series = seriesFrom({
    '2026-01-06': 'TODO(Ada): write the manual\n\n## Action items\n\n* [ ] Bo: review PR #12',
    '2026-01-20': '## Action items\n\n* [ ] Bo: review PR #12\n* [x] Cy: ship it\n* find a machine',
  });
  const items = openItems(series.notes);
  const into = { uri: noteUri('2026-02-03'), template: builtinTemplate, examples: [] as Note[] };
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
      `${head}| Who | What | Due |\n| :-- | --- | --- |\n| Dan | \`x\\|y\` | Fri |\n| | | |\n\nAnd so on.\n`,
      `${head}| Who | What | Due |\n| :-- | --- | --- |\n| Dan | \`x\\|y\` | Fri |\n| Bo | Bo: review PR #12 ${since('06')} | |\n| | find a machine ${since('20')} | |\n| Ada | write the manual ${since('06')} | |\n| | | |\n\nAnd so on.\n`,
    ],
    [
      `${head}Action | Owner\n--- | ---\n`,
      `${head}Action | Owner\n--- | ---\n| Bo: review PR #12 ${since('06')} | Bo |\n| find a machine ${since('20')} | |\n| write the manual ${since('06')} | Ada |\n`,
    ],
    [
      `${head}| Day | Topic |\n| --- | --- |\n| Fri | x |\n`,
      `${head}| Day | Topic |\n| --- | --- |\n| Fri | x |\n\n* Bo: review PR #12 ${since('06')}\n* find a machine ${since('20')}\n* Ada: write the manual ${since('06')}\n`,
    ],
    [
      `${head}- [x] Bo: review PR #12\n- Ada: write the manual\n`,
      `${head}- [x] Bo: review PR #12\n- Ada: write the manual\n- find a machine ${since('20')}\n`,
    ],
  ] as const) {
    it(text.replaceAll('\n', '⏎'), () => {
      const note = parseNote(text);
      const done = carryOver(note, into, items);
      assert.ok(done.kind === 'edit');
      const after = applyFix(text, { edits: [done.edit] });
      assert.equal(after, expected);
      // Again, it adds nothing.
      assert.equal(carryOver(parseNote(after), into, items).kind, 'nothing');
      // Each has its owners, as before.
      const owners = parseNote(after).actionItems.flatMap((item) => item.owners.map(({ name }) => name));
      assert.ok(owners.includes('Bo') && owners.includes('Ada'), owners.join());
    });
  }

  for (const [name, section, bullet] of [
    ['a mark', '- Bo: review it', '- '],
    ['a box', '- [x] Bo: review it\n- [ ] Cy: ship it', '- [ ] '],
    ['a number', '7. Bo: review it', '1. '],
    ['an indented mark', '  + Bo: review it', '+ '],
    ['no mark', 'Bo: review it', '* '],
  ] as const) {
    it(`as the latest notes begin theirs: ${name}`, () => {
      const latest = ['# T\n\n## Misc\n\n* any\n', `# T\n\n* any\n\n## Action items\n\n${section}\n`];
      const examples = latest.map((text) => parseNote(text));
      const text = '# T\n\n## Action items\n';
      const done = carryOver(parseNote(text), { ...into, examples }, items.slice(0, 1));
      assert.ok(done.kind === 'edit');
      const after = applyFix(text, { edits: [done.edit] });
      assert.equal(after, `${text}\n${bullet}Bo: review PR #12 ${since('06')}\n`);
    });
  }

  it('not where an item is too long to be known as a whole', () => {
    const long = `TODO: Ada: write ${'a very long story '.repeat(200)}to its end`;
    const { items: known } = summarize('file:///w/docs/a.md', parseNote(`# T\n\n${long}\n`)).facts!;
    const first = items[0]!.note;
    const open = known.map((item) => ({ ...items[0]!, item, note: first, first }));
    assert.equal(open.length, 1);
    assert.equal(carryOver(parseNote('# T\n\n## Action items\n'), into, open).kind, 'nothing');
  });

  it('not into a note without a section for them', () =>
    assert.equal(carryOver(parseNote('# T\n\n## Misc\n'), into, items).kind, 'noSection'));

  for (const [target, from, path] of [
    ['file:///w/docs/a.md', 'file:///w/docs/b.md', 'a.md'],
    ['file:///w/docs/2025/a (b).md', 'file:///w/docs/2026/b.md', '../2025/a%20%28b%29.md'],
    ['file:///w/a.md', 'file:///w/docs/2026/b.md', '../../a.md'],
  ] as const) {
    it(`by a path: ${path}`, () => assert.equal(pathTo(target, from), path));
  }
});
