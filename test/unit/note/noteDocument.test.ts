import { deepEqual, equal } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NoteDocument } from '../../../server/core/note/noteDocument.ts';
import { makeNote } from '../../bench/notes.ts';
import { EditedText, randomChange, startText } from '../../helpers/edits.ts';
import { Random } from '../../helpers/random.ts';

/** Short texts are strings, long ones are not. */
const starts = [startText, 'a\r\nb\rc\n\r\n\r', `${makeNote(1_500, 1)}\r\n\rend`];

describe('a document', () => {
  const edits = 1_000;
  for (const [index, start] of starts.entries()) {
    it(`has the places that the editor's own library has, through ${edits} edits of text ${index}`, () => {
      const random = new Random(20260106 + index);
      const document = new NoteDocument('file:///n.md', start);
      for (let edit = 0; edit < edits; edit++) {
        const model = TextDocument.create('', 'markdown', 0, document.getText());
        const change = randomChange(random, new EditedText(startText));
        const places =
          'range' in change
            ? [change.range.start, change.range.end]
            : [document.positionAt(random.below(start.length)), { line: 1, character: 0 }];
        const at = random.below(model.lineCount);
        const [from, to] = places
          .map(({ line, character }) => model.offsetAt({ line: line + at, character }))
          .sort((a, b) => a - b) as [number, number];
        document.replace(from, to, change.text, edit);
        const text = model.getText().slice(0, from) + change.text + model.getText().slice(to);
        equal(document.getText() === text, true, `edit ${edit}`);
        const after = TextDocument.create('', 'markdown', 0, text);
        equal(document.lineCount, after.lineCount, `edit ${edit}`);
        for (const offset of [
          -1,
          from,
          from + 1,
          to,
          text.length,
          text.length + 1,
          random.below(text.length + 1),
        ])
          deepEqual(document.positionAt(offset), after.positionAt(offset));
        for (const place of [
          { line: -1, character: 2 },
          { line: random.below(after.lineCount + 1), character: random.below(80) - 5 },
        ])
          equal(document.offsetAt(place), after.offsetAt(place));
        const range = { start: after.positionAt(from), end: after.positionAt(to + 3) };
        equal(document.getText(range), after.getText(range));
      }
    });
  }
});
