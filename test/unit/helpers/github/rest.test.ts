import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { createGitHub, type GitHub } from '../../../helpers/github/github.ts';
import { linked, rest, type Told } from './ask.ts';

const list = '/repos/octo/big/issues?state=all&sort=updated&direction=desc&per_page=100';
const token = 't-reader';

describe('stand-in: REST', () => {
  let github: GitHub;

  before(async () => {
    github = await createGitHub({
      repositories: [
        { owner: 'octo', name: 'big', size: 30_000, description: 'Large' },
        { owner: 'octo', name: 'small', size: 250, hostile: false, formerly: 'octo/old' },
        { owner: 'octo', name: 'secret', size: 10, private: true, readers: ['member'] },
        { owner: 'corp', name: 'open', size: 10, saml: true },
      ],
      accounts: [
        { token, login: 'reader' },
        { token: 't-member', login: 'member', sso: true },
      ],
    });
  });
  beforeEach(() => github.requests.splice(0));
  after(() => github.stop());

  describe('lists issues and pull requests', () => {
    it('by update, each once, from link to link', async () => {
      const found: { number: number; updated_at: string }[] = [];
      let url: string | undefined = list;
      while (url !== undefined && found.length < 1_000) {
        const answer: Told = await rest(github, url, { token });
        found.push(...answer.body);
        url = linked(answer.headers, 'next');
        match(url ?? '', /\/repositories\/\d+\/issues\?.*after=/);
      }
      equal(found.length, 1_000);
      equal(new Set(found.map(({ number }) => number)).size, 1_000);
      const times = found.map(({ updated_at }) => updated_at);
      deepEqual(times, [...times].sort().reverse());
      const order = found.map(({ number }) => number);
      ok(
        order.some((number, index) => index > 0 && number > order[index - 1]!),
        'numbers are in order as well',
      );
      ok(found.some((item) => 'pull_request' in item) && found.some((item) => !('pull_request' in item)));
    });

    it('to the last page of a small repository, with its links', async () => {
      const first = await rest(github, '/repos/octo/small/issues?state=all&per_page=100', { token });
      match(linked(first.headers, 'last') ?? '', /page=3$/);
      const last = await rest(github, linked(first.headers, 'last')!, { token });
      equal(last.body.length, 50);
      equal(linked(last.headers, 'next'), undefined);
      equal(last.body.at(-1).number, 1);
    });

    it('but not page 100 of a large one, unless a link led there', async () => {
      equal((await rest(github, `${list}&page=99`, { token })).status, 200);
      const refused = await rest(github, `${list}&page=100`, { token });
      equal(refused.status, 422);
      match(refused.body.message, /cursor based pagination/);
      const page99 = await rest(github, `${list}&page=99`, { token });
      equal((await rest(github, linked(page99.headers, 'next')!, { token })).status, 200);
    });

    it('since a time, that time included', async () => {
      const { body } = await rest(github, list, { token });
      const since = body[30].updated_at;
      const recent = await rest(github, `${list}&since=${since}`, { token });
      deepEqual(recent.body.map(numberOf), body.slice(0, recent.body.length).map(numberOf));
      equal(recent.body.at(-1).updated_at, since);
      equal(linked(recent.headers, 'next'), undefined);
    });

    it('open ones, newest first, when nothing else is said', async () => {
      const { body } = await rest(github, '/repos/octo/small/issues', { token });
      equal(body.length, 30);
      ok(body.every(({ state }: { state: string }) => state === 'open'));
      deepEqual(
        body.map(numberOf),
        [...body.map(numberOf)].sort((a: number, b: number) => b - a),
      );
    });

    it('ascending, too', async () => {
      const { body } = await rest(github, '/repos/octo/small/issues?state=all&sort=updated&direction=asc', {
        token,
      });
      const times = body.map(({ updated_at }: { updated_at: string }) => updated_at);
      deepEqual(times, [...times].sort());
    });
  });

  it('shows edits, new ones, transfers and deletions in the next delta', async () => {
    const clock = { time: Date.parse('2026-09-01T00:00:00Z'), now: () => clock.time };
    const changing = await createGitHub({
      repositories: [
        { owner: 'a', name: 'one', size: 400, hostile: false },
        { owner: 'a', name: 'two', size: 20 },
      ],
      accounts: [{ token, login: 'reader' }],
      clock,
    });
    const delta = '/repos/a/one/issues?state=all&sort=updated&per_page=100&since=2026-09-01T00:00:00Z';
    deepEqual((await rest(changing, delta, { token })).body, []);
    const open = Array.from({ length: 400 }, (_, index) => index + 1).filter(
      (number) =>
        changing.item('a/one', number)?.kind === 'pull' && changing.item('a/one', number)?.state === 'open',
    );
    changing.edit('a/one', open[0]!, { title: 'Renamed' });
    clock.time += 60_000;
    changing.edit('a/one', open[1]!, { mergedAt: clock.time / 1000 });
    clock.time += 60_000;
    const added = changing.add('a/one', { title: 'Fresh', author: 'somebody' });
    equal(added, 401);
    const { body } = await rest(changing, delta, { token });
    deepEqual(body.map(numberOf), [401, open[1], open[0]]);
    deepEqual([body[0].title, body[1].state, body[2].title], ['Fresh', 'closed', 'Renamed']);
    equal(body[1].pull_request.merged_at, '2026-09-01T00:01:00Z');

    const moved = changing.transfer('a/one', 401, 'a/two');
    changing.remove('a/one', open[0]!);
    deepEqual((await rest(changing, delta, { token })).body.map(numberOf), [open[1]]);
    const redirect = await rest(changing, '/repos/a/one/issues/401', { token });
    equal(redirect.status, 301);
    const there = await rest(changing, redirect.headers.get('location')!, { token });
    deepEqual([there.body.number, there.body.title], [moved, 'Fresh']);
    match(there.body.html_url, /\/a\/two\/issues\/21$/);
    equal((await rest(changing, `/repos/a/one/issues/${open[0]}`, { token })).status, 410);
    await changing.stop();
  });

  for (const [path, who, status] of [
    ['/repos/octo/secret', undefined, 404],
    ['/repos/octo/secret', 't-reader', 404],
    ['/repos/octo/secret', 't-member', 200],
    ['/repos/corp/open', undefined, 200],
    ['/repos/corp/open', 't-reader', 403],
    ['/repos/corp/open', 't-member', 200],
    ['/repos/octo/old', 't-reader', 301],
    ['/repos/octo/OLD/issues/3', 't-reader', 301],
    ['/repos/OCTO/Small', 't-reader', 200],
    ['/user', undefined, 401],
    ['/user', 't-wrong', 401],
  ] as const) {
    it(`${path} for ${who ?? 'nobody'}: ${status}`, async () => {
      const answer = await rest(github, path, who ? { token: who } : {});
      equal(answer.status, status);
      if (status === 301) equal((await rest(github, answer.headers.get('location')!)).status, 200);
      if (status === 403) match(answer.headers.get('x-github-sso') ?? '', /^required; url=/);
    });
  }

  it('is an Enterprise host below /api/v3, links included', async () => {
    const { body, headers } = await rest(github, `${github.enterpriseUrl}/repos/octo/small/issues`, {
      token,
    });
    ok(body[0].url.startsWith(`${github.enterpriseUrl}/repos/octo/small/issues/`));
    ok(linked(headers, 'next')?.startsWith(`${github.enterpriseUrl}/repositories/`));
    equal((await rest(github, linked(headers, 'next')!, { token })).status, 200);
  });

  describe('is loud about', () => {
    for (const [what, path, headers, words] of [
      ['an unknown route', '/repos/octo/big/stargazers', {}, /no such route/],
      ['an unknown parameter', '/repos/octo/big/issues?colour=red', {}, /no parameter "colour"/],
      ['a wrong value', '/repos/octo/big/issues?state=merged', {}, /not one of open, closed, all/],
      ['a page of 200', '/repos/octo/big/issues?per_page=200', {}, /at most 100/],
      ['a time that is none', '/repos/octo/big/issues?since=yesterday', {}, /no such time/],
      ['a described parameter that is not played', '/repos/octo/big/issues?milestone=1', {}, /does not play/],
      ['a search without a query', '/search/issues', {}, /"q" is missing/],
      ['a qualifier that is not played', '/search/issues?q=is:pr+involves:x', {}, /involves:x/],
      ['an unknown version', '/user', { 'x-github-api-version': '2020-01-01' }, /no API version/],
      ['cache-control', '/user', { 'cache-control': 'no-cache' }, /cache-control/],
      ['a token in the address', '/user?access_token=x', {}, /ends up in logs/],
    ] as const) {
      it(what, async () => {
        await rest(github, path, { token, headers });
        match(github.violations.splice(0).join('\n'), words);
      });
    }
  });

  it('lets browsers ask, but not with every header', async () => {
    const ask = (name: string) =>
      fetch(`${github.url}/user`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://example.com',
          'access-control-request-method': 'GET',
          'access-control-request-headers': name,
        },
      });
    const response = await ask('authorization,if-none-match,x-github-api-version');
    equal(response.status, 204);
    equal(response.headers.get('access-control-allow-origin'), '*');
    deepEqual(github.violations, []);
    await ask('cache-control');
    equal(github.violations.splice(0).length, 1);
    const { headers } = await rest(github, '/user', { token });
    match(headers.get('access-control-expose-headers') ?? '', /ETag.*Retry-After/);
  });
});

const numberOf = ({ number }: { number: number }): number => number;
