import { deepEqual, equal, ok } from 'node:assert/strict';
import type { CodeAction, SemanticTokens } from 'vscode-languageserver/node';
import { plainClient, pullClient, type Session, startSession } from '../helpers/session.ts';

const uri = 'file:///w/20260106_meeting_notes.md';
const clock = { now: () => 1, today: () => '2026-02-01' };
const text = '# widget office hours 2026-01-06\n\nYouTube: https://youtu.be/x\n\n## Topic\n\nwhat was said\n';

const showing = {
  ...pullClient,
  window: { showDocument: { support: true } },
  textDocument: {
    ...pullClient.textDocument,
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: [] },
  },
};

describe('placeholders over the wire', () => {
  let session: Session;
  afterEach(() => session.close());

  it('are semantic tokens in notes', async () => {
    session = await startSession(showing, { host: { clock } });
    const { client } = session;
    const { semanticTokensProvider } = session.initialized.capabilities;
    deepEqual(semanticTokensProvider, {
      legend: { tokenTypes: ['placeholder'], tokenModifiers: [] },
      full: true,
    });
    const tokens = (of: string) =>
      client.sendRequest<SemanticTokens | null>('textDocument/semanticTokens/full', {
        textDocument: { uri: of },
      });
    await session.open(uri, text);
    deepEqual((await tokens(uri))?.data, [4, 3, 5, 0, 0, 2, 0, 13, 0, 0]);
    await session.open('file:///w/other.md', '# Other\n\nwhat was said\n');
    equal(await tokens('file:///w/other.md'), null);
  });

  it('are gone to by a command, where the client shows documents', async () => {
    session = await startSession(showing, { host: { clock } });
    const { client } = session;
    const shown: unknown[] = [];
    client.onRequest('window/showDocument', (params) => {
      shown.push(params);
      return { success: true };
    });
    await session.open(uri, text);
    const at = { line: 4, character: 4 };
    const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const action = actions.find(({ title }) => title === 'Go to the Next Placeholder');
    ok(action?.command, JSON.stringify(actions));
    equal(action.edit, undefined);
    await client.sendRequest('workspace/executeCommand', action.command);
    const selection = { start: { line: 6, character: 0 }, end: { line: 6, character: 13 } };
    deepEqual(shown, [{ uri, selection, takeFocus: true }]);
    await client.sendRequest('workspace/executeCommand', { ...action.command, arguments: [1, {}] });
    equal(shown.length, 1);
  });

  it('are neither where the client can do neither', async () => {
    session = await startSession(plainClient, { host: { clock } });
    equal(session.initialized.capabilities.semanticTokensProvider, undefined);
    const commands = session.initialized.capabilities.executeCommandProvider?.commands ?? [];
    ok(!commands.includes('officeHours.select'));
    await session.open(uri, text);
    const at = { line: 4, character: 4 };
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    ok(!actions.some(({ title }) => title.startsWith('Go to')));
  });
});
