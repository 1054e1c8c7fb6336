import { deepEqual, equal, rejects } from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { makeNote } from '../bench/notes.ts';
import { parserWork } from '../helpers/parserWork.ts';
import { pullClient, startSession } from '../helpers/session.ts';

const uri = 'file:///w/docs/office-hours/20260106_meeting_notes.md';
const position = { line: 20, character: 3 };

describe('a request that is cancelled before its turn', () => {
  for (const method of ['diagnostic', 'completion', 'hover', 'inlayHint', 'documentLink', 'codeAction']) {
    it(`does no work: ${method}`, async () => {
      const session = await startSession(pullClient);
      const { client } = session;
      await session.open(uri, makeNote(80, 1));
      await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      const range = { start: position, end: position };
      const params = { textDocument: { uri }, position, range, context: { diagnostics: [] } };
      const work = await parserWork(async () => {
        const contentChanges = [{ range, text: 'x' }];
        void client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges,
        });
        const source = new CancellationTokenSource();
        const asked = client.sendRequest(`textDocument/${method}`, params, source.token);
        source.cancel();
        await rejects(asked, { code: -32800 });
      });
      deepEqual(work, { parsed: 0, steps: 0 });
      const after = await parserWork(() =>
        client.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
      );
      equal(after.parsed > 0, true);
      await session.close();
    });
  }
});
