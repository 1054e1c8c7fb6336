import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Conventions, usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { parseDateFormat } from '../../../shared/dates/format.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

function by(format: string, label = 'Date'): Conventions {
  const parsed = parseDateFormat(format);
  assert.ok(parsed);
  return { ...usualConventions, date: { places: ['line', 'title'], format: parsed, label } };
}

/** Marked text: the date line, and in it the date. */
const table: readonly [marked: string, date: string | undefined, conventions?: Conventions][] = [
  ['# T\n\n‹Date: ‹2021-08-19››\n', '2021-08-19'],
  ['# T\n\n‹**Date**: ‹Thursday 19th August 2021››\n\n## A', '2021-08-19'],
  ['# T\n\n‹**Date:** ‹August 19, 2021›, 14:00 UTC›', '2021-08-19'],
  ['# Releases\n\n‹### Date: ‹2021-08-19››\n\n## A', '2021-08-19'],
  ['# T\n\nSome words.\n‹date:  ‹19 August 2021››\nMore.', '2021-08-19'],
  ['# T\n\n* ‹Date: ‹2021-08-19››\n* Time: noon', '2021-08-19'],
  ['# T\n\n‹Date:›\n', undefined],
  ['# T\n\n‹Date: tomorrow›\n', undefined],
  ['---\nDate: 2020-01-01\n---\n# T\n\n‹Date: ‹2021-08-19››', '2021-08-19'],
  ['# T\n\n‹Date: ‹19/08/2021››', '2021-08-19', by('DD/MM/YYYY')],
  ['# T\n\n‹Date: ‹2021-08-19››', '2021-08-19', by('DD/MM/YYYY')],
  [
    '# T\n\nDate: 2021-08-19\n\n‹Held on: ‹Thursday 19th August 2021››',
    '2021-08-19',
    by('dddd Do MMMM YYYY', 'Held on'),
  ],
  ['# T\n\n‹### Held on: ‹19.8.2021››', '2021-08-19', by('D.M.YYYY', 'Held on')],
];

describe('the date line', () => {
  for (const [marked, date, conventions] of table) {
    it(marked.replaceAll('\n', '⏎'), () => {
      const note = parseNote(parseMarked(marked).text, undefined, conventions);
      assert.equal(note.dateLine?.date?.value, date);
      const ranges = [note.dateLine?.range, note.dateLine?.date?.range].filter((each) => each !== undefined);
      assert.equal(markRanges(note.text, ranges), marked);
    });
  }

  for (const text of [
    '# T\n\n## A\n\nDate: 2021-08-19',
    '# T\n\nDates: 2021-08-19',
    '# T\n\nDate 2021-08-19',
    '# T\n\nThe date: 2021-08-19',
    '# T\n\n> Date: 2021-08-19',
    '# T\n\n```\nDate: 2021-08-19\n```',
    '# Date: 2021-08-19',
  ]) {
    it(`none in ${text.replaceAll('\n', '⏎')}`, () => assert.equal(parseNote(text).dateLine, undefined));
  }

  it('a heading that is one is no section, and what follows is still before the first', () => {
    const note = parseNote(
      '# T\n\n### Date: 2021-08-19\n\nYouTube: https://youtu.be/x\n\n## A\n\n### Date: later',
    );
    assert.deepEqual(
      note.sections.map(({ heading, children }) => [heading, children.map((child) => child.heading)]),
      [['A', ['Date: later']]],
    );
    assert.equal(note.recording?.label, 'YouTube:');
  });
});

describe("the title's date", () => {
  for (const [marked, date, conventions] of [
    ['# lantern ‹2021-08-19›', '2021-08-19'],
    ['# lantern, ‹Thursday 19th August 2021›', '2021-08-19'],
    ['# Meeting, ‹August 19, 2021›', '2021-08-19'],
    ['# May 5 2020 and ‹2021-08-19›', '2021-08-19'],
    ['# lantern ‹19/08/2021›', '2021-08-19', by('DD/MM/YYYY')],
    ['# lantern ‹190821›', '2021-08-19', by('DDMMYY')],
    ['# lantern ‹2021-08-19›', '2021-08-19', by('DDMMYY')],
    ['---\ntags: x\n---\n\n# ‹2021-08-19› meeting', '2021-08-19'],
  ] as const) {
    it(marked.replaceAll('\n', '⏎'), () => {
      const { text, ranges } = parseMarked(marked);
      assert.deepEqual(parseNote(text, undefined, conventions).title?.date, {
        range: ranges[0],
        value: date,
      });
    });
  }
});
