import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { effectiveSeverity } from '../../../server/core/checks/severity.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { addDays } from '../../../shared/calendar.ts';
import { applyFix } from '../../helpers/check.ts';
import { noteUri, seriesFrom } from '../../helpers/series.ts';

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
  return findProblems(context, effectiveSeverity({}, context.definition)).map(({ message }) => message);
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
      { uri: noteUri(day(8)), line: 10, message: 'The nearest of these notes' },
    ]);
  });
});
