import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';
import { parseMarked } from '../../helpers/markedText.ts';
import { definedBy, templateOf } from './templated.ts';

const plain = templateOf('## News\n');
const lantern = definedBy(plain, { title: '{project} office hours {YYYY-MM-DD}', project: 'lantern' });

describe('title-missing', () => {
  for (const marked of [
    '‹YouTube Link:›\n\n## A\n',
    '\n‹Some text›\n',
    '‹›',
    '‹### lantern office hours 2026-01-06›\n',
    '## 2026-01-06\n\n## 2026-01-13\n'.replace(/^(.*)$/m, '‹$1›'),
    '###### tags: meeting\n\n‹text›\n',
    '‹#T 2026-01-06›\n',
    '---\na: b\n---\n\n‹text›\n',
  ]) {
    it(`is found in ${marked.replaceAll('\n', '⏎')}`, () => {
      assertFinds('title-missing', marked);
    });
  }
  for (const text of [
    '# T 2026-01-06\n',
    'T 2026-01-06\n===\n',
    '---\na: b\n---\n# T\n',
    '\n\n# T\n',
    // Titles of other forms.
    '## lantern office hours 2026-01-06\n',
    '---\ntitle: Lantern office hours 2026-01-20\n---\n\n## A\n',
    '+++\ntitle = "T"\n+++\n',
    '<h1>T</h1>\n',
    '###### tags: meeting\n\n# T\n',
  ]) {
    it(`is not in ${text.replaceAll('\n', '⏎')}`, () => assert.deepEqual(check('title-missing', text), []));
  }

  it('inserts the title the series writes, with the date of the file name', () => {
    const text = '---\na: b\n---\n\n## A\n';
    const notes = [
      {
        uri: 'x',
        fileName: 'x',
        titleText: 'Lantern office hours 2026-01-06',
        titleDate: '2026-01-06',
        people: [],
        headings: [],
        references: [],
      },
    ];
    const [problem] = check('title-missing', text, {
      fileName: '20260120_meeting_notes.md',
      series: seriesOf({ notes, project: 'Lantern' }),
    });
    assert.equal(
      applyFix(text, problem?.fixes[0]),
      '---\na: b\n---\n\n# Lantern office hours 2026-01-20\n\n## A\n',
    );
    assert.equal(problem?.fixes[0]?.safe, true);
  });

  it('falls back to the template, which is not safe while the project is unknown', () => {
    const [problem] = check('title-missing', 'text\n', { fileName: '2026-01-20.md' });
    assert.equal(applyFix('text\n', problem?.fixes[0]), '# project office hours 2026-01-20\n\ntext\n');
    assert.equal(problem?.fixes[0]?.safe, false);
  });

  it('makes a dated first heading the title', () => {
    const { text } = parseMarked('### lantern 2026-01-06\n\ntext\n');
    assert.equal(applyFix(text, check('title-missing', text)[0]?.fixes[0]), '# lantern 2026-01-06\n\ntext\n');
  });
});

describe('title-missing, with a line meant as the title', () => {
  for (const [text, fixed] of [
    ['#Lantern 2026-01-20\n\n## A\n', '# Lantern 2026-01-20\n\n## A\n'],
    ['**Lantern 2026-01-20**\n', '# Lantern 2026-01-20\n'],
    ['###### tags: a\n__Lantern__ \n', '###### tags: a\n# Lantern\n'],
  ] as const)
    it(`offers to make it the title, and inserts none: ${text}`, () => {
      const options = { ...definedBy(plain, { project: 'wick' }), fileName: '2026-01-20.md' };
      const [problem] = check('title-missing', text, options);
      assert.equal(applyFix(text, problem?.fixes[0]), fixed);
      assert.ok(problem?.fixes.every(({ safe }) => !safe));
    });
  for (const text of ['**News**: text\n', '**a** and **b**\n', '##Text\n', '**** \n'])
    it(`is not offered for ${text}`, () =>
      assert.doesNotMatch(check('title-missing', text)[0]!.fixes[0]!.title, /Change Line/));
  it('inserts below the tags line', () => {
    const text = '---\na: b\n---\n###### tags: a\n\n## A\n';
    assert.equal(
      applyFix(text, check('title-missing', text, { fileName: '2026-01-20.md' })[0]?.fixes[0]),
      '---\na: b\n---\n###### tags: a\n\n# project office hours 2026-01-20\n\n## A\n',
    );
  });
});

describe('title-missing, by the series', () => {
  for (const [defined, title, safe] of [
    [lantern, 'lantern office hours 2026-03-03', true],
    [definedBy(plain, { title: '{project}, {D MMM YYYY}' }), 'project, 3 Mar 2026', false],
    [definedBy(plain, { title: 'Notes {any} {YYYY-MM-DD}' }), 'Notes 2026-03-03', false],
    [
      definedBy(templateOf('# Lantern on $CURRENT_YEAR/$CURRENT_MONTH/$CURRENT_DATE\n')),
      'Lantern on 2026/03/03',
      true,
    ],
    [definedBy(templateOf('# ${1:project} weekly\n'), { project: 'wick' }), 'wick weekly', true],
    [definedBy(templateOf('# About ${1:topic}\n')), 'About topic', false],
    [definedBy(plain, { project: 'wick' }), 'wick office hours 2026-03-03', true],
  ] as const) {
    it(`inserts "${title}"`, () => {
      const [problem] = check('title-missing', 'text\n', { ...defined, fileName: '2026-03-03.md' });
      assert.equal(applyFix('text\n', problem?.fixes[0]), `# ${title}\n\ntext\n`);
      assert.equal(problem?.fixes[0]?.safe, safe);
    });
  }
  it('makes a first heading of that form the title', () => {
    const text = '## lantern office hours\n';
    assert.equal(
      applyFix(text, check('title-missing', text, lantern)[0]?.fixes[0]),
      '# lantern office hours\n',
    );
  });
});
