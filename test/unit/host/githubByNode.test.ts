import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import {
  enterpriseHostByNode,
  githubByNode,
  type NodeGitHub,
  storageIn,
} from '../../../server/host/githubByNode.ts';
import type { ApiRequest } from '../../../shared/api.ts';
import { inEnglish } from '../../../shared/l10n.ts';
import { createGitHub, type GitHub } from '../../helpers/github/github.ts';

const token = 'canary-91aa';

function ready(environment: Record<string, string>): NodeGitHub {
  const result = githubByNode(environment);
  if (result.kind !== 'ready') throw new Error(result.message);
  return result.github;
}

const request: ApiRequest = {
  host: 'github.com',
  account: 'anonymous',
  method: 'GET',
  path: '/repos/octo/small/issues/1',
  timeout: 2_000,
};

describe('githubByNode', () => {
  let github: GitHub;
  before(async () => {
    github = await createGitHub({
      repositories: [{ owner: 'octo', name: 'small', size: 5 }],
      accounts: [{ token, login: 'one' }],
    });
  });
  afterEach(() => void github.requests.splice(0));
  after(() => github.stop());

  for (const [variables, account] of [
    [{}, 'anonymous'],
    [{ GITHUB_TOKEN: token }, 'one'],
    [{ GH_TOKEN: token, GITHUB_TOKEN: 'other' }, 'one'],
  ] as const) {
    it(`asks as ${account}: ${Object.keys(variables).join() || 'no token'}`, async () => {
      const { transport } = ready({ GITHUB_API_URL: github.url, ...variables });
      const response = await transport.send(request);
      assert.equal(response.kind === 'response' && response.status, 200);
      assert.equal(github.requests[0]?.account, account);
      assert.equal(github.requests[0]?.headers['user-agent'], 'office-hours-notes');
      const told = await transport.account('github.com');
      assert.equal(told.signedIn, account === 'one');
      assert.ok(!JSON.stringify(told).includes(token));
    });
  }

  it('asks for no other host, and is nobody there', async () => {
    const { transport } = ready({ GITHUB_API_URL: github.url, GITHUB_TOKEN: token });
    const response = await transport.send({ ...request, host: 'ghe.example' });
    assert.equal(response.kind === 'failed' && response.reason, 'refused');
    assert.equal((await transport.account('ghe.example')).signedIn, false);
    assert.deepEqual(github.requests, []);
  });

  it('belongs to the server that is named, not to github.com', async () => {
    const { transport } = ready({
      GITHUB_SERVER_URL: 'https://ghe.example',
      GITHUB_API_URL: github.enterpriseUrl,
      GITHUB_TOKEN: token,
    });
    assert.equal((await transport.account('github.com')).signedIn, false);
    assert.equal((await transport.send(request)).kind, 'failed');
    const response = await transport.send({ ...request, host: 'ghe.example' });
    assert.equal(response.kind === 'response' && response.status, 200);
  });

  it('keeps apart what different places and tokens told', async () => {
    const ids = await Promise.all(
      [
        {},
        { GITHUB_TOKEN: 'one' },
        { GITHUB_TOKEN: 'two' },
        { GITHUB_API_URL: github.url },
        { GITHUB_API_URL: github.url, GITHUB_TOKEN: 'one' },
      ].map(async (variables) => (await ready(variables).transport.account('github.com')).id),
    );
    assert.equal(ids[0], 'anonymous');
    assert.equal(new Set(ids).size, ids.length);
  });

  for (const [variables, expected] of [
    [{ GITHUB_API_URL: 'http://github.example' }, /^GITHUB_API_URL: .*does not use https/],
    [{ GITHUB_API_URL: 'nonsense' }, /^GITHUB_API_URL: .*not a URL/],
    [{ GITHUB_GRAPHQL_URL: 'https://elsewhere.example/graphql' }, /different servers/],
    [{ GITHUB_SERVER_URL: 'ghe.example.com' }, /^GITHUB_SERVER_URL: .*not a URL/],
    [
      { GITHUB_SERVER_URL: 'https://ghe.example.com', GITHUB_API_URL: 'https://api.github.com' },
      /^GITHUB_API_URL is the API of github.com, but GITHUB_SERVER_URL/,
    ],
    [
      { GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'https://ghe.example.com/api/v3' },
      /^GITHUB_API_URL is the API of ghe.example.com, but/,
    ],
    [
      { GITHUB_SERVER_URL: 'https://ghe.example.com', GITHUB_API_URL: 'https://other.example.com/api/v3/' },
      /^GITHUB_API_URL is the API of other.example.com, but/,
    ],
  ] as const) {
    it(`refuses ${JSON.stringify(variables)}`, () => {
      const result = githubByNode(variables);
      assert.match(result.kind === 'refused' ? result.message : 'ready', expected);
    });
  }
});

describe('enterpriseHostByNode', () => {
  for (const [variables, expected] of [
    [{}, undefined],
    [{ GITHUB_SERVER_URL: 'https://github.com' }, undefined],
    [{ GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'https://api.github.com' }, undefined],
    [{ GITHUB_SERVER_URL: 'https://ghe.example.com' }, 'ghe.example.com'],
    [{ GITHUB_SERVER_URL: 'https://GHE.example.com/' }, 'ghe.example.com'],
    [{ GITHUB_SERVER_URL: 'https://ghe.example.com:8443' }, 'ghe.example.com:8443'],
    [
      { GITHUB_SERVER_URL: 'https://octo.ghe.com', GITHUB_API_URL: 'https://api.octo.ghe.com' },
      'octo.ghe.com',
    ],
    [{ GITHUB_API_URL: 'https://ghe.example.com/api/v3' }, 'ghe.example.com'],
    [{ GITHUB_API_URL: 'https://api.octo.ghe.com/' }, 'octo.ghe.com'],
    [{ GITHUB_API_URL: 'https://proxy.example.com/github' }, undefined],
    [{ GITHUB_API_URL: 'http://127.0.0.1:4000/api/v3' }, undefined],
  ] as const) {
    it(`${JSON.stringify(variables)}: ${expected ?? 'github.com'}`, async () => {
      assert.equal(enterpriseHostByNode(variables), expected);
      const { transport } = ready({ ...variables, GH_TOKEN: 'x' });
      const hosts = ['github.com', 'ghe.example.com', 'ghe.example.com:8443', 'octo.ghe.com'];
      const accounts = await Promise.all(hosts.map((host) => transport.account(host)));
      const signedIn = hosts.filter((_, index) => accounts[index]?.signedIn);
      // The token goes to one host.
      assert.deepEqual(signedIn, [expected ?? 'github.com']);
    });
  }

  it('names the variable to mend', async () => {
    const hint = async (variables: Record<string, string>) =>
      inEnglish((await ready(variables).transport.account('github.com')).signInHint!);
    assert.equal(await hint({}), 'Set GH_TOKEN to a valid token for github.com and restart.');
    assert.match(await hint({ GITHUB_TOKEN: 'x' }), /^Set GITHUB_TOKEN /);
    assert.match(await hint({ GITHUB_TOKEN: 'x', GH_TOKEN: 'y' }), /^Set GH_TOKEN /);
  });

  it('sends no token with an anonymous request', async () => {
    const github = await createGitHub({
      repositories: [{ owner: 'octo', name: 'small', size: 5 }],
      accounts: [{ token, login: 'one' }],
    });
    const { transport } = ready({ GITHUB_API_URL: github.url, GH_TOKEN: token });
    await transport.send({ ...request, anonymous: true });
    assert.equal(github.requests[0]?.account, 'anonymous');
    await github.stop();
  });
});

describe('storageIn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-storage-'));
  const below = join(folder, 'cache');
  const storage = storageIn(below);
  after(() => rmSync(folder, { recursive: true }));

  it('keeps whole texts by name', async () => {
    assert.deepEqual(await storage.list(''), []);
    assert.equal(await storage.read('issues-1'), undefined);
    assert.equal(await storage.write('issues-1', 'one'), true);
    assert.equal(await storage.write('issues-1', 'two'), true);
    assert.equal(await storage.write('other', 'x'), true);
    assert.equal(await storage.read('issues-1'), 'two');
    assert.deepEqual(await storage.list('issues-'), ['issues-1']);
    // Windows has no such modes.
    const modes = [below, join(below, 'issues-1')].map((path) => statSync(path).mode & 0o77);
    if (process.platform !== 'win32') assert.deepEqual(modes, [0, 0]);
    await storage.remove('issues-1');
    assert.deepEqual(await storage.list('issues-'), []);
    assert.deepEqual(readdirSync(below), ['other']);
  });

  for (const name of ['../secret', 'a/b', '.hidden', '', 'A', 'x'.repeat(200), 'a\0b']) {
    it(`knows no file called ${JSON.stringify(name.slice(0, 20))}`, async () => {
      writeFileSync(join(folder, 'secret'), 'kept');
      assert.equal(await storage.read(name), undefined);
      assert.equal(await storage.write(name, 'x'), false);
      await storage.remove(name);
      assert.equal(readFileSync(join(folder, 'secret'), 'utf8'), 'kept');
    });
  }

  it('removes at the start what a killed process left, and lists what is left meanwhile', async () => {
    const draft = 'issues-1.01234567-89ab-4cde-8f01-23456789abcd.tmp';
    await storage.write('issues-1', 'kept');
    writeFileSync(join(below, draft), 'left');
    assert.deepEqual([...(await storage.list('issues-1'))].sort(), ['issues-1', draft]);
    await storage.remove(draft);
    writeFileSync(join(below, draft), 'left');
    assert.deepEqual(await storageIn(below).list('issues-'), ['issues-1']);
    assert.equal(await storage.read('issues-1'), 'kept');
    await storage.remove('issues-1');
  });

  it('says so when there is no place', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    assert.equal(await storageIn(file).write('a', 'x'), false);
    assert.deepEqual(await storageIn(file).list(''), []);
    assert.ok(existsSync(file));
  });
});
