import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CompletionList,
  DocumentSymbol,
  ShowDocumentParams,
  ShowMessageRequestParams,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { filesByNode } from '../../server/host/byNode.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import { plainClient, type Session, startSession } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };
const able: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  window: { showDocument: { support: true } },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};
const notes = {
  '20260714_meeting_notes.md': '# lantern office hours 2026-07-14\n\n## News\n\nnone\n',
  '20260728_meeting_notes.md':
    '# lantern office hours 2026-07-28\n\n## News\n\n### Plugin loading\n\nlantern-project/lantern#205\n',
};

describe('what VS Code’s extension and its Markdown give, for a plain client', () => {
  let root: string;
  let github: GitHub;
  let session: Session;
  let edits: ApplyWorkspaceEditParams[];
  let shown: ShowDocumentParams[];
  let said: string[];
  let asked: ShowMessageRequestParams[];
  let answer: (question: ShowMessageRequestParams) => string | undefined;
  const uri = (name: string) => pathToFileURL(join(root, 'docs', name)).href;
  const latest = () => uri('20260728_meeting_notes.md');

  beforeEach(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-commands-')));
    mkdirSync(join(root, 'docs'));
    for (const [name, text] of Object.entries(notes)) writeFileSync(join(root, 'docs', name), text);
    github = await createGitHub({ repositories: lanternRepositories });
    [edits, shown, said, asked] = [[], [], [], []];
    answer = () => undefined;
  });
  afterEach(async () => {
    await session.close();
    await github.stop();
    rmSync(root, { recursive: true });
  });

  async function start(capabilities = able, initializationOptions?: object): Promise<void> {
    const node = githubByNode({ GITHUB_API_URL: github.url });
    ok(node.kind === 'ready');
    session = await startSession(capabilities, {
      host: {
        clock,
        files: filesByNode,
        github: { transport: node.github.transport, storage: new MemoryStorage() },
      },
      params: { rootUri: pathToFileURL(root).href, initializationOptions },
      onConnect(client) {
        client.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
          edits.push(params);
          return { applied: true };
        });
        client.onRequest('window/showDocument', (params: ShowDocumentParams) => {
          shown.push(params);
          return { success: true };
        });
        client.onNotification('window/showMessage', ({ message }) => {
          said.push(message);
        });
        client.onRequest('window/showMessageRequest', (params: ShowMessageRequestParams) => {
          asked.push(params);
          const title = answer(params);
          return title === undefined ? null : { title };
        });
      },
    });
    await session.open(latest(), notes['20260728_meeting_notes.md']);
  }

  const run = (command: string, argument?: object) =>
    session.client.sendRequest<unknown>('workspace/executeCommand', {
      command,
      ...(argument && { arguments: [argument] }),
    });

  describe('officeHours.previousNote and officeHours.nextNote', () => {
    it('show the note, and say where it is', async () => {
      await start();
      const previous = uri('20260714_meeting_notes.md');
      deepEqual(await run('officeHours.previousNote', { uri: latest() }), { uri: previous, line: 0 });
      deepEqual(await run('officeHours.nextNote', { uri: previous }), { uri: latest(), line: 0 });
      const at = { line: 0, character: 0 };
      deepEqual(
        shown,
        [previous, latest()].map((each) => ({
          uri: each,
          takeFocus: true,
          selection: { start: at, end: at },
        })),
      );
    });

    it('say where there is none, and what is no note', async () => {
      await start({});
      equal(await run('officeHours.nextNote', { uri: latest() }), null);
      equal(await run('officeHours.previousNote', { uri: uri('README.md') }), null);
      equal(await run('officeHours.previousNote'), null);
      deepEqual(said, [
        'Office Hours: There is no next note.',
        'Office Hours: This document is not a note of a series.',
        'Office Hours: This document is not a note of a series.',
      ]);
      // A client that shows no documents gets the place.
      deepEqual(await run('officeHours.previousNote', { uri: latest() }), {
        uri: uri('20260714_meeting_notes.md'),
        line: 0,
      });
      deepEqual(shown, []);
    });
  });

  describe('officeHours.newNote', () => {
    it('creates the next note and shows it', async () => {
      await start();
      const expected = uri('20260811_meeting_notes.md');
      equal(await run('officeHours.newNote'), expected);
      const [create, change] = edits[0]?.edit.documentChanges ?? [];
      deepEqual(create, {
        kind: 'create',
        uri: expected,
        options: { overwrite: false, ignoreIfExists: false },
      });
      ok(change && 'edits' in change && change.textDocument.uri === expected);
      match((change.edits[0] as { newText: string }).newText, /^# lantern office hours 2026-08-11\n/);
      deepEqual(shown, [{ uri: expected, takeFocus: true }]);
      deepEqual(said, []);
    });

    it('takes a day', async () => {
      await start();
      equal(await run('officeHours.newNote', { date: '2026-09-01' }), uri('20260901_meeting_notes.md'));
    });

    it('puts the meeting into the file of the others, and creates nothing', async () => {
      for (const name of Object.keys(notes)) rmSync(join(root, 'docs', name));
      const meeting = (day: string, who: string) => `## ${day}\n\n### Attendees\n\n* ${who}\n`;
      const text = `# Meetings\n\n${meeting('2026-07-14', 'Ada')}\n${meeting('2026-07-28', 'Tove')}`;
      writeFileSync(join(root, 'docs', 'meetings.md'), text);
      await start();
      const expected = uri('meetings.md');
      await session.client.sendNotification('textDocument/didClose', { textDocument: { uri: latest() } });
      await session.open(expected, text);
      equal(await run('officeHours.newNote', { date: '2026-08-11' }), expected);
      const end = { line: 13, character: 0 };
      deepEqual(edits[0]?.edit.documentChanges, [
        {
          textDocument: { uri: expected, version: 1 },
          edits: [{ range: { start: end, end }, newText: '\n## 2026-08-11\n\n### Attendees\n' }],
        },
      ]);
    });

    it('shows the note that is there already, and creates nothing', async () => {
      await start();
      equal(await run('officeHours.newNote', { date: '2026-07-28' }), latest());
      deepEqual(edits, []);
      deepEqual(shown, [{ uri: latest(), takeFocus: true }]);
    });

    for (const [name, argument, words] of [
      ['a day that is none', { date: '2026-13-01' }, /not a valid date/],
      ['a folder elsewhere', { target: 'file:///elsewhere' }, /not in the workspace folder/],
    ] as const) {
      it(`says what is wrong with ${name}`, async () => {
        await start();
        equal(await run('officeHours.newNote', argument), null);
        match(said.join(), words);
        deepEqual(edits, []);
      });
    }

    it('is for the series of the note in the editor, else asks which', async () => {
      mkdirSync(join(root, 'release'));
      for (const day of ['2026-07-14', '2026-07-28'])
        writeFileSync(join(root, 'release', `${day}.md`), `# Release meeting ${day}\n`);
      await start();
      answer = ({ actions = [] }) => actions.find(({ title }) => title.startsWith('release'))?.title;
      const expected = pathToFileURL(join(root, 'release', '2026-08-11.md')).href;
      equal(await run('officeHours.newNote'), expected);
      deepEqual(
        asked[0]?.actions?.map(({ title }) => title),
        ['docs (2 notes, the latest of 2026-07-28)', 'release (2 notes, the latest of 2026-07-28)'],
      );
      equal(await run('officeHours.newNote', { document: latest() }), uri('20260811_meeting_notes.md'));
      equal(asked.length, 1);
      answer = () => undefined;
      equal(await run('officeHours.newNote'), null);
    });

    it('is not offered to a client that creates no files', async () => {
      await start({ workspace: { applyEdit: true } });
      ok(!session.initialized.capabilities.executeCommandProvider?.commands.includes('officeHours.newNote'));
    });
  });

  describe('officeHours.insertReference', () => {
    const position = { line: 4, character: 0 };
    it('writes the one that a number names', async () => {
      await start();
      const inserted = await run('officeHours.insertReference', { uri: latest(), position, query: '#205' });
      match(String(inserted), /#205$/);
      const [change] = edits[0]?.edit.documentChanges ?? [];
      ok(change && 'edits' in change);
      deepEqual(change.edits, [{ range: { start: position, end: position }, newText: inserted }]);
      deepEqual(asked, []);
    });

    it('asks which one of several, and writes that', async () => {
      await start();
      answer = ({ actions = [] }) => actions[1]?.title;
      const inserted = await run('officeHours.insertReference', { uri: latest(), position, query: 'rules' });
      ok((asked[0]?.actions?.length ?? 0) > 1);
      const number = /#[0-9]+/.exec(asked[0]?.actions?.[1]?.title ?? '')?.[0];
      ok(String(inserted).endsWith(number ?? '-'), `${inserted} ${number}`);
    });

    it('writes nothing when nobody answers', async () => {
      await start();
      equal(await run('officeHours.insertReference', { uri: latest(), position, query: 'rules' }), null);
      deepEqual(edits, []);
    });

    for (const argument of [undefined, {}, { uri: 'file:///no.md', position }, { position, query: '1' }]) {
      it(`is no place for a reference: ${JSON.stringify(argument)}`, async () => {
        await start();
        equal(await run('officeHours.insertReference', argument), null);
        match(said.join(), /open the note/);
        deepEqual(edits, []);
      });
    }
  });

  it('lists the snippets', async () => {
    await start();
    const text = '# lantern office hours 2026-08-11\n\noht';
    await session.open(uri('20260811_meeting_notes.md'), text);
    const list = await session.client.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: uri('20260811_meeting_notes.md') },
      position: { line: 2, character: 3 },
    });
    deepEqual(
      list.items.map(({ label, kind }) => [label, kind]),
      [
        ['ohtopic', 15],
        ['ohtodo', 15],
      ],
    );
  });

  it('has the outline of a note, and none of what is no note', async () => {
    await start();
    const ask = (of: string) =>
      session.client.sendRequest<DocumentSymbol[] | null>('textDocument/documentSymbol', {
        textDocument: { uri: of },
      });
    const [title] = (await ask(latest())) ?? [];
    equal(title?.name, '# lantern office hours 2026-07-28');
    deepEqual(
      title?.children?.map(({ name }) => name),
      ['## News'],
    );
    await session.open(uri('README.md'), '# Notes\n');
    equal(await ask(uri('README.md')), null);
  });

  it('has the outline without levels for a client that knows none', async () => {
    await start(plainClient);
    const symbols = await session.client.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: latest() },
    });
    deepEqual(
      symbols.map(({ name, location }) => [name, location.uri === latest(), location.range.start.line]),
      [
        ['# lantern office hours 2026-07-28', true, 0],
        ['## News', true, 2],
        ['### Plugin loading', true, 4],
      ],
    );
  });

  it('finds headings in all notes, as they are in the editor', async () => {
    await start();
    const ask = async (query: string) =>
      (await session.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, location, containerName }) => `${containerName}:${location.range.start.line + 1} ${name}`,
      );
    deepEqual(await ask('news'), [
      '20260728_meeting_notes.md:3 ## News',
      '20260714_meeting_notes.md:3 ## News',
    ]);
    deepEqual(await ask('plugload'), ['20260728_meeting_notes.md:5 ### Plugin loading']);
    deepEqual(await ask('no such'), []);
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: latest(), version: 2 },
      contentChanges: [{ text: `\n${notes['20260728_meeting_notes.md']}` }],
    });
    deepEqual(await ask('plugload'), ['20260728_meeting_notes.md:6 ### Plugin loading']);
  });

  it('is nothing for VS Code that its Markdown gives already', async () => {
    await start(able, { githubByClient: false, filesByClient: false });
    const { capabilities } = session.initialized;
    equal(capabilities.documentSymbolProvider, undefined);
    deepEqual(await session.client.sendRequest('workspace/symbol', { query: 'plugload' }), []);
    // That of "Go to the Next Placeholder", which is an action in every client.
    deepEqual(capabilities.executeCommandProvider, { commands: ['officeHours.select'] });
  });
});
