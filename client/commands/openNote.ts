/** Finding the note that is there, in whatever form, and showing it. */

import * as vscode from 'vscode';
import { hasSameTitle, isSameLocation, sameName } from './sameNote.ts';

/**
 * The open document that is the note to be written at `target`: the file itself under any case, a document that is to
 * be saved there, or one that was never saved and begins with the same title. `target` null: only the last.
 */
export function openDocumentLike(
  target: vscode.Uri | null,
  noteText: string,
): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => {
    if (document.isClosed) return false;
    const { uri } = document;
    if (target !== null && isSameLocation(uri, target)) {
      // VS Code remembers documents for a while after their last editor is gone, and their files perhaps as well.
      return document.isDirty || document.isUntitled || isInTab(uri);
    }
    const neverSaved = document.isUntitled && document.languageId === 'markdown' && !uri.path.startsWith('/');
    return neverSaved && hasSameTitle(document.getText(), noteText);
  });
}

function isInTab(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.some((group) =>
    group.tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === wanted),
  );
}

/**
 * What stands at `target` on its file system, under any case: a link that leads nowhere and a folder are there, too.
 * Undefined when nothing is, or when the folder cannot be listed; whoever creates the file then finds out why.
 */
export async function entryLike(target: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.Uri.joinPath(target, '..');
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const name = sameName(
      entries.map(([each]) => each),
      target.path.slice(target.path.lastIndexOf('/') + 1),
    );
    return name === undefined ? undefined : vscode.Uri.joinPath(folder, name);
  } catch {
    return undefined;
  }
}

/** The first part of the way from `root` down to `folder` that is a symbolic link; undefined when none is. */
export async function linkOnTheWay(root: vscode.Uri, folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (!folder.path.startsWith(root.path)) return undefined;
  let at = root;
  for (const component of folder.path.slice(root.path.length).split('/')) {
    if (component === '') continue;
    at = vscode.Uri.joinPath(at, component);
    try {
      const { type } = await vscode.workspace.fs.stat(at);
      if ((type & vscode.FileType.SymbolicLink) !== 0) return at;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/**
 * Shows a note for writing. Throws when it cannot be opened.
 * @param at where the cursor goes, by the same step that shows the note: set later, it takes the cursor from whoever types
 *   already. Where it was when not said.
 */
export async function showNote(
  note: vscode.Uri | vscode.TextDocument,
  at?: vscode.Position,
): Promise<vscode.TextEditor> {
  const document = 'uri' in note ? note : await vscode.workspace.openTextDocument(note);
  return vscode.window.showTextDocument(document, {
    preview: false,
    ...(at && { selection: new vscode.Range(at, at) }),
  });
}
