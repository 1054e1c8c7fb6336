/** Every text that the server shows is translated: seen in a language that marks each of them. */

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
} from 'vscode-languageserver/node';
import { filesByNode } from '../../server/host/byNode.ts';
import { listActionItems } from '../../shared/actionItems.ts';
import { describeNote } from '../../shared/protocol.ts';
import { ruleCodes } from '../../shared/settings.ts';
import { outside, pseudoBundle } from '../helpers/pseudoLocale.ts';
import { pullClient, type Session, startSession } from '../helpers/session.ts';

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
  return (words.match(/\p{L}{3,}/gu) ?? []).filter((word) => !known.includes(word));
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
    for (const { command } of found) equal(outside(command!.title), '');
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

  it('the view of action items and the status of a note are marked', async () => {
    const { items } = await session.client.sendRequest<{ items: { age: string }[] }>(listActionItems, {
      login: null,
      isShown: true,
    });
    ok(items.length > 0);
    for (const { age } of items) equal(outside(age), '');
    const described = await session.client.sendRequest<{
      checkedBy: string;
      notesFolder: { description: string };
    }>(describeNote, { uri: uriOf('20260804_meeting_notes.md') });
    equal(outside(described.checkedBy), '');
    equal(outside(described.notesFolder.description), '');
  });
});
