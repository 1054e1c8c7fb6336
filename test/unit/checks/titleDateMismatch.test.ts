import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { learnSchema } from '../../../server/core/learn/learnedSchema.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { applyFix, assertFinds, check } from '../../helpers/check.ts';
import { said } from '../../helpers/said.ts';
import { definedBy, templateOf } from './templated.ts';

const plain = templateOf('## News\n');
const long = definedBy(plain, { title: 'Lantern meeting, {dddd Do MMMM YYYY}' });

const fileName = '20200107_meeting_notes.md';

describe('title-date-mismatch', () => {
  it('marks the date of another year and mends it safely', () => {
    const [problem] = assertFinds('title-date-mismatch', '# osq ‹2019-01-07›\n', { fileName });
    assert.equal(problem?.fixes[0]?.safe, true);
    assert.equal(applyFix('# osq 2019-01-07\n', problem.fixes[0]), '# osq 2020-01-07\n');
    assert.equal(problem.fixes[1]?.renameTo, '20190107_meeting_notes.md');
  });
  it('does not decide which of two days is right', () => {
    const [problem] = assertFinds('title-date-mismatch', '# osq ‹2020/01/08›\n', {
      fileName: '2020-01-07.md',
    });
    assert.equal(problem?.fixes[0]?.safe, false);
    assert.equal(applyFix('# osq 2020/01/08\n', problem.fixes[0]), '# osq 2020/01/07\n');
    assert.equal(problem.fixes[1]?.renameTo, '2020-01-08.md');
  });
  it('adds the date to a title without one', () => {
    const [problem] = assertFinds('title-date-mismatch', '# ‹osq office hours›\n', { fileName });
    assert.equal(applyFix('# osq office hours\n', problem?.fixes[0]), '# osq office hours 2020-01-07\n');
    assert.equal(problem?.fixes[0]?.safe, false);
  });
  it('says nothing where they agree, or where either is not there', () => {
    assert.deepEqual(check('title-date-mismatch', '# osq 2020-01-07\n', { fileName }), []);
    assert.deepEqual(check('title-date-mismatch', '# osq 2020-01-07\n', { fileName: 'notes.md' }), []);
    assert.deepEqual(check('title-date-mismatch', '# osq 2020-01-07\n'), []);
    assert.deepEqual(check('title-date-mismatch', 'text\n', { fileName }), []);
  });
});

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
        ['Change Title Date to Tuesday 3rd March 2026', true],
        ['Rename File to 2025-03-03.md', false],
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
      'Title date is missing or has another format; expected "Tuesday 3rd March 2026"',
    );
  });
  it('puts the day to its place in a title that lost it', () => {
    const dated = definedBy(plain, { title: '{YYYY-MM-DD} Abacus meeting' });
    const [fix] = check('title-date-mismatch', '# Abacus meeting\n', { ...dated, ...at })[0]?.fixes ?? [];
    assert.equal(applyFix('# Abacus meeting\n', fix), '# 2026-03-03 Abacus meeting\n');
    assert.equal(fix?.safe, false);
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

describe('title-date-mismatch, by a line', () => {
  const { definition } = readTemplate(
    "---\ntitle: Releases WG\ndate: {in: line, label: Date, format: 'dddd Do MMMM YYYY'}\n---\n# Releases WG\n\n### Date: ${1:date}\n\n### Agenda\n",
  );
  const find = (text: string, fileName = '2026-03-03.md') => {
    const note = parseNote(text, undefined, definition.conventions);
    const context = contextOf(`file:///notes/${fileName}`, note, undefined, '2026-06-01', definition);
    return findProblems(context, defaultSeverities)
      .filter(({ code }) => code === 'title-date-mismatch')
      .map(said);
  };
  const whole = '# Releases WG\n\n### Date: Tuesday 3rd March 2026\n\n### Agenda\n';

  it('is content with the line', () => assert.deepEqual(find(whole), []));

  for (const [name, text, message] of [
    [
      'compares the line',
      whole.replace('2026', '2025'),
      'Date 2025-03-03 differs from the date in the file name, 2026-03-03',
    ],
    [
      'asks for a day in it',
      whole.replace(' Tuesday 3rd March 2026', ''),
      'Date is missing or has another format; expected "Tuesday 3rd March 2026"',
    ],
    [
      'asks for the line',
      whole.replace('### Date: Tuesday 3rd March 2026\n\n', ''),
      'Date line is missing; the file name has 2026-03-03',
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
    const expected = 'Date is missing; expected the date of the meeting, such as "Monday 1st June 2026"';
    assert.deepEqual(messages(whole), []);
    assert.deepEqual(messages('# Releases WG\n\n### Date: soon\n'), [expected]);
    assert.deepEqual(messages('# Releases WG\n\n### Agenda\n'), [expected]);
  });
  it('sees that title and line differ where the file says nothing', () => {
    const [problem] = find('# Releases WG 2026-03-10\n\n### Date: Tuesday 3rd March 2026\n', 'notes.md');
    assert.equal(
      problem?.message,
      'Title date 2026-03-10 differs from the date in the date line, 2026-03-03',
    );
    assert.equal(
      applyFix('# Releases WG 2026-03-10\n', { ...problem!.fixes[0]! }),
      '# Releases WG 2026-03-03\n',
    );
  });
});

describe('title-date-mismatch, wherever and however the day is written', () => {
  const sync = definedBy(templateOf('# Sync $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE\n'));
  // The series has its day in the title; other places count where no template file says so.
  const learned = { ...sync, learnedFrom: { notes: [], next: [], side: 'before' as const } };
  it('asks for the day where the template file has it', () => {
    const text = '---\ndate: 2026-01-06\n---\n# Call\n';
    const found = check('title-date-mismatch', text, { ...sync, fileName: '2026-01-06.md' });
    assert.match(found[0]?.message ?? '', /^Title date is missing/);
  });
  for (const text of [
    '# Treffen 06.01.2026\n',
    '# Treffen 6.1.2026\n',
    '# Call 01/06/2026\n',
    '# Call 06/01/2026\n',
    '# Call 1/6/2026\n',
    '# Team call January 6th\n',
    '# Team call, 6th of January\n',
    '# Team call 6 Jan\n',
    '# Team call January\u00a06\n',
    '# Call 6\u00a0January\u00a02026\n',
    '# Call 01.06.2026\n',
    '# Call\n\n## 2026-01-06\n',
    '# Call\n\n## Meeting of 6 January 2026\n',
    '# Call\n\n## 01/06/2026\n',
    '# Call\n\nDate: 06.01.2026\n',
    '# Call\n\nDate: 01/06/2026\n',
    '# Call\n\nDate: January 6th\n',
    '---\ndate: 2026-01-06T10:00:00Z\n---\n# Call\n',
    '+++\ndate = 2026-01-06\n+++\n# Call\n',
    '---\ntitle: Call 06.01.2026\n---\n\ntext\n',
    // What the title says goes before what the front matter says, such as the day it was published.
    '---\ndate: 2026-01-09\n---\n# Call 2026-01-06\n',
    '# Call 2026-01-06\n\n## 2025-12-30\n',
    // It may be two days, and neither is certain to be wrong.
    '# Call 03/04/2026\n',
    '# Treffen 6. Januar 2026\n',
    '# Treffen 6. Januar\n',
    '# Réunion du mardi 6 janvier 2026\n',
    '# Réunion du 6 janvier\n',
    '# Reunión del 6 de enero de 2026\n',
    '# Reunião de 6 de janeiro\n',
    '# Riunione, 6 gennaio 2026\n',
    '# Vergadering 6 januari\n',
    '# Spotkanie 6 stycznia 2026 r.\n',
    '# Встреча 6 января\n',
    '# 会议 2026年1月6日\n',
    '# 例会 1月6日\n',
    '# 회의 2026. 1. 6.\n',
    '# Call 2026-1-6\n',
    '# Call 26-01-06\n',
    '# Call 06.01.26\n',
    '# Call 1/6\n',
    '# Call 2026–01–06\n',
    '# Offsite 5–7 January 2026\n',
    '# Offsite January 6th to 8th\n',
    '# Offsite 6 January – 2 February 2026\n',
    '# Call\n\nDate: 6. Januar 2026\n',
    '# Call\n\nDate: le 6 janvier\n',
    '# Call\n\n## 6 de enero de 2026\n',
    '---\ndate: 6 January 2026\n---\n# Call\n',
    // A day of something else.
    '# Planning of the release on January 20th\n',
    '# Call about July 4th and July 5th\n',
  ])
    it(`is content with ${text.replaceAll('\n', '⏎')}`, () =>
      assert.deepEqual(
        check('title-date-mismatch', text, { ...learned, fileName: '2026-01-06.md' }).map(
          ({ message }) => message,
        ),
        [],
      ));

  for (const [marked, fileName, fixed, safe] of [
    ['# Treffen ‹02.12.2020›\n', '2021-12-02.md', '# Treffen 02.12.2021\n', true],
    ['# Call ‹12/02/2020›\n', '2021-12-02.md', '# Call 12/02/2021\n', true],
    ['# Call ‹2 December 2020›\n', '2021-12-02.md', '# Call 2 December 2021\n', true],
    ['# Call ‹3.12.2021›\n', '2021-12-02.md', '# Call 2.12.2021\n', false],
    ['# Call\n\n## ‹2021-09-29›\n', '2021-10-13.md', '# Call\n\n## 2021-10-13\n', false],
    [
      '# Call\n\n## Meeting ‹October 13, 2020›\n',
      '2021-10-13.md',
      '# Call\n\n## Meeting October 13, 2021\n',
      true,
    ],
    ['## ‹2021-09-29›\n\n### A\n', '2021-10-13.md', '## 2021-10-13\n\n### A\n', false],
    [
      '---\ndate: ‹2020-10-13›\n---\n# Call\n',
      '2021-10-13.md',
      '---\ndate: 2021-10-13\n---\n# Call\n',
      false,
    ],
    ['---\ntitle: Call ‹2020-10-13›\n---\n', '2021-10-13.md', '---\ntitle: Call 2021-10-13\n---\n', true],
    ['# Treffen ‹6. Januar 2025›\n', '2026-01-06.md', '# Treffen 6. Januar 2026\n', true],
    ['# Treffen ‹13. Januar 2026›\n', '2026-02-06.md', '# Treffen 6. Februar 2026\n', false],
    ['# Reunión ‹6 de enero de 2026›\n', '2026-02-03.md', '# Reunión 3 de febrero de 2026\n', false],
    ['# 会议 ‹2026年1月6日›\n', '2026-01-13.md', '# 会议 2026年1月13日\n', false],
    ['# Offsite ‹6–7 January 2025›\n', '2026-01-06.md', '# Offsite 6–7 January 2026\n', true],
    ['# Call ‹1 Sept 2025›\n', '2026-09-01.md', '# Call 1 Sept 2026\n', true],
    ['# Call ‹25-01-06›\n', '2026-01-06.md', '# Call 26-01-06\n', true],
    ['# Call ‹13/01/2026›\n', '2026-01-12.md', '# Call 12/01/2026\n', false],
    // Without its year, beside the meeting's name, or in the line for it.
    ['# Team call ‹January 7th›\n', '2026-01-06.md', '# Team call January 6th\n', false],
    ['# ‹7 January› meeting\n', '2026-01-06.md', '# 6 January meeting\n', false],
    ['# Meeting of ‹Dec 30›\n', '2026-01-06.md', '# Meeting of Jan 6\n', false],
    ['# Call\n\nDate: ‹7. Januar›\n', '2026-01-06.md', '# Call\n\nDate: 6. Januar\n', false],
    ['# Call\n\nDate: ‹1月7日›\n', '2026-01-06.md', '# Call\n\nDate: 1月6日\n', false],
  ] as const)
    it(`finds the slip in ${marked.replaceAll('\n', '⏎')}`, () => {
      const [problem] = assertFinds('title-date-mismatch', marked, { fileName });
      const fix = problem?.fixes[0];
      assert.equal(applyFix(marked.replace(/[‹›]/g, ''), fix), fixed);
      assert.equal(fix?.safe, safe);
    });

  for (const text of [
    '# Call\n',
    '# Call May\n',
    '# Call 6\n',
    '# Call\n\n## Tasks from 2026-01-02\n',
    '# Call 2026\n',
  ])
    it(`asks for the day in ${text.replaceAll('\n', '⏎')}, and adds it only when it is asked to`, () => {
      const [problem, ...others] = check('title-date-mismatch', text, { ...sync, fileName: '2026-01-06.md' });
      assert.match(problem?.message ?? '', /^Title date is missing/);
      assert.deepEqual([others.length, problem?.fixes.map(({ safe }) => safe)], [0, [false]]);
    });
});

describe('title-date-mismatch, by the other notes', () => {
  const others = (titles: Readonly<Record<string, string>>) => {
    const notes = Object.entries(titles).map(([day, title]) => ({
      ...summarize(`file:///notes/${day}.md`, parseNote(`# ${title}\n`)),
    }));
    return { notes, next: [], side: 'before' as const };
  };
  const months = others({
    '2026-01-20': 'Team January 20th',
    '2026-01-13': 'Team January 13th',
    '2026-01-06': 'Team January 6th',
  });
  for (const [marked, learnedFrom] of [
    ['# Team ‹January 28th›\n', months],
    ['# Team January 27th\n', months],
    ['# Team January 28th\n', others({ '2026-01-20': 'Team January 20th' })],
    ['# Team January 28th\n', others({ '2026-01-20': 'Team May 1st', '2026-01-13': 'Team May 8th' })],
  ] as const)
    it(`${marked.trim()} beside ${learnedFrom.notes.map(({ titleText }) => titleText).join(', ')}`, () => {
      const definition = { ...plain, ...definedBy(plain), learnedFrom };
      assertFinds('title-date-mismatch', marked, { ...definition, fileName: '2026-01-27.md' });
    });

  const slashes = (title: string) => {
    const learnedFrom = others({
      '2026-01-20': 'Team 20/01/2026',
      '2026-02-03': 'Team 03/02/2026',
      '2026-03-03': 'Team 03/03/2026',
    });
    const learned = learnSchema(learnedFrom);
    return check('title-date-mismatch', title, {
      ...learned,
      template: learned.definition.template,
      fileName: '2026-04-07.md',
    }).map(({ message }) => message);
  };
  it('settles the order of day and month', () => {
    assert.deepEqual(slashes('# Team 07/04/2026\n'), []);
    assert.deepEqual(slashes('# Team 08/04/2026\n'), [
      'Title date 2026-04-08 differs from the date in the file name, 2026-04-07',
    ]);
  });
});

describe('title-date-mismatch, where no such day exists', () => {
  for (const [marked, message, fixed, fileName = '2026-11-30.md'] of [
    [
      '# Sync ‹2026-11-31›\n',
      'Title date "2026-11-31" is invalid; November 2026 has 30 days',
      '# Sync 2026-11-30\n',
    ],
    ['# Sync ‹2026-11-31›\n', 'Title date "2026-11-31" is invalid; November 2026 has 30 days', undefined, ''],
    [
      '# Treffen ‹31. November 2026›\n',
      'Title date "31. November 2026" is invalid; November 2026 has 30 days',
      '# Treffen 30. November 2026\n',
    ],
    [
      '# Sync ‹2026-13-01›\n',
      'Title date "2026-13-01" is invalid; there is no month 13',
      '# Sync 2026-11-30\n',
    ],
    [
      '# Sync\n\nDate: ‹31.11.2026›\n',
      'Date "31.11.2026" is invalid; November 2026 has 30 days',
      '# Sync\n\nDate: 30.11.2026\n',
    ],
  ] as const)
    it(`${marked.replaceAll('\n', '⏎')} in ${fileName}`, () => {
      const options = fileName === '' ? { fileName: 'notes.md' } : { fileName };
      const [problem] = assertFinds('title-date-mismatch', marked, options);
      assert.equal(problem?.message, message);
      const [fix, ...others] = problem.fixes;
      assert.deepEqual([fix?.safe ?? false, others.length], [false, 0]);
      assert.equal(fix && applyFix(marked.replace(/[‹›]/g, ''), fix), fixed);
    });
});
