import { equal, ok } from 'node:assert/strict';
import { editedText } from '../../../server/core/note/text.ts';
import { Random } from '../../helpers/random.ts';

describe('a text in pieces', () => {
  const edits = 2_000;
  it(`is what a string is through ${edits} edits`, () => {
    const random = new Random(20260106);
    let text = editedText('0123456789'.repeat(20_000), 0, 0, '');
    for (let edit = 0; edit < edits; edit++) {
      const before = text.toString();
      const from = random.below(4) === 0 ? random.pick([0, before.length]) : random.below(before.length + 1);
      const removed = random.below(20) === 0 ? random.below(60_000) : random.below(3);
      const to = Math.min(before.length, from + removed);
      const inserted =
        random.below(20) === 0 ? 'x'.repeat(random.below(60_000)) : random.pick(['', 'y', '\n']);
      text = editedText(text, from, to, inserted);
      const after = before.slice(0, from) + inserted + before.slice(to);
      ok(text.toString() === after, `edit ${edit}`);
      equal(text.length, after.length);
      const start = random.below(after.length + 1);
      const end = start + random.below(after.length + 1 - start);
      ok(text.slice(start, end) === after.slice(start, end), `edit ${edit}`);
    }
  });
});
