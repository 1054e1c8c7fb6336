/** A window without a folder. */

import * as vscode from 'vscode';
import { becomes, eventually, matches, ok, same } from '../suite/support/expect.ts';
import { codeOf, codesOf, replace, settled, startedWithoutGitHub } from '../suite/support/note.ts';
import { openUntitled, tidyUp } from '../suite/support/workspace.ts';
import { newNote } from '../workspaces/support/folders.ts';

describe('a window without a folder', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  it('has none', () => {
    same(vscode.workspace.workspaceFolders?.length ?? 0, 0);
  });

  it('begins a new note as a document that is saved nowhere yet', async () => {
    same(await newNote(undefined), [], 'What was said');
    const document = vscode.window.activeTextEditor?.document;
    ok(document?.isUntitled, `${document?.uri} is open`);
    matches(document.getText(), /^# .{1,40} \d{4}-\d\d-\d\d\n/);
    await eventually(
      'what is left to fill in',
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
          'vscode.provideDocumentSemanticTokens',
          document.uri,
        ),
      (tokens) => (tokens?.data.length ?? 0) > 0,
    );
    same((await settled(document)).map(codeOf), []);
  });

  it('checks a note that was never saved', async () => {
    const { document } = await openUntitled(
      '# lantern office hours 2026-09-01\n\nYouTube Link: https://youtu.be/x\n\n* TODO: all of it\n',
    );
    await eventually(
      'a TODO without an owner',
      () => codesOf(document),
      (codes) => codes.includes('todo-owner-missing'),
    );
    await replace(document, 'lantern office hours 2026-09-01', 'Shopping list');
    await becomes('what is wrong with a list', () => codesOf(document), []);
  });
});
