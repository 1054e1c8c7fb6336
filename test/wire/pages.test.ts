import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { DocumentLink, Hover } from 'vscode-languageserver/node';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { type Fault, faults } from '../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { hostileTitles } from '../helpers/github/hostileTitles.ts';
import { pullClient, type Session, startSession } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const sha = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
const hostileSha = 'b5c3785ed8d6a35868bc169f07e40e889087fd2e';
const web = 'https://github.com/octo/lantern';
const uri = 'file:///w/20260106_meeting_notes.md';
const lines = [
  '# lantern office hours 2026-01-06',
  'Fixed by octo/lantern@a5c3785',
  `[the fix](${web}/commit/${sha})`,
  `octo/lantern@${hostileSha}`,
  'octo/lantern@fffffff9',
  `${web}/releases/tag/v1.2`,
  `${web}/releases/tag/v9`,
  `${web}/compare/v1.1...v1.2`,
  `${web}/blob/main/docs/a.md#L3-L9`,
  'octo/hidden@a5c3785 https://github.example.org/octo/lantern/commit/a5c3785',
];
const text = lines.join('\n\n');
const at = '2026-01-06T10:00:00Z';

describe('commits, releases and files over the wire', () => {
  let github: GitHub;
  let session: Session;

  before(async () => {
    github = await createGitHub({
      repositories: [
        {
          owner: 'octo',
          name: 'lantern',
          size: 10,
          commits: [
            { sha, message: 'Keep the sockets\n\nThey were closed too early.', author: 'wren', at },
            { sha: hostileSha, message: hostileTitles.commandLink!, author: 'wren', at },
          ],
          releases: [{ tag: 'v1.2', name: 'The second', author: 'wren', at }],
        },
        { owner: 'octo', name: 'hidden', size: 10, private: true, readers: ['reader'] },
      ],
      accounts: [{ token: 'secret', login: 'reader' }],
    });
  });
  after(() => github.stop());
  afterEach(async () => {
    await session.close();
    await github.setFault(undefined);
  });

  async function open(token?: string, network = true): Promise<void> {
    const ports = githubByNode({ GITHUB_API_URL: github.url, ...(token && { GH_TOKEN: token }) });
    ok(ports.kind === 'ready');
    const host = { github: { transport: ports.github.transport, storage: new MemoryStorage() } };
    session = await startSession(
      { ...pullClient, textDocument: { ...pullClient.textDocument, hover: { contentFormat: ['markdown'] } } },
      network ? { host } : {},
    );
    await session.open(uri, text);
    await session.client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  }

  async function hoverOn(words: string): Promise<string> {
    const line = lines.findIndex((each) => each.includes(words)) * 2;
    const character = lines[line / 2]!.indexOf(words) + 1;
    const params = { textDocument: { uri }, position: { line, character } };
    const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', params);
    return (hover!.contents as { value: string }).value;
  }
  const asked = () =>
    github.requests.map(({ path }) => path).filter((path) => /\/(?:commits|releases)\//.test(path));

  for (const token of [undefined, 'secret']) {
    it(`hovers with the title, ${token ? 'signed in' : 'signed out'}`, async () => {
      github.requests.splice(0);
      await open(token);
      deepEqual(asked(), [], 'a hover alone sends a request');
      match(
        await hoverOn('lantern@a5c3785'),
        /^\*\*Keep the sockets\*\*\n\n\[octo&#47;lantern&#64;a5c3785\]\(<https:.*\/commit\/a5c3785>\)/,
      );
      match(await hoverOn('the fix'), /^\*\*Keep the sockets\*\*/);
      match(await hoverOn('releases/tag/v1.2'), /^\*\*The second\*\*\n\n.*2026&#45;01&#45;06&#44; by wren/);
      await hoverOn('releases/tag/v1.2');
      deepEqual(asked().length, 3, 'one request for one page');
    });
  }

  it('shows a stranger’s title literally', async () => {
    await open();
    const hostile = await hoverOn(`lantern@${hostileSha}`);
    match(hostile, /^\*\*&#91;Click to fix&#93;&#40;command&#58;/);
    equal(hostile.match(/\]\(/g)?.length, 1);
  });

  it('says in neutral words what is not there or may not be seen', async () => {
    await open();
    match(await hoverOn('lantern@fffffff9'), /Commit fffffff not found in octo&#47;lantern/);
    match(
      await hoverOn('releases/tag/v9'),
      /Release v9 not found in octo&#47;lantern&#59; the repository may be/,
    );
    match(
      await hoverOn('hidden@a5c3785'),
      /Commit a5c3785 not found in octo&#47;hidden&#59; the repository may be/,
    );
  });

  it('sends nothing for files, comparisons and hosts that the user does not work with', async () => {
    await open();
    github.requests.splice(0);
    match(
      await hoverOn('blob/main/docs'),
      /^\[docs&#47;a&#46;md\]\(<https:.*#L3-L9>\)&#44; lines 3 to 9 of octo&#47;lantern at main$/,
    );
    match(await hoverOn('compare/v1.1'), /^\[octo&#47;lantern&#58; v1&#46;1/);
    match(await hoverOn('github.example.org/octo'), /lantern&#64;a5c3785/);
    deepEqual(asked(), []);
  });

  for (const [name, fault] of Object.entries({
    offline: faults.offline,
    limit: faults.limitReached,
    html: faults.html,
    server: faults.serverError,
  } satisfies Record<string, Fault>))
    it(`says why it knows nothing: ${name}`, async () => {
      await github.setFault(fault);
      await open();
      match(await hoverOn('lantern@a5c3785'), /lantern&#64;a5c3785.*\n\nThe title is not available&#46;/);
      match(await hoverOn('releases/tag/v1.2'), /lantern v1&#46;2.*\n\nThe title is not available&#46;/);
    });

  it('says what the note says where no requests are sent', async () => {
    github.requests.splice(0);
    await open(undefined, false);
    match(
      await hoverOn('lantern@a5c3785'),
      /^\[octo&#47;lantern&#64;a5c3785\]\(<https:[^>]*>\)&#44; a commit$/,
    );
    deepEqual(github.requests, []);
  });

  it('links what nobody else links', async () => {
    await open();
    const links = await session.client.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    deepEqual(
      links.map(({ target }) => target?.replace('https://github.com/', '')),
      [
        'octo/lantern/commit/a5c3785',
        `octo/lantern/commit/${hostileSha}`,
        'octo/lantern/commit/fffffff9',
        'octo/hidden/commit/a5c3785',
      ],
    );
  });
});
