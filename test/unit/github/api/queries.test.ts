import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  commentPath,
  issuePath,
  recentPath,
  searchPath,
  searchQuery,
  searchWords,
} from '../../../../server/core/github/api/paths.ts';
import {
  batchQuery,
  firstPage,
  peopleQuery,
  recentQuery,
  searchIssuesQuery,
} from '../../../../server/core/github/api/queries.ts';
import { repository } from './answers.ts';

const other = { host: 'github.com', owner: 'quay', name: 'crane' };

describe('queries', () => {
  it('asks for numbers under an alias each, by repository, without a name in the query', () => {
    const keys = [
      { repository, number: 1 },
      { repository: other, number: 1 },
      { repository: { ...repository, owner: 'HARBOR' }, number: 2 },
      { repository, number: 1 },
    ];
    const { query, variables, aliases } = batchQuery(keys);
    assert.match(
      query,
      /^query\(\$r0o: String!, \$r0n: String!, \$r1o: String!, \$r1n: String!\) \{ r0: repository\(/,
    );
    assert.deepEqual(variables, { r0o: 'harbor', r0n: 'tide', r1o: 'quay', r1n: 'crane' });
    assert.deepEqual(
      aliases.map(({ repository: alias, number }) => `${alias}.${number}`),
      ['r0.n1', 'r1.n1', 'r0.n2'],
    );
    assert.doesNotMatch(query, /harbor|tide|quay|crane/i);
  });

  it('asks for fifty at most, and for scalars only', () => {
    const keys = Array.from({ length: 80 }, (_, index) => ({ repository, number: index + 1 }));
    const { query, aliases } = batchQuery(keys);
    assert.equal(aliases.length, 50);
    assert.doesNotMatch(query, /first:|last:|nodes/);
    // `state` of both types would conflict.
    assert.doesNotMatch(query, /[^:] state\b(?!:)/);
  });

  it('asks for recent ones page by page, and not again for a list that is over', () => {
    const first = recentQuery(repository, firstPage);
    assert.deepEqual(first.variables, { owner: 'harbor', name: 'tide', i: null, p: null });
    const second = recentQuery(repository, { issues: 'c', pulls: 'done' });
    assert.deepEqual(second.variables, { owner: 'harbor', name: 'tide', i: 'c' });
    assert.doesNotMatch(second.query, /pullRequests|\$p|fragment P/);
  });

  it('searches for words that mean nothing to the search', () => {
    assert.deepEqual(searchWords('fix "the" repo:x/y -is:open OR (crash) #12 größe'), [
      'fix',
      'the',
      'repo',
      'x',
      'y',
      'is',
      'open',
      'OR',
    ]);
    assert.equal(
      searchQuery(repository, ['fix', 'OR'], 'pull'),
      'repo:harbor/tide is:pull-request in:title "fix" "OR"',
    );
    assert.deepEqual(Object.keys(searchIssuesQuery(repository, ['a']).variables), ['pull', 'issue']);
    assert.deepEqual(Object.keys(searchIssuesQuery(repository, ['a'], 'issue').variables), ['issue']);
    assert.equal(peopleQuery(repository).variables.owner, 'harbor');
  });

  it('writes paths', () => {
    const key = { repository, number: 5 };
    assert.equal(issuePath(key), '/repos/harbor/tide/issues/5');
    assert.equal(commentPath(key, { kind: 'comment', id: 1 }), '/repos/harbor/tide/issues/comments/1');
    assert.equal(commentPath(key, { kind: 'review-comment', id: 1 }), '/repos/harbor/tide/pulls/comments/1');
    assert.equal(commentPath(key, { kind: 'review', id: 1 }), '/repos/harbor/tide/pulls/5/reviews/1');
    assert.equal(
      recentPath(repository, Date.UTC(2026, 0, 2, 3, 4, 5, 678)),
      '/repos/harbor/tide/issues?state=all&sort=updated&direction=desc&per_page=100&since=2026-01-02T03:04:05Z',
    );
    assert.equal(
      searchPath(repository, ['ä']),
      '/search/issues?q=repo%3Aharbor%2Ftide%20in%3Atitle%20%22%C3%A4%22&per_page=30',
    );
  });
});
