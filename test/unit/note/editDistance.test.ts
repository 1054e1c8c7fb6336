import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { editDistance, nearest } from '../../../server/core/note/editDistance.ts';

describe('nearest', () => {
  const known = ['notes', 'file', 'title', 'repository', 'repositories', 'in order', 'many'];
  for (const [word, expected] of [
    ['notse', 'notes'],
    ['Notes', 'notes'],
    ['note', 'notes'],
    ['tilte', 'title'],
    ['reposiotry', 'repository'],
    ['repositorys', 'repository'],
    ['respositories', 'repositories'],
    ['in-order', 'in order'],
    ['man', 'many'],
    ['m', undefined],
    ['', undefined],
    ['filter', undefined],
    ['colour', undefined],
    ['x'.repeat(100), undefined],
  ] as const) {
    it(`${JSON.stringify(word.slice(0, 20))} → ${expected}`, () =>
      assert.equal(nearest(word, known), expected));
  }

  it('takes the first of two that are as near', () => assert.equal(nearest('bat', ['cat', 'hat']), 'cat'));
});

describe('editDistance', () => {
  for (const [one, other, expected] of [
    ['', '', 0],
    ['agenda', 'agenda', 0],
    ['', 'abc', 3],
    ['agenda', 'agneda', 1],
    ['agenda', 'agend', 1],
    ['seph', 'zeph', 1],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
  ] as const) {
    it(`${one} and ${other}: ${expected}`, () => {
      assert.equal(editDistance(one, other), expected);
      assert.equal(editDistance(other, one), expected);
    });
  }
});
