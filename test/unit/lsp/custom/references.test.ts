import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CancellationToken, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../../../server/core/workspace/openDocument.ts';
import { type ReferencesState, serveReferences } from '../../../../server/lsp/custom/references.ts';
import { describeUrls, previewReferences, referenceAtPosition } from '../../../../shared/protocol.ts';
import { defaultSettings } from '../../../../shared/settings.ts';
import { communityOf } from '../../../helpers/conventions.ts';
import { lantern } from '../../../helpers/issueMemory.ts';
import { parseMarked } from '../../../helpers/markedText.ts';

const uri = 'file:///w/notes/2026-01-06.md';
const conventions = communityOf();

/** What the server answers about a document with this text. */
function asking(text: string) {
  const document = new OpenDocument(TextDocument.create(uri, 'markdown', 1, text), () => conventions);
  const handlers = new Map<string, (params: unknown, token: CancellationToken) => unknown>();
  const connection = {
    onRequest: (name: string, run: (params: unknown, token: CancellationToken) => unknown) =>
      handlers.set(name, run),
  };
  const state: Pick<
    ReferencesState,
    'log' | 'document' | 'documentRead' | 'isNote' | 'repositoryOf' | 'settingsFor'
  > = {
    log: { error: assert.fail, info: assert.fail },
    document: () => document,
    documentRead: async () => document,
    isNote: () => true,
    repositoryOf: () => lantern,
    settingsFor: () => ({ ...defaultSettings, referenceStyle: 'kind' }),
  };
  serveReferences(connection as unknown as Connection, state as ReferencesState);
  return (name: string, params: object) => handlers.get(name)?.({ uri, ...params }, CancellationToken.None);
}

describe('references for the client, by conventions', () => {
  it('are links in the preview, in document order', async () => {
    const ask = asking('# N\n\nEIP-1, TSC#2 and #3, EIP-4\n\n### TSC\n\n* PR #5 [EIP-6](/x)\n');
    assert.deepEqual(await ask(previewReferences, {}), {
      references: [
        { line: 2, text: 'EIP-1', url: 'https://eips.example.org/1' },
        { line: 2, text: 'TSC#2', url: 'https://github.com/octo/TSC/issues/2' },
        { line: 2, text: '#3', url: 'https://github.com/octo/lantern/issues/3' },
        { line: 2, text: 'EIP-4', url: 'https://eips.example.org/4' },
        { line: 6, text: 'PR #5', url: 'https://github.com/octo/TSC/pull/5' },
      ],
    });
  });

  it('are found under the cursor', async () => {
    const { text, cursor } = parseMarked('see EI<|>P-1');
    const answer = await asking(text)(referenceAtPosition, { position: { line: 0, character: cursor } });
    assert.deepEqual(answer, {
      url: 'https://eips.example.org/1',
      markdown: '[EIP-1](https://eips.example.org/1)',
    });
  });

  it('are pasted with their repository where headings say what a bare number means', async () => {
    const urls = ['https://github.com/octo/lantern/pull/1'];
    assert.deepEqual(await asking('#2 ')(describeUrls, { urls, position: { line: 0, character: 3 } }), [
      { short: 'PR #1', preferred: 'short' },
    ]);
    assert.deepEqual(
      await asking('### TSC\n\n#2 ')(describeUrls, { urls, position: { line: 2, character: 3 } }),
      [{ short: 'PR octo/lantern#1', preferred: 'short' }],
    );
  });

  it('are not pasted in code, where the URL stays as it is', async () => {
    const urls = ['https://github.com/octo/lantern/pull/1', 'https://example.org'];
    const position = { line: 1, character: 0 };
    assert.deepEqual(await asking('```\n\n```')(describeUrls, { urls, position }), [null, null]);
  });
});
