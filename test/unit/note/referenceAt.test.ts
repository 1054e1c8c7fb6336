import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { referenceAt } from '../../../server/core/note/referenceAt.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

describe('referenceAt', () => {
  // `<|>` is where one looks, `‹›` the reference found.
  for (const marked of [
    'see ‹P<|>R #5›, #6',
    'see ‹PR #5<|>›, #6',
    'see PR #5, ‹<|>#6›',
    'see ‹https://github.com/a/b/pu<|>ll/5›',
    '[‹PR<|> #5›](https://github.com/a/b/pull/5)',
    '[PR #5](‹https://github.<|>com/a/b/pull/5›)',
    '[t<|>he fix](‹https://github.com/a/b/pull/5›)',
    '#4 [t<|>he fix](‹https://github.com/a/b/pull/5›) #6',
    '[‹#5› and mo<|>re](https://github.com/a/b/pull/5)',
    '‹octo/lantern#<|>5›',
  ]) {
    it(marked, () => {
      const { text, cursor, ranges } = parseMarked(marked);
      const found = referenceAt(parseNote(text), cursor!);
      assert.equal(found && markRanges(text, [found.range]), markRanges(text, ranges));
    });
  }
  for (const marked of [
    '<|>',
    'se<|>e PR #5',
    'PR #5,<|> see',
    '`PR #<|>5`',
    '[the fix](https://example.com/<|>)',
  ]) {
    it(`nothing: ${marked}`, () => {
      const { text, cursor } = parseMarked(marked);
      assert.equal(referenceAt(parseNote(text), cursor!), undefined);
    });
  }
});
