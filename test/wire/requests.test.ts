/** What a request to GitHub may have in it: what SECURITY.md promises of the notes' words. */

import { deepEqual, ok } from 'node:assert/strict';
import type { CompletionList, Hover } from 'vscode-languageserver/node';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { plainClient, type Session, startSession } from '../helpers/session.ts';
import { eventually } from '../helpers/until.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const uri = 'file:///zyzzyva/docs/20260811_meeting_notes.md';
const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };
/** Words that nobody else uses, in all places of a note. */
const note = `---
tags: zyzzyva-tag
---
# widget office hours 2026-08-11 zyzzyva-title

YouTube: https://youtu.be/zyzzyva-video

## Highlights of zyzzyva-section

* Zyzzyva: acme/widget#12 zyzzyva-words and [zyzzyva-link](https://example.com/zyzzyva-page)
* https://github.com/octo/big/pull/77 \`zyzzyva-code\` <!-- zyzzyva-comment -->
* PR #

## Action items

* TODO(@zyzzyva-login): write zyzzyva-task
`;

describe('requests to GitHub', () => {
  let github: GitHub;
  let session: Session;
  before(async () => {
    github = await createGitHub({
      repositories: [
        { owner: 'acme', name: 'widget', size: 30 },
        { owner: 'octo', name: 'big', size: 100 },
      ],
      accounts: [{ token: 'canary-req', login: 'one' }],
    });
  });
  after(() => github.stop());
  afterEach(() => session.close());

  for (const [who, token] of [
    ['with a token', 'canary-req'],
    ['without one', undefined],
  ] as const) {
    it(`have the repositories and numbers of the notes, and none of their words, ${who}`, async () => {
      github.requests.splice(0);
      const bodies: string[] = [];
      const node = githubByNode({ GITHUB_API_URL: github.url, GH_TOKEN: token });
      ok(node.kind === 'ready');
      const { transport } = node.github;
      session = await startSession(plainClient, {
        host: {
          clock,
          github: {
            transport: {
              account: transport.account,
              send(request) {
                bodies.push(JSON.stringify(request));
                return transport.send(request);
              },
            },
            storage: new MemoryStorage(),
          },
        },
        settings: new Map([['', { repository: 'acme/widget' }]]),
      });
      await session.open(uri, note);
      const lines = note.split('\n');
      const at = (words: string) => {
        const line = lines.findIndex((each) => each.includes(words));
        return { line, character: lines[line]!.indexOf(words) + words.length };
      };
      const about = (words: string) => ({ textDocument: { uri }, position: at(words) });
      for (const words of ['widget#1', 'pull/7'])
        ok(await session.client.sendRequest<Hover | null>('textDocument/hover', about(words)));
      for (const words of ['PR #', 'TODO(@z'])
        await session.client.sendRequest<CompletionList | null>('textDocument/completion', about(words));
      await eventually(
        'the requests',
        () => bodies.length,
        (count) => count >= 3,
      );
      for (const body of bodies) ok(!/zyzzyva/i.test(body), body);
      for (const { path, headers } of github.requests)
        ok(!/zyzzyva/i.test(`${path} ${JSON.stringify(headers)}`), path);
      const repositories = new Set(
        github.requests.flatMap(({ path }) => path.match(/(?<=^\/repos\/)[^/]+\/[^/?]+/) ?? []),
      );
      deepEqual(
        [...repositories].filter((each) => !['acme/widget', 'octo/big'].includes(each)),
        [],
      );
    });
  }
});
