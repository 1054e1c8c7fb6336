import * as vscode from 'vscode';
import { eventually, ok, same } from './support/expect.ts';
import { startedAsByDefault } from './support/note.ts';
import { tidyUp } from './support/workspace.ts';

describe('"Report an Issue"', () => {
  startedAsByDefault();
  afterEach(tidyUp);

  it('opens a text with the versions and the log, without paths, and sends nothing', async () => {
    await vscode.commands.executeCommand('officeHours.reportIssue');
    const text = await eventually(
      'the text',
      () => vscode.window.activeTextEditor?.document,
      (document) => document?.getText().includes('## Versions') ?? false,
    ).then((document) => document?.getText() ?? '');
    ok(text.includes(vscode.version), text);
    ok(text.includes('Nothing has been sent'), text);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    ok(folder !== undefined && !text.includes(folder.toString()), text);
    // A folder of the web may be the root.
    ok(folder.path === '/' || !text.includes(folder.fsPath), text);
    same(vscode.window.activeTextEditor?.document.isUntitled, true);
  });
});
