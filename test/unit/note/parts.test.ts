import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { keptByPart, partsOf } from '../../../server/core/note/assemble.ts';
import type { Note } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { makeNote } from '../../bench/notes.ts';

function insert(note: Note, at: number, text: string): Note {
  const change = { fromA: at, toA: at, fromB: at, toB: at + text.length };
  return parseNote(note.text.slice(0, at) + text + note.text.slice(at), { note, changes: [change] });
}

/** The share of the text that is in parts which the note before does not have. */
function shareRead(before: Note, after: Note): number {
  const known = new Set(partsOf(before).map(({ results }) => results));
  const read = partsOf(after).filter(({ results }) => !known.has(results));
  return read.reduce((sum, { from, to }) => sum + to - from, 0) / after.text.length;
}

describe('parts of a note', () => {
  it('cover the text without gaps', () => {
    for (const text of [
      '',
      'a',
      '# T\n',
      'a\n\n# T\n\n## A\nb\n\n> ## Q\n\nSet\n===\n',
      '---\na: b\n---\n# T',
    ]) {
      const parts = partsOf(parseNote(text));
      deepEqual(
        parts.map(({ from }) => from),
        [0, ...parts.slice(0, -1).map(({ to }) => to)],
      );
      equal(parts.at(-1)?.to, text.length);
    }
  });

  it('are read again where a key went, and nowhere else', () => {
    const lines = makeNote(5000, 3).split('\n');
    const start = parseNote(
      lines.map((line, at) => (at % 25 === 24 ? `\n## Topic ${at}\n` : line)).join('\n'),
    );
    for (let step = 1; step < 40; step++) {
      const at = start.text.indexOf(' ', Math.floor((start.text.length * step) / 41));
      for (const typed of ['x', ' ', '#', '\n', '*']) {
        const share = shareRead(start, insert(start, at, typed));
        ok(share > 0 && share < 0.02, `${JSON.stringify(typed)} at ${at} reads ${share} of the note`);
      }
    }
  });

  it('keep what was found in them, wherever they move', () => {
    const tested: string[] = [];
    const ones = keptByPart('references', (references, text) => {
      tested.push(references.map(({ range }) => text.slice(range.from, range.to)).join(' '));
      return references.filter(({ number }) => number === 1);
    });
    // The parser reads what is near an edit anew.
    const filler = `${'words and\n'.repeat(40)}\nmore\n\n`;
    const note = parseNote(
      `# T\n\n${['#1 #2', '#2', '#1'].map((each) => `## A\n${filler}${each}\n\n${filler}`).join('')}`,
    );
    const found = (of: Note) => ones(of).map(({ range }) => of.text.slice(range.from - 1, range.to));
    deepEqual(found(note), ['\n#1', '\n#1']);
    // The one without references is not tested.
    deepEqual(tested, ['#1 #2', '#2', '#1']);
    const moved = insert(note, note.text.indexOf('\n#2') + 1, '#1 ');
    deepEqual(found(moved), ['\n#1', '\n#1', '\n#1']);
    deepEqual(tested.slice(3), ['#1 #2']);
    deepEqual(found({ ...moved }), ['\n#1', '\n#1', '\n#1']);
  });

  it('keep the title as the same object while another part is edited', () => {
    // The parser reads what is near an edit anew.
    const before = parseNote(`# lantern office hours 2026-01-06\n\n${'words\n\n'.repeat(20)}## A\n\nwords\n`);
    equal(insert(before, before.text.length - 2, 'x').title, before.title);
    notEqual(insert(before, 3, 'x').title, before.title);
  });

  it('are other parts where what is above them means something else for them', () => {
    const before = parseNote('# T\n\n## A\n\n### B\n* write it\n\n## C\n\n## D\n\n## E\n');
    const after = insert(before, 9, 'ction items');
    deepEqual([before.actionItems.length, after.actionItems.length], [0, 1]);
    // The parser reads the last block anew with each edit.
    const ofD = (note: Note) => partsOf(note).at(-2)?.results;
    equal(ofD(before), ofD(after));
    notEqual(partsOf(before)[2]?.results, partsOf(after)[2]?.results);
  });
});
