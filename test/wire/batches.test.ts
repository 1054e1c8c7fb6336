import { equal, ok } from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { DocumentLink, Hover } from 'vscode-languageserver/node';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { pullClient, type Session, startSession } from '../helpers/session.ts';
import { eventually } from '../helpers/until.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const uri = 'file:///w/20260106_meeting_notes.md';
const count = 296;
const lines = Array.from({ length: count }, (_, index) => `* octo/lantern#${index + 1}`);
const text = `# lantern office hours 2026-01-06\n\n${lines.join('\n')}\n`;

describe('the look-ups of a note over the wire', function () {
  // The stand-in reads GitHub's schema for the first query.
  this.timeout(60_000);
  let github: GitHub;
  let session: Session;

  before(async () => {
    github = await createGitHub({
      // The references are older than what the list of recent issues holds.
      repositories: [{ owner: 'octo', name: 'lantern', size: 900 }],
      accounts: [{ token: 'secret', login: 'reader' }],
    });
    // The stand-in reads GitHub's schema for the first query, which takes as long as a batch may.
    await fetch(`${github.url}/graphql`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query { viewer { login } }' }),
    });
    github.requests.splice(0);
    const node = githubByNode({ GITHUB_API_URL: github.url, GH_TOKEN: 'secret' });
    ok(node.kind === 'ready');
    session = await startSession(
      {
        ...pullClient,
        textDocument: {
          ...pullClient.textDocument,
          hover: { contentFormat: ['markdown'] },
          documentLink: { tooltipSupport: true },
        },
      },
      { host: { github: { transport: node.github.transport, storage: new MemoryStorage() } } },
    );
  });
  after(async () => {
    await session.close();
    await github.stop();
  });

  const hoverOn = (line: number) =>
    session.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: line + 2, character: 4 },
    });
  /** Requests about references, not those for lists. */
  const lookUps = () =>
    github.requests.filter(({ path, query }) => !/pullRequests\(/.test(`${path}${query}`));

  const titled = async () => {
    const params = { textDocument: { uri } };
    const links = await session.client.sendRequest<DocumentLink[]>('textDocument/documentLink', params);
    return links.filter(({ tooltip }) => tooltip !== undefined).length;
  };

  it('go out in batches when it is opened, and hovers join them', async () => {
    await session.open(uri, text);
    // On a busy machine a hover may say that GitHub does not respond in time.
    await Promise.all(lines.map((_, line) => hoverOn(line)));
    await eventually('all titles', titled, (titles) => titles === count);
    const paths = lookUps().map(({ path }) => path);
    const singles = paths.filter((path) => path !== '/graphql');
    // Three at once, where a batch takes long.
    ok(singles.length < count / 4, singles.join('\n'));
    ok(paths.length - singles.length <= Math.ceil(count / 50) + 2, paths.join('\n'));
  });

  it('send nothing for what is there, whatever asks', async () => {
    const before = github.requests.length;
    equal(await titled(), count);
    await session.client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    equal(github.requests.length, before);
  });
});
