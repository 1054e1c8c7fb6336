/** For which workspace folder a command is, and for which folder in it. */

import * as vscode from 'vscode';

export interface Where {
  readonly folder: vscode.Uri | null;
  /** The folder that was clicked. */
  readonly target: vscode.Uri | null;
}

/**
 * The folder clicked in the Explorer, else that of `document`, else the one workspace folder, else the one picked; undefined:
 * the writer left.
 */
export async function chooseWhere(
  clicked: unknown,
  placeHolder: string,
  document?: vscode.Uri,
): Promise<Where | undefined> {
  // The list of File > New File… passes something else, which says nothing of a place.
  if (clicked instanceof vscode.Uri) {
    const around = vscode.workspace.getWorkspaceFolder(clicked);
    if (around !== undefined) return { folder: around.uri, target: await folderOf(clicked) };
  }
  const own = document && vscode.workspace.getWorkspaceFolder(document);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (own !== undefined || folders.length < 2)
    return { folder: (own ?? folders[0])?.uri ?? null, target: null };
  const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder });
  return picked && { folder: picked.uri, target: null };
}

async function folderOf(clicked: vscode.Uri): Promise<vscode.Uri> {
  const { type } = await vscode.workspace.fs.stat(clicked);
  return (type & vscode.FileType.Directory) !== 0 ? clicked : vscode.Uri.joinPath(clicked, '..');
}
