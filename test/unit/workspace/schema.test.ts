import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { effectiveSeverity } from '../../../server/core/checks/severity.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { schemaOf } from '../../../server/core/workspace/schema.ts';
import { addDays } from '../../../shared/calendar.ts';
import { inEnglish, t } from '../../../shared/l10n.ts';
import { applyFix } from '../../helpers/check.ts';
import { noteUri, seriesFrom, seriesOfFiles } from '../../helpers/series.ts';

const today = '2026-11-01';
const first = '2026-01-06';
const day = (index: number): string => addDays(first, 7 * index);

const present = '## Present\n\n* Tove\n';
const agenda = '## Agenda\n\n* Releases\n';
const calendar = '## Upcoming meetings\n\n* Monday\n';
const full = [present, agenda, calendar].join('\n');

/** What is found in the note of the day with that index, where `notes` are the bodies of the notes, the oldest first. */
function found(notes: readonly string[], index: number): string[] {
  const texts = Object.fromEntries(notes.map((body, at) => [day(at), body]));
  const series = seriesFrom(texts);
  const uri = noteUri(day(index));
  const note = parseNote(`# lantern office hours ${day(index)}\n\n${notes[index]}`);
  const context = contextOf(uri, note, series, today);
  return findProblems(context, effectiveSeverity({}, context.definition)).map(({ message }) =>
    inEnglish(message),
  );
}

const several = (count: number, body: string): string[] => Array.from({ length: count }, () => body);

const tables: readonly {
  readonly title: string;
  readonly notes: readonly string[];
  readonly at: number;
  readonly expected: readonly string[];
}[] = [
  {
    title: 'reports what the eight notes before have',
    notes: [...several(9, full), present + agenda],
    at: 9,
    expected: ['Section "Upcoming meetings" is missing; the 8 notes before this one have it'],
  },
  {
    title: 'reports what all but one of them have',
    notes: [...several(4, full), present + agenda, ...several(4, full), present + agenda],
    at: 9,
    expected: ['Section "Upcoming meetings" is missing; 7 of the 8 notes before this one have it'],
  },
  {
    title: 'reports nothing that two of them lack',
    notes: [...several(5, full), ...several(2, present + agenda), full, present + agenda],
    at: 8,
    expected: [],
  },
  {
    title: 'compares the first notes with those after',
    notes: [agenda + calendar, ...several(8, full)],
    at: 0,
    expected: ['Section "Present" is missing; the 8 notes after this one have it'],
  },
  {
    title: 'reports nothing that a few first notes and half of the next ones have',
    notes: [...several(4, full), present + agenda, full, present + agenda, ...several(4, present + agenda)],
    at: 4,
    expected: [],
  },
  {
    title: 'reports what six first notes have, whatever the next ones have',
    notes: [...several(6, full), present + agenda, full, present + agenda],
    at: 6,
    expected: ['Section "Upcoming meetings" is missing; the 6 notes before this one have it'],
  },
  {
    title: 'reports what a few first notes and the next ones have',
    notes: [...several(4, full), present + agenda, ...several(4, full)],
    at: 4,
    expected: ['Section "Upcoming meetings" is missing; the 4 notes before this one have it'],
  },
  {
    title: 'reports nothing where the section ended with this note',
    notes: [...several(8, full), ...several(3, present + agenda)],
    at: 8,
    expected: [],
  },
  {
    title: 'reports nothing that later notes began',
    notes: [...several(5, present), ...several(8, full)],
    at: 4,
    expected: [],
  },
  { title: 'asks nothing of a series of three', notes: [full, full, present], at: 2, expected: [] },
  {
    title: 'asks for no topic: repositories, dates, versions',
    notes: several(8, `${present}\n## lantern/core\n\n## 2026-01-06\n\n## Release 3.2\n`).concat(present),
    at: 8,
    expected: [],
  },
  {
    title: 'takes a similar heading for the section',
    notes: [...several(8, full), `${present}\n## The agenda\n\n## Upcoming meeting (Tove, 5 min)\n`],
    at: 8,
    expected: [],
  },
  {
    title: 'asks for a section below its parent alone',
    notes: [...several(8, `${agenda}\n### Votes\n`), `## Agenda\n\n* Releases\n`],
    at: 8,
    expected: ['Section "Votes" is missing; the 8 notes before this one have it'],
  },
  {
    title: 'asks for a recording where they link theirs',
    notes: [...several(8, `Recording: https://youtu.be/a\n\n${present}`), present],
    at: 8,
    expected: [`No link to the recording of the meeting on ${day(8)}; the 8 notes before this one have it`],
  },
];

describe('schemaOf, by the notes of a note’s own time', () => {
  for (const { title, notes, at, expected } of tables) {
    it(title, () => assert.deepEqual(found(notes, at), expected));
  }

  it('asks nothing of a file with many days, whatever else its headings say, but of one with two', () => {
    const codes = (...days: readonly string[]): readonly string[] => {
      const note = parseNote(
        `# Lantern\n\n${days.map((each) => `## ${each} in Lyon, with guests\n\nText.\n`).join('\n')}`,
      );
      const context = contextOf('file:///w/notes.md', note, undefined, today);
      return findProblems(context, effectiveSeverity({}, context.definition)).map(({ code }) => code);
    };
    assert.ok(!codes('2026-01-06', '2026-01-13', '2026-01-20').includes('section-missing'));
    assert.ok(codes('2026-01-06', '2026-01-13').includes('section-missing'));
  });

  it('inserts a section where the notes have it: before their topics, not behind', () => {
    const others = ['Parser', 'Website', 'Budget'].map(
      (topic) => `${present}\n## ${topic}\n\n* a\n\n## Misc\n`,
    );
    const notes = [...others, ...others, ...others, '## Licence\n\n* a\n\n## Misc\n'];
    const texts = Object.fromEntries(notes.map((body, at) => [day(at), body]));
    const note = parseNote(`# lantern office hours ${day(9)}\n\n${notes[9]}`);
    const context = contextOf(noteUri(day(9)), note, seriesFrom(texts), today);
    const [problem] = findProblems(context, effectiveSeverity({}, context.definition));
    const expected = note.text.replace('## Licence', '## Present\n\n## Licence');
    assert.equal(applyFix(note.text, problem?.fixes[0]), expected);
  });

  it('shows where the nearest note has what is missing', () => {
    const texts = Object.fromEntries(several(9, full).map((body, at) => [day(at), body]));
    const uri = noteUri(day(9));
    const note = parseNote(`# lantern office hours ${day(9)}\n\n${present}${agenda}`);
    const context = contextOf(uri, note, seriesFrom(texts), today);
    const [problem] = findProblems(context, effectiveSeverity({}, context.definition));
    assert.deepEqual(problem?.related, [
      { uri: noteUri(day(8)), line: 10, message: t('The nearest of these notes') },
    ]);
  });
});

/** What is found in the note with that index; whole texts, the oldest first. */
function foundAt(texts: readonly string[], index: number): string[] {
  const archive = new Archive();
  archive.setFolders([{ uri: 'file:///repo', notesFolder: 'file:///repo/docs/office-hours' }]);
  for (const [at, text] of texts.entries()) archive.update(summarize(noteUri(day(at)), parseNote(text)));
  const uri = noteUri(day(index));
  const context = contextOf(uri, parseNote(texts[index]!), archive.seriesOf(uri), today);
  return findProblems(context, effectiveSeverity({}, context.definition)).map(({ code }) => code);
}

const foundInLast = (...texts: readonly string[]) => foundAt(texts, texts.length - 1);

const titled = (title: string, body: string) => (_: unknown, index: number) =>
  `# ${title} ${day(index)}\n\n${body}`;
const eight = Array.from({ length: 8 });
const council = eight.map(titled('Council', `Recording: https://youtu.be/a\n\n${full}`));
const last = day(8);

describe('a note that has nothing of what its series has', () => {
  for (const [name, text, expected] of [
    ['of a cancelled meeting', `# Council ${last}\n\nCancelled.\n`, []],
    ['cancelled in the title', `# Council ${last} (CANCELED)\n`, []],
    ['cancelled in a heading', `# Council ${last}\n\n## No meeting due to holidays\n`, []],
    ['cancelled in another language', `# Council ${last}\n\nDas Treffen fällt aus.\n`, []],
    ['of another meeting', `# Board ${last}\n\n## Budget\n\n* a\n`, []],
    ['in a new form', `# Council ${last}\n\n## Roll call\n\n* Tove\n\n## Minutes\n\n* a\n`, []],
    [
      'with only a title is not finished',
      `# Council ${last}\n`,
      ['recording-missing', 'section-missing', 'section-missing', 'section-missing'],
    ],
    [
      'but for one section is of the series',
      `# Council ${last}\n\n${present}\n* The picnic is cancelled\n`,
      ['recording-missing', 'section-missing', 'section-missing'],
    ],
    [
      'but for one section in another form is of the series',
      `# Council ${last}\n\n**Agenda**\n\n* a\n\n## X\n\n* a\n\n## Y\n\n* a\n`,
      ['recording-missing', 'section-missing', 'section-missing', 'section-missing'],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(foundInLast(...council, text).sort(), expected));
  }
});

describe('a title', () => {
  it('is not asked for where half of the notes have none', () => {
    const without = eight.map(() => 'Present: Tove, Okan\n\n* Releases\n');
    assert.deepEqual(foundInLast(...without, without[0]!), []);
    assert.deepEqual(foundInLast(...council, full).includes('title-missing'), true);
  });

  it('is of no form whose day no pattern can express', () => {
    const welsh = (month: string) => `# Cyfarfod 6 ${month} 2026\n\n${present}`;
    assert.deepEqual(foundInLast(...eight.map(() => welsh('Ionawr')), welsh('Chwefror')), []);
  });

  it('is of no form that has just been given up', () => {
    const texts = [...eight.map(titled('Team call', present)), ...eight.map(titled('Weekly', present))];
    const dated = texts.map((text, index) => text.replace(/2026-[0-9-]+/, day(index)));
    for (const index of [8, 9, 10]) assert.deepEqual(foundAt(dated, index), [], `${index}`);
  });
});

describe('notes whose days nobody can read', () => {
  const numbered = (count: number): string[] => {
    const texts = Array.from({ length: count }, (_, index) => [
      `minutes-${index + 1}.md`,
      `# Minutes ${index + 1}\n\n${agenda}`,
    ]);
    const uri = noteUri('1').replace('1_meeting_notes', 'minutes-1');
    const context = contextOf(uri, parseNote(texts[0]![1]!), seriesOfFiles(Object.fromEntries(texts)), today);
    return findProblems(context, effectiveSeverity({}, context.definition)).map(({ code }) => code);
  };

  it('are not judged by the built-in template where there are enough of them', () => {
    assert.deepEqual(numbered(4), []);
    assert.notDeepEqual(numbered(3), []);
  });
});

describe('what the notes teach, as they change', () => {
  const folder = 'file:///repo/docs/office-hours';
  const noteAt = (index: number, body = full) =>
    summarize(noteUri(day(index)), parseNote(`# lantern office hours ${day(index)}\n\n${body}`));
  const count = 30;

  /** What each note is checked by. */
  const schemas = (archive: Archive) =>
    Array.from({ length: count }, (_, index) => {
      const uri = noteUri(day(index));
      return schemaOf(uri, day(index), archive.seriesOf(uri), undefined, today);
    });

  let archive: Archive;
  beforeEach(() => {
    archive = new Archive();
    archive.setFolders([{ uri: 'file:///repo', notesFolder: folder }]);
    for (let index = 0; index < count; index++) archive.update(noteAt(index));
  });

  it('is learned again for the eight notes after a changed one, and the two before', () => {
    const before = schemas(archive);
    archive.update(noteAt(15, `${full}\n## Votes\n`));
    const after = schemas(archive);
    const again = after.flatMap((schema, index) => (schema === before[index] ? [] : [index]));
    assert.deepEqual(again, [13, 14, 16, 17, 18, 19, 20, 21, 22, 23]);
    assert.deepEqual(
      schemas(archive).map((schema, index) => schema === after[index]),
      after.map(() => true),
    );
  });

  it('is never learned again with a key', () => {
    const uri = noteUri(day(20));
    const series = archive.seriesOf(uri);
    let text = `# lantern office hours ${day(20)}\n\n`;
    const schemaNow = () => contextOf(uri, parseNote(text), series, today).definition;
    const first = schemaNow();
    for (const key of '## Votes\n\n* one') {
      text += key;
      assert.equal(schemaNow(), first);
    }
  });

  it('stays the same for all where the text changed in no way that is learned from', () => {
    const before = schemas(archive);
    archive.update(noteAt(15, full.replace('Releases', 'Other words')));
    assert.ok(schemas(archive).every((schema, index) => schema === before[index]));
  });
});
