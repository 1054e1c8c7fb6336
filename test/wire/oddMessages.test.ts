/**
 * Messages of shapes that the protocol does not have (acceptance 25): each request is answered, the server goes on, and all that it says
 * of the notes afterwards is what it said before.
 */

import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import * as protocol from '../../shared/protocol.ts';
import { goodNote } from '../helpers/commandLine.ts';
import { countInputs } from '../helpers/measures.ts';
import { editorCapabilities } from '../helpers/modelEditor.ts';
import { type ServerProcess, spawnServer } from '../helpers/process.ts';
import { initialize, plainClient, type Session } from '../helpers/session.ts';

const textDocuments = [
  ...['hover', 'completion', 'definition', 'references', 'documentHighlight', 'documentSymbol', 'codeAction'],
  ...['codeLens', 'documentLink', 'documentColor', 'inlayHint', 'rename', 'prepareRename', 'diagnostic'],
  'semanticTokens/full',
];
const requests = [
  ...textDocuments.map((name) => `textDocument/${name}`),
  ...['workspace/symbol', 'workspace/executeCommand', 'workspace/willRenameFiles', 'completionItem/resolve'],
  ...Object.values(protocol).filter((each) => typeof each === 'string' && each.startsWith('officeHours/')),
] as readonly string[];
const notifications = [
  ...['didOpen', 'didChange', 'didClose', 'didSave'].map((name) => `textDocument/${name}`),
  ...['didChangeConfiguration', 'didChangeWorkspaceFolders', 'didChangeWatchedFiles', 'didRenameFiles'].map(
    (name) => `workspace/${name}`,
  ),
  ...['$/setTrace', '$/cancelRequest', '$/progress', protocol.githubAccountChanged],
];

const deep = (levels: number) => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

/** `uri` is that of a note that is open. */
const oddParams = (uri: string): readonly unknown[] => {
  const other = `${uri}x`;
  const textDocument = { uri };
  const start = { line: 2, character: 1 };
  return [
    ...[null, 5, 'x', [], [null], {}, deep(500)],
    ...[null, 5, {}, { uri: 5 }, { uri: '' }, { uri: 'file:///%00' }, { uri: 'x:'.repeat(20_000) }].map(
      (each) => ({ textDocument: each }),
    ),
    ...[null, {}, { line: -1, character: -1 }, { line: 1e18, character: 0.5 }, { line: 'a' }].map(
      (position) => ({ textDocument, position }),
    ),
    { textDocument, position: start, range: null, context: null },
    {
      textDocument,
      position: start,
      range: { start: 5, end: null },
      context: { diagnostics: [null, { code: {} }], only: 5, triggerKind: 'x' },
      newName: 5,
    },
    ...[null, 5, '', uri].map((each) => ({ uri: each, folder: each, target: each, date: each, host: each })),
    { uri, folder: null, target: '../../etc', date: '9999-99-99', text: '\ud800', items: [{}], query: 5 },
    { command: 5, arguments: 5, label: 5, data: deep(50), settings: 5, login: 5 },
    { event: null, changes: 5, files: 5 },
    {
      event: { added: [null], removed: [{ uri: 5 }] },
      changes: [null, { uri: 5, type: 'x' }],
      files: [null, { oldUri: 5 }],
    },
    { textDocument: { uri: other, languageId: 5, version: 1 } },
    { textDocument: { uri: other, languageId: 'markdown', version: 1, text: null } },
    { textDocument: { uri: other, version: 2 }, contentChanges: [{ text: 'x' }] },
    { textDocument: { uri: other, version: 'x' }, contentChanges: [5, null] },
  ];
};
/** Of the note itself: its text stays the one that the editor has. */
const oddChanges: readonly unknown[] = [
  ...[null, 5, [null], [5], [{}], [{ text: 7 }], [{ range: null, text: 'x' }]],
  [{ range: { start: { line: 'a', character: 0 }, end: { line: 0, character: 1 } }, text: 'x' }],
  [{ range: { start: { line: 0.5, character: 0 }, end: { line: 1, character: 1 } }, text: 'x' }],
];

describe('messages of odd shapes (acceptance 25)', function () {
  this.timeout(120_000);
  let folder: string;
  let server: ServerProcess;
  let session: Session;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-hours-odd-'));
    for (const name of ['.git', 'docs']) mkdirSync(join(folder, name));
    for (const date of ['2026-01-06', '2026-01-20', '2026-02-03'])
      writeFileSync(join(folder, 'docs', `${date.replaceAll('-', '')}_meeting_notes.md`), goodNote(date));
  });
  after(() => rmSync(folder, { recursive: true }));
  afterEach(async () => {
    server.process.kill();
    await server.ended;
    server.client.dispose();
  });

  const kinds: readonly (readonly [string, ClientCapabilities, object])[] = [
    ['a plain client', plainClient, {}],
    ['an editor', editorCapabilities, { initializationOptions: { githubByClient: false } }],
  ];
  for (const [name, capabilities, params] of kinds) {
    it(`leave a server for ${name} as it was`, async () => {
      server = spawnServer();
      const { client } = server;
      const uri = `${pathToFileURL(folder).href}/docs/20260203_meeting_notes.md`;
      const root = pathToFileURL(folder).href;
      session = await initialize(client, capabilities, {
        params: { rootUri: root, workspaceFolders: [{ uri: root, name: 'w' }], ...params },
      });
      await session.open(uri, goodNote('2026-02-03').replace('02-03', '02-04'));
      const ask = (method: string, about: unknown) =>
        client.sendRequest<unknown>(method, about).catch(({ code }: { code: number }) => ({ code }));
      const shown = async () => {
        // What is told of files is looked at, whatever it is.
        await ask(protocol.newNote, { folder: null, target: null });
        return JSON.stringify(
          await Promise.all([
            ask('textDocument/documentLink', { textDocument: { uri } }),
            ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 3 } }),
            ask('textDocument/codeAction', {
              textDocument: { uri },
              range: { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } },
              context: { diagnostics: [] },
            }),
            ask(protocol.newNote, { folder: null, target: null }),
          ]),
        );
      };
      const before = await shown();
      const odd = oddParams(uri);
      for (const method of requests) {
        countInputs(odd.length);
        await Promise.all(odd.map((about) => ask(method, about)));
      }
      for (const method of notifications) {
        countInputs(odd.length);
        // The note itself is not closed: that is no odd message.
        for (const about of odd)
          if (method !== 'textDocument/didClose' || !JSON.stringify(about).includes(`"uri":"${uri}"`))
            await client.sendNotification(method, about as object);
      }
      for (const contentChanges of oddChanges)
        await client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges,
        });
      await client.sendNotification('textDocument/didClose', { textDocument: { uri: `${uri}x` } });
      deepEqual(JSON.parse(await shown()), JSON.parse(before));
      // What a timer was to run has run.
      await new Promise((resolve) => setTimeout(resolve, 100));
      ok(before.includes('kind'));
      equal(server.process.exitCode, null, 'the server has ended');
    });
  }
});
