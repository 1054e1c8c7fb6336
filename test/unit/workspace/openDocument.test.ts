import { deepEqual, equal } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { joinChanges, OpenDocument } from '../../../server/core/workspace/openDocument.ts';

function open(text: string): OpenDocument {
  return new OpenDocument(TextDocument.create('file:///n.md', 'markdown', 1, text));
}

describe('open documents', () => {
  it('reads a note once per version', () => {
    const document = open('# N 2026-01-06\n');
    const { note } = document;
    equal(document.note, note);
    document.update([{ text: '# N 2026-01-20\n' }], 2);
    equal(document.note.title?.date?.value, '2026-01-20');
    equal(document.version, 2);
  });

  it('applies changes in turn, each to what the one before left', () => {
    const document = open('abc');
    const at = (line: number, character: number) => ({ line, character });
    document.update(
      [
        { range: { start: at(0, 1), end: at(0, 2) }, text: '\n' },
        { range: { start: at(1, 0), end: at(1, 0) }, text: 'x' },
        { range: { start: at(9, 9), end: at(7, 7) }, text: '!' },
      ],
      2,
    );
    equal(document.document.getText(), 'a\nxc!');
  });

  it('joins changes into one stretch that covers them', () => {
    const first = joinChanges(undefined, { from: 10, to: 12, inserted: 5 });
    deepEqual(first, { fromA: 10, toA: 12, fromB: 10, toB: 15 });
    deepEqual(joinChanges(first, { from: 2, to: 3, inserted: 0 }), { fromA: 2, toA: 12, fromB: 2, toB: 14 });
    deepEqual(joinChanges(first, { from: 20, to: 25, inserted: 1 }), {
      fromA: 10,
      toA: 22,
      fromB: 10,
      toB: 21,
    });
    deepEqual(joinChanges(first, { from: 11, to: 14, inserted: 0 }), {
      fromA: 10,
      toA: 12,
      fromB: 10,
      toB: 12,
    });
  });
});
