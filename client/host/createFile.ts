/** Making a new file without ever touching one that is there. */

import * as vscode from 'vscode';

type Created =
  | { readonly kind: 'created' }
  /** Something has that name already; nothing was done. */
  | { readonly kind: 'exists' }
  /** Nothing is left behind. `reason` in words: `there is no space left`. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Writes a file that must not be there yet, with the folders around it. Never throws. */
export type CreateFile = (uri: vscode.Uri, bytes: Uint8Array) => Promise<Created>;

/**
 * For file systems only the editor knows. VS Code's API has no exclusive creation: `workspace.fs.writeFile` always
 * overwrites, and a `WorkspaceEdit` that creates a file looks first and writes then, too, and its undo would delete
 * the note with all that was written into it. So this looks right before it writes, and is nothing to undo.
 */
export const createByEditor: CreateFile = async (uri, bytes) => {
  try {
    const there = await vscode.workspace.fs.stat(uri).then(
      () => true,
      (error: unknown) => !isNotFound(error),
    );
    if (there) return { kind: 'exists' };
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
    await vscode.workspace.fs.writeFile(uri, bytes);
    return { kind: 'created' };
  } catch (error) {
    return { kind: 'failed', reason: wordsFor(error) };
  }
};

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

function wordsFor(error: unknown): string {
  if (error instanceof vscode.FileSystemError) {
    switch (error.code) {
      case 'NoPermissions':
        return 'no write permission, or the location is read-only';
      case 'FileNotADirectory':
        return 'part of its path is a file';
      case 'Unavailable':
        return 'the file system is not available';
    }
  }
  return error instanceof Error ? error.message : String(error);
}
