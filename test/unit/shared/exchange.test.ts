import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'mocha';
import type { ApiRequest, ApiResponse } from '../../../shared/api.ts';
import { customRoots } from '../../../shared/apiRoots.ts';
import { exchange, type Platform } from '../../../shared/exchange.ts';
import { inEnglish, t } from '../../../shared/l10n.ts';
import { type Fault, faults } from '../../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../../helpers/github/github.ts';
import { until } from '../../helpers/session.ts';

const canary = 'canary-5c1d';

/** The platform as the hosts have it; `calls` keeps what leaves. */
const calls: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[] = [];
const platform: Platform = {
  fetch: (url, init) => {
    calls.push({ url, headers: init.headers });
    return fetch(url, init);
  },
  newAbort: () => new AbortController(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  decode: (bytes) => new TextDecoder().decode(bytes),
  followsRedirects: false,
};

function ask(
  url: string,
  request: Partial<ApiRequest> = {},
  token = canary,
  on: Platform = platform,
): Promise<ApiResponse> {
  const result = customRoots(url, undefined, 'url');
  if (result.kind !== 'roots') throw new Error(inEnglish(result.message));
  return exchange(
    on,
    { roots: result.roots, token },
    {
      host: 'github.com',
      account: 'one',
      method: 'GET',
      path: '/repos/octo/small/issues/1',
      timeout: 5_000,
      ...request,
    },
  );
}

describe('exchange', () => {
  let github: GitHub;
  before(async () => {
    github = await createGitHub({
      repositories: [{ owner: 'octo', name: 'small', formerly: 'octo/old', size: 20 }],
      accounts: [{ token: canary, login: 'one' }],
    });
  });
  afterEach(async () => {
    await github.setFault(undefined);
    calls.splice(0);
  });
  after(() => github.stop());

  const outcome = (response: ApiResponse): string =>
    response.kind === 'failed' ? response.reason : String(response.status);
  const last = () => github.requests.at(-1);

  it('brings status, lower-case headers and the whole body', async () => {
    const response = await ask(github.url);
    assert.equal(response.kind, 'response');
    if (response.kind !== 'response') return;
    assert.equal(response.status, 200);
    assert.equal(JSON.parse(response.body).number, 1);
    assert.equal(response.headers['x-github-api-version-selected'], '2022-11-28');
    assert.equal(last()?.account, 'one');
  });

  it('sends from a browser no more than an Enterprise server lets browsers send', async () => {
    const browser = { ...platform, followsRedirects: true };
    const sendable = ['authorization', 'content-type', 'if-none-match', 'accept'];
    const response = await ask(github.url, { headers: { 'if-none-match': '"x"' } }, canary, browser);
    assert.equal(outcome(response), '200');
    assert.deepEqual(
      Object.keys(calls.at(-1)?.headers ?? {}).filter((name) => !sendable.includes(name)),
      [],
    );
  });

  it('posts a query', async () => {
    const body = JSON.stringify({ query: '{ viewer { login } }' });
    const response = await ask(github.url, { method: 'POST', path: '/graphql', body });
    assert.equal(response.kind === 'response' && response.status, 200);
  });

  /** What becomes of each fault; every connection but those kept for reuse is closed afterwards. */
  for (const [name, fault, timeout, expected] of [
    ['silence', faults.silence, 60, 'timeout'],
    ['one byte after the other', { ...faults.drip, everyMilliseconds: 10 }, 80, 'timeout'],
    ['an endless answer', faults.endless, 5_000, 'too-large'],
    ['a gzip bomb', faults.gzipBomb, 5_000, 'too-large'],
    ['a broken connection', faults.cutOff, 5_000, 'offline'],
    ['a page for people', faults.html, 5_000, '200'],
    ['half an answer', faults.truncated, 5_000, '200'],
    ['no connection', faults.offline, 5_000, 'offline'],
  ] as const satisfies readonly (readonly [string, Fault, number, string])[]) {
    it(`${name}: ${expected} (acceptance 8 to 10)`, async () => {
      // A first connection may take longer than there is.
      await ask(github.url);
      await github.setFault(fault);
      const memory = process.memoryUsage().rss;
      // A busy machine makes timers late, but does not change their order.
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
      }, timeout + 1_000);
      const response = await ask(github.url, { timeout });
      clearTimeout(timer);
      assert.equal(outcome(response), expected);
      assert.ok(!JSON.stringify(response).includes(canary));
      if (expected === 'timeout') assert.ok(!isLate, 'the answer came a second late');
      if (expected === 'too-large' || expected === 'timeout') {
        await until('the connection to be closed', () => last()?.state === 'abandoned');
        // The cap is 8 MB; the bomb has 100 GB.
        assert.ok(process.memoryUsage().rss - memory < 200_000_000, 'memory grew');
      }
    });
  }

  it('follows what has moved within the same origin, as the same caller', async () => {
    const response = await ask(github.url, { path: '/repos/octo/old/issues/1' });
    assert.equal(outcome(response), '200');
    assert.equal(calls.length, 2);
    assert.equal(last()?.account, 'one');
  });

  it('gives up on redirects without an end', async () => {
    await github.setFault({ kind: 'redirect', to: `${github.url}/repos/octo/small/issues/2` });
    assert.equal(outcome(await ask(github.url)), 'refused');
    assert.equal(calls.length, 4);
  });

  describe('beside another server', () => {
    let other: Server;
    let otherUrl: string;
    const seen: string[] = [];
    before(async () => {
      other = createServer((request, response) => {
        seen.push(JSON.stringify(request.rawHeaders));
        response.end('{}');
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      otherUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    });
    after(() => other.close());

    for (const [what, to] of [
      ['another port', () => otherUrl],
      ['another name of this machine', () => github.url.replace('127.0.0.1', 'localhost')],
      ['no scheme', () => otherUrl.slice('http:'.length)],
      ['a user in front', () => `${github.url}@${otherUrl.slice('http://'.length)}/`],
    ] as const) {
      it(`does not follow a redirect to ${what}`, async () => {
        await github.setFault({ kind: 'redirect', to: to() });
        const response = await ask(github.url);
        // A path that begins with two slashes stays below the origin, and goes round in a circle there.
        assert.equal(outcome(response), 'refused');
        assert.ok(
          calls.every(({ url }) => url.startsWith(`${github.url}/`)),
          JSON.stringify(calls),
        );
        assert.deepEqual(seen, []);
      });
    }
  });

  it('does not send a query on', async () => {
    await github.setFault({ kind: 'redirect', to: `${github.url}/elsewhere` });
    assert.equal(outcome(await ask(github.url, { method: 'POST', path: '/graphql', body: '{}' })), 'refused');
    assert.equal(calls.length, 1);
  });

  it('refuses a certificate that nobody trusts (acceptance 20)', async () => {
    const secure = await createGitHub({ repositories: [], accounts: [], tls: true });
    try {
      const response = await ask(secure.url);
      assert.deepEqual(response, {
        kind: 'failed',
        reason: 'refused',
        message: t(
          'The connection is not secure: the certificate is not trusted ({0}).',
          'DEPTH_ZERO_SELF_SIGNED_CERT',
        ),
      });
      assert.deepEqual(secure.requests, []);
    } finally {
      await secure.stop();
    }
  });

  it('refuses a path that is none', async () => {
    for (const path of ['@evil.example/', '.evil.example/', ':1/', '']) {
      assert.equal(outcome(await ask(github.url, { path })), 'refused', path);
    }
    assert.deepEqual(calls, []);
  });

  it('puts the token into one header and nowhere else', async () => {
    const responses = [
      await ask(github.url),
      await ask(github.url, { path: '/repos/octo/none' }),
      await ask(github.url, { headers: { authorization: 'Bearer other', accept: 'text/html' } }),
      await ask(github.url, { path: '/repos/octo/small' }, `${canary}-unknown`),
    ];
    assert.ok(!JSON.stringify(responses).includes(canary));
    for (const { url, headers } of calls) {
      const { authorization, ...others } = headers;
      assert.match(authorization ?? '', /^Bearer canary/);
      assert.ok(!JSON.stringify([url, others]).includes(canary));
    }
  });
});
