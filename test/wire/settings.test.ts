import { equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type {
  CompletionList,
  Diagnostic,
  DocumentLink,
  Hover,
  InlayHint,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filesByNode } from '../../server/host/byNode.ts';
import { githubAt } from '../../server/host/githubAt.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import { type CountingTransport, countingTransport } from '../helpers/ports.ts';
import { plainClient, type Session, startSession, until } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };

const text = `# lantern office hours 2026-08-11

YouTube: https://youtu.be/x

## Highlights since the last meeting

* https://github.com/lantern-project/lantern/pull/209 and #7, PR #

## Action items

* TODO: write to them
`;
const earlier = `# lantern office hours 2026-07-28

## News

PR #205 in lantern-project/lantern#205
`;

/** How a client tells its settings. */
const ways = [
  'initializationOptions',
  'workspace/configuration',
  'workspace/didChangeConfiguration',
] as const;
type Way = (typeof ways)[number];

describe('each setting, told by a plain client', () => {
  let root: string;
  let github: GitHub;
  let other: GitHub;
  let session: Session;
  let transport: CountingTransport;
  const uri = () => pathToFileURL(join(root, 'docs', '20260811_meeting_notes.md')).href;
  const plan = () => pathToFileURL(join(root, 'plans', 'spring.md')).href;

  beforeEach(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-settings-')));
    mkdirSync(join(root, 'docs'));
    mkdirSync(join(root, 'plans'));
    writeFileSync(join(root, 'docs', '20260728_meeting_notes.md'), earlier);
    const accounts = [{ token: 'secret', login: 'reader' }];
    github = await createGitHub({ repositories: lanternRepositories, accounts });
    other = await createGitHub({ repositories: lanternRepositories });
  });
  afterEach(async () => {
    await session.close();
    await Promise.all([github.stop(), other.stop()]);
    rmSync(root, { recursive: true });
  });

  async function start(way: Way, officeHours: object): Promise<void> {
    const environment = { GITHUB_API_URL: github.url, GH_TOKEN: 'secret' };
    const node = githubByNode(environment);
    ok(node.kind === 'ready');
    transport = countingTransport(node.github.transport);
    const pulls = way === 'workspace/configuration';
    session = await startSession(pulls ? { workspace: { configuration: true } } : plainClient, {
      host: {
        clock,
        files: filesByNode,
        github: { transport, storage: new MemoryStorage() },
        githubAt: (apiUrl) => githubAt(environment, apiUrl),
      },
      params: {
        rootUri: pathToFileURL(root).href,
        ...(way === 'initializationOptions' && { initializationOptions: { settings: officeHours } }),
      },
      ...(pulls && { settings: new Map([['', officeHours]]) }),
    });
    if (way === 'workspace/didChangeConfiguration') await tell(officeHours);
    await session.open(uri(), text);
  }

  const tell = (officeHours: object) =>
    session.client.sendNotification('workspace/didChangeConfiguration', { settings: { officeHours } });
  const ask = <R>(method: string, params: object = {}) =>
    session.client.sendRequest<R>(method, { textDocument: { uri: uri() }, ...params });
  const position = (words: string, from = 0) =>
    TextDocument.create(uri(), 'markdown', 1, text).positionAt(text.indexOf(words) + from);
  const hover = async () =>
    JSON.stringify((await ask<Hover | null>('textDocument/hover', { position: position('pull/209') })) ?? '');
  /** A hover has a deadline, which a busy machine may miss: the answer is in memory for the next one. */
  const titledHover = async (): Promise<string> => {
    let shown = '';
    for (let left = 5; left > 0 && !title.test(shown); left--) shown = await hover();
    return shown;
  };
  const diagnosticsOf = async (of: string, wanted: (all: readonly Diagnostic[]) => boolean) => {
    const latest = () => session.published.filter((each) => each.uri === of).at(-1)?.diagnostics ?? [];
    await until(`diagnostics of ${of}`, () => wanted(latest()));
    return latest();
  };
  const title = /Dry run: say what the rules would do/;

  for (const way of ways) {
    describe(`by ${way}`, () => {
      it('notes.folder', async () => {
        await start(way, { notes: { folder: 'plans' } });
        await session.open(plan(), '# Spring\n\n* TODO: write to them\n');
        await diagnosticsOf(plan(), (all) => all.some(({ code }) => code === 'todo-owner-missing'));
      });

      it('repository', async () => {
        await start(way, { repository: 'octo/kite' });
        const links = await ask<DocumentLink[]>('textDocument/documentLink');
        ok(
          links.some(({ target }) => target?.startsWith('https://github.com/octo/kite/')),
          JSON.stringify(links),
        );
      });

      it('github.enabled', async () => {
        await start(way, { github: { enabled: false } });
        ok(!title.test(await hover()));
        await ask<CompletionList>('textDocument/completion', { position: position('PR #\n', 4) });
        await session.client.sendRequest('officeHours/github/refresh');
        equal(github.requests.length, 0);
        // What is switched on again asks at once.
        const settings = { github: { enabled: true } };
        session.settings.set('', settings);
        await tell(settings);
        await until('a request', () => github.requests.length > 0);
        match(await titledHover(), title);
      });

      it('github.apiUrl, without the token that the environment has for another', async () => {
        await start(way, { github: { apiUrl: other.url } });
        match(await titledHover(), title);
        ok(other.requests.length > 0);
        ok(other.requests.every(({ account }) => account === 'anonymous'));
        equal(github.requests.length, 0);
      });

      it('references.style', async () => {
        await start(way, { references: { style: 'url' } });
        await diagnosticsOf(uri(), (all) => all.length > 0);
        const params = { position: position('PR #\n', 4) };
        const { items } = await ask<CompletionList>('textDocument/completion', params);
        const edits = items.map(({ textEdit }) => (textEdit as TextEdit).newText);
        ok(edits.length > 0 && edits.every((edit) => edit.startsWith('https://github.com/')), edits.join());
      });

      it('inlayHints.titles', async () => {
        await start(way, { inlayHints: { titles: true } });
        match(await titledHover(), title);
        const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
        const hints = await ask<InlayHint[]>('textDocument/inlayHint', { range });
        ok(hints.length > 0);
      });

      it('checks.severity', async () => {
        await start(way, { checks: { severity: { 'todo-owner-missing': 'error' } } });
        await diagnosticsOf(uri(), (all) => all.some(({ severity }) => severity === 1));
      });
    });
  }

  it('github.enabled, switched off while the session lasts', async () => {
    await start('initializationOptions', {});
    match(await titledHover(), title);
    await tell({ github: { enabled: false } });
    ok(!title.test(await hover()));
    const { sent } = transport;
    await session.client.sendRequest('officeHours/github/refresh');
    ok(!title.test(await hover()));
    equal(transport.sent, sent);
  });

  it('github.apiUrl that is no URL: it is said, and nobody is asked', async () => {
    await start('initializationOptions', { github: { apiUrl: 'ghe.example.com' } });
    ok(!title.test(await hover()));
    ok(
      session.log.some((line) => line.includes('officeHours.github.apiUrl: "ghe.example.com" is not a URL')),
      session.log.join('\n'),
    );
    equal(github.requests.length, 0);
  });

  it('in initializationOptions by their full name, as Helix sends them', async () => {
    const node = githubByNode({ GITHUB_API_URL: github.url });
    ok(node.kind === 'ready');
    session = await startSession(plainClient, {
      host: { clock, files: filesByNode },
      params: {
        initializationOptions: { officeHours: { checks: { severity: { 'todo-owner-missing': 'error' } } } },
      },
    });
    await session.open(uri(), text);
    await diagnosticsOf(uri(), (all) => all.some(({ severity }) => severity === 1));
  });

  it('sends nothing before the settings are known', async () => {
    const node = githubByNode({ GITHUB_API_URL: github.url });
    ok(node.kind === 'ready');
    let answer: (settings: unknown) => void = () => {};
    const answered = new Promise<unknown>((resolve) => {
      answer = resolve;
    });
    session = await startSession(
      { workspace: { configuration: true } },
      {
        host: {
          clock,
          files: filesByNode,
          github: { transport: node.github.transport, storage: new MemoryStorage() },
        },
        onConnect: (client) => client.onRequest('workspace/configuration', () => answered),
      },
    );
    await session.open(uri(), text);
    ok(!title.test(await hover()));
    equal(github.requests.length, 0);
    answer([{}]);
    await until('a request', () => github.requests.length > 0);
  });
});
