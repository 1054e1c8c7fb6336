import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type CachedAnswer,
  type Found,
  isFresh,
  isWorthAsking,
  newer,
} from '../../../server/core/github/answer.ts';
import { hasDetails, type Issue } from '../../../server/core/references/issue.ts';
import { repository } from './api/answers.ts';
import { noon } from './fakes.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const open: Issue = {
  repository,
  number: 1,
  kind: 'issue',
  title: 'One',
  state: 'open',
  createdAt: noon - 100 * day,
  updatedAt: noon - day,
};
const found = (issue: Partial<Issue>, fetchedAt = noon): Found => ({
  kind: 'found',
  issue: { ...open, ...issue },
  fetchedAt,
});
const missing = (fetchedAt: number, since: number): CachedAnswer => ({
  kind: 'missing',
  reason: 'not-found',
  fetchedAt,
  since,
});
const closed = (ago: number) => found({ state: 'completed', closedAt: noon - ago, updatedAt: noon - ago });

describe('issue: how long an answer is good for', () => {
  const table: readonly [what: string, known: CachedAnswer, age: number, fresh: boolean][] = [
    ['found', found({}), 9 * minute, true],
    ['found', found({}), 10 * minute, false],
    ['closed lately', closed(29 * day), 11 * minute, false],
    ['closed long ago', closed(31 * day), 11 * minute, true],
    ['closed long ago', closed(31 * day), 12 * 60 * minute, false],
    [
      'closed long ago and talked about since',
      found({ closedAt: noon - 90 * day, updatedAt: noon - day }),
      11 * minute,
      false,
    ],
    ['missing', missing(noon, noon), minute - 1, true],
    ['missing', missing(noon, noon), minute, false],
    ['found by a clock ahead of this one', found({}, noon + day), 0, false],
  ];
  for (const [what, known, age, fresh] of table) {
    it(`${what}: ${fresh ? 'fresh' : 'old'} after ${age / minute} min`, () =>
      assert.equal(isFresh(known, noon + age), fresh));
  }

  it('asks of its own accord ever less often for what stays missing', () => {
    const pauses: number[] = [];
    for (let at = noon; pauses.length < 8; ) {
      const known = missing(at, noon);
      let pause = 0;
      while (!isWorthAsking(known, at + pause)) pause += minute / 2;
      pauses.push(pause / minute);
      at += pause;
    }
    assert.deepEqual(pauses, [1, 1, 2, 4, 8, 15, 15, 15]);
  });
});

describe('issue: what two answers tell together', () => {
  const details = { asOf: open.updatedAt, labels: ['bug'], excerpt: [] };

  it('takes the later state and keeps the details of the earlier', () => {
    const known = found({ details });
    const told = found({ title: 'Two', updatedAt: open.updatedAt + 1 }, noon + 1);
    const both = newer(known, told);
    assert.deepEqual([both.issue.title, both.issue.details, both.fetchedAt], ['Two', details, noon + 1]);
    assert.equal(hasDetails(both.issue), false);
    assert.equal(hasDetails(newer(known, found({}, noon + 1)).issue), true);
  });

  it('takes no step back when a copy of GitHub’s lags', () => {
    const known = found({ title: 'Two', updatedAt: open.updatedAt + 1 });
    const both = newer(known, found({ details }, noon + 1));
    assert.deepEqual([both.issue.title, both.fetchedAt], ['Two', noon + 1]);
    assert.equal(hasDetails(both.issue), true);
    assert.equal(newer(undefined, known), known);
  });
});
