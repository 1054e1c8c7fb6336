import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Section } from '../../../server/core/note/note.ts';
import { openingEnd } from '../../../server/core/note/opening.ts';
import { parseNote } from '../../../server/core/note/parse.ts';

const shown = (text: string) => text.replaceAll('\n', '⏎');
const tops = (sections: readonly Section[]) => sections.map(({ heading }) => heading);

describe('the title of a note', () => {
  /** Text, form, title, its day, the topmost sections. */
  const cases: readonly [string, string, string, string | undefined, readonly string[]][] = [
    ['# T 2026-01-06\n## A\n', 'heading', 'T 2026-01-06', '2026-01-06', ['A']],
    [
      '---\ntitle: L office hours 2026-01-20\n---\n\n## A\n',
      'frontMatter',
      'L office hours 2026-01-20',
      '2026-01-20',
      ['A'],
    ],
    ['---\ntitle: "L: hours"\n---\ntext\n', 'frontMatter', 'L: hours', undefined, []],
    ["---\nlayout: x\nTitle: 'L hours' # c\n---\n", 'frontMatter', 'L hours', undefined, []],
    ['---\ntitle: L hours # c\n---\n', 'frontMatter', 'L hours', undefined, []],
    ['---\r\ntitle: L hours\r\n---\r\n## A\r\n', 'frontMatter', 'L hours', undefined, ['A']],
    ['+++\ndate = 2026-01-20\ntitle = "L hours"\n+++\n## A\n', 'frontMatter', 'L hours', undefined, ['A']],
    // A heading goes before the front matter, unless it is one of several sections.
    ['---\ntitle: Site\n---\n# T\n## A\n', 'heading', 'T', undefined, ['A']],
    ['---\ntitle: Site\n---\n# T 2026-01-06\n# A\n', 'heading', 'T 2026-01-06', '2026-01-06', ['A']],
    ['---\ntitle: T\n---\n# A\n# B\n', 'frontMatter', 'T', undefined, ['A', 'B']],
    ['---\ntitle: T\n---\n## A 2026-01-06\n### B\n', 'frontMatter', 'T', undefined, ['A 2026-01-06']],
    ['<h1>L hours 2026-01-20</h1>\n\n## A\n', 'html', 'L hours 2026-01-20', '2026-01-20', ['A']],
    [
      '<h1 align="center"><a name="t"></a>L <i>hours</i></h1>\n\n## A\n',
      'html',
      'L <i>hours</i>',
      undefined,
      ['A'],
    ],
    ['<div>\n<H1> L </H1>\n</div>\n\n## A\n', 'html', 'L', undefined, ['A']],
    ['<h1>Logo</h1>\n\n# T\n', 'heading', 'T', undefined, []],
    [
      '## Minutes for January 6, 2021\n### A\n### B\n',
      'heading',
      'Minutes for January 6, 2021',
      '2021-01-06',
      ['A', 'B'],
    ],
    ['Minutes 2021-01-06\n---\n### A\n', 'heading', 'Minutes 2021-01-06', '2021-01-06', ['A']],
    ['## Team meeting\n### A\n', 'heading', 'Team meeting', undefined, ['A']],
    ['## T 2021-01-06\n## A\n### B\n', 'heading', 'T 2021-01-06', '2021-01-06', ['A']],
    ['###### tags: meeting\n\n# T\n## A\n', 'heading', 'T', undefined, ['A']],
    ['# T\n\n###### tags: `meeting` `x`\n## A\n', 'heading', 'T', undefined, ['A']],
    ['#### Tags : x\n## T 2021-01-06\n### A\n', 'heading', 'T 2021-01-06', '2021-01-06', ['A']],
  ];
  for (const [text, form, title, date, sections] of cases) {
    it(`is ${title} of ${shown(text)}`, () => {
      const note = parseNote(text);
      assert.deepEqual(
        [note.title?.form, note.title?.text, note.title?.date?.value, tops(note.sections)],
        [form, title, date, sections],
      );
      const { from, to } = note.title!.textRange;
      assert.equal(text.slice(from, to), title);
      if (note.title?.date) {
        const { range, value } = note.title.date;
        assert.ok(range.from >= from && range.to <= to, value);
      }
    });
  }

  for (const text of [
    '## A\n## B\n',
    '## Attendees\n### Remote\n### Here\n',
    '## A 2021-01-06\n## B 2021-01-13\n',
    '### T 2021-01-06\n#### A\n',
    '> ## T 2021-01-06\n',
    '---\ntitle:\n---\ntext\n',
    '---\ntitle: [a]\n---\ntext\n',
    '---\n title: a\n---\ntext\n',
    '---\ntitles: a\n---\ntext\n',
    '---\ntitle:a\n---\ntext\n',
    '---\ntitle: >\n  a\n---\ntext\n',
    '---\ntitle: a\ntext\n',
    '+++\n[params]\ntitle = "a"\n+++\n',
    '+++\ntitle = "a\n+++\n',
    '<h1></h1>\n\n## A\n',
    '<h1><img src="x"></h1>\n\n## A\n',
    '<h10>x</h10>\n\n## A\n',
    '## A\n\n<h1>x</h1>\n',
    '```\n<h1>x</h1>\n```\n',
    '###### tags: meeting\n',
  ])
    it(`is nothing in ${shown(text)}`, () => assert.equal(parseNote(text).title, undefined));

  for (const [text, rest] of [
    ['# T\ntext', '\ntext'],
    ['---\ntitle: T\n---\ntext', '\ntext'],
    ['###### tags: a\n\n# T\ntext', '\ntext'],
    ['# T\n\n###### tags: a\ntext', '\ntext'],
    ['# T\n\ntext\n\n###### tags: a\n', '\n\ntext\n\n###### tags: a\n'],
    ['text', 'text'],
  ] as const)
    it(`leaves the opening of ${shown(text)}`, () => {
      const note = parseNote(text);
      assert.equal(text.slice(openingEnd(note)), rest);
    });

  for (const before of [
    '###### tags: a\n\n# T\n',
    '# T\n###### tags: a\n',
    '## T meeting 2021-01-06\n',
    '---\ntitle: T\n---\n',
  ])
    it(`leaves the recording to be found below ${shown(before)}`, () => {
      const note = parseNote(`${before}\nYouTube Link: https://youtu.be/x\n\n### A\n`);
      assert.equal(note.recording?.url?.value, 'https://youtu.be/x');
    });
});
