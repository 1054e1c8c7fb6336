import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { introductionBefore } from '../../../server/core/note/lineIntroduction.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { parseMarked } from '../../helpers/markedText.ts';

describe('introductionBefore', () => {
  for (const [marked, kind, content, quoted = false] of [
    ['te<|>', 'plain', 'te'],
    ['* te<|>', 'item', 'te'],
    ['* <|>', 'item', ''],
    ['text\n* <|>', 'item', ''],
    ['text\n2. te<|>', 'plain', '2. te'],
    ['- [ ] <|>', 'item', ''],
    ['- [x] te<|>', 'item', 'te'],
    ['1) te<|>', 'item', 'te'],
    ['## te<|>', 'heading', 'te'],
    ['#<|>', 'plain', '#'],
    ['* # te<|>', 'heading', 'te'],
    ['> te<|>', 'quote', 'te', true],
    ['> * te<|>', 'item', 'te', true],
    ['*te<|>', 'plain', '*te'],
    ['  <|>', 'plain', ''],
  ] as const) {
    it(`${JSON.stringify(marked)}: ${kind}`, () => {
      const { text, cursor } = parseMarked(marked);
      const found = introductionBefore(parseNote(text), cursor!);
      assert.deepEqual(
        [found.kind, text.slice(found.content, cursor), found.quoted],
        [kind, content, quoted],
      );
    });
  }

  for (const marks of [
    '* ',
    '  - ',
    '> * ',
    '1. ',
    '2) ',
    '# ',
    '* # ',
    '> ',
    '+ * ',
    'text\n* ',
    '* a\n\n  - ',
  ]) {
    it(`${JSON.stringify(marks)} is the same in front of a word as in front of what is typed`, () => {
      const typed = introductionBefore(parseNote(`${marks}\nnext`), marks.length);
      for (const rest of [
        'A change (PR #',
        'Setext\n===',
        'Cell | cell\n--- | ---',
        'text `code',
        'a\n\n    b',
      ]) {
        const line = marks.length + rest.split('\n')[0]!.length;
        const note = parseNote(`${marks}${rest}\nnext`);
        assert.deepEqual(introductionBefore(note, line), typed);
      }
    });
  }
});
