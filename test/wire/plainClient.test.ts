import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CodeAction,
  Command,
  CompletionList,
  Diagnostic,
  DocumentLink,
  Hover,
  InitializeParams,
  Location,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filesByNode } from '../../server/host/byNode.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import * as protocol from '../../shared/protocol.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import { plainClient, type Session, startSession, until } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

/** Requests that need a capability, and ours. */
const unaskedFor = [
  'client/registerCapability',
  'workspace/configuration',
  'workspace/diagnostic/refresh',
  'workspace/inlayHint/refresh',
  'workspace/workspaceFolders',
  ...Object.values<unknown>(protocol).filter((name) => typeof name === 'string'),
];

const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };

const text = `# lantern office hours 2026-08-11

YouTube: https://youtu.be/x

## Highlights since the last meeting

* 🎉 größer: https://github.com/lantern-project/lantern/pull/209
* seph: as [last time](20260728_meeting_notes.md#news) said, PR #

## Action items

* TODO: write to them
`;
const earlier = '# lantern office hours 2026-07-28\n\nada: hello\n\n## News\n\nnone\n';

/** They need nothing of a client. */
const neighbours = ['officeHours.previousNote', 'officeHours.nextNote'];

describe('a plain client', () => {
  let root: string;
  let github: GitHub;
  let session: Session;
  /** What the server asked or said beside what every client knows. */
  let heard: string[];
  const uri = (name = '20260811_meeting_notes.md') => pathToFileURL(join(root, 'docs', name)).href;
  const everybodyKnows = new Set([
    'window/logMessage',
    'window/showMessage',
    'textDocument/publishDiagnostics',
    'workspace/applyEdit',
  ]);

  before(async () => {
    github = await createGitHub({
      repositories: lanternRepositories,
      accounts: [{ token: 'secret', login: 'reader' }],
    });
  });
  after(() => github.stop());
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-plain-')));
    mkdirSync(join(root, 'docs'));
    writeFileSync(join(root, 'docs', '20260728_meeting_notes.md'), earlier);
    writeFileSync(join(root, 'docs', 'README.md'), '# Notes\n');
    heard = [];
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true });
  });

  async function start(
    capabilities: ClientCapabilities,
    params: Partial<InitializeParams> = {},
    apply?: (params: ApplyWorkspaceEditParams) => object,
  ): Promise<Diagnostic[]> {
    const node = githubByNode({ GITHUB_API_URL: github.url, GH_TOKEN: 'secret' });
    ok(node.kind === 'ready');
    session = await startSession(capabilities, {
      host: {
        clock,
        files: filesByNode,
        github: { transport: node.github.transport, storage: new MemoryStorage() },
      },
      params,
      onConnect(client) {
        client.onUnhandledNotification(({ method }) => heard.push(method));
        for (const method of unaskedFor)
          client.onRequest(method, () => {
            heard.push(method);
            return null;
          });
        if (apply) client.onRequest('workspace/applyEdit', apply);
      },
    });
    await session.open(uri(), text);
    await until('diagnostics', () => session.published.some(({ diagnostics }) => diagnostics.length > 0));
    return session.published.at(-1)!.diagnostics;
  }

  const place = (words: string, from = 0) => ({
    textDocument: { uri: uri() },
    position: TextDocument.create(uri(), 'markdown', 1, text).positionAt(text.indexOf(words) + from),
  });
  const ask = <R>(method: string, params: object) => session.client.sendRequest<R>(method, params);
  /** A hover has a deadline, which a busy machine may miss: the answer is in memory for the next one. */
  const titledHover = async (): Promise<Hover> => {
    let hover: Hover | undefined;
    for (let left = 5; left > 0 && !JSON.stringify(hover ?? '').includes('Dry run'); left--)
      hover = await ask<Hover>('textDocument/hover', place('pull/209'));
    return hover!;
  };
  const actionsAt = (words: string, diagnostics: Diagnostic[] = []) => {
    const { textDocument, position } = place(words);
    const params = { textDocument, range: { start: position, end: position }, context: { diagnostics } };
    return ask<(CodeAction | Command)[]>('textDocument/codeAction', params);
  };

  const noFolder = { rootUri: null, workspaceFolders: null };
  const bare: [string, () => Partial<InitializeParams>][] = [
    ['no folder', () => noFolder],
    ['a root as a URI', () => ({ rootUri: pathToFileURL(root).href, workspaceFolders: null })],
    ['a root as a path', () => ({ ...noFolder, rootPath: root })],
  ];
  for (const [name, params] of bare) {
    it(`without any capability, with ${name}, gets what the protocol has`, async () => {
      const diagnostics = await start(plainClient, params());
      deepEqual(
        diagnostics.map(({ code, source }) => `${source} ${code}`),
        ['office-hours todo-owner-missing'],
      );
      const hover = await titledHover();
      const shown = JSON.stringify(hover.contents);
      ok(shown.includes('Dry run: say what the rules would do'), shown);
      equal(hover.range?.start.character, '* 🎉 größer: '.length);
      const list = await ask<CompletionList>('textDocument/completion', place('PR #\n', 4));
      const labels = list.items.map(({ label }) => label);
      ok(
        labels.some((label) => label.startsWith('#209') || label.startsWith('PR #209')),
        labels.join(),
      );
      const [action] = (await actionsAt('TODO: write', diagnostics)) as CodeAction[];
      ok(action?.edit?.changes?.[uri()]?.length, JSON.stringify(action));
      ok(Array.isArray(await ask<DocumentLink[]>('textDocument/documentLink', place('#'))));
    });
  }

  it('knows the earlier notes by its root alone', async () => {
    await start(plainClient, { ...noFolder, rootPath: root });
    await until('the notes', () => session.log.some((line) => line.startsWith('Read 1 of 2')));
    const owners = await ask<CompletionList>('textDocument/completion', place('TODO: write', 6));
    ok(
      owners.items.some(({ label }) => label === 'ada'),
      JSON.stringify(owners.items.map((item) => item.label)),
    );
  });

  it('goes to a linked note, and to nothing that is not there', async () => {
    await start(plainClient);
    equal(session.initialized.capabilities.definitionProvider, true);
    const location = await ask<Location>('textDocument/definition', place('last time'));
    const at = { line: 4, character: 0 };
    deepEqual(location, { uri: uri('20260728_meeting_notes.md'), range: { start: at, end: at } });
    rmSync(join(root, 'docs', '20260728_meeting_notes.md'));
    equal(await ask('textDocument/definition', place('last time')), null);
    equal(await ask('textDocument/definition', place('pull/209')), null);
  });

  it('knows an open note by the spelling of its editor', async () => {
    await start(plainClient);
    const spelled = uri('20260728_meeting_notes.md').replace('2026', '%32026');
    await session.open(spelled, `\n${earlier}`);
    const location = await ask<Location>('textDocument/definition', place('last time'));
    equal(location.uri, spelled);
    equal(location.range.start.line, 5);
  });

  it('that knows code action literals gets them', async () => {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } };
    const diagnostics = await start({ workspace: { applyEdit: true }, textDocument: { codeAction } });
    const { codeActionProvider, executeCommandProvider } = session.initialized.capabilities;
    ok(typeof codeActionProvider === 'object');
    deepEqual(executeCommandProvider, { commands: ['officeHours.insertReference', ...neighbours] });
    for (const action of (await actionsAt('TODO: write', diagnostics)) as CodeAction[])
      ok(action.edit && action.kind);
  });

  for (const applied of [true, false]) {
    it(`that knows commands alone is sent the edit, which it ${applied ? 'applies' : 'refuses'}`, async () => {
      const edits: ApplyWorkspaceEditParams[] = [];
      const diagnostics = await start({ workspace: { applyEdit: true } }, {}, (params) => {
        edits.push(params);
        return { applied, ...(!applied && { failureReason: 'read-only' }) };
      });
      const { codeActionProvider, executeCommandProvider } = session.initialized.capabilities;
      equal(codeActionProvider, true);
      deepEqual(executeCommandProvider, {
        commands: ['officeHours.applyEdit', 'officeHours.insertReference', ...neighbours],
      });
      const [command] = (await actionsAt('TODO: write', diagnostics)) as Command[];
      deepEqual(Object.keys(command!).sort(), ['arguments', 'command', 'title']);
      const run = { command: command!.command, arguments: command!.arguments };
      equal(await ask('workspace/executeCommand', run), null);
      equal(edits[0]?.label, command!.title);
      ok(edits[0]?.edit.changes?.[uri()]?.length);
      equal(
        session.log.some((line) => line.includes('read-only')),
        !applied,
      );
      for (const wrong of [{ command: 'rm' }, { command: command!.command, arguments: ['x'] }])
        equal(await ask('workspace/executeCommand', wrong), null);
      equal(edits.length, 1);
    });
  }

  it('that pulls but cannot be told to pull again is pushed to', async () => {
    await start({ textDocument: { diagnostic: {}, publishDiagnostics: {} } });
    equal(session.initialized.capabilities.diagnosticProvider, undefined);
  });

  it('is shown plain text where it takes that, as it may show entities as they are', async () => {
    const contentFormat = ['markdown' as const, 'plaintext' as const];
    await start({ textDocument: { hover: { contentFormat } } });
    const { contents } = await ask<Hover>('textDocument/hover', place('pull/209'));
    ok(typeof contents === 'object' && 'kind' in contents);
    equal(contents.kind, 'plaintext');
    ok(!contents.value.includes('&#'), contents.value);
  });

  it('that only pulls, pulls', async () => {
    session = await startSession({ textDocument: { diagnostic: {} } }, { host: { clock } });
    ok(session.initialized.capabilities.diagnosticProvider);
  });

  it('hears nothing that it would not know', async () => {
    await start(plainClient, { ...noFolder, rootPath: root });
    await until('the notes', () => session.log.some((line) => line.startsWith('Read 1 of 2')));
    await ask<CompletionList>('textDocument/completion', place('PR #\n', 4));
    await ask<Hover>('textDocument/hover', place('pull/209'));
    await until('GitHub’s answer', () => github.requests.length > 0);
    await ask<CompletionList>('textDocument/completion', place('PR #\n', 4));
    deepEqual(
      heard.filter((method) => !everybodyKnows.has(method)),
      [],
    );
  });
});
