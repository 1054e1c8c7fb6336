import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

const plain = templateOf('## News\n');
const lantern = definedBy(plain, { title: '{project} office hours {YYYY-MM-DD}', project: 'lantern' });
const long = definedBy(plain, { title: 'Lantern meeting, {dddd Do MMMM YYYY}' });
const numbered = definedBy(plain, { title: 'TSC meeting #{number} ({YYYY-MM-DD})' });

describe('title-missing, by the form of the series', () => {
  for (const [title, defined] of [
    ['lantern office hours 2026-03-03', lantern],
    ['Lantern Office Hours 2026-03-03', lantern],
    ['lantern office hours 3 March 2026', lantern],
    ['lantern office hours', lantern],
    ['Lantern meeting, Tuesday 3rd March 2026', long],
    ['Lantern meeting, 2026-03-03', long],
    ['TSC meeting #12 (2026-03-03)', numbered],
    ['anything', definedBy(plain)],
    ['C#', definedBy(plain, { title: 'C#' })],
    ['C', definedBy(plain, { title: 'C ##' })],
  ] as const) {
    it(`accepts "${title}"`, () => assert.deepEqual(check('title-missing', `# ${title}\n`, defined), []));
  }
  for (const [title, defined, message, mended] of [
    [
      'Weekly sync 2026-03-03',
      lantern,
      'The titles of this series have the form "lantern office hours [date]". This one would be "lantern office hours 2026-03-03".',
      'lantern office hours 2026-03-03',
    ],
    [
      'lantren office hours 2026-03-03',
      lantern,
      'The titles of this series have the form "lantern office hours [date]". This one would be "lantern office hours 2026-03-03".',
      'lantern office hours 2026-03-03',
    ],
    [
      'TSC meeting (2026-03-03)',
      numbered,
      'The titles of this series have the form "TSC meeting #[number] ([date])". This one would be "TSC meeting #7 (2026-03-03)".',
      'TSC meeting #7 (2026-03-03)',
    ],
  ] as const) {
    it(`tells of "${title}"`, () => {
      const notes = [summary('TSC meeting #6 (2026-02-17)'), summary('TSC meeting #9 (2026-04-01)')];
      const options = { ...defined, series: seriesOf({ notes }) };
      const [problem] = assertFinds('title-missing', `# ‹${title}›\n`, options);
      assert.equal(problem?.message, message);
      assert.equal(applyFix(`# ${title}\n`, problem?.fixes[0]), `# ${mended}\n`);
      assert.equal(problem?.fixes[0]?.safe, false);
    });
  }
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

function summary(titleText: string) {
  const titleDate = titleText.slice(-11, -1);
  return { uri: titleText, fileName: 'x.md', titleText, titleDate, people: [], headings: [], references: [] };
}

describe('title-date-mismatch, by the series', () => {
  const at = { fileName: '2026-03-03.md' };

  it('compares and writes the day in the series’ own format', () => {
    const text = '# Lantern meeting, Monday 3rd March 2025\n';
    const [problem] = assertFinds('title-date-mismatch', '# Lantern meeting, ‹Monday 3rd March 2025›\n', {
      ...long,
      ...at,
    });
    assert.deepEqual(
      problem?.fixes.map(({ title, safe }) => [title, safe]),
      [
        ["Set the title's date to Tuesday 3rd March 2026", true],
        ['Rename the file to 2025-03-03.md', false],
      ],
    );
    assert.equal(applyFix(text, problem?.fixes[0]), '# Lantern meeting, Tuesday 3rd March 2026\n');
  });
  it('offers no name for a day whose notes are kept in another folder', () => {
    const options = { ...definedBy(plain, { file: '{YYYY}/{YYYY-MM-DD}.md' }), ...at };
    for (const [day, fixes] of [
      ['2026-04-03', 2],
      ['2025-03-03', 1],
    ] as const) {
      const [problem] = assertFinds('title-date-mismatch', `# Meeting ‹${day}›\n`, options);
      assert.equal(problem?.fixes.length, fixes, day);
    }
  });
  it('asks for the day in that format', () => {
    const [problem] = check('title-date-mismatch', '# Lantern meeting\n', { ...long, ...at });
    assert.equal(
      problem?.message,
      'The title names no date written like "Tuesday 3rd March 2026", the day that the file\'s name says.',
    );
  });
  it('puts the day to its place in a title that lost it', () => {
    const dated = definedBy(plain, { title: '{YYYY-MM-DD} Abacus meeting' });
    const [fix] = check('title-date-mismatch', '# Abacus meeting\n', { ...dated, ...at })[0]?.fixes ?? [];
    assert.equal(applyFix('# Abacus meeting\n', fix), '# 2026-03-03 Abacus meeting\n');
    assert.equal(fix?.safe, true);
  });
  for (const [name, body, said, title, count] of [
    ['a title pattern with a day', '## A\n', { title: 'Sync {YYYY-MM-DD}' }, 'Sync', 1],
    ['a title pattern without one', '## A\n', { title: 'Releases WG' }, 'Releases WG', 0],
    [
      'a body whose title has a day',
      '# Sync ${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}\n',
      {},
      'Sync',
      1,
    ],
    ['a body whose title has none', '# Releases WG\n', {}, 'Releases WG', 0],
    ['a body without a title', '## A\n', {}, 'Sync', 1],
    ['a day in the title that nobody asked for', '# Releases WG\n', {}, 'Releases WG 2026-03-04', 1],
  ] as const) {
    it(`${name}: ${count}`, () => {
      const options = { ...definedBy(templateOf(body), said), ...at };
      assert.equal(check('title-date-mismatch', `# ${title}\n`, options).length, count);
    });
  }
  for (const [file, fileName, fileDate, renamed] of [
    ['{D MMM YYYY} notes.md', '3 Mar 2026 notes.md', '2026-03-03', '4 Mar 2026 notes.md'],
    ['{YYYY}/{MM}/{YYYY-MM-DD}.md', '2026-03-03.md', '2026-03-03', '2026-03-04.md'],
    ['{YYYY-MM-DD}/notes.md', 'notes.md', '2026-03-03', undefined],
    ['{YYYY}/{MM-DD}.md', '03-03.md', '2026-03-03', undefined],
  ] as const) {
    it(`renames by ${file}`, () => {
      const options = { ...definedBy(plain, { file }), fileName };
      const [problem] = check('title-date-mismatch', '# T 2026-03-04\n', { ...options, fileDate } as never);
      assert.equal(problem?.fixes[1]?.renameTo, renamed);
    });
  }
});

describe('recording-missing, by the series', () => {
  const text = '# T 2026-03-03\n\n## A\n';
  const label = (defined: ReturnType<typeof definedBy>) =>
    check('recording-missing', text, defined)[0]?.fixes[0]?.title;

  it('adds the line with the template’s label', () => {
    const body = templateOf('# T\n\nRecording of the call: $1\n\n## A\n');
    assert.equal(label(definedBy(body)), 'Add the line "Recording of the call:"');
    const conventions = { ...usualConventions, recordingLabel: 'Stream:' };
    assert.equal(
      label(definedBy({ ...plain, recordingRequired: true }, { conventions })),
      'Add the line "Stream:"',
    );
  });
  it('asks for nothing where the template has no line for it', () =>
    assert.equal(label(definedBy(plain)), undefined));
});

describe('title-date-mismatch, by a line', () => {
  const { definition } = readTemplate(
    "---\ntitle: Releases WG\ndate: {in: line, label: Date, format: 'dddd Do MMMM YYYY'}\n---\n# Releases WG\n\n### Date: ${1:date}\n\n### Agenda\n",
  );
  const find = (text: string, fileName = '2026-03-03.md') => {
    const note = parseNote(text, undefined, definition.conventions);
    const context = contextOf(`file:///notes/${fileName}`, note, undefined, '2026-06-01', definition);
    return findProblems(context, defaultSettings.severity).filter(
      ({ code }) => code === 'title-date-mismatch',
    );
  };
  const whole = '# Releases WG\n\n### Date: Tuesday 3rd March 2026\n\n### Agenda\n';

  it('is content with the line', () => assert.deepEqual(find(whole), []));

  for (const [name, text, message] of [
    [
      'compares the line',
      whole.replace('2026', '2025'),
      "The line says 2025-03-03, the file's name 2026-03-03. One of them is wrong.",
    ],
    [
      'asks for a day in it',
      whole.replace(' Tuesday 3rd March 2026', ''),
      'The line names no date written like "Tuesday 3rd March 2026", the day that the file\'s name says.',
    ],
    [
      'asks for the line',
      whole.replace('### Date: Tuesday 3rd March 2026\n\n', ''),
      "There is no line that says the day; the file's name says 2026-03-03.",
    ],
  ] as const) {
    it(`${name}, and mends it in the series’ own format`, () => {
      const [problem, ...others] = find(text);
      assert.deepEqual([problem?.message, others.length], [message, 0]);
      assert.equal(applyFix(text, problem?.fixes[0]), whole);
      assert.equal(problem?.fixes[0]?.safe, true);
    });
  }
  it('asks for a day where the file says none either', () => {
    const messages = (text: string) => find(text, 'notes-12.md').map(({ message }) => message);
    const example = 'Write the day of the meeting there, such as "Monday 1st June 2026".';
    assert.deepEqual(messages(whole), []);
    assert.deepEqual(messages('# Releases WG\n\n### Date: soon\n'), [
      `The line names no date, and neither does the file's name. ${example}`,
    ]);
    assert.deepEqual(messages('# Releases WG\n\n### Agenda\n'), [
      `There is no line that says the day, and neither does the file's name. ${example}`,
    ]);
  });
  it('sees that title and line differ where the file says nothing', () => {
    const [problem] = find('# Releases WG 2026-03-10\n\n### Date: Tuesday 3rd March 2026\n', 'notes.md');
    assert.equal(problem?.message, 'The title says 2026-03-10, the line 2026-03-03. One of them is wrong.');
    assert.equal(
      applyFix('# Releases WG 2026-03-10\n', { ...problem!.fixes[0]! }),
      '# Releases WG 2026-03-03\n',
    );
  });
});
