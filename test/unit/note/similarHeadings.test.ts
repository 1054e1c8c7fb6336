import { equal, ok } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { headingWords, similarity } from '../../../server/core/note/similarHeadings.ts';

describe('how alike two headings are', () => {
  const cases: readonly (readonly [one: string, other: string, expected: number])[] = [
    ['agenda', 'agenda', 1],
    ['agenda', 'agneda', 1],
    ['the agenda', 'agenda', 1],
    ['announcement', 'announcements', 1],
    ['phase 1', 'phase 2', 0],
    ['notes', 'votes', 0],
    ['', 'agenda', 0],
  ];
  for (const [one, other, expected] of cases) {
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)}: ${expected}`, () =>
      equal(similarity(headingWords(one), headingWords(other)), expected));
  }

  it('is between none and all for some words in common', () => {
    const value = similarity(headingWords('highlights'), headingWords('announcements and highlights'));
    ok(value > 0.5 && value < 1, String(value));
  });
});
