import { deepEqual } from 'node:assert/strict';
import type { ClientCapabilities, RegistrationParams } from 'vscode-languageserver/node';
import { pullClient, startSession, until } from '../helpers/session.ts';

const able: ClientCapabilities = {
  ...pullClient,
  textDocument: { ...pullClient.textDocument, colorProvider: { dynamicRegistration: true } },
};
const text = '# widget office hours 2026-01-06\n\nsee #272\n';

/** The patterns the server answers for, after the documents have been opened and checked. */
async function patternsFor(capabilities: ClientCapabilities, uris: readonly string[]): Promise<string[]> {
  const patterns: string[] = [];
  const session = await startSession(capabilities, {
    onConnect: (client) =>
      client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
        for (const { method, registerOptions } of registrations) {
          if (method === 'textDocument/documentColor')
            patterns.push(registerOptions.documentSelector[0].pattern);
        }
        return null;
      }),
  });
  for (const uri of uris) {
    await session.open(uri, uri.includes('README') ? '# Widget\n' : text);
    await session.client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  }
  if (capabilities === able && uris.some((uri) => !uri.includes('README'))) {
    await until('a registration', () => patterns.length > 0);
    const textDocument = { uri: uris[0] as string };
    deepEqual(await session.client.sendRequest('textDocument/documentColor', { textDocument }), []);
  }
  await session.close();
  return patterns;
}

describe('colour swatches', () => {
  it('are kept out of the folders notes are in, each told once', async () => {
    const patterns = await patternsFor(able, [
      'file:///w/my%20%5Bnotes%5D/20260106_meeting_notes.md',
      'file:///w/my%20%5Bnotes%5D/20260120_meeting_notes.md',
    ]);
    deepEqual(patterns, ['/w/my [[]notes[]]/*']);
  });
  it('are kept out of a note that has no file', async () => {
    deepEqual(await patternsFor(able, ['untitled:Untitled-1']), ['Untitled-1']);
  });
  it('are left alone outside of notes, and for clients that cannot be told later', async () => {
    deepEqual(await patternsFor(able, ['file:///w/README.md']), []);
    deepEqual(await patternsFor(pullClient, ['file:///w/20260106_meeting_notes.md']), []);
  });
});
