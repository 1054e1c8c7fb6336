/** Long documents are read in slices, and what is typed meanwhile is in what is read. */

import { deepEqual, equal, ok } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { DocumentReader } from '../../../server/core/workspace/documentReader.ts';
import { OpenDocument } from '../../../server/core/workspace/openDocument.ts';
import { makeNote } from '../../bench/notes.ts';
import { EditedText, randomChange } from '../../helpers/edits.ts';
import { countInputs } from '../../helpers/measures.ts';
import { Random } from '../../helpers/random.ts';
import { FakeTime } from '../github/fakes.ts';

const long = makeNote(700, 1);

function open(text: string): OpenDocument {
  return new OpenDocument(TextDocument.create('file:///n.md', 'markdown', 1, text));
}

/** A clock by which every step takes longer than a slice may. */
class SlowTime extends FakeTime {
  override now(): number {
    this.setClock(super.now() + 30);
    return super.now();
  }
}

describe('long documents', () => {
  it('are read in slices, once for all who wait', async () => {
    const document = open(long);
    ok(document.isLong && !document.isRead);
    const time = new SlowTime();
    const reader = new DocumentReader({ clock: time, timers: time, isOpen: () => true });
    let read = 0;
    for (const wait of [reader.read(document), reader.read(document)]) void wait.then(() => read++);
    await time.advance(0);
    ok(!document.isRead && time.waiting === 1);
    await time.advance(100_000);
    equal(read, 2);
    ok(document.isRead);
    deepEqual(document.note, parseNote(long));
  });

  it('are not read on when they were closed', async () => {
    const document = open(long);
    const time = new SlowTime();
    const reader = new DocumentReader({ clock: time, timers: time, isOpen: () => false });
    await reader.read(document);
    ok(!document.isRead && time.waiting === 0);
  });

  it('are read at once when that is asked for', () => {
    const document = open(long);
    const steps = document.readSteps();
    for (let step = 0; step < 20; step++) steps.next();
    const { note } = document;
    deepEqual(note, parseNote(long));
    ok([...steps].length > 0);
    equal(document.note, note);
  });

  it('follow what is typed between the slices', () => {
    const seed = Number(process.env.SEED ?? 20260106);
    const random = new Random(seed);
    const rounds = 40;
    for (let round = 0; round < rounds; round++) {
      const model = new EditedText(long);
      const document = open(long);
      const edit = () => {
        const change = randomChange(random, model);
        model.apply(change);
        document.update([change], document.version + 1);
        countInputs(1);
      };
      for (let turn = 0; turn < 4; turn++) {
        edit();
        let untilNext = random.below(60);
        for (const _ of document.readSteps()) {
          if (untilNext-- > 0) continue;
          edit();
          untilNext = random.below(200);
        }
      }
      const { note } = document;
      const fresh = parseNote(model.text, undefined, usualConventions);
      deepEqual(note, fresh, `SEED=${seed}, round ${round}`);
    }
  });
});
