/** Folders of notes, real and virtual, in a workspace of several. */

import * as vscode from 'vscode';
import { eventually } from '../../suite/support/expect.ts';

/** A note of a series that names no repository by itself; its third line ends with a reference. */
export function noteOf(project: string, date: string, reference: string, who = 'Ines'): string {
  return `# ${project} office hours ${date}

YouTube Link: https://youtu.be/${date}

## Highlights since the last meeting

* It works again (PR ${reference})

## Action items

* TODO(${who}): write it down
`;
}

export function nameOf(date: string): string {
  return `${date.replaceAll('-', '')}_meeting_notes.md`;
}

/** Adds a folder behind the others; gone again with the function that is given back. */
export async function addFolder(uri: vscode.Uri): Promise<() => Promise<void>> {
  const at = () => (vscode.workspace.workspaceFolders ?? []).findIndex((each) => `${each.uri}` === `${uri}`);
  // Refused while an earlier change is still under way.
  const add = () =>
    vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, { uri });
  await eventually(`${uri} to be accepted`, add, (accepted) => accepted);
  await eventually('the folder', at, (index) => index >= 0);
  return async () => {
    const remove = () => at() < 0 || vscode.workspace.updateWorkspaceFolders(at(), 1);
    await eventually('the removal to be accepted', remove, (accepted) => accepted);
    await eventually('the folder to be gone', at, (index) => index < 0);
  };
}

/** Where the reference that is written so leads, once something does. */
export async function targetOf(document: vscode.TextDocument, reference: string): Promise<string> {
  const target = await eventually(
    `a link at ${reference}`,
    async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return links.find(({ range }) => document.getText(range).includes(reference))?.target?.toString();
    },
    (found) => found !== undefined,
  );
  return target ?? '';
}

/** Runs the command for a new note in a folder and takes the first date; what it says instead is given. */
export async function newNote(folder: vscode.Uri | undefined): Promise<readonly string[]> {
  const said: string[] = [];
  const { showErrorMessage } = vscode.window;
  const window: { showErrorMessage: unknown } = vscode.window;
  window.showErrorMessage = (message: string) => {
    said.push(message);
    return Promise.resolve(undefined);
  };
  try {
    let ended = false;
    const command = Promise.resolve(vscode.commands.executeCommand('officeHours.newNote', folder)).finally(
      () => {
        ended = true;
      },
    );
    await eventually(
      'the end of the command',
      () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem').then(() => ended),
      (done) => done,
    );
    await command;
  } finally {
    window.showErrorMessage = showErrorMessage;
  }
  return said;
}
