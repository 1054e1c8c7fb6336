import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { CodeAction, DocumentLink, Hover, InlayHint } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { faults } from '../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { hostileTitles } from '../helpers/github/hostileTitles.ts';
import { pullClient, type Session, startSession, until } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const uri = 'file:///w/20260106_meeting_notes.md';
const text = [
  '# lantern office hours 2026-01-06',
  'https://github.com/octo/lantern/pull/1',
  'PR #2 and #3 and PR #999',
  'https://github.com/octo/lantern/issues/1',
].join('\n\n');

const client = {
  ...pullClient,
  workspace: { ...pullClient.workspace, inlayHint: { refreshSupport: true } },
  textDocument: {
    ...pullClient.textDocument,
    hover: { contentFormat: ['markdown' as const] },
    documentLink: { tooltipSupport: true },
  },
};

describe('references over the wire, with GitHub', () => {
  let github: GitHub;
  let session: Session;
  let hintRefreshes = 0;

  before(async () => {
    github = await createGitHub({
      repositories: [
        {
          owner: 'octo',
          name: 'lantern',
          size: 40,
          items: {
            1: { kind: 'pull', title: 'Keep the sockets' },
            2: { kind: 'issue', title: 'Rules that count' },
            3: { kind: 'pull', title: hostileTitles.commandLink!, body: '![x](http://127.0.0.1:9/x.png)' },
          },
        },
      ],
    });
  });
  after(() => github.stop());
  afterEach(async () => {
    await session.close();
    await github.setFault(undefined);
  });

  async function open(settings: object = {}): Promise<void> {
    const ports = githubByNode({ GITHUB_API_URL: github.url });
    ok(ports.kind === 'ready');
    hintRefreshes = 0;
    session = await startSession(client, {
      host: { github: { transport: ports.github.transport, storage: new MemoryStorage() } },
      settings: new Map([['', settings]]),
      onConnect(connection) {
        connection.onNotification('officeHours/status', () => {});
        connection.onRequest('workspace/inlayHint/refresh', () => {
          hintRefreshes++;
          return null;
        });
      },
    });
    await session.open(uri, text);
  }

  const ask = <R>(method: string, params: object = {}) =>
    session.client.sendRequest<R>(method, { textDocument: { uri }, ...params });
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const placeOf = (words: string) => ({ position: document.positionAt(text.indexOf(words) + 1) });

  async function hoverOn(words: string): Promise<string> {
    const hover = await ask<Hover | null>('textDocument/hover', placeOf(words));
    return (hover!.contents as { value: string }).value;
  }

  it('hovers with the title, and nothing of it is markup', async () => {
    await open();
    match(
      await hoverOn('PR #2'),
      /^\*\*Rules that count\*\*\n\n\[octo&#47;lantern&#35;2\]\(<https:.*\/issues\/2>\)/,
    );
    const hostile = await hoverOn('#3');
    match(hostile, /^\*\*&#91;Click to fix&#93;&#40;command&#58;/);
    equal(hostile.match(/\]\(/g)?.length, 1);
  });

  it('tells what GitHub does not know in neutral words, and as a problem once it has said so', async () => {
    await open();
    match(
      await hoverOn('PR #999'),
      /&#35;999 not found in octo&#47;lantern&#59; the repository may be private/,
    );
    await hoverOn('PR #2');
    await hoverOn('/issues/1');
    const { items } = await ask<{ items: { code: string; range: { start: { line: number } } }[] }>(
      'textDocument/diagnostic',
    );
    deepEqual(
      items
        .filter(({ code }) => code.startsWith('reference-'))
        .map(({ code, range }) => [code, range.start.line]),
      [
        ['reference-kind', 4],
        ['reference-missing', 4],
        ['reference-kind', 6],
      ],
    );
    await until('a refresh of the diagnostics', () => session.refreshes > 0);
  });

  it('says why it knows nothing, and calls nothing missing', async () => {
    await github.setFault(faults.limitReached);
    await open();
    match(await hoverOn('PR #999'), /octo&#47;lantern&#35;999.*\n\nThe title is not available&#46; GitHub/);
    const { items } = await ask<{ items: { code: string }[] }>('textDocument/diagnostic');
    ok(!items.some(({ code }) => code === 'reference-missing'));
  });

  it('links what nobody else links, with titles', async () => {
    await open();
    for (const reference of ['PR #2', '#3', 'PR #999']) await hoverOn(reference);
    const links = await ask<DocumentLink[]>('textDocument/documentLink');
    deepEqual(
      links.map(({ target }) => target?.replace('https://github.com/octo/lantern/', '')),
      ['issues/2', 'pull/3', 'pull/999'],
    );
    equal(links[0]?.tooltip, 'Rules that count');
  });

  it('shows titles beside references when it is told to, and anew when they arrive', async () => {
    await open({ inlayHints: { titles: true } });
    const hints = () => ask<InlayHint[]>('textDocument/inlayHint', { range: whole });
    await hints();
    await hoverOn('PR #2');
    await until('a refresh of the hints', () => hintRefreshes > 0);
    ok((await hints()).some(({ label }) => label === 'Rules that count'));
  });

  it('shows none unless it is told to', async () => {
    await open();
    await hoverOn('PR #2');
    deepEqual(await ask('textDocument/inlayHint', { range: whole }), []);
  });

  it('offers to rewrite references', async () => {
    await open();
    const { position } = placeOf('PR #2');
    const params = { range: { start: position, end: position }, context: { diagnostics: [] } };
    const actions = await ask<CodeAction[]>('textDocument/codeAction', params);
    ok(actions.some(({ title, kind }) => title === 'Convert to Link' && kind === 'refactor.rewrite'));
  });
});
