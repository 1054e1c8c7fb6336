import { deepEqual, equal } from 'node:assert/strict';
import type { TextChange } from '../../../server/core/note/markdown.ts';
import type { Note } from '../../../server/core/note/note.ts';
import { markdownOf, parseNote } from '../../../server/core/note/parse.ts';
import { readable } from '../../../server/core/note/readable.ts';
import { growsLinearly, growsLinearlyIn } from '../../helpers/growth.ts';

/** What is read of `line`, when it is not all of it: how many units at its start, and whether its length is kept. */
function readOf(line: string): { readonly same: number; readonly isSameLength: boolean } {
  const { text } = readable(line);
  let same = 0;
  while (same < line.length && text.charAt(same) === line.charAt(same)) same++;
  return { same, isSameLength: text.length === line.length };
}

function replace(note: Note, from: number, remove: number, insert: string): Note {
  const text = note.text.slice(0, from) + insert + note.text.slice(from + remove);
  const change: TextChange = { fromA: from, toA: from + remove, fromB: from, toB: from + insert.length };
  return parseNote(text, { note, changes: [change] });
}

/** Numbers of the references, the end of what was read, and the text that was read. */
function summary(note: Note): unknown {
  const { references, truncated, shortened } = note;
  return [references.map(({ number }) => number), truncated, shortened, markdownOf(note).text.length];
}

describe('what is read of a text', () => {
  it('is all of it where a person wrote it', () => {
    for (const text of [
      '',
      '- - - a',
      `${'  '.repeat(60)}- deep`,
      `${'> '.repeat(90)}quoted`,
      `see ${'[#1](https://github.com/o/r/pull/1) '.repeat(500)}`,
      `見る${'[#1](https://github.com/o/r/pull/1)、'.repeat(500)}`,
      `![picture](data:image/png;base64,${'A'.repeat(15_000)})`,
      `|${' [#1](u) |'.repeat(1_000)}`,
    ]) {
      deepEqual(readable(text), { text, plain: true }, text.slice(0, 40));
    }
  });

  for (const [what, line, same] of [
    ['levels of lists', `${'- '.repeat(20_000)}x`, 200],
    ['levels of numbered lists', `${'1. '.repeat(20_000)}x`, 200],
    ['levels of quotes', '>'.repeat(20_000), 200],
    ['an indentation', `${' '.repeat(5_000)}- x`, 200],
    ['targets of links without an end', '[a]('.repeat(5_000), 203],
    ['ends of links', '[a] '.repeat(3_000), 8_002],
    ['a long line', 'x '.repeat(50_000), 20_000],
  ] as const) {
    it(`leaves out what nobody writes: ${what} (acceptance 27, 42)`, () => {
      deepEqual(readOf(line), { same, isSameLength: true });
      const note = parseNote(`PR #1\n\n${line}\n\nPR #2\n`);
      deepEqual(
        note.references.map(({ number }) => number),
        [1, 2],
      );
      equal(note.truncated, undefined);
      deepEqual(note.shortened, line.length > 20_000 ? { at: 7 } : undefined);
    });
  }

  it('ends with the last line before 2,000,000 characters (acceptance 27)', () => {
    const line = `${'y'.repeat(150)}\n`;
    const text = line.repeat(14_000);
    const { truncated } = parseNote(text);
    deepEqual(truncated, { at: Math.floor(2_000_000 / line.length) * line.length });
  });

  it('is the same after an edit as afresh, at every limit', () => {
    const block = `see #1\n\n${`${'y'.repeat(195)}\n`.repeat(100)}\n`;
    const start = block.repeat(102);
    const deep = '- '.repeat(150);
    const long = 'z '.repeat(12_000);
    const edits: readonly (readonly [from: number, remove: number, insert: string])[] = [
      [0, 0, 'PR #7 \n'],
      [9, 0, block],
      [9, block.length * 3, ''],
      [20_000, 0, `\n${deep}#8\n`],
      [20_000, deep.length, ''],
      [1_999_000, 0, '\nPR #9\n'],
      [1_999_000, 4_000, ''],
      [0, 30_000, '#5'],
      [30_000, 0, `\n\n${long}#6\n\n`],
      [30_000, long.length, ''],
      [0, 1_500_000, ''],
    ];
    let note = parseNote(start);
    for (const [from, remove, insert] of edits) {
      note = replace(note, from, remove, insert);
      deepEqual(summary(note), summary(parseNote(note.text)), `${from} ${remove} ${insert.length}`);
    }
  });

  it('ends a paragraph that nobody writes by hand, after an edit as afresh', () => {
    const start = `# T 2020-01-01\n\n${'[#1](https://github.com/o/r/pull/1) and\n'.repeat(1_500)}\n- a\n`;
    let note = parseNote(start);
    equal(note.references.length, 3_000);
    for (const [from, insert] of [
      [30, '#2 '],
      [25_000, '\n\n'],
      [19_990, '#3 '],
      [45_000, '\n- '],
    ] as const) {
      note = replace(note, from, 0, insert);
      deepEqual(note, parseNote(note.text), String(from));
    }
  });

  it('costs no more than its length', () => {
    const pieces = ['- ', '1. ', '> ', '[a](', '![a](', '[a]: ', '[a](b)\n', '[a]\n', '> - ', '- x\n  '];
    growsLinearlyIn(pieces, 60_000, (text) => parseNote(text));
  });

  it('costs no more in a table that grows line by line', () => {
    growsLinearly((size) => {
      const text = `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(size / 10)}`;
      return () => parseNote(text);
    }, 400_000);
  });
});
