import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentLink,
  InitializeParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../server/core/ports.ts';
import { filesByNode } from '../../server/host/byNode.ts';
import { remotesByNode } from '../../server/host/gitRemotes.ts';
import { pullClient, type Session, startSession, until } from '../helpers/session.ts';
import { eventually } from '../helpers/until.ts';

const clock = { now: () => Date.parse('2026-02-04T12:00:00Z'), today: () => '2026-02-04' };
const configFor = (name: string) => `[remote "origin"]\n\turl = https://github.com/octo/${name}\n`;

function noteOf(project: string, date: string, body: string): string {
  return `# ${project} office hours ${date}\n\n## Highlights since the last meeting\n\n${body}\n`;
}

describe('odd workspaces', () => {
  let root: string;
  let session: Session;
  const uri = (path: string) => pathToFileURL(join(root, path)).href;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-odd-')));
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true });
  });

  async function start(params: Partial<InitializeParams>, files: Files = filesByNode): Promise<void> {
    session = await startSession(pullClient, { host: { clock, files, remotes: remotesByNode }, params });
  }
  const folders = (...paths: string[]): Partial<InitializeParams> => ({
    workspaceFolders: paths.map((path) => ({ uri: path.includes(':') ? path : uri(path), name: path })),
  });
  const read = (times: number) =>
    until('the notes', () => session.log.filter((line) => line.startsWith('Read ')).length >= times);
  const ask = <R>(method: string, document: string, more: object = {}) =>
    session.client.sendRequest<R>(method, { textDocument: { uri: document }, ...more });

  /** Where the document's references lead, once it is known what `#1` means there. */
  async function targets(document: string): Promise<(string | undefined)[]> {
    const links = () => ask<DocumentLink[] | null>('textDocument/documentLink', document);
    const found = await eventually('links', links, (given) => given !== null && given.length > 0);
    return found!.map(({ target }) => target);
  }
  async function problems(document: string): Promise<Diagnostic[]> {
    const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', document);
    return report.kind === 'full' ? report.items : [];
  }
  async function people(document: string, text: string): Promise<string[]> {
    const position = TextDocument.create(document, 'markdown', 1, text).positionAt(text.indexOf('TODO(') + 5);
    const list = await ask<CompletionList | null>('textDocument/completion', document, { position });
    return list?.items.map(({ label }) => label) ?? [];
  }
  const promise = '* see #7\n* TODO(): write';

  it('several folders: each has its own repository and people, though the files have the same names (acceptance 33)', async () => {
    for (const [name, who] of [
      ['kite', 'ada: hello'],
      ['lamp', 'grace: hello'],
    ] as const) {
      write(`${name}/.git/config`, configFor(name));
      write(`${name}/docs/20260106_meeting_notes.md`, noteOf(name, '2026-01-06', who));
    }
    await start(folders('kite', 'lamp'));
    await read(2);
    for (const [name, known, other] of [
      ['kite', 'ada', 'grace'],
      ['lamp', 'grace', 'ada'],
    ] as const) {
      const text = noteOf(name, '2026-02-03', promise);
      const document = uri(`${name}/docs/20260203_meeting_notes.md`);
      await session.open(document, text);
      deepEqual(await targets(document), [`https://github.com/octo/${name}/issues/7`]);
      const offered = await people(document, text);
      ok(offered.includes(known) && !offered.includes(other), offered.join());
    }
  });

  it('a folder in a folder: a note belongs to the inner one', async () => {
    write('.git/config', configFor('outer'));
    write('parts/inner/.git/config', configFor('inner'));
    await start(folders('', 'parts/inner'));
    session.settings.set(uri('parts/inner'), { repository: 'octo/set' });
    await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until('a refresh', () => session.refreshes > 0);
    const document = uri('parts/inner/docs/20260203_meeting_notes.md');
    await session.open(document, noteOf('kite', '2026-02-03', '* see #7'));
    deepEqual(await targets(document), ['https://github.com/octo/set/issues/7']);
  });

  it('no folder: a note is known by its title, and its repository by the clone it is in', async () => {
    write('.git/config', configFor('kite'));
    await start({ workspaceFolders: null });
    const document = uri('docs/20260203_meeting_notes.md');
    await session.open(document, noteOf('kite', '2026-02-03', promise));
    deepEqual(await targets(document), ['https://github.com/octo/kite/issues/7']);
    ok((await problems(document)).some(({ code }) => code === 'todo-owner-missing'));
  });

  it('an untitled note: checked, completed and fixed, but it has no name that could be wrong (acceptance 34)', async () => {
    await start({ workspaceFolders: null });
    const document = 'untitled:Untitled-1';
    const text = noteOf('kite', '2026-02-03', `grace: hello\n${promise}`);
    await session.open(document, text);
    const found = await problems(document);
    ok(found.some(({ code }) => code === 'todo-owner-missing'));
    ok(!found.some(({ code }) => code === 'title-date-mismatch'));
    ok((await people(document, text)).includes('grace'));
    const { range } = found.find(({ code }) => code === 'todo-owner-missing')!;
    const context = { diagnostics: [] };
    const actions = await ask<CodeAction[]>('textDocument/codeAction', document, { range, context });
    for (const { edit } of actions)
      deepEqual(
        edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.uri),
        [document],
      );
    ok(actions.length > 0);
  });

  it('a worktree and a submodule: each the repository that git says (acceptance 33)', async () => {
    write('clone/.git/config', configFor('kite'));
    write('clone/.git/worktrees/tree/commondir', '../..\r\n');
    write('tree/.git', 'gitdir: ../clone/.git/worktrees/tree\r\n');
    write('clone/.git/modules/notes/config', configFor('minutes'));
    write('clone/notes/.git', 'gitdir: ../.git/modules/notes\n');
    await start(folders('clone', 'tree'));
    for (const [path, name] of [
      ['tree/docs/20260203_meeting_notes.md', 'kite'],
      ['clone/docs/20260203_meeting_notes.md', 'kite'],
      ['clone/notes/20260203_meeting_notes.md', 'minutes'],
    ] as const) {
      await session.open(uri(path), noteOf('kite', '2026-02-03', '* see #7'));
      deepEqual(await targets(uri(path)), [`https://github.com/octo/${name}/issues/7`], path);
    }
  });

  it('a folder that is a link: its notes are known as they are opened', async () => {
    write('real/.git/config', configFor('kite'));
    write('real/docs/20260106_meeting_notes.md', noteOf('kite', '2026-01-06', 'ada: hello'));
    symlinkSync(join(root, 'real'), join(root, 'link'));
    await start(folders('link'));
    await read(1);
    const text = noteOf('kite', '2026-02-03', promise);
    const document = uri('link/docs/20260203_meeting_notes.md');
    await session.open(document, text);
    deepEqual(await targets(document), ['https://github.com/octo/kite/issues/7']);
    ok((await people(document, text)).includes('ada'));
  });

  for (const folder of ['file:///C:/Notes', 'file:///c%3A/Notes/', 'file://FILES/team/Notes']) {
    it(`on Windows, whoever spells it how: ${folder}`, async () => {
      const listed = folder.startsWith('file:///') ? 'file:///C:/Notes' : 'file://files/team/Notes';
      const opened = listed.replace('C:', 'c%3A');
      const files: Files = {
        listMarkdown: async () => [`${listed}/My%20Minutes/2026-01-06.md`],
        read: async (uris) =>
          uris.map(() => ({ kind: 'text', text: noteOf('kite', '2026-01-06', 'ada: hello') })),
      };
      await start(folders(folder), files);
      session.settings.set(folder, { notes: { folder: 'My Minutes\\' }, repository: 'octo/kite' });
      await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await until('a refresh', () => session.refreshes > 0);
      // Without a title of its own, it is a note by its folder alone.
      const text = `${promise}\n`.replaceAll('\n', '\r\n');
      const document = `${opened}/My%20Minutes/2026-02-03.md`;
      await session.open(document, text);
      deepEqual(await targets(document), ['https://github.com/octo/kite/issues/7']);
      ok((await people(document, text)).includes('ada'));
      const found = await problems(document);
      equal(found.find(({ code }) => code === 'todo-owner-missing')?.range.start.line, 1);
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const actions = await ask<CodeAction[]>('textDocument/codeAction', document, {
        range,
        context: { diagnostics: [] },
      });
      const added = actions
        .flatMap(({ edit }) => edit?.documentChanges ?? [])
        .map((change) => JSON.stringify(change));
      ok(added.length > 0);
      for (const change of added) ok(!/(?<!\\r)\\n/.test(change), `a bare line feed: ${change}`);
    });
  }
});
