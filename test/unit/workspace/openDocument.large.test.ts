import { deepEqual, equal } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseNote } from '../../../server/core/note/parse.ts';
import { OpenDocument } from '../../../server/core/workspace/openDocument.ts';
import { EditedText, randomChange, startText } from '../../helpers/edits.ts';
import { countInputs } from '../../helpers/measures.ts';
import { Random } from '../../helpers/random.ts';

describe('an open document', () => {
  it('stays in step through 10,000 random edits (acceptance 24)', () => {
    countInputs(10_000);
    const seed = Number(process.env.SEED ?? 20260106);
    const random = new Random(seed);
    const model = new EditedText(startText);
    const document = new OpenDocument(TextDocument.create('file:///n.md', 'markdown', 1, startText));
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
