/** The open folder, a throw-away copy of the samples, by way of the editor's own file system. */

import * as vscode from 'vscode';
import { becomes, eventually, ok } from './expect.ts';
import { insert } from './note.ts';

/** Where the samples' notes are, below the open folder. */
export const notes = 'docs/office-hours';

/** `path` is below the open folder, with `/`. */
export function place(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The names in a folder, sorted. */
export async function list(path: string): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(place(path));
  return entries.map(([name]) => name).sort();
}

export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(place(path)));
}

// A browser's window saves by itself after a second, and what a test has not taken back by then would stay in the file.
before(() =>
  vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global),
);

const written: vscode.Uri[] = [];

/** Writes a file that `tidyUp` deletes. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = place(path);
  written.push(uri);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** `tidyUp` is to delete this file, too, if it is there by then. */
export function willCreate(path: string): void {
  written.push(place(path));
}

/** Opens and shows a file of the folder. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(place(path), { preview: false });
}

/** The active editor, once it is a certain file's. */
export async function activeEditor(path: string): Promise<vscode.TextEditor> {
  const wanted = place(path).toString();
  const editor = await eventually(
    `${path} in the active editor`,
    () => vscode.window.activeTextEditor,
    (active) => active?.document.uri.toString() === wanted,
  );
  ok(editor, `${path} is not open`);
  return editor;
}

let untitledCount = 0;

/**
 * Opens a new document that no file holds. No name is used twice: the editor uses the name of a closed document again while
 * it still has that one, and then the new document begins with the old text.
 */
export async function newUntitled(content: string, language = 'markdown'): Promise<vscode.TextDocument> {
  const name = `unsaved-${++untitledCount}`;
  const open = (path: string) =>
    vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'untitled', path }));
  // The oldest editor for the web takes no name without a folder.
  const opened = await open(name).then(undefined, () => open(`/${name}`));
  const document = await vscode.languages.setTextDocumentLanguage(opened, language);
  if (content) await insert(document, new vscode.Position(0, 0), content);
  await becomes(`The text of ${name}`, () => document.getText(), content);
  return document;
}

/** Shows a new Markdown document that no file holds. */
export async function openUntitled(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await newUntitled(content), { preview: false });
}

/** Closes every editor without saving and deletes what was written; for `afterEach`. */
export async function tidyUp(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  for (const uri of written.splice(0)) {
    await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => {});
  }
}
