import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  readBatch,
  readErrors,
  readNode,
  readPeople,
  readRecent,
  readSearch,
} from '../../../../server/core/github/api/graphqlAnswers.ts';
import { batchQuery, firstPage } from '../../../../server/core/github/api/queries.ts';
import {
  nextPage,
  readComment,
  readIssue,
  readIssues,
  readLogins,
} from '../../../../server/core/github/api/restAnswers.ts';
import { parseJson } from '../../../../server/core/github/json.ts';
import { epoch, graphqlIssue, repository, restIssue } from './answers.ts';

const closedAt = '2026-03-01T00:00:00Z';

/** What REST says besides the usual, and the kind and state read from it. */
const restStates: readonly [said: Record<string, unknown>, kind: string, state: string][] = [
  [{}, 'issue', 'open'],
  [{ state: 'closed', closed_at: closedAt }, 'issue', 'closed'],
  [{ state: 'closed', state_reason: 'completed' }, 'issue', 'completed'],
  [{ state: 'closed', state_reason: 'not_planned' }, 'issue', 'not-planned'],
  [{ state: 'closed', state_reason: 'duplicate' }, 'issue', 'duplicate'],
  [{ state: 'closed', state_reason: 'something new' }, 'issue', 'closed'],
  [{ state: 'open', state_reason: 'reopened' }, 'issue', 'open'],
  [{ pull_request: { merged_at: null } }, 'pull', 'open'],
  [{ pull_request: { merged_at: null }, draft: true }, 'pull', 'draft'],
  [{ pull_request: { merged_at: null }, draft: true, state: 'closed' }, 'pull', 'closed'],
  [{ pull_request: { merged_at: closedAt }, state: 'closed' }, 'pull', 'merged'],
];

const graphqlStates: readonly [said: Record<string, unknown>, kind: string, state: string][] = [
  [{ __typename: 'Issue', issueState: 'OPEN', stateReason: 'REOPENED' }, 'issue', 'open'],
  [{ __typename: 'Issue', issueState: 'CLOSED', stateReason: 'COMPLETED' }, 'issue', 'completed'],
  [{ __typename: 'Issue', issueState: 'CLOSED', stateReason: 'NOT_PLANNED' }, 'issue', 'not-planned'],
  [{ __typename: 'Issue', issueState: 'CLOSED', stateReason: null }, 'issue', 'closed'],
  [{ __typename: 'PullRequest', prState: 'OPEN', isDraft: true, mergedAt: null }, 'pull', 'draft'],
  [{ __typename: 'PullRequest', prState: 'MERGED', isDraft: false, mergedAt: closedAt }, 'pull', 'merged'],
  [{ __typename: 'PullRequest', prState: 'CLOSED', isDraft: false, mergedAt: null }, 'pull', 'closed'],
];

/** What no title, number or date may be. */
const wrong: readonly Record<string, unknown>[] = [
  { title: null },
  { title: 7 },
  { title: ['a'] },
  { title: { toString: 'x' } },
  { title: true },
  { number: '7' },
  { number: 0 },
  { number: 1.5 },
  { number: null },
  { updated_at: 'yesterday', updatedAt: 'yesterday' },
  { updated_at: 7, updatedAt: 7 },
  { created_at: '2026-13-45T00:00:00Z', createdAt: '2026-13-45T00:00:00Z' },
];

describe('reading answers', () => {
  for (const [said, kind, state] of restStates) {
    it(`REST: ${JSON.stringify(said)} is ${kind}, ${state}`, () => {
      const issue = readIssue(restIssue(1, said), repository);
      assert.deepEqual([issue?.kind, issue?.state], [kind, state]);
    });
  }

  for (const [said, kind, state] of graphqlStates) {
    it(`GraphQL: ${JSON.stringify(said)} is ${kind}, ${state}`, () => {
      const issue = readNode(graphqlIssue(1, said), repository);
      assert.deepEqual([issue?.kind, issue?.state], [kind, state]);
    });
  }

  for (const said of wrong) {
    it(`is nothing with ${JSON.stringify(said)} (acceptance 6)`, () => {
      assert.equal(readIssue(restIssue(1, said), repository), undefined);
      assert.equal(readNode(graphqlIssue(1, said), repository), undefined);
    });
  }

  it('reads all of an issue, and the same from both', () => {
    const issue = readIssue(restIssue(3), repository);
    const { details, ...rest } = issue ?? assert.fail();
    assert.deepEqual(rest, {
      repository,
      number: 3,
      kind: 'pull',
      title: 'Title of 3',
      state: 'open',
      author: 'author3',
      createdAt: epoch + 3_000,
      updatedAt: epoch + 86_400_000 + 3_000,
    });
    assert.deepEqual(details, {
      asOf: rest.updatedAt,
      labels: ['bug'],
      milestone: 'Next',
      excerpt: ['First line of 3', 'Second line'],
    });
    assert.deepEqual(readNode(graphqlIssue(3), repository), rest);
  });

  it('makes do with what is left out', () => {
    const bare = restIssue(1, {
      user: null,
      labels: 'x',
      milestone: 7,
      body: null,
      repository_url: 'javascript:x',
    });
    const issue = readIssue(bare, repository);
    assert.equal(issue?.author, undefined);
    assert.deepEqual(issue?.details, { asOf: issue?.updatedAt, labels: [], excerpt: [] });
    assert.equal(issue?.repository, repository);
  });

  it('names the repository that the answer comes from, never another host', () => {
    const moved = restIssue(1, { repository_url: 'https://evil.example/repos/other/place' });
    assert.deepEqual(readIssue(moved, repository)?.repository, {
      host: 'github.com',
      owner: 'other',
      name: 'place',
    });
    const odd = restIssue(1, { repository_url: 'https://api.github.com/repos/../..' });
    assert.equal(readIssue(odd, repository)?.repository, repository);
  });

  it('takes nothing from a prototype (acceptance 6)', () => {
    const text = JSON.stringify(restIssue(1)).replace('{', '{"__proto__":{"title":"polluted","draft":true},');
    const issue = readIssue(parseJson(text)?.value, repository);
    assert.equal(issue?.title, 'Title of 1');
    const inherited = Object.create(restIssue(1)) as unknown;
    assert.equal(readIssue(inherited, repository), undefined);
    assert.equal(({} as { title?: unknown }).title, undefined);
  });

  it('shows a title that shows nothing, and bounds what is long', () => {
    assert.equal(readIssue(restIssue(1, { title: '\u200B' }), repository)?.title, '(no visible title)');
    const labels = Array.from({ length: 100 }, (_, index) => ({ name: `label ${index} ${'x'.repeat(500)}` }));
    const issue = readIssue(
      restIssue(1, { labels, body: 'x'.repeat(1_000_000), title: 'y'.repeat(100_000) }),
      repository,
    );
    assert.ok(JSON.stringify(issue).length < 5_000);
  });

  it('leaves out what is wrong in a list and keeps the rest', () => {
    const list = [restIssue(1), null, 7, 'x', restIssue(2, { title: null }), [], restIssue(3)];
    assert.deepEqual(
      readIssues(list, repository).issues.map(({ number }) => number),
      [1, 3],
    );
    assert.deepEqual(readIssues({ message: 'no' }, repository), { ok: false, issues: [] });
  });

  it('reads a partial answer: what is there stands', () => {
    const keys = [1, 2, 3, 4, 5].map((number) => ({ repository, number }));
    const hidden = { repository: { ...repository, name: 'secret' }, number: 1 };
    const saml = { repository: { ...repository, owner: 'corp' }, number: 1 };
    const { aliases } = batchQuery([...keys, hidden, saml]);
    const answer = {
      data: {
        r0: {
          nameWithOwner: 'Harbor/Tide',
          n1: graphqlIssue(1),
          n2: null,
          n3: graphqlIssue(4),
          n4: graphqlIssue(4, { title: null }),
        },
        r1: null,
        r2: null,
      },
      errors: [
        { type: 'NOT_FOUND', path: ['r0', 'n2'], message: 'x' },
        { type: 'NOT_FOUND', path: ['r1'] },
        { type: 'FORBIDDEN', path: ['r2'], extensions: { saml_failure: true } },
        null,
      ],
    };
    const read = readBatch(answer, aliases);
    assert.deepEqual(read.slice(1), [
      { kind: 'missing', reason: 'unconfirmed' },
      { kind: 'nothing' },
      { kind: 'nothing' },
      { kind: 'nothing' },
      { kind: 'missing', reason: 'hidden' },
      { kind: 'forbidden', saml: true },
    ]);
    const [first] = read;
    assert.equal(first?.kind === 'found' && first.issue.repository.owner, 'Harbor');
  });

  it('takes any JSON for an answer and never throws', () => {
    const { aliases } = batchQuery([1, 2].map((number) => ({ repository, number })));
    const shape = fc.oneof(
      fc.jsonValue(),
      fc
        .jsonValue()
        .map((value) => ({ data: { r0: { nameWithOwner: value, n1: value, n2: graphqlIssue(2) } } })),
      fc.jsonValue().map((value) => ({ data: { repository: { nameWithOwner: 'a/b', issues: value } } })),
      fc.jsonValue().map((value) => ({ errors: value, data: value })),
      fc.dictionary(fc.constantFrom(...Object.keys(restIssue(3)), '__proto__'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(shape, (value) => {
        const answer = parseJson(JSON.stringify(value))?.value;
        readIssue(answer, repository);
        readIssues(answer, repository);
        readComment(answer);
        readLogins(answer);
        readErrors(answer);
        readNode(answer, repository);
        readRecent(answer, repository, firstPage);
        readSearch(answer, repository);
        readPeople(answer);
        assert.equal(readBatch(answer, aliases).length, 2);
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads comments, people and logins', () => {
    const comment = { created_at: closedAt, body: 'Agreed.\r\n\r\nLater.', user: { login: 'ines' } };
    assert.deepEqual(readComment(comment), {
      author: 'ines',
      createdAt: Date.parse(closedAt),
      excerpt: ['Agreed.', 'Later.'],
    });
    assert.equal(readComment({ ...comment, body: 7 }), undefined);
    assert.deepEqual(readLogins([{ login: 'ines' }, { login: 'dependabot[bot]' }, { login: 7 }, null]), [
      'ines',
    ]);
    const nodes = [{ login: 'ines', name: 'Inês' }, { login: 'bo', name: null }, null];
    assert.deepEqual(readPeople({ data: { repository: { assignableUsers: { nodes } } } }), [
      { login: 'ines', name: 'Inês' },
      { login: 'bo' },
    ]);
  });

  const next = 'rel="next"';
  const links: readonly [link: string | undefined, path: string | undefined][] = [
    [undefined, undefined],
    ['', undefined],
    [`<https://api.github.com/repositories/1/issues?page=2>; ${next}`, '/repositories/1/issues?page=2'],
    [
      `<https://api.github.com/x>; rel="prev", <https://h/api/v3/repos/o/r/issues?after=Y%3D%3D&page=2>; ${next}`,
      '/repos/o/r/issues?after=Y%3D%3D&page=2',
    ],
    ['<https://api.github.com/repos/o/r/issues?page=2>; rel="last"', undefined],
    [`<https://evil.example/collect?page=2>; ${next}`, undefined],
    [`<javascript:/repos/o/r>; ${next}`, undefined],
    [`<https://api.github.com/repos/../../user>; ${next}`, undefined],
    [`<https://api.github.com/repos/o/r\nx>; ${next}`, undefined],
    ['<'.repeat(100_000), undefined],
  ];
  for (const [link, path] of links) {
    it(`follows ${String(link).slice(0, 80)} to ${path}`, () => assert.equal(nextPage(link), path));
  }
});
