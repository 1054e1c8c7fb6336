/** Making a new file without ever touching one that is there, or writing into a hidden folder. */

import * as vscode from 'vscode';
import { hiddenFolder } from '../../shared/folders.ts';
import { type Message, t, verbatim } from '../../shared/l10n.ts';

type Created =
  | { readonly kind: 'created' }
  /** Something has that name already; nothing was done. */
  | { readonly kind: 'exists' }
  /** Nothing is left behind. `reason` in words: `there is no space left`. */
  | { readonly kind: 'failed'; readonly reason: Message };

/** Where a file may be made. */
interface Within {
  /** The workspace folder. */
  readonly root: vscode.Uri;
  /** What `targetOf` said of a link on the way that the writer wants to be followed; absent: no link is. */
  readonly linksInto?: string;
}

export interface FileMaker {
  /** Writes a file that must not be there yet, with the folders around it. Never throws. */
  create(uri: vscode.Uri, bytes: Uint8Array, within: Within): Promise<Created>;
  /** The path that a link leads to; undefined where the host cannot know. */
  targetOf(link: vscode.Uri): string | undefined;
}

/**
 * For file systems only the editor knows. VS Code's API has no exclusive creation: `workspace.fs.writeFile` always
 * overwrites, and a `WorkspaceEdit` that creates a file looks first and writes then, too, and its undo would delete
 * the note with all that was written into it. So this looks right before it writes, and is nothing to undo.
 */
export const createByEditor: FileMaker = {
  async create(uri, bytes, { root }) {
    const hidden = hiddenFolder(foldersBelow(uri, root));
    if (hidden !== undefined) {
      return {
        kind: 'failed',
        reason: t('the folder {0} is hidden. Choose another folder', JSON.stringify(hidden)),
      };
    }
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
  },
  targetOf: () => undefined,
};

function foldersBelow(uri: vscode.Uri, root: vscode.Uri): string[] {
  const path = uri.path.startsWith(root.path) ? uri.path.slice(root.path.length) : uri.path;
  return path.split('/').slice(0, -1);
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

function wordsFor(error: unknown): Message {
  if (error instanceof vscode.FileSystemError) {
    switch (error.code) {
      case 'NoPermissions':
        return t('no write permission, or the location is read-only');
      case 'FileNotADirectory':
        return t('part of its path is a file');
      case 'Unavailable':
        return t('the file system is not available');
    }
  }
  return verbatim(error instanceof Error ? error.message : String(error));
}
