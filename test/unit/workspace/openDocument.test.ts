import { deepEqual, equal } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseNote } from '../../../server/core/note/parse.ts';
import { joinChanges, OpenDocument } from '../../../server/core/workspace/openDocument.ts';
import { EditedText, randomChange, startText } from '../../helpers/edits.ts';
import { countInputs } from '../../helpers/measures.ts';
import { Random } from '../../helpers/random.ts';

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

  it('stays in step through 10,000 random edits (acceptance 24)', () => {
    countInputs(10_000);
    const seed = Number(process.env.SEED ?? 20260106);
    const random = new Random(seed);
    const model = new EditedText(startText);
    const document = open(startText);
    for (let step = 1; step <= 10_000; step++) {
      const change = randomChange(random, model);
      model.apply(change);
      document.update([change], step + 1);
      const where = `SEED=${seed}, step ${step}`;
      if (document.document.getText() !== model.text) equal(document.document.getText(), model.text, where);
      // Several edits between two parses, as several keystrokes between two questions.
      if (random.below(10) > 0) continue;
      deepEqual(document.note, parseNote(model.text), where);
    }
  });
});
