import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Found } from '../../../../server/core/github/answer.ts';
import { RepositoryCache } from '../../../../server/core/github/cache/repositoryCache.ts';
import { matches, queryWords, type SearchQuery } from '../../../../server/core/github/cache/search.ts';
import { rowOf } from '../../../../server/core/github/cache/titles.ts';
import type { IssueKind, IssueState } from '../../../../server/core/references/issue.ts';
import { repository } from '../api/answers.ts';
import { noon } from '../fakes.ts';

/** Number, kind, state, title; the later in the list, the later its last change. */
const issues: readonly [number: number, kind: IssueKind, state: IssueState, title: string][] = [
  [5, 'issue', 'completed', 'Chart the harbour'],
  [58, 'pull', 'merged', 'Fix drift of the tide table'],
  [580, 'issue', 'open', 'Tide table lists 2058 twice'],
  [581, 'pull', 'draft', 'Rewrite the chart in French'],
  [5801, 'issue', 'open', 'ZÜRICH has no tide'],
  [12, 'issue', 'not-planned', 'Fix the tide'],
  [77, 'pull', 'merged', 'Table of currents'],
];

function made(number: number, kind: IssueKind, state: IssueState, title: string, updatedAt: number): Found {
  const issue = { repository, number, kind, state, title, createdAt: 0, updatedAt };
  return {
    kind: 'found',
    fetchedAt: noon,
    issue: { ...issue, ...(state === 'merged' && { mergedAt: updatedAt }) },
  };
}

function shelfOf(list = issues): RepositoryCache {
  const cache = new RepositoryCache(repository);
  cache.put(
    list.map(([number, kind, state, title], index) => made(number, kind, state, title, noon + index)),
  );
  return cache;
}

const table: readonly [query: Partial<SearchQuery>, ...numbers: (number | string)[]][] = [
  [{ text: '' }, 77, 12, 5801, 581, 580, 58, 5],
  [{ text: '#' }, 77, 12, 5801, 581, 580, 58, 5],
  [{ text: '', limit: 2 }, 77, 12],
  [{ text: '5' }, '5 exact', 5801, 581, 580, 58],
  [{ text: '58' }, '58 exact', 5801, 581, 580],
  [{ text: '#580' }, '580 exact', 5801],
  [{ text: '2058' }, 580],
  [{ text: '0' }, 580],
  [{ text: '058' }, 580],
  [{ text: '99999999999999999999' }],
  [{ text: 'tide' }, 12, 5801, 580, 58],
  [{ text: 'table TIDE' }, 580, 58],
  [{ text: 'zürich' }, 5801],
  [{ text: '58 table' }, 580, 58],
  [{ text: 'table 58' }, 580, 58],
  [{ text: 'tide nothing' }],
  [{ text: 'able' }, 77, 580, 58],
  [{ text: '', kind: 'pull' }, 77, 581, 58],
  [{ text: '5', kind: 'issue' }, '5 exact', 5801, 580],
  [{ text: '58', kind: 'issue' }, 5801, 580],
  [{ text: '', mergedSince: noon }, '77 merged', '58 merged', 12, 5801, 581, 580, 5],
  [{ text: '', mergedSince: noon + 3 }, '77 merged', 12, 5801, 581, 580, 58, 5],
  [{ text: 'drift', mergedSince: noon }, '58 merged'],
  [{ text: '', carried: [5, 580, 581, 999], limit: 3 }, '580 carried', '581 carried', 77],
  [{ text: 'chart', mergedSince: noon, carried: [581] }, '581 carried', 5],
];

function spell(cache: RepositoryCache, query: Partial<SearchQuery>): (number | string)[] {
  return cache
    .search({ text: '', limit: 100, ...query })
    .map(({ found, rank }) => (rank === 'recent' ? found.issue.number : `${found.issue.number} ${rank}`));
}

/** Whatever the order, what ought to be found: the plainest way to search. */
function plainly(all: readonly Found[], { text, kind }: Pick<SearchQuery, 'text' | 'kind'>): number[] {
  const words = queryWords(text);
  const hits = all.filter((found) => (!kind || found.issue.kind === kind) && matches(rowOf(found), words));
  return hits.map(({ issue }) => issue.number).sort((a, b) => a - b);
}

describe('search', () => {
  for (const [query, ...numbers] of table) {
    it(`${JSON.stringify(query)}: ${numbers.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(spell(shelfOf(), query), numbers);
    });
  }

  it('finds the same in many rows, made ready, and in few that are new, and as the query grows', () => {
    const words = ['tide', 'table', 'drift', 'fix', 'chart', '12', 'é', 'a'];
    const title = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((parts) => parts.join(' '));
    const issue = fc.record({
      number: fc.integer({ min: 1, max: 2_000 }),
      kind: fc.constantFrom<IssueKind>('issue', 'pull'),
      title,
      updatedAt: fc.integer({ min: 0, max: 50 }),
    });
    const changes = fc.array(fc.array(issue, { maxLength: 30 }), { maxLength: 2 });
    const query = fc.tuple(
      fc.array(fc.constantFrom(...words, '1', '39', 'ta'), { maxLength: 3 }).map((parts) => parts.join(' ')),
      fc.constantFrom<IssueKind | undefined>('issue', 'pull', undefined),
    );
    // More than are searched one by one.
    const base = Array.from({ length: 1_100 }, (_, index) =>
      made(
        index + 1,
        index % 2 ? 'pull' : 'issue',
        'open',
        `${words[index % 8]} ${words[index % 5]} ${index}`,
        index % 60,
      ),
    );
    fc.assert(
      fc.property(changes, fc.array(query, { minLength: 1, maxLength: 3 }), (rounds, queries) => {
        const cache = new RepositoryCache(repository);
        cache.put(base);
        const ask = (): void => {
          for (const [typed, kind] of queries) {
            for (let to = 0; to <= typed.length; to++) {
              const asked = { text: typed.slice(0, to), limit: 10_000, ...(kind && { kind }) };
              const hits = cache.search(asked).map(({ found }) => found.issue.number);
              assert.deepEqual(
                [...hits].sort((a, b) => a - b),
                plainly([...cache.found()], asked),
              );
              const few = cache.search({ ...asked, limit: 7 }).map(({ found }) => found.issue.number);
              assert.deepEqual(few, hits.slice(0, 7));
            }
          }
        };
        ask();
        for (const round of rounds) {
          cache.put(
            round.map(({ number, kind, title: text, updatedAt }) =>
              made(number, kind, 'open', text, updatedAt),
            ),
          );
          for (const { number } of round.slice(0, 2)) cache.miss(number, 'gone', noon);
          ask();
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('cache', () => {
  it('tells whether somebody may see a difference', () => {
    const cache = shelfOf();
    const [first] = [...cache.found()];
    assert.equal(cache.put([{ ...first!, fetchedAt: noon + 5 }]), false);
    assert.equal(cache.put([{ ...first!, issue: { ...first!.issue, title: 'Other' } }]), true);
    assert.equal(cache.miss(1_000, 'not-found', noon), true);
    assert.equal(cache.miss(1_000, 'not-found', noon + 1), false);
    assert.equal(cache.miss(1_000, 'gone', noon + 1), true);
  });

  it('forgets what is gone, and keeps what merely cannot be seen', () => {
    const cache = shelfOf();
    assert.equal(cache.miss(58, 'hidden', noon), false);
    assert.equal(cache.miss(58, 'unconfirmed', noon), false);
    assert.equal(cache.peek(58, noon)?.kind, 'found');
    assert.equal(cache.miss(58, 'gone', noon), true);
    assert.equal(cache.peek(58, noon)?.kind, 'missing');
    assert.deepEqual(spell(cache, { text: 'drift' }), []);
  });

  it('remembers since when something is missing, for an hour', () => {
    const cache = shelfOf();
    cache.miss(1_000, 'not-found', noon);
    cache.miss(1_000, 'unconfirmed', noon + 60_000);
    assert.deepEqual(cache.peek(1_000, noon), {
      kind: 'missing',
      reason: 'not-found',
      fetchedAt: noon + 60_000,
      since: noon,
    });
    assert.equal(cache.peek(1_000, noon + 2 * 3_600_000), undefined);
    cache.put([made(1_000, 'issue', 'open', 'It is there', noon)]);
    assert.equal(cache.peek(1_000, noon)?.kind, 'found');
  });

  it('keeps where something moved apart from its own', () => {
    const cache = shelfOf();
    const there = made(3, 'issue', 'open', 'Moved', noon);
    cache.put([{ ...there, movedFrom: { repository, number: 58 } }]);
    const known = cache.peek(58, noon);
    assert.equal(known?.kind === 'found' && known.movedFrom?.number, 58);
    assert.deepEqual(spell(cache, { text: 'Moved' }), []);
    assert.deepEqual(spell(cache, { text: 'drift' }), []);
    assert.equal(cache.peek(3, noon), undefined);
    assert.equal(cache.miss(58, 'unconfirmed', noon), false);
  });
});
