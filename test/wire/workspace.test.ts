import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type DocumentDiagnosticReport,
  FileChangeType,
  LSPErrorCodes,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import type { Files } from '../../server/core/ports.ts';
import { filesByNode } from '../../server/host/byNode.ts';
import { listMarkdown, newNote, readFiles } from '../../shared/protocol.ts';
import { newNoteStep, proposalsOf } from '../helpers/newNote.ts';
import { pullClient, type Session, startSession, until } from '../helpers/session.ts';
import { eventually } from '../helpers/until.ts';

const clock = { now: () => Date.now(), today: () => '2026-02-05' };

function note(date: string, text = ''): string {
  return `# widget office hours ${date}\n\nYouTube: https://youtu.be/x\n\n## Highlights since the last meeting\n\n${text}\n`;
}

describe('workspace', () => {
  let root: string;
  let session: Session | undefined;

  const uri = (path: string) => pathToFileURL(join(root, path)).href;
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const start = async (folders = [''], files: Files = filesByNode) => {
    const workspaceFolders = folders.map((path) => ({ uri: uri(path), name: path }));
    session = await startSession(pullClient, { host: { clock, files }, params: { workspaceFolders } });
    return session;
  };
  /** The next date, as the notes that the server knows suggest it, and why. */
  const proposal = async (folder = '') => {
    const proposals = await proposalsOf(session!.client, { folder: uri(folder) });
    const next = proposals.find(({ kind }) => kind === 'next');
    return next && `${next.date} ${next.reason}`;
  };
  const prepare = (date: string, folder: string | null = uri('')) =>
    newNoteStep(session!.client, { folder, date });

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-')));
    write('docs/2026-01-06.md', note('2026-01-06'));
    write('docs/2026-01-20.md', note('2026-01-20', 'ada: hello'));
  });
  afterEach(async () => {
    await session?.close();
    session = undefined;
    rmSync(root, { recursive: true, force: true });
  });

  it('learns the cadence of the notes on disk', async () => {
    await start();
    equal((await proposal())?.slice(0, 10), '2026-02-17');
    ok(
      session!.log.some((line) => line.startsWith('Read 2 of 2 Markdown files')),
      session!.log.join('\n'),
    );
  });

  it('knows the note that is open better than its file, and the file when it is closed', async () => {
    await start();
    const unsaved = uri('docs/2026-02-03.md');
    deepEqual((await prepare('2026-02-03')).kind, 'ready');
    await session!.open(unsaved, note('2026-02-03'));
    deepEqual(await prepare('2026-02-03'), { kind: 'exists', uri: unsaved });
    await session!.client.sendNotification('textDocument/didClose', { textDocument: { uri: unsaved } });
    equal((await prepare('2026-02-03')).kind, 'ready');
  });

  it('follows files that come, change and go (acceptance 32)', async () => {
    await start();
    const { client } = session!;
    const tell = (path: string, type: FileChangeType) =>
      client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(path), type }] });
    write('docs/2026-02-03.md', note('2026-02-03'));
    await tell('docs/2026-02-03.md', FileChangeType.Created);
    equal((await prepare('2026-02-03')).kind, 'exists');
    rmSync(join(root, 'docs/2026-02-03.md'));
    await tell('docs/2026-02-03.md', FileChangeType.Deleted);
    equal((await prepare('2026-02-03')).kind, 'ready');
    // A note that is told of but gone leaves no ghost.
    await tell('docs/2026-02-03.md', FileChangeType.Changed);
    equal((await prepare('2026-02-03')).kind, 'ready');
  });

  it('follows whole folders (acceptance 32)', async () => {
    await start();
    const { client } = session!;
    equal((await proposal())?.slice(0, 10), '2026-02-17');
    renameSync(join(root, 'docs'), join(root, 'meetings'));
    await client.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: uri('docs'), newUri: uri('meetings') }],
    });
    const prepared = await prepare('2026-03-03');
    equal(prepared.kind === 'ready' && prepared.uri, uri('meetings/2026-03-03.md'));
    rmSync(join(root, 'meetings'), { recursive: true });
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('meetings'), type: FileChangeType.Deleted }],
    });
    const anew = await prepare('2026-03-03');
    equal(anew.kind === 'ready' && anew.uri, uri('docs/office-hours/20260303_meeting_notes.md'));
  });

  describe('a folder that is new, of which the editor tells a part', () => {
    const query = 'widget office hours 2026-03-03';
    const isFound = () =>
      eventually(
        'its note',
        () => session!.client.sendRequest<readonly SymbolInformation[]>('workspace/symbol', { query }),
        (symbols) => symbols.some(({ name }) => name === `# ${query}`),
      );
    const startAndRead = async (files?: Files) => {
      const { log } = await start([''], files);
      await until('the notes to be read', () => log.some((line) => line.startsWith('Read 2 of 2')));
    };
    const created = (...paths: string[]) =>
      session!.client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: paths.map((path) => ({ uri: uri(path), type: FileChangeType.Created })),
      });

    it('is read when its own name is told', async () => {
      await startAndRead();
      write('docs/later/spring/2026-03-03.md', note('2026-03-03'));
      await created('docs/later');
      await isFound();
    });

    it('is read with its template', async () => {
      await startAndRead();
      write(
        'club/.office-hours/club.md',
        '---\nfile: Club-{D}-{MMMM}-{YYYY}.md\n---\n\n# Club {D} {MMMM} {YYYY}\n',
      );
      write('club/Club-3-March-2026.md', '# Club 3 March 2026\n');
      await created('club');
      await eventually(
        'the template',
        () => newNoteStep(session!.client, { folder: uri('club'), date: '2026-03-10' }),
        (step) => step.kind === 'ready' && Boolean(step.uri?.endsWith('/Club-10-March-2026.md')),
      );
    });

    it('is read when one of its files is told', async () => {
      await startAndRead();
      write('docs/later/2026-03-03.md', note('2026-03-03'));
      write('docs/later/2026-03-17.md', note('2026-03-17'));
      await created('docs/later/2026-03-17.md');
      await isFound();
    });

    it('is read when one of its files is opened', async () => {
      await startAndRead();
      write('docs/later/2026-03-03.md', note('2026-03-03'));
      write('docs/later/2026-03-17.md', note('2026-03-17'));
      await session!.open(uri('docs/later/2026-03-17.md'), note('2026-03-17'));
      await isFound();
    });

    it('is listed once, and nothing that is no folder of notes', async () => {
      const listed: string[] = [];
      const files: Files = {
        ...filesByNode,
        listMarkdown(folder, limit) {
          listed.push(folder);
          return filesByNode.listMarkdown(folder, limit);
        },
      };
      await startAndRead(files);
      listed.length = 0;
      write('docs/later/2026/2026-03-03.md', note('2026-03-03'));
      await created(
        'docs/picture.png',
        'node_modules/left-pad',
        '.cache/pages',
        'docs/later/2026/2026-03-03.md',
        'docs/later/2026',
        'docs/later',
      );
      await isFound();
      deepEqual(listed, [uri('docs/later')]);
    });
  });

  it('follows workspace folders that are added and removed', async () => {
    write('other/notes/2026-01-07_minutes.md', note('2026-01-07'));
    await start(['docs']);
    const added = [{ uri: uri('other'), name: 'other' }];
    await session!.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added, removed: [] },
    });
    await until('the folder', () => session!.log.some((line) => line.includes('/other ')));
    const prepared = await prepare('2026-01-07', uri('other'));
    deepEqual(prepared, { kind: 'exists', uri: uri('other/notes/2026-01-07_minutes.md') });
    await session!.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: added },
    });
    await until('it to be gone', () => session!.refreshes > 0);
    const after = await prepare('2026-01-07', null);
    equal(after.kind, 'ready');
  });

  it('takes the folder of the settings for the notes’, as soon as it is set', async () => {
    write('plans/next.md', '# What we want\n\nTODO: write\n');
    await start();
    await session!.open(uri('plans/next.md'), '# What we want\n\nTODO: write\n');
    const codes = async () => {
      const report = await session!.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: uri('plans/next.md') },
      });
      return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    };
    deepEqual(await codes(), []);
    const before = session!.refreshes;
    session!.settings.set(uri(''), { notes: { folder: './plans/' } });
    await session!.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    // One that the first reading of the folder has caused may come before it.
    await eventually('the note', codes, (found) => found.includes('todo-owner-missing'));
    await until('a refresh', () => session!.refreshes > before);
    const prepared = await prepare('2026-03-03');
    ok(prepared.kind === 'ready' && prepared.uri?.startsWith(uri('plans/')), JSON.stringify(prepared));
  });

  it('keeps the notes’ folder inside the workspace folder', async () => {
    await start();
    session!.settings.set(uri(''), { notes: { folder: '../elsewhere' } });
    await session!.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until('a refresh', () => session!.refreshes > 0);
    equal((await prepare('2026-03-03')).kind, 'refused');
  });

  it('reads through the client what only the client can read', async () => {
    const folder = 'vscode-vfs://github/acme/widget';
    const files = new Map([[`${folder}/docs/2026-01-06.md`, note('2026-01-06')]]);
    session = await startSession(pullClient, {
      host: { clock },
      params: {
        workspaceFolders: [{ uri: folder, name: 'widget' }],
        initializationOptions: { filesByClient: true },
      },
      onConnect(client) {
        client.onRequest(listMarkdown, () => [...files.keys()]);
        client.onRequest(readFiles, ({ uris }: { uris: string[] }) =>
          uris.map((each) => {
            const text = files.get(each);
            return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
          }),
        );
      },
    });
    deepEqual(await prepare('2026-01-06', folder), { kind: 'exists', uri: `${folder}/docs/2026-01-06.md` });
    const fresh = await prepare('2026-01-20', folder);
    equal(fresh.kind === 'ready' && fresh.uri, `${folder}/docs/2026-01-20.md`);
  });

  it('does without files when nobody can read them', async () => {
    session = await startSession(pullClient, {
      host: { clock },
      params: { workspaceFolders: [{ uri: 'vscode-vfs://github/acme/widget', name: 'widget' }] },
    });
    equal((await prepare('2026-01-06', 'vscode-vfs://github/acme/widget')).kind, 'ready');
    deepEqual(
      session.log.filter((line) => line.includes('Error')),
      [],
    );
  });

  it('is quiet while nothing is asked of it, and asks for one refresh when it has read', async () => {
    await start();
    await proposal();
    await until('a refresh', () => session!.refreshes > 0);
    equal(session!.refreshes, 1);
  });

  describe('a new note while the notes are being read', () => {
    /** The disk, with a list of files that is not given before `release`. */
    const held = () => {
      let release = (): void => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      const files: Files = {
        listMarkdown: async (folder, most) => {
          await gate;
          return filesByNode.listMarkdown(folder, most);
        },
        read: filesByNode.read,
      };
      return { files, release };
    };

    it('waits for them, however long they take, and begins beside them', async () => {
      const { files, release } = held();
      await start([''], files);
      const prepared = prepare('2026-02-03');
      const slow = new Promise<'slow'>((resolve) => setTimeout(() => resolve('slow'), 1_800));
      equal(await Promise.race([prepared, slow]), 'slow');
      release();
      const step = await prepared;
      equal(step.kind === 'ready' && step.uri, uri('docs/2026-02-03.md'));
    });

    it('is cancelled at once', async () => {
      const { files, release } = held();
      await start([''], files);
      const source = new CancellationTokenSource();
      const params = { folder: uri(''), target: null };
      const asked = session!.client.sendRequest(newNote, params, source.token);
      source.cancel();
      await rejects(asked, { code: LSPErrorCodes.RequestCancelled });
      release();
    });

    it('is refused where not all files could be listed', async () => {
      const broken: Files = {
        listMarkdown: () => Promise.reject(new Error('no network')),
        read: filesByNode.read,
      };
      await start([''], broken);
      const step = await prepare('2026-02-03');
      match(step.kind === 'refused' ? step.message : step.kind, /could not all be read/);
    });
  });

  it('ends what it is doing at shutdown', async () => {
    let reads = 0;
    const slow: Files = {
      listMarkdown: async () =>
        Array.from({ length: 1_000 }, (_, index) => uri(`docs/${index}_2026-01-06.md`)),
      read: async (uris) => {
        reads++;
        await new Promise((resolve) => setTimeout(resolve, 1));
        return uris.map(() => ({ kind: 'text', text: note('2026-01-06') }));
      },
    };
    await start([''], slow);
    await until('the first read', () => reads > 0);
    await session!.client.sendRequest('shutdown');
    const after = reads;
    await new Promise((resolve) => setTimeout(resolve, 20));
    ok(reads <= after + 1, `${reads - after} reads after shutdown`);
    session!.client.dispose();
    session = undefined;
  });
});
