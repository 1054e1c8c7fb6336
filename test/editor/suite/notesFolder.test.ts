import * as vscode from 'vscode';
import { becomes, eventually, ok, same } from './support/expect.ts';
import { leaveOut } from './support/leaveOut.ts';
import { startedWithoutGitHub } from './support/note.ts';
import { notes, open, place, tidyUp } from './support/workspace.ts';

const name = 'officeHours.notes.folder';

/** Of the workspace folder alone. */
const written = () =>
  vscode.workspace.getConfiguration('officeHours', place('')).inspect<string>('notes.folder')
    ?.workspaceFolderValue;

describe('the folder of the notes', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);
  afterEach(() =>
    vscode.workspace
      .getConfiguration('officeHours', place(''))
      .update('notes.folder', undefined, vscode.ConfigurationTarget.WorkspaceFolder),
  );

  it('is written into the settings, and taken out again by Undo', async function () {
    // Each extension has an API of its own.
    if (process.env.OFFICE_HOURS_UNDER_TEST === 'package')
      leaveOut(this, 'the messages of another extension cannot be seen');
    await open(`${notes}/20260804_meeting_notes.md`);
    const said: string[] = [];
    let undo: (() => void) | undefined;
    const { showInformationMessage } = vscode.window;
    const window: { showInformationMessage: unknown } = vscode.window;
    window.showInformationMessage = (message: string, button: string) => {
      said.push(message);
      return new Promise((resolve) => {
        undo = () => resolve(button);
      });
    };
    try {
      const command = vscode.commands.executeCommand('officeHours.chooseNotesFolder');
      await eventually(
        'the setting',
        () =>
          vscode.commands
            .executeCommand('workbench.action.acceptSelectedQuickOpenItem')
            .then(() => written()),
        (value) => value !== undefined,
      );
      await command;
      same(written(), notes);
      await becomes('What was said', () => said.length, 1);
      ok(said[0]?.includes(notes) && said[0].includes(name), said[0] ?? '');
      undo?.();
      await becomes('The setting', written, undefined);
    } finally {
      window.showInformationMessage = showInformationMessage;
    }
  });
});
