/** Every text that the server shows is translated: seen in a language that marks each of them. */

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
  ShowMessageParams,
} from 'vscode-languageserver/node';
import { keyInfos } from '../../server/core/template/file/frontMatterKeys.ts';
import { filesByNode } from '../../server/host/byNode.ts';
import { listActionItems } from '../../shared/actionItems.ts';
import type { ApiResponse } from '../../shared/api.ts';
import { t } from '../../shared/l10n.ts';
import { describeNote, type SearchReferencesResult, searchReferences } from '../../shared/protocol.ts';
import { ruleCodes } from '../../shared/settings.ts';
import { outside, pseudoBundle } from '../helpers/pseudoLocale.ts';
import { pullClient, type Session, startSession } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const root = join(process.cwd(), 'samples');
const folder = 'docs/office-hours';
const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
const clock = { now: () => Date.parse('2026-12-31T12:00:00Z'), today: () => '2026-12-31' };
const settings = {
  codeLens: { enabled: true },
  checks: { severity: Object.fromEntries(ruleCodes.map((code) => [code, 'warning'])) },
};

const uriOf = (name: string) => pathToFileURL(join(root, folder, name)).href;

/** Words of a text that are not ours but the note's are not looked at: those of `known`. */
function unsaid(text: string, known: string): string[] {
  const words = outside(text.replace(/&#x?[0-9a-f]+;|\]\(<[^>]*>\)|<span [^>]*>|<\/span>/gi, ' '));
  return [
    ...(words.match(/\p{L}{3,}/gu) ?? []).filter((word) => !known.includes(word)),
    ...unspokenDays(text),
  ];
}

/** Days that are not in the form of the language, other than those of links. */
function unspokenDays(text: string): string[] {
  const shown = text.replace(/\]\(<[^>]*>\)|\S+:\/\/\S+/g, ' ');
  return shown.match(/(?<!⟦|\d)\d{4}-\d\d-\d\d(?!⟧)/g) ?? [];
}

describe('in a language that marks every text', () => {
  let session: Session;
  const texts = new Map<string, string>();
  before(async () => {
    const folderUri = pathToFileURL(root).href;
    session = await startSession(pullClient, {
      host: { clock, files: filesByNode },
      params: {
        workspaceFolders: [{ uri: folderUri, name: 'samples' }],
        initializationOptions: { githubByClient: false, translations: pseudoBundle() },
      },
      settings: new Map(['', folderUri, ...names.map(uriOf)].map((uri) => [uri, settings])),
    });
    for (const name of names) {
      texts.set(name, readFileSync(join(root, folder, name), 'utf8'));
      await session.open(uriOf(name), texts.get(name)!);
    }
  });
  after(() => session.close());

  const at = (name: string) => ({ textDocument: { uri: uriOf(name) } });

  it('problems and their fixes are marked as a whole', async () => {
    const codes = new Set<unknown>();
    for (const name of names) {
      const report = await session.client.sendRequest<DocumentDiagnosticReport>(
        'textDocument/diagnostic',
        at(name),
      );
      const items = report.kind === 'full' ? report.items : [];
      for (const { message, code, relatedInformation = [] } of items) {
        codes.add(code);
        for (const each of [message, ...relatedInformation.map((related) => related.message)])
          equal(outside(String(each)), '', `${name}: ${each}`);
      }
      const all = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
      const only = ['quickfix', 'refactor', 'source'];
      const context = { diagnostics: items, only };
      const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        ...at(name),
        range: all,
        context,
      });
      for (const { title } of actions) equal(outside(title), '', `${name}: ${title}`);
    }
    ok(codes.size >= 8, [...codes].join(' '));
  });

  it('hovers have nothing but marked texts and words of the notes', async () => {
    const known = [...texts.values()].join('\n');
    let hovers = 0;
    for (const [name, text] of texts) {
      for (const [line, content] of text.split('\n').entries()) {
        for (const { index } of content.matchAll(/#\d+|@\w+|\(\w+\)/g)) {
          const position = { line, character: index + 2 };
          const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', {
            ...at(name),
            position,
          });
          if (hover === null) continue;
          hovers++;
          const { value } = hover.contents as { value: string };
          deepEqual(unsaid(value, known), [], value);
        }
      }
    }
    ok(hovers > 20, String(hovers));
  });

  it('code lenses are marked as a whole', async () => {
    const found: CodeLens[] = [];
    for (const name of names)
      found.push(
        ...((await session.client.sendRequest<CodeLens[] | null>('textDocument/codeLens', at(name))) ?? []),
      );
    ok(found.length > 5);
    for (const { command } of found) {
      equal(outside(command!.title), '');
      deepEqual(unspokenDays(command!.title), []);
    }
  });

  it('lists have details of marked texts and names', async () => {
    const known = [...texts.values()].join('\n');
    let details = 0;
    const [name] = names;
    for (const typed of ['PR #', '## ', '* TODO(']) {
      const uri = uriOf(`20270105_${typed.length}_meeting_notes.md`);
      const text = `${texts.get(name!)}\n${typed}`;
      await session.open(uri, text);
      const lines = text.split('\n');
      const list = await session.client.sendRequest<CompletionList | null>('textDocument/completion', {
        textDocument: { uri },
        position: { line: lines.length - 1, character: lines.at(-1)!.length },
      });
      for (const { detail = '', labelDetails } of list?.items ?? [])
        for (const each of [detail, labelDetails?.description ?? '']) {
          details++;
          deepEqual(unsaid(each, known), [], each);
        }
    }
    ok(details > 20, String(details));
  });

  it('template files have marked problems, fixes, hovers and lists', async () => {
    const uri = pathToFileURL(join(root, '.office-hours', 'pseudo.md')).href;
    const text = [
      '---',
      'projet: lantern',
      "file: '{YYYY}.md'",
      "title: '{project} {YYYY-MM-DD} {nmuber}'",
      'every: second Tuesday',
      'notes: docs/office',
      'date: {in: line, format: YYYY}',
      "references: {'EIP-': 'https://example.org/{id}'}",
      'checks: {section-emtpy: hint}',
      '---',
      '# Notes of $CURENT_YEAR ${1:date}',
      '<!-- many -->',
      '## Topic <!-- optional -->',
      '',
    ].join('\n');
    await session.open(uri, text);
    const document = { textDocument: { uri } };
    const report = await session.client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      document,
    );
    const diagnostics = report.kind === 'full' ? report.items : [];
    ok(diagnostics.length >= 8, JSON.stringify(diagnostics));
    for (const { message } of diagnostics) equal(outside(String(message)).trim(), '', String(message));
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...document,
      range,
      context: { diagnostics },
    });
    ok(actions.length >= 5, String(actions.length));
    for (const { title } of actions) equal(outside(title), '');
    const examples = Object.values(keyInfos).flatMap(({ example, keys = [] }) => [
      example,
      ...keys.map((key) => key.example),
    ]);
    const known = [text, ...examples].join('\n');
    let explained = 0;
    const lines = text.split('\n');
    for (const [line, content] of lines.entries()) {
      for (const { index } of content.matchAll(/[\w-]{3,}|(?<= )\S/g)) {
        const place = { ...document, position: { line, character: index + 1 } };
        const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', place);
        const said = (hover?.contents as { value: string } | undefined)?.value ?? '';
        // Examples are as the file is to have them.
        deepEqual(unsaid(said.replace(/(?:Date:|##) 2026-03-05/g, ''), known), [], said);
        if (said !== '') explained++;
        const list = await session.client.sendRequest<CompletionList | null>(
          'textDocument/completion',
          place,
        );
        for (const { documentation = '' } of list?.items ?? []) {
          const [meaning = ''] = String(documentation).split('\n\n');
          equal(outside(meaning).trim(), '', meaning);
        }
      }
    }
    ok(explained > 8, String(explained));
  });

  it('the view of action items and the status of a note are marked', async () => {
    const { items } = await session.client.sendRequest<{ items: { age: string; note: string }[] }>(
      listActionItems,
      {
        login: null,
        isShown: true,
      },
    );
    ok(items.length > 0);
    for (const { age, note } of items) equal(outside(age) + outside(note), '');
    const described = await session.client.sendRequest<{
      checkedBy: string;
      notesFolder: { description: string };
    }>(describeNote, { uri: uriOf('20260804_meeting_notes.md') });
    equal(outside(described.checkedBy), '');
    equal(outside(described.notesFolder.description), '');
  });
});

describe('in a language that marks every text, while GitHub does not answer', () => {
  const uri = uriOf('20260804_meeting_notes.md');
  const json = (status: number, headers = {}) =>
    ({ kind: 'response', status, headers, body: '{"message": "no"}' }) as const;
  for (const [name, response] of [
    ['offline', { kind: 'failed', reason: 'offline', message: t('No connection.') }],
    ['slow', { kind: 'failed', reason: 'timeout', message: t('No response within {0} s.', 10) }],
    ['another server', { kind: 'failed', reason: 'refused', message: t('Too many redirects.') }],
    ['at the limit', json(429, { 'retry-after': '600' })],
    ['with errors', json(502)],
    ['rejecting', json(401)],
    ['forbidding', json(451)],
    ['a page for people', { ...json(200), body: '<html>' }],
  ] as const satisfies readonly (readonly [string, ApiResponse])[]) {
    it(`reasons are marked: ${name}`, async () => {
      const folderUri = pathToFileURL(root).href;
      const told: string[] = [];
      const session = await startSession(pullClient, {
        host: {
          clock,
          files: filesByNode,
          translations: pseudoBundle,
          github: {
            storage: new MemoryStorage(),
            transport: {
              account: async () => ({ id: 'a', signedIn: true, signInHint: t('The account has changed.') }),
              send: async () => response,
            },
          },
        },
        params: {
          workspaceFolders: [{ uri: folderUri, name: 'samples' }],
          locale: 'x-marked',
        },
        onConnect: (client) =>
          client.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
            told.push(message);
          }),
      });
      try {
        const text = readFileSync(join(root, folder, '20260804_meeting_notes.md'), 'utf8');
        await session.open(uri, `${text}\n* octo/spare#99991\n`);
        const position = { line: text.split('\n').length, character: 6 };
        const hover = await session.client.sendRequest<Hover>('textDocument/hover', {
          textDocument: { uri },
          position,
        });
        const { value } = hover.contents as { value: string };
        deepEqual(unsaid(value, `${text} https://github.com/octo/spare/issues`), [], value);
        match(value, /⟦The title is not available/);
        const { hint } = await session.client.sendRequest<SearchReferencesResult>(searchReferences, {
          uri,
          query: 'octo/spare#any words',
          live: true,
        });
        match(hint!, /⟦/);
        equal(outside(hint!).trim(), '', hint);
        for (const message of told) equal(outside(message).trim(), '', message);
      } finally {
        await session.close();
      }
    });
  }
});
