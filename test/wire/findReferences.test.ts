import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { DocumentHighlight, Location } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filesByNode } from '../../server/host/byNode.ts';
import { lanternArchive } from '../helpers/lanternArchive.ts';
import { plainClient, pullClient, type Session, startSession } from '../helpers/session.ts';

const clock = { now: () => Date.parse('2026-02-17T12:00:00Z'), today: () => '2026-02-17' };

describe('find all references and highlights over the wire', () => {
  let root: string;
  let session: Session;
  const uriOf = (name: string) => pathToFileURL(join(root, 'docs', `${name}_meeting_notes.md`)).href;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-references-')));
    mkdirSync(join(root, 'docs'));
    for (const [name, text] of Object.entries(lanternArchive)) writeFileSync(join(root, 'docs', name), text);
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true });
  });

  /** `extension`: as VS Code's client is, beside VS Code's own Markdown support. */
  async function start(extension: boolean): Promise<void> {
    const name = pathToFileURL(root).href;
    session = await startSession(extension ? pullClient : plainClient, {
      host: { clock, files: filesByNode },
      params: {
        workspaceFolders: [{ uri: name, name: 'w' }],
        rootUri: name,
        ...(extension && { initializationOptions: { githubByClient: false } }),
      },
    });
  }

  /** Opens a note and gives the place of some words in it. */
  async function at(name: string, words: string, text = lanternArchive[`${name}_meeting_notes.md`]!) {
    await session.open(uriOf(name), text);
    const document = TextDocument.create('', 'markdown', 1, text);
    return {
      textDocument: { uri: uriOf(name) },
      position: document.positionAt(text.indexOf(words) + 1),
    };
  }

  /** Each place as `file: text`, with the text as it is on disk or open. */
  async function references(place: object, texts: Readonly<Record<string, string>> = {}) {
    const found = await session.client.sendRequest<Location[] | null>('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    return found?.map(({ uri, range }) => {
      const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
      const document = TextDocument.create('', 'markdown', 1, texts[name] ?? lanternArchive[name]!);
      return `${name.slice(0, 8)} ${range.start.line}: ${document.getText(range)}`;
    });
  }

  async function highlights(place: object) {
    const found = await session.client.sendRequest<DocumentHighlight[] | null>(
      'textDocument/documentHighlight',
      place,
    );
    return found?.map(({ range }) => `${range.start.line}:${range.start.character}`) ?? null;
  }

  const url = 'https://github.com/octo/lantern/pull/12';

  it('find a reference in any spelling, the newest note first', async () => {
    await start(true);
    deepEqual(await references(await at('20260106', 'PR #12')), [
      '20260203 4: octo/lantern#12',
      `20260120 4: ${url}`,
      `20260120 4: ${url}`,
      '20260106 4: PR #12',
      '20260106 8: PR #12',
    ]);
  });

  it('find a person, and not what is called alike', async () => {
    await start(true);
    deepEqual(await references(await at('20260203', 'Bo: hi')), [
      '20260203 5: Bo',
      '20260203 9: Bo',
      '20260120 6: Bo',
      '20260106 9: Bo',
    ]);
  });

  it('find a section in the other notes; its own heading is Markdown’s', async () => {
    for (const [extension, own] of [
      [true, []],
      [false, ['20260120 2: News']],
    ] as const) {
      await start(extension);
      deepEqual(await references(await at('20260120', '## News')), [
        '20260203 2: News',
        ...own,
        '20260106 2: News',
      ]);
      if (extension) await session.close();
    }
  });

  it('find what is typed and not saved', async () => {
    await start(true);
    const name = '20260106_meeting_notes.md';
    const text = `# lantern office hours 2026-01-06\n\nMore.\n\nPR #12\n`;
    const found = await references(await at('20260106', 'PR #12', text), { [name]: text });
    deepEqual(found?.at(-1), '20260106 4: PR #12');
    equal(found?.length, 4);
  });

  it('highlight what is the same in the note', async () => {
    await start(true);
    deepEqual(await highlights(await at('20260106', 'PR #12')), ['4:11', '8:14']);
    deepEqual(await highlights(await at('20260203', 'Ada: octo')), ['4:2']);
  });

  it('leave links and headings to VS Code’s Markdown, and nowhere else', async () => {
    await start(true);
    deepEqual(await highlights(await at('20260120', '[it]')), null);
    deepEqual(await highlights(await at('20260106', '## News')), null);
    await session.close();
    await start(false);
    deepEqual(await highlights(await at('20260120', '[it]')), ['4:0', '4:49']);
    deepEqual(await highlights(await at('20260106', '## News')), ['2:3']);
  });

  it('find nothing in prose, and nothing in what is no note', async () => {
    await start(true);
    equal((await references(await at('20260106', 'write the'))) ?? null, null);
    await session.open(pathToFileURL(join(root, 'README.md')).href, '# Lantern\n\nPR #12\n');
    const place = {
      textDocument: { uri: pathToFileURL(join(root, 'README.md')).href },
      position: { line: 2, character: 3 },
    };
    equal((await references(place)) ?? null, null);
  });
});
