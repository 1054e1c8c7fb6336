import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { after, afterEach, before, describe, it } from 'mocha';
import { type Fault, faults } from '../../../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../../../helpers/github/github.ts';
import { until } from '../../../helpers/until.ts';
import { graphql, rest } from './ask.ts';

const token = 't-one';
const issue = '/repos/octo/small/issues/1';
const titleQuery =
  '{ repository(owner: "octo", name: "small") { issueOrPullRequest(number: 1) { ... on Issue { title } ... on PullRequest { title } } } }';

describe('stand-in: faults', () => {
  let github: GitHub;

  before(async () => {
    github = await createGitHub({
      repositories: [{ owner: 'octo', name: 'small', size: 20 }],
      accounts: [{ token, login: 'one' }],
    });
  });
  afterEach(() => github.setFault(undefined));
  after(() => github.stop());

  const last = () => github.requests.at(-1)!;
  const ask = () => rest(github, issue, { token });

  for (const [name, status, about] of [
    ['html', 200, { 'content-type': 'text/html; charset=utf-8' }],
    ['unauthorized', 401, {}],
    ['notFound', 404, {}],
    ['gone', 410, {}],
    ['serverError', 500, {}],
    ['badGateway', 502, {}],
    ['limitReached', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-limit': '5000', 'retry-after': null }],
    ['secondary', 403, { 'retry-after': '60' }],
    ['secondaryHidden', 403, { 'retry-after': null }],
    ['tooMany', 429, { 'retry-after': '5' }],
    ['graphqlLimit', 200, { 'x-ratelimit-remaining': '0' }],
  ] as const) {
    it(`${name}: ${status}, at no cost`, async () => {
      const before = github.ledger.of('one', 'core').used;
      await github.setFault(faults[name]);
      const answer = await ask();
      equal(answer.status, status);
      for (const [header, value] of Object.entries(about)) equal(answer.headers.get(header), value, header);
      equal(github.ledger.of('one', 'core').used, before);
      deepEqual([last().fault, last().account], [faults[name].kind, 'one']);
      await github.setFault(undefined);
      equal((await ask()).status, 200);
    });
  }

  it('limitReached: says when it ends', async () => {
    await github.setFault({ ...faults.limitReached, resetIn: 120 });
    const reset = Number((await ask()).headers.get('x-ratelimit-reset'));
    ok(Math.abs(reset - Date.now() / 1000 - 120) < 5);
  });

  for (const [name, type] of [
    ['graphqlLimit', 'RATE_LIMITED'],
    ['graphqlLimitOtherWord', 'RATE_LIMIT'],
  ] as const) {
    it(`${name}: 200 with ${type}`, async () => {
      await github.setFault(faults[name]);
      const { status, body, headers } = await graphql(github, titleQuery, { token });
      deepEqual([status, body.errors[0].type, body.data], [200, type, undefined]);
      deepEqual(
        [headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-resource')],
        ['0', 'graphql'],
      );
    });
  }

  it('alternating: wrong, right, wrong, right', async () => {
    await github.setFault(faults.alternating);
    const statuses = [await ask(), await ask(), await ask(), await ask()].map(({ status }) => status);
    deepEqual(statuses, [500, 200, 500, 200]);
  });

  it('truncated: half of it, complete as far as HTTP can tell', async () => {
    const whole = (await ask()).text;
    await github.setFault(faults.truncated);
    const { status, text, body } = await ask();
    equal(status, 200);
    equal(body, undefined);
    ok(whole.startsWith(text.slice(0, 100)) && text.length < whole.length);
  });

  it('cutOff: the connection breaks', async () => {
    await github.setFault(faults.cutOff);
    await rejects(ask());
    equal(last().state, 'abandoned');
  });

  for (const [name, title] of [
    ['titleNull', null],
    ['titleNumber', 42],
    ['titleArray', ['a', 'b']],
    ['titleProto', undefined],
  ] as const) {
    it(`${name}: in both APIs`, async () => {
      const { text } = await ask();
      await github.setFault(faults[name]);
      for (const found of [
        (await ask()).body,
        (await graphql(github, titleQuery, { token })).body.data.repository.issueOrPullRequest,
      ]) {
        deepEqual(Object.hasOwn(found, 'title') ? found.title : undefined, title);
        equal(Object.hasOwn(found, '__proto__'), name === 'titleProto');
        // What `{ ...found }` would not tell, an assignment would.
        if (name === 'titleProto') equal(Object.assign({}, found).title, JSON.parse(text).title);
      }
    });
  }

  for (const name of ['silence', 'drip', 'endless', 'gzipBomb'] as const) {
    it(`${name}: goes on until it is given up`, async () => {
      await github.setFault(name === 'drip' ? { ...faults.drip, everyMilliseconds: 5 } : faults[name]);
      const stop = new AbortController();
      const asking = fetch(`${github.url}${issue}`, { signal: stop.signal });
      let received = 0;
      if (name !== 'silence') {
        const reader = (await asking).body!.getReader();
        const enough = { drip: 5, endless: 2 ** 22, gzipBomb: 2 ** 24 }[name];
        while (received < enough) received += (await reader.read()).value!.length;
      } else await until('the request', () => github.requests.at(-1)?.fault === 'silence');
      equal(last().state, 'open');
      if (name === 'gzipBomb') ok(last().bytes < received, `${last().bytes} bytes became ${received}`);
      if (name === 'drip') ok(last().bytes < 50);
      stop.abort();
      await asking.catch(() => undefined);
      await until('the end of the request', () => last().state === 'abandoned');
    });
  }

  it('offline: refuses connections, and comes back at the same address', async () => {
    await ask();
    await github.setFault(faults.offline);
    equal(github.connections, 0);
    const { port } = new URL(github.url);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => reject(new Error('connected')));
      socket.on('error', (error) => (String(error).includes('ECONNREFUSED') ? resolve() : reject(error)));
    });
    await rejects(ask());
    await github.setFault(undefined);
    equal((await ask()).status, 200);
  });

  it('redirect: elsewhere, where it shows whether a token came along', async () => {
    const other = await createGitHub({ repositories: [], accounts: [] });
    const leak = { kind: 'redirect', to: `${other.url}/user` } satisfies Fault;
    await github.setFault(leak);
    equal((await ask()).headers.get('location'), leak.to);
    await fetch(leak.to, { headers: { authorization: 'Bearer lost' } });
    equal(other.requests[0]?.account, 'unknown');
    await other.stop();
  });

  it('so many times, and to some requests only', async () => {
    await github.setFault(faults.serverError, { times: 2, when: ({ path }) => path.endsWith('/1') });
    equal((await rest(github, '/repos/octo/small/issues/2', { token })).status, 200);
    deepEqual([(await ask()).status, (await ask()).status, (await ask()).status], [500, 500, 200]);
  });

  it('TLS with a certificate that nobody trusts', async () => {
    const secure = await createGitHub({ repositories: [], tls: true });
    match(secure.url, /^https:\/\/127\.0\.0\.1:/);
    await rejects(rest(secure, '/rate_limit'), (error: Error) => {
      match(String((error.cause as { code?: string }).code), /SELF_SIGNED/);
      return true;
    });
    const { port } = new URL(secure.url);
    const found = await new Promise<{ subject: string | undefined; altnames: string | undefined }>(
      (resolve, reject) => {
        const socket = connectSecurely(
          { host: '127.0.0.1', port: Number(port), rejectUnauthorized: false },
          () => {
            const { subject, subjectaltname } = socket.getPeerCertificate();
            socket.destroy();
            resolve({ subject: String(subject.CN), altnames: subjectaltname });
          },
        );
        socket.on('error', reject);
      },
    );
    deepEqual(found, {
      subject: 'self-signed test certificate',
      altnames: 'DNS:localhost, IP Address:127.0.0.1',
    });
    await secure.stop();
  });

  it('lets go of everything when it stops', async () => {
    const other = await createGitHub({ repositories: [] });
    await other.setFault(faults.silence);
    const asking = fetch(`${other.url}/rate_limit`).catch(() => 'closed');
    await until('the request', () => other.requests.length === 1);
    await other.stop();
    equal(await asking, 'closed');
    equal(other.connections, 0);
  });
});
