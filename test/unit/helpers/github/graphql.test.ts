import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { createGitHub, type GitHub } from '../../../helpers/github/github.ts';
import { graphql } from './ask.ts';

/** Titles of many references, as the project asks for them. */
const titles = (numbers: readonly number[], repository = 'octo/plain'): string => `
  query Titles {
    rateLimit { cost remaining limit used resetAt nodeCount }
    ${numbers
      .map((number) => {
        const [owner, name] = repository.split('/');
        return `_${number}: repository(owner: "${owner}", name: "${name}") {
          nameWithOwner issueOrPullRequest(number: ${number}) { ...Title }
        }`;
      })
      .join('\n')}
  }
  fragment Title on IssueOrPullRequest {
    __typename
    ... on Issue { number title url updatedAt issueState: state stateReason }
    ... on PullRequest { number title url updatedAt prState: state isDraft mergedAt }
  }`;

describe('stand-in: GraphQL', () => {
  let github: GitHub;

  before(async () => {
    github = await createGitHub({
      repositories: [
        { owner: 'octo', name: 'plain', size: 300, hostile: false },
        { owner: 'octo', name: 'other', size: 10, formerly: 'octo/old' },
        { owner: 'octo', name: 'secret', size: 10, private: true, readers: ['member'] },
        { owner: 'corp', name: 'open', size: 10, saml: true },
        { owner: 'octo', name: 'talks', size: 20, discussions: true },
      ],
      accounts: [
        { token: 't-reader', login: 'reader', name: 'Rea Der' },
        { token: 't-member', login: 'member', sso: true },
      ],
    });
  });
  beforeEach(() => github.requests.splice(0));
  after(() => github.stop());

  it('answers fifty references at once for one point', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
    const { status, body, headers } = await graphql(github, titles(numbers), { token: 't-reader' });
    equal(status, 200);
    equal(body.errors, undefined);
    equal(body.data.rateLimit.cost, 1);
    equal(Number(headers.get('x-ratelimit-remaining')), body.data.rateLimit.remaining);
    for (const number of numbers) {
      const found = body.data[`_${number}`].issueOrPullRequest;
      const item = github.item('octo/plain', number)!;
      equal(found.title, item.title);
      equal(found.__typename, item.kind === 'pull' ? 'PullRequest' : 'Issue');
      if (item.mergedAt) equal(found.prState, 'MERGED');
      match(found.url, /^https:\/\/github\.com\/octo\/plain\/(issues|pull)\/\d+$/);
    }
    const [entry] = github.requests;
    deepEqual([entry?.operation, entry?.references, entry?.points], ['Titles', 50, 1]);
  });

  it('gives null and NOT_FOUND with a path for what is missing, and the siblings all the same', async () => {
    const { body } = await graphql(github, titles([1, 9999]), { token: 't-reader' });
    equal(body.data._9999.issueOrPullRequest, null);
    ok(body.data._1.issueOrPullRequest.title);
    equal(body.errors.length, 1);
    deepEqual(
      { ...body.errors[0], locations: undefined },
      {
        type: 'NOT_FOUND',
        path: ['_9999', 'issueOrPullRequest'],
        message: 'Could not resolve to an issue or pull request with the number of 9999.',
        locations: undefined,
      },
    );
  });

  for (const [what, repository, token, expected] of [
    ['a repository that is not there', 'octo/none', 't-reader', 'NOT_FOUND'],
    ['a private repository of others', 'octo/secret', 't-reader', 'NOT_FOUND'],
    ['a private repository of one’s own', 'octo/secret', 't-member', undefined],
    ['a repository behind single sign-on', 'corp/open', 't-reader', 'FORBIDDEN'],
    ['the same with an approved token', 'corp/open', 't-member', undefined],
    ['a repository under its former name', 'octo/old', 't-reader', undefined],
    ['another case', 'OCTO/Plain', 't-reader', undefined],
  ] as const) {
    it(`${what}: ${expected ?? 'found'}`, async () => {
      const { body, headers } = await graphql(github, titles([3], repository), { token });
      equal(body.errors?.[0].type, expected);
      equal(body.data._3 === null, expected !== undefined);
      deepEqual(body.errors?.[0].extensions, expected === 'FORBIDDEN' ? { saml_failure: true } : undefined);
      equal(headers.has('x-github-sso'), expected === 'FORBIDDEN');
    });
  }

  it('is at /api/graphql on an Enterprise host', async () => {
    const { body } = await graphql({ url: `${github.url}/api` }, '{ viewer { login } }', {
      token: 't-reader',
    });
    deepEqual(body, { data: { viewer: { login: 'reader' } } });
  });

  it('knows no discussions', async () => {
    const { body } = await graphql(github, titles([6, 7], 'octo/talks'), { token: 't-reader' });
    ok(body.data._6.issueOrPullRequest);
    equal(body.data._7.issueOrPullRequest, null);
  });

  it('follows lists by update, page after page, over every item once', async () => {
    const query = `query($after: String) { repository(owner: "octo", name: "plain") {
      issues(first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
        totalCount nodes { number updatedAt } pageInfo { hasNextPage endCursor } } } }`;
    const found: { number: number; updatedAt: string }[] = [];
    let cursor: string | null = null;
    let total = 0;
    do {
      const { body } = await graphql(github, query, { token: 't-reader', variables: { after: cursor } });
      const { nodes, pageInfo, totalCount } = body.data.repository.issues;
      found.push(...nodes);
      total = totalCount;
      cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (cursor !== null);
    equal(found.length, total);
    equal(new Set(found.map(({ number }) => number)).size, total);
    const times = found.map(({ updatedAt }) => updatedAt);
    deepEqual(times, [...times].sort().reverse());
    ok(found.length > 0 && found.every(({ number }) => github.item('octo/plain', number)?.kind === 'issue'));
  });

  it('lists merged pull requests, and issues since a time', async () => {
    const since = new Date(github.item('octo/plain', 200)!.updatedAt * 1000).toISOString();
    const query = `query($since: DateTime) { repository(owner: "octo", name: "plain") {
      pullRequests(first: 20, states: MERGED, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { merged state author { login __typename } } }
      issues(first: 100, filterBy: { since: $since }) { nodes { updatedAt } } } }`;
    const { body } = await graphql(github, query, { token: 't-reader', variables: { since } });
    const { pullRequests, issues } = body.data.repository;
    equal(pullRequests.nodes.length, 20);
    ok(pullRequests.nodes.every((node: { state: string }) => node.state === 'MERGED'));
    ok(
      issues.nodes.length > 0 &&
        issues.nodes.every((node: { updatedAt: string }) => node.updatedAt >= since.slice(0, 19)),
    );
  });

  it('finds people by the start of login or name', async () => {
    const people = async (text: string) => {
      const query = `query($text: String) { repository(owner: "octo", name: "plain") {
        assignableUsers(first: 100, query: $text) { nodes { login name } } } viewer { login name } }`;
      const { body } = await graphql(github, query, { token: 't-reader', variables: { text } });
      deepEqual(body.data.viewer, { login: 'reader', name: 'Rea Der' });
      return body.data.repository.assignableUsers.nodes as { login: string; name: string | null }[];
    };
    const all = await people('');
    const letter = all[0]!.login[0]!.toLowerCase();
    const starts = (word: string | null) => word?.toLowerCase().startsWith(letter) ?? false;
    const wanted = all.filter(({ login, name }) => starts(login) || starts(name));
    ok(wanted.length > 0 && wanted.length < all.length);
    deepEqual(await people(letter.toUpperCase()), wanted);
  });

  it('searches whole words, both kinds at once or one', async () => {
    const search = async (query: string) => {
      const text = `query($q: String!) { search(type: ISSUE, query: $q, first: 100) { issueCount nodes { __typename ... on Issue { title } ... on PullRequest { title } } } }`;
      return (await graphql(github, text, { token: 't-reader', variables: { q: query } })).body.data.search;
    };
    const both = await search('repo:octo/plain parser');
    ok(both.issueCount > 0);
    ok(both.nodes.every(({ title }: { title: string }) => /\bparser\b/i.test(title)));
    equal((await search('repo:octo/plain parse')).issueCount, 0);
    const merged = await search('repo:octo/plain is:pr is:merged parser');
    ok(merged.issueCount > 0);
    ok(merged.nodes.every(({ __typename }: { __typename: string }) => __typename === 'PullRequest'));
    ok(merged.issueCount < both.issueCount);
  });

  it('loses items beyond the fiftieth when lists are asked for inside, without a word', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
    const wide = titles(numbers).replace(
      '{ number title',
      '{ labels(first: 5) { nodes { name } } number title',
    );
    const { body } = await graphql(github, wide, { token: 't-reader' });
    equal(body.errors, undefined);
    equal(numbers.filter((number) => body.data[`_${number}`].issueOrPullRequest === null).length, 10);
  });

  it('reads labels, milestone, author and comments of one', async () => {
    const number = Array.from({ length: 300 }, (_, index) => index + 1).find((each) => {
      const item = github.item('octo/plain', each)!;
      return item.milestone && item.labels.length > 0 && item.comments > 1;
    })!;
    const one =
      'number body author { login } milestone { title } labels(first: 10) { nodes { name } } comments(first: 1) { totalCount nodes { body databaseId } }';
    const query = `{ repository(owner: "octo", name: "plain") { issueOrPullRequest(number: ${number}) { ... on Issue { ${one} } ... on PullRequest { ${one} } } } }`;
    const { body } = await graphql(github, query, { token: 't-reader' });
    const found = body.data.repository.issueOrPullRequest;
    const item = github.item('octo/plain', number)!;
    equal(found.milestone.title, item.milestone);
    deepEqual(
      found.labels.nodes.map(({ name }: { name: string }) => name),
      item.labels,
    );
    equal(found.comments.totalCount, item.comments);
    equal(found.comments.nodes[0].databaseId, number * 1_000 + 1);
  });

  describe('refuses what GitHub refuses', () => {
    const repository = (inner: string): string => `{ repository(owner: "octo", name: "plain") { ${inner} } }`;
    for (const [what, query, type, words] of [
      ['an unknown field', '{ viewer { shoeSize } }', undefined, /shoeSize/],
      [
        'clashing enums without an alias',
        '{ repository(owner: "o", name: "n") { issueOrPullRequest(number: 1) { ... on Issue { state } ... on PullRequest { state } } } }',
        undefined,
        /conflict/,
      ],
      [
        'a missing page size',
        repository('issues { nodes { number } }'),
        'MISSING_PAGINATION_BOUNDARIES',
        /`first` or `last`/,
      ],
      [
        'a page of 101',
        repository('issues(first: 101) { nodes { number } }'),
        'EXCESSIVE_PAGINATION',
        /limit of 100/,
      ],
      [
        'half a million nodes',
        repository(
          'issues(first: 100) { nodes { comments(first: 100) { nodes { id } } labels(first: 100) { nodes { issues(first: 100) { nodes { id } } } } } }',
        ),
        'MAX_NODE_LIMIT_EXCEEDED',
        /nodes/,
      ],
      ['no query at all', '{', undefined, /Syntax Error/],
    ] as const) {
      it(what, async () => {
        const { status, body } = await graphql(github, query, { token: 't-reader' });
        equal(status, 200);
        equal(body.errors[0].type, type);
        match(body.errors[0].message, words);
        github.violations.splice(0);
      });
    }

    it('anonymous queries, with no limit left', async () => {
      const { status, body, headers } = await graphql(github, '{ viewer { login } }', {});
      equal(status, 401);
      match(body.message, /authenticated/);
      equal(headers.get('x-ratelimit-limit'), '0');
      equal(github.violations.splice(0).length, 1);
    });
  });

  it('is loud about what it does not play', async () => {
    const asked =
      '{ repository(owner: "octo", name: "plain") { issues(first: 1, labels: ["x"]) { nodes { id } } stargazerCount } }';
    const { body } = await graphql(github, asked, { token: 't-reader' });
    match(body.errors[0].message, /Repository\.stargazerCount/);
    const said = github.violations.splice(0).join('\n');
    match(said, /Repository\.stargazerCount/);
    match(said, /argument "labels"/);
  });

  it('fails the test that provoked a violation, when it stops', async () => {
    const other = await createGitHub({ repositories: [], accounts: [{ token: 't', login: 'x' }] });
    await graphql(other, '{ nothing }', { token: 't' });
    await rejects(other.stop(), /nothing/);
  });
});
