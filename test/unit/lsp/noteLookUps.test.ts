import { deepEqual } from 'node:assert/strict';
import { Emitter } from '../../../server/core/emitter.ts';
import type { GitHubSession } from '../../../server/lsp/github.ts';
import { lookUpOpenNotes } from '../../../server/lsp/noteLookUps.ts';
import type { Session } from '../../../server/lsp/session.ts';

/** What is done, in order, as documents are opened and closed and time passes. */
function session() {
  const done: string[] = [];
  const open = new Map<string, object>();
  const opened = new Emitter<{ document: { uri: string } }>();
  let waiting: (() => void)[] = [];
  const documents = {
    get: (uri: string) => open.get(uri),
    all: () => [...open.values()],
    onDidOpen: (run: (event: { document: { uri: string } }) => void) => opened.on(run),
    onDidChangeContent() {},
    onDidClose() {},
  };
  const parts = {
    answersChanged: new Emitter(),
    ended: new Emitter(),
    documents,
    workspace: { isReading: false },
    reader: {
      async read() {
        done.push('read');
      },
    },
    remotes: {
      async settled() {
        done.push('remote');
      },
    },
    timers: {
      after(_: number, run: () => void) {
        waiting.push(run);
        return () => {};
      },
    },
    async archiveRead() {
      done.push('index');
    },
  };
  const github = { documentChanged: () => done.push('look up') };
  lookUpOpenNotes(github as unknown as GitHubSession, parts as unknown as Session);
  return {
    done,
    open(uri: string, isRead = true) {
      const document = { uri, isRead };
      open.set(uri, document);
      opened.emit({ document });
    },
    close: (uri: string) => open.delete(uri),
    async wait() {
      const now = waiting;
      waiting = [];
      for (const run of now) run();
      await new Promise(setImmediate);
    },
  };
}

describe('looking up what an opened document mentions', () => {
  it('does nothing until the first answers are out', async () => {
    const { done, open, wait } = session();
    open('file:///a.md');
    deepEqual(done, []);
    await wait();
    deepEqual(done, ['index', 'remote', 'look up']);
  });

  it('waits longer where a long document is still being read', async () => {
    const { done, open, wait } = session();
    open('file:///a.md', false);
    await wait();
    deepEqual(done, ['read']);
    await wait();
    deepEqual(done, ['read', 'index', 'remote', 'look up']);
  });

  it('costs nothing for one that is closed at once', async () => {
    const { done, open, close, wait } = session();
    open('file:///a.md');
    close('file:///a.md');
    await wait();
    deepEqual(done, []);
  });

  it('is done once for one that is opened again meanwhile', async () => {
    const { done, open, close, wait } = session();
    open('file:///a.md');
    close('file:///a.md');
    open('file:///a.md');
    await wait();
    deepEqual(
      done.filter((each) => each === 'look up'),
      ['look up'],
    );
  });
});
