import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Hover, ShowMessageParams } from 'vscode-languageserver/node';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import { plainClient, type Session, startSession, until } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const uri = 'file:///w/20260811_meeting_notes.md';
const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };
const note =
  '# lantern office hours 2026-08-11\n\nhttps://github.com/lantern-project/lantern/pull/209\n' +
  'https://github.com/lantern-project/lantern/pull/999999\n';

describe('a token that GitHub rejects, over stdio (acceptance 12)', () => {
  // The stand-in reads GitHub's schema for the first query.

  let github: GitHub;
  let session: Session;
  let messages: ShowMessageParams[];

  before(async () => {
    github = await createGitHub({
      repositories: [...lanternRepositories],
      accounts: [{ token: 'valid', login: 'reader' }],
    });
  });
  after(() => github.stop());
  afterEach(() => session.close());

  for (const [variable, environment] of [
    ['GH_TOKEN', { GH_TOKEN: 'expired' }],
    ['GITHUB_TOKEN', { GITHUB_TOKEN: 'expired' }],
  ] as const) {
    it(`shows public titles, and says once that ${variable} is to be mended`, async () => {
      github.requests.splice(0);
      messages = [];
      const node = githubByNode({ GITHUB_API_URL: github.url, ...environment });
      ok(node.kind === 'ready');
      session = await startSession(plainClient, {
        host: { clock, github: { transport: node.github.transport, storage: new MemoryStorage() } },
        onConnect: (client) =>
          client.onNotification('window/showMessage', (params: ShowMessageParams) => {
            messages.push(params);
          }),
      });
      await session.open(uri, note);
      // Without a sign-in, too, the number that is not there is found to be missing.
      await until('the problem', () =>
        (session.published.at(-1)?.diagnostics ?? []).some(({ code }) => code === 'reference-missing'),
      );
      const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 2, character: 5 },
      });
      match(JSON.stringify(hover?.contents), /Dry run: say what the rules would do/);
      deepEqual(messages, [
        {
          type: 2,
          message: `github.com rejected the sign-in. Only public titles are shown. Set ${variable} to a valid token for github.com and restart.`,
        },
      ]);
      const accounts = github.requests.map(({ account }) => account);
      equal(accounts.filter((account) => account === 'unknown').length, 1);
      ok(accounts.filter((account) => account === 'anonymous').length >= 1);
      ok(!JSON.stringify(session.log).includes('expired'));
    });
  }
});
