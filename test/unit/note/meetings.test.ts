import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import type { FileHints } from '../../../server/core/note/meetingHeadings.ts';
import { keepMeetings, meetingsOf } from '../../../server/core/note/meetings.ts';
import { parseMeeting, parseNote } from '../../../server/core/note/parse.ts';

describe('the meetings of a file', () => {
  const days = (text: string, hints: FileHints = {}): string =>
    meetingsOf(parseNote(text), hints)
      .map(({ date }) => date)
      .join(' ');
  const hasSeveral = (text: string, hints: FileHints = {}): boolean =>
    meetingsOf(parseNote(text), hints).length > 1;
  /** Headings, each with a line of text below. */
  const note = (...headings: readonly string[]): string =>
    headings.map((each) => `${each}\n\nText.\n`).join('\n');

  const year: FileHints = { year: 2026 };
  const several: readonly (readonly [name: string, text: string, expected: string, hints?: FileHints])[] = [
    ['newest first', note('# Meetings 2026', '## 2026-01-20', '## 2026-01-06'), '2026-01-20 2026-01-06'],
    ['newest last', note('# Meetings 2026', '## 2026-01-06', '## 2026-01-20'), '2026-01-06 2026-01-20'],
    ['without a title', note('## 2026-01-06', '## 2026-01-20'), '2026-01-06 2026-01-20'],
    ['level 1', note('# 2026-01-20', '## Topics', '# 2026-01-06', '## Topics'), '2026-01-20 2026-01-06'],
    ['level 1 below a title', note('# Sync notes', '# 2026-01-20', '# 2026-01-06'), '2026-01-20 2026-01-06'],
    ['a name before', note('# Notes', '## Sync 2026-01-06', '## Sync 2026-01-20'), '2026-01-06 2026-01-20'],
    [
      'a project before',
      note('# Notes', '## Lantern sync 2026-01-06', '## Lantern sync 2026-01-20'),
      '2026-01-06 2026-01-20',
    ],
    [
      'the title before',
      note('# Lantern', '## Lantern 2026-01-06', '## Lantern 2026-01-20'),
      '2026-01-06 2026-01-20',
    ],
    [
      'a day without its year',
      note('# Meetings 2026', '## January 6th', '## January 20th'),
      '2026-01-06 2026-01-20',
    ],
    ['its year by the file', note('# Meetings', '## 6 Jan', '## 20 Jan'), '2026-01-06 2026-01-20', year],
    [
      'a month in the title',
      note('# January 2026', '## Tuesday, January 6th', '## Tuesday, January 20th'),
      '2026-01-06 2026-01-20',
    ],
    [
      'the recording behind',
      note(
        '# Notes 2026',
        '## January 20, 2026 ([Recording](https://youtu.be/b))',
        '## January 6, 2026 ([Recording](https://youtu.be/a), [slides](a.pdf))',
      ),
      '2026-01-20 2026-01-06',
    ],
    ['in words', note('# Meetings', '## January 6, 2026', '## 20th January 2026'), '2026-01-06 2026-01-20'],
    ['with dots', note('# Meetings', '## 06.01.2026', '## 20.01.2026'), '2026-01-06 2026-01-20'],
    ['the month first', note('# Meetings', '## 01/06/2026', '## 01/20/2026'), '2026-01-06 2026-01-20'],
    ['the day first', note('# Meetings', '## 06/01/2026', '## 20/01/2026'), '2026-01-06 2026-01-20'],
    [
      'the order by the days',
      note('# Meetings', '## 01/06/2026', '## 02/03/2026', '## 02/10/2026'),
      '2026-01-06 2026-02-03 2026-02-10',
    ],
    [
      'underlined',
      '# Meetings\n\n2026-01-06\n----------\n\nA\n\n2026-01-20\n---\n\nB\n',
      '2026-01-06 2026-01-20',
    ],
    [
      'linked',
      note('# Notes', '## [2026-01-06](https://x.example/2026-01-06)', '## [2026-01-20](https://x.example)'),
      '2026-01-06 2026-01-20',
    ],
    [
      'with the weekday and the time',
      note('# Notes', '## 2026-01-06 (Tuesday, 16:00 UTC)', '## 2026-01-20 (Tuesday, 16:00 UTC)'),
      '2026-01-06 2026-01-20',
    ],
    [
      'with a number',
      note('# Notes', '## Meeting #12 2026-01-06', '## Meeting #13 2026-01-20'),
      '2026-01-06 2026-01-20',
    ],
    [
      'with titles',
      note(
        '# Notes',
        '## 2026-01-06: Kick-off',
        '## 2026-01-20: Plans',
        '## 2026-02-03: Retrospective',
      ).replaceAll('Text.', '### Attendees\n\nText.'),
      '2026-01-06 2026-01-20 2026-02-03',
    ],
    [
      'mostly bare',
      note('# Notes', '## 2026-01-06: Kick-off', '## 2026-01-20', '## 2026-02-03'),
      '2026-01-06 2026-01-20 2026-02-03',
    ],
    [
      'a template above',
      note('# Meetings', '## Template', '## 2026-01-20', '## 2026-01-06'),
      '2026-01-20 2026-01-06',
    ],
    [
      'the next meeting below',
      note('# Meetings', '## 2026-01-06', '## 2026-01-20', '## Next meeting'),
      '2026-01-06 2026-01-20',
    ],
    [
      'the next meeting with a day',
      note('# Meetings', '## Next meeting 2026-02-03', '## 2026-01-20', '## 2026-01-06'),
      '2026-01-20 2026-01-06',
    ],
    [
      'below years',
      note('# 2026', '## 2026-01-06', '# 2025', '## 2025-12-09', '## 2025-12-23'),
      '2026-01-06 2025-12-09 2025-12-23',
    ],
    [
      'below years of level 2',
      note('# Meetings', '## 2026', '### 2026-01-20', '### 2026-01-06', '## 2025', '### 2025-12-09'),
      '2026-01-20 2026-01-06 2025-12-09',
    ],
    [
      'below years and months',
      note(
        '# Sync',
        '## 2026',
        '### January',
        '#### 2026-01-06',
        '#### 2026-01-20',
        '### February',
        '#### 2026-02-03',
      ),
      '2026-01-06 2026-01-20 2026-02-03',
    ],
    [
      'without their years, which stand above',
      note('# Meetings', '## 2026', '### January 6th', '## 2025', '### December 9th', '### December 23rd'),
      '2026-01-06 2025-12-09 2025-12-23',
    ],
    [
      'below months with years',
      note('# Meetings', '## January 2026', '### Jan 6', '### Jan 20', '## February 2026', '### Feb 3'),
      '2026-01-06 2026-01-20 2026-02-03',
    ],
    [
      'below years without a title',
      note('## 2026', '### 2026-01-06', '### 2026-01-20', '## 2025', '### 2025-12-09'),
      '2026-01-06 2026-01-20 2025-12-09',
    ],
    [
      'in one year',
      note('# Meetings', '## 2026', '### 2026-01-06', '### 2026-01-20'),
      '2026-01-06 2026-01-20',
    ],
    [
      'below years, with sections',
      note(
        '# M',
        '## 2026',
        '### 2026-01-06',
        '#### Present',
        '#### Topics',
        '### 2026-01-20',
        '#### Present',
      ),
      '2026-01-06 2026-01-20',
    ],
    ['one alone', note('# February 2026', '## 2026-02-03'), '2026-02-03'],
  ];
  for (const [name, text, expected, hints] of several) {
    it(`several meetings: ${name}`, () => assert.equal(days(text, hints), expected));
  }

  const one: readonly (readonly [name: string, text: string, hints?: FileHints])[] = [
    ['an ordinary note', note('# Office hours 2026-01-20', '## Topics', '## Misc')],
    ['one heading with a day', note('# Office hours', '## 2026-01-20', '## Topics')],
    ['one day and its topics at its level', note('# Office hours', '## 2026-01-20')],
    ['topics with days', note('# Office hours', '## Release 2026-01-06', '## Release 2026-02-03', '## Misc')],
    ['topics with days only', note('# Office hours', '## Kick-off 2026-01-06', '## Party 2026-01-20')],
    [
      'topics with the day in front',
      note('# Office hours', '## 2026-01-06 incident', '## 2026-01-20 incident'),
    ],
    [
      'other topics with the day in front',
      note('# Office hours', '## 2026-01-06 kick-off', '## 2026-01-20 party', '## 2026-02-03 talks'),
    ],
    ['below a section', note('# Office hours', '## Incidents', '### 2026-01-06', '### 2026-01-20')],
    ['releases below years', note('# Releases', '## 2026', '### 2026-01-06', '### 2026-01-20')],
    ['topics below a year', note('# Office hours', '## 2026', '### Release 2026-01-06', '### Plans')],
    ['a title with a day', note('# Office hours 2026-01-20', '## 2026-01-06', '## 2026-01-13')],
    ['a date line', '# Office hours\n\nDate: 2026-01-20\n\n## 2026-01-06\n\nA\n\n## 2026-01-13\n\nB\n'],
    ['a file of one day', note('# Office hours', '## 2026-01-06', '## 2026-01-13'), { isOfOneDay: true }],
    ['few among topics', note('# Notes', '## A', '## 2026-01-06', '## B', '## 2026-01-13', '## C')],
    ['deadlines', note('# Plan', '## Due 2026-01-06', '## Due 2026-01-13')],
    ['spans of days', note('# Notes', '## 2026-01-06 to 2026-01-08', '## 2026-01-13 to 2026-01-15')],
    ['versions', note('# Changes', '## 1.2.0 - 2026-01-06', '## 1.3.0 - 2026-01-20')],
    ['a change log', note('# Changelog', '## 2026-01-06', '## 2026-01-20')],
    ['incidents', note('# Incidents', '## 2026-01-06', '## 2026-01-20')],
    ['a day of no year', note('# Meetings', '## January 6th', '## January 20th')],
    ['days of two orders', note('# Meetings', '## 01/02/2026', '## 01/02/2026')],
    ['days in code', '# Meetings\n\n```\n## 2026-01-06\n\n## 2026-01-20\n```\n'],
    ['days in a quote', '# Meetings\n\n> ## 2026-01-06\n\n> ## 2026-01-20\n'],
    ['days in a list', '# Meetings\n\n* ## 2026-01-06\n\n* ## 2026-01-20\n'],
    ['nothing', ''],
  ];
  for (const [name, text, hints] of one) {
    it(`one meeting: ${name}`, () => assert.equal(hasSeveral(text, hints), false));
  }

  const file = `# Meetings 2026

Who wants to join?

## January 20th

YouTube Link: https://youtu.be/b

### Present

* Ada

### Action items

* TODO(Ada): write

## January 6th

### Present

* Tove
`;

  it('each meeting has its own title, day, recording, sections, people and action items', () => {
    const [first, second] = meetingsOf(parseNote(file));
    assert.equal(file.slice(first!.from, first!.from + 16), '## January 20th\n');
    assert.equal(first!.note.title?.text, 'January 20th');
    assert.equal(first!.note.title?.date?.value, '2026-01-20');
    assert.equal(first!.note.recording?.url?.value, 'https://youtu.be/b');
    assert.deepEqual(
      first!.note.sections.map(({ heading }) => heading),
      ['Present', 'Action items'],
    );
    assert.equal(first!.note.actionItems.length, 1);
    assert.equal(second!.note.recording, undefined);
    assert.deepEqual(
      second!.note.people.map(({ name }) => name),
      ['Tove'],
    );
  });

  it('an edit in one meeting leaves the others as they are', () => {
    const before = parseNote(file);
    const read = meetingsOf(before);
    const at = file.indexOf('* Ada') + 5;
    const text = `${file.slice(0, at)} Lovelace${file.slice(at)}`;
    const change = { fromA: at, toA: at, fromB: at, toB: at + 9 };
    const after = parseNote(text, { note: before, changes: [change] });
    keepMeetings(before, after);
    const [first, second] = meetingsOf(after);
    assert.notEqual(first!.note, read[0]!.note);
    assert.equal(first!.note.text.includes('Ada Lovelace'), true);
    assert.equal(second!.note, read[1]!.note);
    assert.equal(second!.from, read[1]!.from + 9);
    assert.deepEqual(first!.note, meetingsOf(parseNote(text))[0]!.note);
  });

  it('a meeting that is put before the others leaves them as they are', () => {
    const before = parseNote(file);
    const read = meetingsOf(before);
    const at = file.indexOf('## January 20th');
    const text = `${file.slice(0, at)}## February 3rd\n\nNew\n\n${file.slice(at)}`;
    const after = parseNote(text);
    keepMeetings(before, after);
    const notes = meetingsOf(after).map((meeting) => meeting.note);
    assert.deepEqual(
      notes.slice(1),
      read.map((meeting) => meeting.note),
    );
    assert.equal(notes[1], read[0]!.note);
  });
});

describe('a file of one meeting, whose heading is the title', () => {
  const lines = [
    '',
    '* TODO: write it',
    '* ada: #1',
    '## News',
    '# Other',
    '### AI: x',
    '> a',
    'Recording: https://y.be/1',
  ];
  it('is read once: the meeting says what it would say read by itself', () => {
    let same = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('# Call 2026-01-06', '## 2026-01-06', '# 2026-01-06 (Tove)', 'Call 2026-01-06\n==='),
        fc.array(fc.constantFrom(...lines), { maxLength: 8 }),
        (heading, rest) => {
          const text = [heading, ...rest].join('\n');
          const note = parseNote(text);
          const [meeting, ...others] = meetingsOf(note);
          if (meeting === undefined || others.length > 0 || meeting.note.text !== text) return;
          same++;
          assert.equal(meeting.note, note);
          assert.deepEqual(meeting.note, parseMeeting(text, undefined, usualConventions));
        },
      ),
      { numRuns: 300, seed: 20260101 },
    );
    assert.ok(same > 50, `${same} of them`);
  });
});
