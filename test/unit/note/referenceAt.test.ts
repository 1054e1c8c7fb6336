import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { referenceAt } from '../../../server/core/note/referenceAt.ts';
import { growsLinearly } from '../../helpers/growth.ts';
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

describe('the text of a link', () => {
  const url = 'https://github.com/a/b/pull/7';
  for (const [text, expected] of [
    [`[#7](${url})`, 'a/b#7'],
    [`[PR #7](${url}#issuecomment-1)`, 'a/b#7#issuecomment-1'],
    [`[A/B#7](${url}/files)`, 'A/B#7/files'],
    [`[c/d#7](${url}#issuecomment-1)`, 'c/d#7'],
    [`[#8](${url}#issuecomment-1)`, '#8'],
    [`[#7 and #8](${url}#issuecomment-1)`, 'a/b#7#issuecomment-1'],
    [`> * [#7](${url}) and [#7](https://github.com/c/d/issues/7)`, 'a/b#7'],
    ['[#7](https://example.com/a/b/pull/7)', '#7'],
    [`| A |\n| --- |\n| [#7](${url}#issuecomment-1) |`, 'a/b#7#issuecomment-1'],
  ] as const) {
    it(`${text} means ${expected}`, () => {
      const [reference] = parseNote(text.replaceAll('\\n', '\n')).references;
      const { repository, number, tail = '' } = reference!;
      const name = repository ? `${repository.owner}/${repository.name}` : '';
      assert.equal(`${name}#${number}${tail}`, expected);
    });
  }

  it('is joined with its target in linear time', () => {
    growsLinearly((size) => {
      const text = Array.from({ length: size }, (_, index) => `[#${index + 1}](${url}${index})`).join(' ');
      return () => void parseNote(text);
    }, 500);
  });
});
