import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../../server/core/workspace/openDocument.ts';
import { GitHubSession } from '../../../server/lsp/github.ts';
import { inEnglish } from '../../../shared/l10n.ts';
import { repository, smallGitHub } from '../github/api/answers.ts';
import { FakeTime, FakeTransport, MemoryLog, MemoryStorage } from '../github/fakes.ts';

describe('the requests of open notes', () => {
  const document = (number: number) =>
    new OpenDocument(TextDocument.create('file:///w/a.md', 'markdown', number, `#${number}`));

  function sessionOf() {
    const time = new FakeTime();
    const transport = new FakeTransport(smallGitHub(300));
    const nothing = () => {};
    const connection = { onNotification: nothing, onRequest: nothing } as unknown as Connection;
    const session = new GitHubSession({
      connection,
      transport,
      storage: new MemoryStorage(),
      clock: time,
      timers: time,
      log: new MemoryLog(),
      say: inEnglish,
      notify: nothing,
      changed: nothing,
      clearNotes: async () => {},
      isNote: () => true,
      read: async () => {},
      repositoryOf: () => repository,
    });
    return { session, time, transport };
  }

  it('are sent when a note is opened, also when its writer types on', async () => {
    const { session, time, transport } = sessionOf();
    const note = document(1);
    session.documentChanged(note, true);
    for (let key = 0; key < 50; key++) {
      session.documentChanged(note, false);
      await time.advance(20);
    }
    assert.ok(transport.requests.length > 0);
    await session.dispose();
  });

  it('are not for a number that is typed while the recent issues are fetched', async () => {
    const { session, time, transport } = sessionOf();
    const note = document(1);
    session.documentChanged(note, true);
    transport.respond = (request) => {
      note.update([{ text: '#2' }], 2);
      return smallGitHub(300)(request);
    };
    await time.advance(1_000);
    const asked = transport.requests.map(({ path }) => path);
    assert.ok(
      asked.some((path) => path.endsWith('/issues/1')),
      asked.join('\n'),
    );
    assert.ok(!asked.some((path) => path.endsWith('/issues/2')), asked.join('\n'));
    await session.dispose();
  });

  it('wait until the writer has paused', async () => {
    const { session, time, transport } = sessionOf();
    const note = document(1);
    for (let key = 0; key < 50; key++) {
      session.documentChanged(note, false);
      await time.advance(200);
    }
    assert.equal(transport.requests.length, 0);
    await time.advance(2_000);
    assert.ok(transport.requests.length > 0);
    await session.dispose();
  });
});
