import { deepEqual, equal, throws } from 'node:assert/strict';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

describe('marked text', () => {
  it('takes cursor and ranges out', () => {
    deepEqual(parseMarked('a ‹PR #‹1›› b<|>'), {
      text: 'a PR #1 b',
      cursor: 9,
      ranges: [
        { from: 2, to: 7 },
        { from: 6, to: 7 },
      ],
    });
    deepEqual(parseMarked('plain'), { text: 'plain', ranges: [] });
  });

  it('counts UTF-16 code units', () => {
    deepEqual(parseMarked('😀‹x›').ranges, [{ from: 2, to: 3 }]);
  });

  it('refuses marks without a partner', () => {
    throws(() => parseMarked('a ‹b'));
    throws(() => parseMarked('a› b'));
    throws(() => parseMarked('<|>a<|>'));
  });

  for (const marked of [
    'a ‹PR #‹1›› b<|>',
    '‹a›‹b›',
    '‹‹a›b›',
    'x‹›y',
    '<|>‹😀›',
    'none',
    '‹a›<|>‹b›',
    '‹‹a›‹b››',
  ]) {
    it(`writes back ${marked}`, () => {
      const { text, ranges, cursor } = parseMarked(marked);
      equal(markRanges(text, ranges, cursor), marked);
    });
  }
});
