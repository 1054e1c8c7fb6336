import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type CompletionList,
  type DocumentDiagnosticReport,
  type DocumentLink,
  FileChangeType,
  type Hover,
} from 'vscode-languageserver/node';
import { filesByNode } from '../../server/host/byNode.ts';
import { addDays } from '../../shared/calendar.ts';
import {
  describeNote,
  findNotesFolders,
  type NoteDescription,
  type NotesFoldersResult,
  type TemplatesParams,
  templatesChanged,
} from '../../shared/protocol.ts';
import { meetingsOf } from '../helpers/newNote.ts';
import { pullClient, type Session, startSession, until } from '../helpers/session.ts';

const clock = { now: () => Date.now(), today: () => '2026-02-05' };

const templateText = (heading: string, ...frontMatter: string[]): string =>
  ['---', 'notes: calls/**', ...frontMatter, '---', '# Call $1', '', `## ${heading}`, ''].join('\n');

const noteText = '# Call 2026-01-06\n\n## Updates\n\n* #7 is ready\n';

describe('template files over the wire', () => {
  let root: string;
  let session: Session;
  const told: TemplatesParams[] = [];

  const uri = (path: string) => pathToFileURL(join(root, path)).href;
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const start = async ({ workspaceFolders = [{ uri: uri(''), name: 'w' }] } = {}) => {
    told.length = 0;
    session = await startSession(pullClient, {
      host: { clock, files: filesByNode },
      // As our own client says it.
      params: { workspaceFolders, initializationOptions: { filesByClient: false } },
      onConnect(client) {
        client.onNotification(templatesChanged, (params: TemplatesParams) => void told.push(params));
      },
    });
  };
  /** Codes and messages of an open document. */
  const problems = async (path: string): Promise<string[]> => {
    const params = { textDocument: { uri: uri(path) } };
    const report = await session.client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      params,
    );
    return report.kind === 'full' ? report.items.map(({ code, message }) => `${code}: ${message}`) : [];
  };
  const missing = async (path = 'calls/2026-01-06.md'): Promise<string[]> =>
    (await problems(path)).filter((problem) => problem.startsWith('section-missing'));
  const change = (path: string, version: number, text: string) =>
    session.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri(path), version },
      contentChanges: [{ text }],
    });
  const meetings = (folder = '') =>
    meetingsOf(session.client, { folder: uri(folder), document: uri('calls/2026-01-06.md') });
  const untilMissing = async (count: number): Promise<void> => {
    let found = -1;
    await until(`${count} missing sections`, () => {
      void missing().then((each) => {
        found = each.length;
      });
      return found === count;
    });
  };

  const described = (path: string) =>
    session.client.sendRequest<NoteDescription | null>(describeNote, { uri: uri(path) });

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-')));
    write('calls/2026-01-06.md', noteText);
    write('.office-hours/call.md', templateText('Agenda', 'project: lantern', 'every: Tuesday'));
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('are in no folder for a note that was never saved', async () => {
    await start();
    const untitled = 'untitled:Untitled-1';
    await session.open(untitled, '# lantern office hours 2026-01-06\n\n## Highlights\n');
    const found = await session.client.sendRequest<NoteDescription | null>(describeNote, { uri: untitled });
    equal(found?.folder, null);
  });

  it('are named as what a note is checked by, from their first day on', async () => {
    for (const week of [0, 1, 2, 3]) {
      const date = addDays('2025-12-02', 7 * week);
      write(`calls/${date}.md`, `# Call ${date}\n\n## Talk\n`);
      write(`other/${date}.md`, `# Other call ${date}\n\n## Talk\n`);
    }
    write('README.md', '# Nothing of a note\n');
    write('.office-hours/call.md', templateText('Agenda', 'since: 2026-01-01'));
    await start();
    const template = uri('.office-hours/call.md');
    for (const [path, checkedBy, folder, file] of [
      ['calls/2026-01-06.md', 'Template call.md since 2026-01-01', 'calls', template],
      ['calls/2025-12-23.md', 'Learned from 3 notes', 'calls', template],
      ['other/2025-12-23.md', 'Learned from 3 notes', 'other', null],
    ] as const) {
      await session.open(uri(path), readFileSync(join(root, path), 'utf8'));
      const description =
        folder === 'calls' ? '5 notes, the latest of 2026-01-06' : '4 notes, the latest of 2025-12-23';
      const notesFolder = { path: folder, description };
      const expected = { checkedBy, folder: uri(folder), notesFolder, template: file };
      deepEqual(await described(path), expected, path);
    }
    const found = await session.client.sendRequest<NotesFoldersResult>(findNotesFolders, { folder: uri('') });
    deepEqual(found.folders, [
      { path: 'calls', description: '5 notes, the latest of 2026-01-06' },
      { path: 'other', description: '4 notes, the latest of 2025-12-23' },
    ]);
    await session.open(uri('README.md'), '# Nothing of a note\n');
    equal(await described('README.md'), null);
    equal(await described('calls/2025-12-02.md'), null, 'not open');
  });

  it('say what a note must have', async () => {
    await start();
    await meetings();
    await session.open(uri('calls/2026-01-06.md'), noteText);
    const found = await missing();
    equal(found.length, 1);
    match(found[0]!, /Agenda/);
  });

  it('go for the open notes with each key that is typed into them', async () => {
    await start();
    await meetings();
    await session.open(uri('calls/2026-01-06.md'), noteText);
    await session.open(uri('.office-hours/call.md'), templateText('Agenda'));
    equal((await missing()).length, 1);
    await change('.office-hours/call.md', 2, templateText('Updates'));
    equal((await missing()).length, 0);
    await change('.office-hours/call.md', 3, templateText('Decisions'));
    match((await missing())[0]!, /Decisions/);
  });

  it('stay as they were while they are broken, and the client is told where', async () => {
    await start();
    await meetings();
    await session.open(uri('calls/2026-01-06.md'), noteText);
    const broken = '---\nnotes: calls/**\nevery: [\n---\n# Call\n\n## Updates\n';
    await session.open(uri('.office-hours/call.md'), broken);
    match((await missing())[0]!, /Agenda/);
    await until('the broken template to be told of', () => told.length > 0);
    const [first] = told[0]!.broken;
    equal(first?.name, '.office-hours/call.md');
    equal(first?.uri, uri('.office-hours/call.md'));
    await change('.office-hours/call.md', 2, templateText('Updates'));
    equal((await missing()).length, 0);
    await until('the mended template to be told of', () => told.at(-1)?.broken.length === 0);
  });

  it('are read again when their files change, and forgotten when they go', async () => {
    await start();
    await meetings();
    await session.open(uri('calls/2026-01-06.md'), noteText);
    const event = (type: FileChangeType) =>
      session.client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('.office-hours/call.md'), type }],
      });
    write('.office-hours/call.md', templateText('Updates'));
    await event(FileChangeType.Changed);
    await untilMissing(0);
    write('.office-hours/call.md', templateText('Decisions'));
    await event(FileChangeType.Changed);
    await untilMissing(1);
    rmSync(join(root, '.office-hours'), { recursive: true });
    await event(FileChangeType.Deleted);
    // Without it nothing says that this is a note.
    await untilMissing(0);
  });

  it('go by what the editor has open, be it from before the folders were known', async () => {
    await start();
    await session.open(uri('.office-hours/call.md'), templateText('Decisions'));
    await session.open(uri('calls/2026-01-06.md'), noteText);
    await meetings();
    match((await missing())[0]!, /Decisions/);
  });

  it('go by what the editor has open when their folder joins the workspace', async () => {
    const elsewhere = uri('');
    await start({ workspaceFolders: [] });
    await session.open(uri('.office-hours/call.md'), templateText('Decisions'));
    await session.open(uri('calls/2026-01-06.md'), noteText);
    await session.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: elsewhere, name: 'w' }], removed: [] },
    });
    await untilMissing(1);
    match((await missing())[0]!, /Decisions/);
  });

  it('are found when only their folder is told of, and go for notes beside it', async () => {
    rmSync(join(root, '.office-hours'), { recursive: true });
    write('calls/plain.md', '# Plain\n');
    await start();
    equal((await meetings()).length, 0);
    await session.open(uri('calls/2026-01-06.md'), noteText);
    write('.office-hours/call.md', templateText('Agenda', 'project: lantern'));
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('.office-hours'), type: FileChangeType.Created }],
    });
    await untilMissing(1);
    deepEqual(
      (await meetings()).map(({ name }) => name),
      ['call'],
    );
  });

  it('are not looked for again when files of other kinds change', async () => {
    await start();
    const scans = () => session.log.filter((line) => line.includes('Markdown files below')).length;
    await meetings();
    const before = scans();
    ok(before > 0, session.log.join());
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('calls/picture.png'), type: FileChangeType.Changed }],
    });
    await meetings();
    equal(scans(), before);
  });

  describe('above the workspace folder', () => {
    const calls = () => [{ uri: uri('calls'), name: 'calls' }];

    beforeEach(() => write('.git/HEAD', 'ref: refs/heads/main\n'));

    it('go for its notes when they are of the same repository', async () => {
      await start({ workspaceFolders: calls() });
      deepEqual(
        (await meetings('calls')).map(({ name }) => name),
        ['call'],
      );
      await session.open(uri('calls/2026-01-06.md'), noteText);
      match((await missing())[0]!, /Agenda/);
    });

    it('go for none when they are not', async () => {
      rmSync(join(root, '.git'), { recursive: true });
      await start({ workspaceFolders: calls() });
      deepEqual(await meetings('calls'), []);
      await session.open(uri('calls/2026-01-06.md'), noteText);
      deepEqual(await missing(), []);
    });

    it('are followed in the editor, be they open first, and read again once closed', async () => {
      await start({ workspaceFolders: calls() });
      await session.open(uri('.office-hours/call.md'), templateText('Decisions'));
      await session.open(uri('calls/2026-01-06.md'), noteText);
      await meetings('calls');
      match((await missing())[0]!, /Decisions/);
      await change('.office-hours/call.md', 2, templateText('Updates'));
      equal((await missing()).length, 0);
      await session.client.sendNotification('textDocument/didClose', {
        textDocument: { uri: uri('.office-hours/call.md') },
      });
      await untilMissing(1);
      match((await missing())[0]!, /Agenda/);
    });

    it('are forgotten with the workspace folder', async () => {
      await start({ workspaceFolders: calls() });
      await session.open(uri('calls/2026-01-06.md'), noteText);
      await meetings('calls');
      equal((await missing()).length, 1);
      await session.client.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: calls() },
      });
      await untilMissing(0);
    });
  });

  it('make a note of what no name would: any file that they claim', async () => {
    write('calls/plain.md', '# Plain\n');
    await start();
    await meetings();
    await session.open(uri('calls/plain.md'), '# Plain\n');
    match((await missing('calls/plain.md'))[0]!, /Agenda/);
  });

  it('say what a bare number means', async () => {
    write('.office-hours/call.md', templateText('Updates', 'repository: lantern-org/lantern'));
    await start();
    await meetings();
    await session.open(uri('calls/2026-01-06.md'), noteText);
    const links = await session.client.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: uri('calls/2026-01-06.md') },
    });
    deepEqual(
      links.map(({ target }) => target),
      ['https://github.com/lantern-org/lantern/issues/7'],
    );
  });

  it('are listed as meetings, the open note’s own first', async () => {
    write('.office-hours/board.md', '---\nnotes: board/*.md\n---\n# Board\n');
    await start();
    deepEqual(
      (await meetings()).map(({ name, description }) => [name, description]),
      [
        ['call', 'lantern · every Tuesday · calls'],
        ['board', 'board'],
      ],
    );
  });

  it('are no notes themselves', async () => {
    await start();
    await meetings();
    await session.open(uri('.office-hours/call.md'), templateText('Agenda'));
    deepEqual(await missing('.office-hours/call.md'), []);
  });

  describe('are helped with as they are written', () => {
    const wrong = '---\nnotse: calls/**\nevery: Tuesday\n---\n# Call\n\n## Updates\n<!-- \n';
    const textDocument = () => ({ uri: uri('.office-hours/call.md') });

    it('by what is wrong, and a fix for it', async () => {
      await start();
      await meetings();
      await session.open(uri('.office-hours/call.md'), wrong);
      const found = await problems('.office-hours/call.md');
      equal(found.length, 1);
      match(found[0]!, /^template-key: .*"notse".*notes/);
      const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
      const params = { textDocument: textDocument(), range, context: { diagnostics: [] } };
      const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', params);
      equal(actions.length, 1);
      match(JSON.stringify(actions[0]?.edit), /"newText":"notes"/);
    });

    it('by a glob that finds nothing, once the notes have been read', async () => {
      const text = templateText('Updates').replace('calls/**', 'call/**');
      write('.office-hours/call.md', text);
      await start();
      await meetings();
      await session.open(uri('.office-hours/call.md'), text);
      await until('the glob to be told of', () => {
        void problems('.office-hours/call.md').then((each) => {
          found = each;
        });
        return found.length === 1;
      });
      match(found[0]!, /^template-glob: /);
    });
    let found: string[] = [];

    it('by keys and markers to choose from', async () => {
      await start();
      await meetings();
      await session.open(uri('.office-hours/call.md'), wrong);
      const labels = async (line: number, character: number): Promise<string[]> => {
        const params = { textDocument: textDocument(), position: { line, character } };
        const list = await session.client.sendRequest<CompletionList>('textDocument/completion', params);
        return list.items.map(({ label }) => label);
      };
      ok((await labels(1, 0)).includes('notes'));
      ok((await labels(7, 5)).some((label) => label.includes('optional')));
    });

    it('by what a key means and gives', async () => {
      await start();
      await meetings();
      await session.open(uri('.office-hours/call.md'), wrong);
      const params = { textDocument: textDocument(), position: { line: 2, character: 2 } };
      const hover = await session.client.sendRequest<Hover>('textDocument/hover', params);
      match(JSON.stringify(hover.contents), /2026-02-10/);
    });
  });
});
