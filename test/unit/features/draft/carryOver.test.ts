import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../../server/core/archive/summary.ts';
import { carryOver, pathTo } from '../../../../server/core/features/draft/carryOver.ts';
import type { Note } from '../../../../server/core/note/note.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { openItems } from '../../../../server/core/recall/openItems.ts';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { applyFix } from '../../../helpers/check.ts';
import { noteUri, seriesFrom, seriesOfFiles } from '../../../helpers/series.ts';

const head = '# T\n\n## Action items\n\n';

describe('items are carried over', () => {
  const series = seriesFrom({
    '2026-01-06': 'TODO(Ada): write the manual\n\n## Action items\n\n* [ ] Bo: review PR #12',
    '2026-01-20': '## Action items\n\n* [ ] Bo: review PR #12\n* [x] Cy: ship it\n* find a machine',
  });
  const items = openItems(series.notes);
  const into = {
    uri: noteUri('2026-02-03'),
    template: builtinTemplate,
    examples: [] as Note[],
    notes: series.notes,
  };
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

  describe('with the marker and the place of owners of the latest notes', () => {
    const first = '2026-02-03';
    const carried = (items: string, heading = 'Action items') => {
      const body = `## ${heading}\n\n${items}\n`;
      const { notes } = seriesFrom({ [first]: body });
      const text = `# T\n\n## ${heading}\n`;
      const examples = [`# T\n\n${body}`].map((each) => parseNote(each));
      const open = openItems(notes);
      const uri = noteUri('2026-02-17');
      const done = carryOver(parseNote(text), { ...into, uri, examples }, open);
      assert.ok(done.kind === 'edit');
      const after = applyFix(text, { edits: [done.edit] });
      assert.equal(carryOver(parseNote(after), { ...into, uri, examples }, open).kind, 'nothing');
      const { facts } = seriesFrom({ '2026-02-17': after.slice(text.indexOf('##')) }).notes[0]!;
      assert.deepEqual(
        facts?.items.map(({ owners = [] }) => owners.join().toLowerCase()),
        open.map(({ item }) => (item.owners ?? []).join().toLowerCase()),
        after,
      );
      return after
        .slice(text.length + 1)
        .replaceAll(' (since [2026-02-03](20260203_meeting_notes.md))', '')
        .trimEnd();
    };
    const older = (items: string) => [`# T\n\n## Action items\n\n${items}\n`];

    for (const items of [
      '* TODO(mirela): count the old spellings',
      '* TODO(okan, tove): check the manual',
      '* TODO(@tove): check the manual\n* TODO(@wren-lantern): read PR #12',
      '- [ ] TODO(sam): write it',
      '- [ ] **TODO(sam):** write it',
      '* TODO: write it',
      '* TODO(sam): write it\n* TODO: find a machine',
      '* TODO: @sam: write it',
      '* TODO: Sam to write it\n* TODO: Bo to read it',
      '- ACTION: Sam to write it',
      '- ACTION: Sam to write it\n- ACTION: find a machine',
      '- ACTION Ann: write it',
      '- ACTION ITEM: Ann: write it',
      '- AI: Ann to write it',
      '1. FIXME(ann): write it',
      '* [TODO] Ann: write it',
      '* Ann: TODO: write it',
      '* write it (Ann)',
      '* write it -- Ann',
      '* **Ann**: write it\n* **Bo**: read it',
      '* @ann write it\n* @bo-k read it',
      '* Ann to write it\n* Bo: read it\n* ship it (Cy)',
      '* Ann: write it\n* find a machine',
      '* TODO(Ann): write it\n* Bo: read it\n* TODO(Cy): ship it\n* find a machine',
    ]) {
      it(`as they stand: ${items.replaceAll('\n', '⏎')}`, () => assert.equal(carried(items), items));
    }

    it('under a heading that says TODO', () =>
      assert.equal(carried('* TODO(Ann): write it', 'TODO'), '* TODO(Ann): write it'));

    for (const [latest, from, expected] of [
      [
        '* TODO(Cy): ship it',
        '* Ann: write it\n* read it (Bo)\n* find a machine',
        '* TODO(Ann): write it\n* TODO(Bo): read it\n* TODO: find a machine',
      ],
      ['* TODO(@cy): ship it', '* @ann: write it', '* TODO(@ann): write it'],
      ['* TODO: ship it', '* Ann to write it', '* TODO(Ann): write it'],
      ['- ACTION: ship it', '- Ann: write it', '- ACTION: Ann: write it'],
      ['- ACTION Cy: ship it', '- TODO: write it', '- ACTION: write it'],
      ['- **ACTION Cy:** ship it', '- Ann: write it', '- **ACTION Ann:** write it'],
      ['* Cy: ship it', '* TODO(Ann): write it\n* TODO: find a machine', '* Ann: write it\n* find a machine'],
      ['* ship it (Cy)', '* TODO(Ann): write it', '* write it (Ann)'],
      ['* **Cy**: ship it', '* TODO(Ann): write it', '* **Ann**: write it'],
      ['* Cy to ship it', '* TODO(Ann): write it', '* Ann to write it'],
      ['* [x] TODO(Cy): ship it', '* [ ] Ann: write it', '* [ ] TODO(Ann): write it'],
      ['* ~~TODO(Cy): ship it~~\n* TODO(Bo): read it', '* Ann: write it', '* TODO(Ann): write it'],
      ['* TODO #7: Cy: ship it', '* Ann: write it', '* Ann: write it'],
      ['* [Cy](https://example.org/cy): ship it', '* TODO(Ann): write it', '* Ann: write it'],
    ] as const) {
      it(`${from.replaceAll('\n', '⏎')} after ${latest.replaceAll('\n', '⏎')}`, () => {
        const { notes } = seriesFrom({ [first]: `## Action items\n\n${from}` });
        const text = '# T\n\n## Action items\n';
        const examples = older(latest).map((each) => parseNote(each));
        const done = carryOver(parseNote(text), { ...into, examples, uri: noteUri(first) }, openItems(notes));
        assert.ok(done.kind === 'edit');
        const after = applyFix(text, { edits: [done.edit] });
        assert.equal(after.replaceAll(/ \(since \[[^)]*\)\)/g, ''), `${text}\n${expected}\n`);
      });
    }

    it('by the marker of the text where no section has items', () => {
      const { notes } = seriesFrom({ [first]: 'We talked. TODO(Ann): write it' });
      const text = '# T\n\n## Action items\n';
      const examples = [parseNote('# T\n\n## Talk\n\n* TODO(Ann): write it\n')];
      const done = carryOver(parseNote(text), { ...into, examples }, openItems(notes));
      assert.ok(done.kind === 'edit');
      assert.match(applyFix(text, { edits: [done.edit] }), /^\* TODO\(Ann\): write it \(since/m);
    });
  });

  describe('into a table, with the other cells of columns that both have', () => {
    for (const [earlier, head, rows] of [
      [
        '| Who | What | By |\n|---|---|---|\n| Ada | cut it | 2026-11-23 |\n| Bo | rebase PR #9 | |',
        '| Who | What | By |\n|---|---|---|',
        ['| Ada | cut it SINCE | 2026-11-23 |', '| Bo | rebase PR #9 SINCE | |'],
      ],
      [
        'Aufgabe | Verantwortlich | **Fällig** | Prio\n--- | --- | --- | ---\nBericht schreiben | Ada | 23.11. | hoch\n',
        '| Prio | Aufgabe | Verantwortlich | Status | fällig: |\n|-|-|-|-|-|',
        ['| hoch | Bericht schreiben SINCE | Ada | | 23.11. |'],
      ],
      [
        '| # | Task | Owner | Due | |\n|-|-|-|-|-|\n| 1 | cut it | Ada | `a\\|b` | x |\n| 2 | ship it | | [Fri](x.md) | y |\n',
        '| # | Task | Owner | Due | |\n|-|-|-|-|-|',
        ['| | cut it SINCE | Ada | `a\\|b` | |', '| | ship it SINCE | | [Fri](x.md) | |'],
      ],
      [
        '| Who | What | By |\r\n|---|---|---|\r\n| Ada | cut it | 2026-11-23 |\r\n| Bo | ship it | |',
        '| Who | What | By |\n|---|---|---|',
        ['| Ada | cut it SINCE | 2026-11-23 |', '| Bo | ship it SINCE | |'],
      ],
      [
        'Aufgabe | Verantwortlich | Fällig\r\n--- | --- | ---\r\nx | Bo |\r\nBericht schreiben | Ada | 23.11.\r\n',
        '| Aufgabe | Verantwortlich | Fällig |\n|-|-|-|',
        ['| x SINCE | Bo | |', '| Bericht schreiben SINCE | Ada | 23.11. |'],
      ],
      ['* Ada: cut it', '| Who | What | By |\n|---|---|---|', ['| Ada | Ada: cut it SINCE | |']],
      [
        '| Who | What | Estimate |\n|---|---|---|\n| Ada | cut it | 2 h |',
        '| Who | What | By |\n|---|---|---|',
        ['| Ada | cut it SINCE | |'],
      ],
    ] as const) {
      it(JSON.stringify([earlier, head]), () => {
        const body = `## Action items\n\nText.\n\n${earlier}\n`;
        const { notes } = seriesFrom({ '2026-01-20': body });
        const text = `# T\n\n## Action items\n\n${head}\n`;
        const done = carryOver(parseNote(text), into, openItems(notes));
        assert.ok(done.kind === 'edit');
        const expected = rows.map((row) => row.replace('SINCE', since('20'))).join('\n');
        assert.equal(applyFix(text, { edits: [done.edit] }), `${text}${expected}\n`);
      });
    }
  });

  describe('with a link to the meeting in a file of several', () => {
    const folder = noteUri('2026-01-06').replace(/\/[^/]*$/, '');
    const meeting = (heading: string, item: string) => `## ${heading}\n\n### Todo\n\n* Ada: ${item}\n\n`;
    for (const [name, files, links] of [
      [
        '2026.md',
        {
          '2025.md': `# Call 2025\n\n${meeting('December 4', 'do a')}${meeting('November 6', 'do b')}`,
          '2026.md': `# Call 2026\n\n${meeting('January 15', 'do c')}${meeting('January 1', 'do d')}`,
        },
        ['#january-15', '#january-1', '2025.md#december-4', '2025.md#november-6'],
      ],
      [
        'minutes.md',
        {
          'minutes.md': `# Minutes\n\n${[
            '2026-01-20',
            '19.01.2026 – Tee & Kuchen',
            '[2026-01-13](https://example.org/x): Call (IRC)',
            '2026-01-06, **Réunion** n°5',
            'Call 2026_01_05',
          ]
            .map((heading, at) => meeting(heading, `do ${'abcde'[at]}`))
            .join('')}`,
        },
        ['#2026-01-20', '#19012026--tee--kuchen', '#2026-01-13-call-irc', '#2026-01-06-réunion-n5'],
      ],
      [
        'minutes.md',
        {
          'minutes.md': `# 2026\n\n${meeting('January 15, 2026', 'do a')}${meeting('January 15, 2026', 'do b')}`,
        },
        ['#january-15-2026', '#january-15-2026-1'],
      ],
    ] as const) {
      it(links.join(), () => {
        const { notes } = seriesOfFiles(files);
        const text = '# T\n\n## Todo\n';
        const source = { ...into, uri: `${folder}/${name}`, notes };
        const done = carryOver(parseNote(text), source, openItems(notes));
        assert.ok(done.kind === 'edit');
        const after = applyFix(text, { edits: [done.edit] });
        const found = [...after.matchAll(/\]\(([^)]*)\)\)/g)].map(([, link]) => link!);
        for (const link of links) assert.ok(found.includes(link), found.join());
        // What was copied is the same item.
        assert.equal(carryOver(parseNote(after), source, openItems(notes)).kind, 'nothing');
      });
    }

    it('and to a file that is one note', () => {
      const open = openItems(seriesOfFiles({ '2026-01-20.md': '# Call\n\n## Todo\n\n* Ada: do a\n' }).notes);
      const text = '# T\n\n## Todo\n';
      const done = carryOver(parseNote(text), into, open);
      assert.ok(done.kind === 'edit');
      assert.match(applyFix(text, { edits: [done.edit] }), /\]\(2026-01-20\.md\)\)/);
    });
  });

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
