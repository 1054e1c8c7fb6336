import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { DocumentLink, Hover } from 'vscode-languageserver/node';
import { filesByNode } from '../../server/host/byNode.ts';
import { enterpriseHostByNode, githubByNode } from '../../server/host/githubByNode.ts';
import { remotesByNode } from '../../server/host/gitRemotes.ts';
import type { ApiRequest, ApiResponse } from '../../shared/api.ts';
import { type DescribeUrlsResult, describeUrls, githubAccount, githubSend } from '../../shared/protocol.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { plainClient, pullClient, type Session, startSession } from '../helpers/session.ts';
import { eventually } from '../helpers/until.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };
const lines = [
  '# lantern office hours 2026-08-11',
  '* #1',
  '* https://ghe.example.com/octo/lantern/issues/2',
  '* [a link](https://ghe.example.com/octo/lantern/issues/3)',
  '* https://github.com/octo/lantern/issues/4',
  '* https://gitlab.example.com/octo/lantern/issues/5',
  // The clone says what `#1` means, not what is written out most often.
  '* https://github.com/octo/lantern/issues/4 https://github.com/octo/lantern/issues/4',
];

/** The whole text of a hover, without what markup needs. */
const textOf = (hover: Hover | null): string =>
  JSON.stringify(hover?.contents ?? '').replaceAll('&#35;', '#');

describe('GitHub Enterprise over the wire', () => {
  // The stand-in reads GitHub's schema for the first query.

  /** One server has the Enterprise API, the other is api.github.com. Their titles differ. */
  let enterprise: GitHub;
  let common: GitHub;
  let session: Session;
  let root: string;
  let uri: string;

  before(async () => {
    const small = { owner: 'octo', name: 'lantern', size: 9 };
    const web = 'https://ghe.example.com';
    enterprise = await createGitHub({
      repositories: [small],
      accounts: [{ token: 'ghe', login: 'inside' }],
      web,
    });
    common = await createGitHub({ repositories: [small], accounts: [{ token: 'hub', login: 'outside' }] });
  });
  after(async () => {
    await enterprise.stop();
    await common.stop();
  });
  beforeEach(() => {
    enterprise.requests.splice(0);
    common.requests.splice(0);
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-enterprise-')));
    mkdirSync(join(root, '.git'));
    const remote = '[remote "origin"]\n\turl = git@ghe.example.com:octo/lantern.git\n';
    writeFileSync(join(root, '.git', 'config'), remote);
    uri = pathToFileURL(join(root, '20260811_meeting_notes.md')).href;
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true });
  });

  const hover = (line: number, character = lines[line]!.length - 1): Promise<Hover | null> =>
    session.client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
  const folders = () => [{ uri: pathToFileURL(root).href, name: 'w' }];

  async function links(): Promise<string[]> {
    const params = { textDocument: { uri } };
    const found = await session.client.sendRequest<DocumentLink[] | null>(
      'textDocument/documentLink',
      params,
    );
    return (found ?? []).map(({ target }) => target ?? '');
  }

  /** The remote is read while the note is opened. */
  async function openNote(): Promise<void> {
    await session.open(uri, `${lines.join('\n')}\n`);
    await eventually('the remote', links, (all) =>
      all.includes('https://ghe.example.com/octo/lantern/issues/1'),
    );
  }

  for (const [what, variables] of [
    ['GITHUB_SERVER_URL', { GITHUB_SERVER_URL: 'https://ghe.example.com' }],
    ['GITHUB_SERVER_URL with a slash', { GITHUB_SERVER_URL: 'https://GHE.example.com/' }],
  ] as const) {
    it(`a plain client, by ${what}: only the Enterprise API is asked`, async () => {
      const environment = { ...variables, GITHUB_API_URL: enterprise.enterpriseUrl, GH_TOKEN: 'ghe' };
      const node = githubByNode(environment);
      ok(node.kind === 'ready');
      session = await startSession(plainClient, {
        host: {
          clock,
          files: filesByNode,
          remotes: remotesByNode,
          github: { transport: node.github.transport, storage: new MemoryStorage() },
          enterpriseHost: enterpriseHostByNode(environment),
        },
        params: { workspaceFolders: folders() },
      });
      await openNote();
      for (const [line, number] of [
        [1, 1],
        [2, 2],
        [3, 3],
      ] as const) {
        const text = textOf(await hover(line, line === 3 ? 4 : undefined));
        match(text, new RegExp(`octo/lantern#${number}`));
        match(text, /(?:issue|pull request)/i);
      }
      // The server of the environment does not speak for github.com.
      const other = textOf(await hover(4));
      ok(!/[Ii]ssue by|[Pp]ull request by/.test(other), other);
      equal(await hover(5), null);
      deepEqual(common.requests, []);
      ok(enterprise.requests.length > 0);
      for (const { account, path } of enterprise.requests) {
        equal(account, 'inside');
        match(path, /^\/api\/(?:v3\/|graphql$)/);
        // What the note says of github.com.
        ok(!path.includes('/issues/4'), path);
      }
    });
  }

  it('an editor that reaches GitHub: each reference is asked of its own host, and pasted as one', async () => {
    const asked: ApiRequest[] = [];
    const transports = {
      'ghe.example.com': githubByNode({
        GITHUB_SERVER_URL: 'https://ghe.example.com',
        GITHUB_API_URL: enterprise.enterpriseUrl,
        GH_TOKEN: 'ghe',
      }),
      'github.com': githubByNode({ GITHUB_API_URL: common.url, GH_TOKEN: 'hub' }),
    };
    const transportOf = (host: string) => {
      const node = transports[host as keyof typeof transports];
      ok(node?.kind === 'ready', `${host} was asked`);
      return node.github.transport;
    };
    session = await startSession(pullClient, {
      host: {
        clock,
        files: filesByNode,
        remotes: remotesByNode,
        github: { transport: transportOf('github.com'), storage: new MemoryStorage() },
      },
      params: {
        workspaceFolders: folders(),
        initializationOptions: { githubByClient: true, enterpriseHost: 'ghe.example.com' },
      },
      onConnect: (client) => {
        client.onRequest(githubAccount, ({ host }: { host: string }) => transportOf(host).account(host));
        client.onRequest<ApiResponse, void>(githubSend, (request: ApiRequest) => {
          asked.push(request);
          return transportOf(request.host).send(request);
        });
      },
    });
    await openNote();
    const [inside, outside] = [textOf(await hover(2)), textOf(await hover(4))];
    match(inside, /octo\/lantern#2/);
    match(outside, /octo\/lantern#4/);
    for (const { host, path, body = '' } of asked) {
      equal(`${path} ${body}`.includes('/issues/4'), host === 'github.com' && path.includes('/issues/4'));
      equal(path.includes('/issues/2'), host === 'ghe.example.com' && path.includes('/issues/2'));
    }
    ok(enterprise.requests.every(({ account }) => account === 'inside'));
    ok(common.requests.every(({ account }) => account === 'outside'));
    const pasted = await session.client.sendRequest<DescribeUrlsResult>(describeUrls, {
      uri,
      position: { line: 1, character: 0 },
      urls: [
        'https://ghe.example.com/octo/lantern/issues/2',
        'https://gitlab.example.com/octo/lantern/issues/5',
      ],
    });
    match(pasted[0]?.short ?? '', /^(?:PR|issue) #2$/);
    equal(pasted[1], null);
  });

  it('without a word of the user it is a host like any other, whatever the notes and the clone say', async () => {
    const node = githubByNode({ GITHUB_API_URL: common.url, GH_TOKEN: 'hub' });
    ok(node.kind === 'ready');
    session = await startSession(plainClient, {
      host: {
        clock,
        files: filesByNode,
        remotes: remotesByNode,
        github: { transport: node.github.transport, storage: new MemoryStorage() },
        enterpriseHost: enterpriseHostByNode({ GITHUB_API_URL: common.url }),
      },
      params: {
        workspaceFolders: folders(),
        // Only a client that reaches GitHub itself speaks for its user.
        initializationOptions: { enterpriseHost: 'ghe.example.com' },
      },
    });
    await session.open(uri, `${lines.join('\n')}\n`);
    match(textOf(await hover(4)), /octo\/lantern#4/);
    equal(await hover(2), null);
    deepEqual(enterprise.requests, []);
  });
});
