import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type {
  ClientCapabilities,
  CodeLens,
  Hover,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filesByNode } from '../../server/host/byNode.ts';
import { findNeighbours, type NeighboursResult } from '../../shared/protocol.ts';
import { lanternArchive } from '../helpers/lanternArchive.ts';
import { plainClient, pullClient, type Session, startSession } from '../helpers/session.ts';

const clock = { now: () => Date.parse('2026-02-17T12:00:00Z'), today: () => '2026-02-17' };
const extension: ClientCapabilities = {
  ...pullClient,
  workspace: {
    ...pullClient.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: { ...pullClient.textDocument, hover: { contentFormat: ['markdown'] } },
};

describe('questions across notes over the wire', () => {
  let root: string;
  let session: Session;
  const uriOf = (name: string) => pathToFileURL(join(root, 'docs', `${name}_meeting_notes.md`)).href;
  const nameOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1).slice(0, 8);

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-recall-')));
    mkdirSync(join(root, 'docs'));
    for (const [name, text] of Object.entries(lanternArchive)) writeFileSync(join(root, 'docs', name), text);
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true });
  });

  async function start(plain = false, settings: object = {}): Promise<void> {
    const uri = pathToFileURL(root).href;
    session = await startSession(plain ? plainClient : extension, {
      host: { clock, files: filesByNode },
      settings: new Map([['', settings]]),
      params: {
        workspaceFolders: [{ uri, name: 'w' }],
        rootUri: uri,
        ...(!plain && { initializationOptions: { githubByClient: false } }),
      },
    });
    // The notes have been read then.
    await symbols('#1');
  }

  /** Opens a note and gives the place of some words in it. */
  async function at(name: string, words: string) {
    const text = lanternArchive[`${name}_meeting_notes.md`]!;
    await session.open(uriOf(name), text);
    const position = TextDocument.create('', 'markdown', 1, text).positionAt(text.indexOf(words) + 1);
    return { textDocument: { uri: uriOf(name) }, position };
  }

  const symbols = async (query: string) =>
    (await session.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
      ({ name, containerName, location: { uri, range } }) =>
        `${containerName} ${name}, ${nameOf(uri)}:${range.start.line}`,
    );

  for (const [query, ...expected] of [
    [
      '#12',
      '2026-02-03 #12 octo/lantern, 20260203:4',
      '2026-02-03 #12 octo/other, 20260203:10',
      '2026-01-20 #12 octo/lantern, 20260120:4',
      '2026-01-06 #12, 20260106:4',
    ],
    ['@bo', '2026-02-03 @Bo, 20260203:5', '2026-01-20 @Bo, 20260120:6', '2026-01-06 @Bo, 20260106:9'],
    [
      '#news',
      '2026-02-03 # News, 20260203:2',
      '2026-01-20 # News, 20260120:2',
      '2026-01-06 # News, 20260106:2',
    ],
    [
      'manual',
      '2026-02-03 ✓ Bo: write the manual, 20260203:9',
      '2026-01-06 Bo: write the manual, 20260106:9',
    ],
    ['News'],
    [''],
  ] as const) {
    it(`workspace symbols beside VS Code’s Markdown: ${query}`, async () => {
      await start();
      deepEqual(await symbols(query), expected);
    });
  }

  it('workspace symbols of other clients have the headings, too', async () => {
    await start(true);
    equal((await symbols('News')).filter((each) => each.includes('## News')).length, 3);
    equal((await symbols('manual')).length, 2);
  });

  it('the notes around a note', async () => {
    await start();
    const around = (name: string) =>
      session.client.sendRequest<NeighboursResult | null>(findNeighbours, { uri: uriOf(name), line: 3 });
    const [first, middle, none] = [await around('20260106'), await around('20260120'), await around('none')];
    deepEqual(first, { previous: null, next: { uri: uriOf('20260120'), line: 0 } });
    deepEqual(middle, {
      previous: { uri: uriOf('20260106'), line: 0 },
      next: { uri: uriOf('20260203'), line: 0 },
    });
    equal(none, null);
  });

  it('a hover on a person', async () => {
    await start();
    const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', {
      ...(await at('20260203', 'Ada: octo')),
    });
    ok(hover);
    const { value } = hover.contents as { value: string };
    const shown = value.replace(/&#([0-9]+);/g, (_, code) => String.fromCharCode(Number(code)));
    deepEqual(shown.split('\n\n'), [
      '**Ada**',
      `1 open action item:\\\n[2026-01-06](<${uriOf('20260106')}#L9>) Ada: review PR #12`,
      `In one other note, [2026-01-06](<${uriOf('20260106')}#L5>).`,
    ]);
  });

  it('a hover on a person counts what the note in the editor says, as it is now', async () => {
    await start();
    const text = lanternArchive['20260203_meeting_notes.md']!;
    const written = `${text}\n## Action items\n\n* Ada: ask the board\n* Ada: review PR #12 (done)\n* Bo: ask Ada\n`;
    await session.open(uriOf('20260203'), written);
    const shown = await hoverAt(written, 'Ada: octo');
    deepEqual(shown[1], `1 open action item:\\\n[2026-02-03](<${uriOf('20260203')}#L15>) Ada: ask the board`);
  });

  it('a hover on a person in a note that is not saved yet', async () => {
    await start();
    const uri = uriOf('20260217');
    const written = '# Lantern office hours 2026-02-17\n\nTODO(Ada): ask the board\n';
    await session.open(uri, written);
    const shown = await hoverAt(written, 'Ada', uri);
    deepEqual(shown[1]?.split('\\\n').slice(0, 2), [
      '2 open action items:',
      `[2026-02-17](<${uri}#L3>) ask the board`,
    ]);
  });

  async function hoverAt(text: string, words: string, uri = uriOf('20260203')): Promise<string[]> {
    const position = TextDocument.create('', 'markdown', 1, text).positionAt(text.indexOf(words) + 1);
    const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    ok(hover);
    const { value } = hover.contents as { value: string };
    return value.replace(/&#([0-9]+);/g, (_, code) => String.fromCharCode(Number(code))).split('\n\n');
  }

  it('rename of a person in all notes, shown before', async () => {
    await start();
    const place = await at('20260106', 'Bo: write');
    const prepared = await session.client.sendRequest('textDocument/prepareRename', place);
    deepEqual(prepared, {
      range: { start: { line: 9, character: 2 }, end: { line: 9, character: 4 } },
      placeholder: 'Bo',
    });
    const edit = await session.client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...place,
      newName: 'Bodil',
    });
    ok(Object.values(edit.changeAnnotations ?? {}).every(({ needsConfirmation }) => needsConfirmation));
    const changes = edit.documentChanges as TextDocumentEdit[];
    deepEqual(
      changes.map(({ textDocument, edits }) => [
        nameOf(textDocument.uri),
        textDocument.version,
        ...edits.map((each) =>
          'range' in each ? `${each.range.start.line}:${each.range.start.character}` : '',
        ),
      ]),
      [
        ['20260203', null, '5:2', '9:6'],
        ['20260120', null, '6:2'],
        ['20260106', 1, '9:2'],
      ],
    );
  });

  it('rename of a person in the template file of the notes, too', async () => {
    mkdirSync(join(root, '.office-hours'));
    writeFileSync(
      join(root, '.office-hours', 'lantern.md'),
      '---\nnotes: docs/*.md\npeople:\n  - Ada\n  - {name: Bo, aliases: [Bodil]}\n---\n# lantern office hours {date}\n',
    );
    await start();
    const place = await at('20260106', 'Bo: write');
    const { documentChanges = [] } = await session.client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...place,
      newName: 'Boudewijn',
    });
    const changes = documentChanges as TextDocumentEdit[];
    const [change, ...others] = changes.filter(({ textDocument }) => textDocument.uri.endsWith('lantern.md'));
    deepEqual([others.length, changes.length], [0, 4]);
    deepEqual(change?.edits, [
      {
        range: { start: { line: 4, character: 11 }, end: { line: 4, character: 13 } },
        newText: 'Boudewijn',
        annotationId: 'rename',
      },
    ]);
  });

  it('no rename of what is nobody, and none to what is no name', async () => {
    await start();
    equal(
      await session.client.sendRequest('textDocument/prepareRename', await at('20260106', 'write the')),
      null,
    );
    const place = await at('20260120', 'Bo: no');
    const renamed = session.client.sendRequest('textDocument/rename', { ...place, newName: '[Bo](x)' });
    const error = await renamed.then(
      () => undefined,
      (reason: Error) => reason.message,
    );
    ok(error?.startsWith('A name has letters'), error);
  });

  it('code lenses where the setting is on', async () => {
    await start(false, { codeLens: { enabled: true } });
    const { textDocument } = await at('20260120', 'Bo: no');
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    deepEqual(
      lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`),
      [
        '0 previous: 2026-01-06',
        '0 next: 2026-02-03',
        '0 2 open items of earlier notes',
        '4 #12 in 3 notes',
        '4 #12 in 3 notes',
      ],
    );
    await session.close();
    await start();
    await session.open(uriOf('20260120'), lanternArchive['20260120_meeting_notes.md']!);
    equal(await session.client.sendRequest('textDocument/codeLens', { textDocument }), null);
  });
});
