/**
 * The least that a server on the same libraries can do: one regular expression over every line for each answer. What stands in
 * for its checks is chosen by the environment, so that linters without a server of their own are measured in the same shell.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type CompletionItem,
  createConnection,
  type Diagnostic,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadLinter } from './linters.ts';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const pattern = /(?:PR|issue)? ?#(\d+)|TODO/;
const lint = loadLinter();
let folders: readonly string[] = [];
const index = new Map<string, string[]>();

connection.onInitialize(({ workspaceFolders }) => {
  folders = (workspaceFolders ?? []).map(({ uri }) => fileURLToPath(uri));
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      completionProvider: { triggerCharacters: ['#'] },
      hoverProvider: true,
    },
  };
});

connection.languages.diagnostics.on(async ({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  const text = document?.getText() ?? '';
  return { kind: 'full', items: lint === undefined ? matches(text) : await (await lint)(text) };
});

connection.onCompletion(({ textDocument, position }) => {
  const seen = new Map<string, CompletionItem>();
  for (const line of documents.get(textDocument.uri)?.getText().split('\n') ?? []) {
    const number = pattern.exec(line)?.[1];
    if (number === undefined || seen.has(number)) continue;
    const range = { start: position, end: position };
    seen.set(number, { label: `#${number}`, textEdit: { range, newText: number } });
    if (seen.size === 100) break;
  }
  return { isIncomplete: false, items: [...seen.values()] };
});

connection.onHover(({ textDocument, position }) => {
  const line = documents.get(textDocument.uri)?.getText().split('\n')[position.line] ?? '';
  const number = pattern.exec(line)?.[1];
  return number === undefined ? null : { contents: { kind: 'markdown', value: `#${number}` } };
});

/** Reads every note of the folders, unless that has been done. */
connection.onRequest('bench/index', () => {
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
      const path = `${entry.parentPath}/${entry.name}`;
      index.set(path, references(readFileSync(path, 'utf8')));
    }
  }
  return index.size;
});

function references(text: string): string[] {
  return text.split('\n').flatMap((line) => pattern.exec(line)?.[1] ?? []);
}

/** As many as a note of this kind has problems: a task without an owner. */
function matches(text: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [line, words] of text.split('\n').entries()) {
    const match = pattern.exec(words);
    if (!match || match[1] !== undefined || words.startsWith('TODO(')) continue;
    const start = { line, character: match.index };
    const end = { line, character: match.index + match[0].length };
    found.push({ range: { start, end }, message: 'No owner', code: 'todo', source: 'floor', severity: 2 });
  }
  return found;
}

documents.listen(connection);
connection.listen();
