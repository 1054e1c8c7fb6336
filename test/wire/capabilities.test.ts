import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ClientCapabilities, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { editorCapabilities } from '../helpers/modelEditor.ts';
import { plainClient, pullClient, startSession } from '../helpers/session.ts';

/** By the name of the capability, the requests that it stands for. */
const requests: Readonly<Record<string, readonly string[]>> = {
  diagnosticProvider: ['textDocument/diagnostic'],
  hoverProvider: ['textDocument/hover'],
  completionProvider: ['textDocument/completion', 'completionItem/resolve'],
  codeActionProvider: ['textDocument/codeAction'],
  executeCommandProvider: ['workspace/executeCommand'],
  documentLinkProvider: ['textDocument/documentLink'],
  inlayHintProvider: ['textDocument/inlayHint'],
  semanticTokensProvider: ['textDocument/semanticTokens/full'],
  definitionProvider: ['textDocument/definition'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  renameProvider: ['textDocument/rename', 'textDocument/prepareRename'],
  codeLensProvider: ['textDocument/codeLens'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  workspaceSymbolProvider: ['workspace/symbol'],
};

const params = {
  textDocument: { uri: 'file:///w/20260106_notes.md' },
  position: { line: 0, character: 0 },
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  context: { diagnostics: [] },
  query: '',
  newName: 'x',
  command: 'none',
  label: 'x',
};

const clients: readonly [string, ClientCapabilities, object?][] = [
  ['a plain one', plainClient],
  ['one that pulls', pullClient],
  ['one that can do most', editorCapabilities],
  ['the extension', editorCapabilities, { githubByClient: false, filesByClient: false }],
];

describe('what the server tells a client of itself', () => {
  for (const [name, capabilities, initializationOptions] of clients) {
    it(`is what it answers: ${name}`, async () => {
      const session = await startSession(capabilities, { params: { initializationOptions } });
      const announced = Object.keys(session.initialized.capabilities);
      const answered = new Set<string>();
      for (const [capability, methods] of Object.entries(requests)) {
        for (const method of methods) {
          try {
            await session.client.sendRequest(method, params);
            answered.add(capability);
          } catch (error) {
            if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) continue;
            throw error;
          }
        }
      }
      deepEqual([...answered].sort(), announced.filter((each) => each.endsWith('Provider')).sort());
      await session.close();
    });
  }
});
