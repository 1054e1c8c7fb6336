import * as vscode from 'vscode';
import { becomes } from './support/expect.ts';
import { codesOf, startedWithoutGitHub } from './support/note.ts';
import { notes, open, tidyUp } from './support/workspace.ts';

describe('restarting the language server', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  const restart = () => vscode.commands.executeCommand('officeHours.restartServer');

  for (const [when, run] of Object.entries({
    once: restart,
    'several times at once': () => Promise.all([restart(), restart(), restart()]),
    'while it is starting': () => Promise.all([restart(), Promise.resolve().then(restart)]),
  })) {
    it(`leaves one that checks notes: ${when}`, async () => {
      const { document } = await open(`${notes}/20260512_meeting_notes.md`);
      await run();
      // Each server that was left behind would say it once more.
      await becomes('what is wrong', () => codesOf(document), ['todo-owner-missing']);
      await restart();
      await becomes('what is wrong then', () => codesOf(document), ['todo-owner-missing']);
    });
  }
});
