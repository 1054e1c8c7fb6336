import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createGitHub, type GitHub } from '../../../helpers/github/github.ts';
import { anonymous, Ledger } from '../../../helpers/github/ledger.ts';
import { graphql, rest } from './ask.ts';

const issue = '/repos/octo/small/issues/1';

describe('stand-in: limits', () => {
  let github: GitHub;
  let time: number;

  beforeEach(async () => {
    time = Date.parse('2026-05-01T10:00:00Z');
    github = await createGitHub({
      repositories: [{ owner: 'octo', name: 'small', size: 20 }],
      accounts: [
        { token: 't-one', login: 'one', scopes: ['repo', 'read:user'] },
        { token: 't-two', login: 'two' },
      ],
      clock: { now: () => time },
    });
  });
  afterEach(() => github.stop());

  const told = (headers: Headers): readonly number[] =>
    ['limit', 'remaining', 'used', 'reset'].map((name) => Number(headers.get(`x-ratelimit-${name}`)));

  it('counts for each account, and for all without a token together', async () => {
    const reset = time / 1000 + 3600;
    deepEqual(told((await rest(github, issue)).headers), [60, 59, 1, reset]);
    deepEqual(told((await rest(github, issue)).headers), [60, 58, 2, reset]);
    const { headers } = await rest(github, issue, { token: 't-one' });
    deepEqual(told(headers), [5000, 4999, 1, reset]);
    equal(headers.get('x-ratelimit-resource'), 'core');
    equal(headers.get('x-oauth-scopes'), 'repo, read:user');
    deepEqual(told((await rest(github, issue, { token: 't-two' })).headers), [5000, 4999, 1, reset]);
  });

  it('refuses with 403 and remaining 0, until the reset', async () => {
    github.ledger.leave(anonymous, 'core', 1);
    equal((await rest(github, issue)).status, 200);
    const refused = await rest(github, issue);
    equal(refused.status, 403);
    match(refused.body.message, /^API rate limit exceeded for 127\.0\.0\.1/);
    equal(refused.headers.get('x-ratelimit-remaining'), '0');
    equal(refused.headers.get('retry-after'), null);
    time = Number(refused.headers.get('x-ratelimit-reset')) * 1000 - 1;
    equal((await rest(github, issue)).status, 403);
    time++;
    deepEqual(told((await rest(github, issue)).headers).slice(0, 2), [60, 59]);
  });

  it('counts searches by the minute and apart', async () => {
    const path = '/search/issues?q=is:pr+parser';
    for (let count = 0; count < 10; count++) equal((await rest(github, path)).status, 200);
    const { status, headers } = await rest(github, path);
    deepEqual([status, headers.get('x-ratelimit-resource')], [403, 'search']);
    equal((await rest(github, issue)).status, 200);
    time += 60_000;
    equal((await rest(github, path)).status, 200);
    equal(github.ledger.of('one', 'search').limit, 30);
  });

  it('answers 200 with an error when the points of GraphQL are spent', async () => {
    github.ledger.leave('one', 'graphql', 1);
    const query = '{ viewer { login } rateLimit { remaining } }';
    equal((await graphql(github, query, { token: 't-one' })).body.data.rateLimit.remaining, 0);
    const { status, body, headers } = await graphql(github, query, { token: 't-one' });
    equal(status, 200);
    deepEqual(body, {
      errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID one.' }],
    });
    deepEqual(told(headers).slice(0, 2), [5000, 0]);
    equal((await rest(github, issue, { token: 't-one' })).status, 200);
  });

  it('charges for connections: a hundredth of them, at least one', async () => {
    const query = `{ repository(owner: "octo", name: "small") { issues(first: 100) { nodes { labels(first: 5) { totalCount } comments(first: 5) { totalCount } } } } rateLimit { cost nodeCount } }`;
    const { body } = await graphql(github, query, { token: 't-one' });
    deepEqual(body.data.rateLimit, { cost: 2, nodeCount: 1_100 });
    equal(github.requests[0]?.points, 2);
  });

  it('gives the rate limits for nothing', async () => {
    const { body, headers } = await rest(github, '/rate_limit', { token: 't-one' });
    deepEqual(body.rate, { ...github.ledger.of('one', 'core'), resource: 'core' });
    equal(body.resources.core.used, 0);
    equal(headers.get('x-ratelimit-used'), '0');
    deepEqual((await rest(github, '/rate_limit')).body.resources.graphql.limit, 0);
  });

  it('tells what did not change by 304: free with a token, and only for whom it was sent', async () => {
    const first = await rest(github, issue, { token: 't-one' });
    const tag = first.headers.get('etag')!;
    match(tag, /^W\/"[0-9a-f]{64}"$/);
    const headers = { 'if-none-match': tag };
    const again = await rest(github, issue, { token: 't-one', headers });
    deepEqual(
      [again.status, again.text, told(again.headers)[2], again.headers.get('etag')],
      [304, '', 1, tag],
    );
    equal((await rest(github, issue, { token: 't-two', headers })).status, 200);

    const open = (await rest(github, issue)).headers.get('etag')!;
    const paid = await rest(github, issue, { headers: { 'if-none-match': `"x", ${open}` } });
    deepEqual([paid.status, told(paid.headers)[2]], [304, 2]);

    github.edit('octo/small', 1, { title: 'Changed' });
    equal((await rest(github, issue, { token: 't-one', headers })).status, 200);
  });

  it('has secondary limits: 900 a minute in REST, 100 at once', async () => {
    const ledger = new Ledger(() => time / 1000);
    const ask = (): unknown => {
      const limit = ledger.begin('one', 'core');
      ledger.end('one');
      return limit;
    };
    for (let count = 0; count < 900; count++) equal(ask(), undefined);
    equal(ask(), 'too many a minute');
    time += 61_000;
    for (let count = 0; count < 100; count++) equal(ledger.begin('two', 'core'), undefined);
    equal(ledger.begin('two', 'core'), 'too many at once');
    equal(ledger.mostAtOnce, 101);
    for (let count = 0; count < 101; count++) ledger.end('two');
    equal(ledger.begin('two', 'core'), undefined);
  });

  it('reads no token any more after many wrong ones', async () => {
    for (let count = 0; count < 10; count++) equal((await rest(github, issue, { token: 'x' })).status, 401);
    const { status, body } = await rest(github, issue, { token: 'x' });
    equal(status, 403);
    match(body.message, /login attempts/);
    equal(github.requests.length, 11);
    ok(github.requests.every(({ account }) => account === 'unknown'));
  });

  it('logs who asked for what, and never a token', async () => {
    await rest(github, `${issue}?`, { token: 't-one', headers: { 'x-extra': 'yes' } });
    const [entry] = github.requests;
    deepEqual(
      [entry?.method, entry?.route, entry?.account, entry?.status, entry?.points, entry?.headers['x-extra']],
      ['GET', '/repos/{owner}/{repo}/issues/{issue_number}', 'one', 200, 1, 'yes'],
    );
    ok(!JSON.stringify(github.requests).includes('t-one'));
  });
});
