/** Which folders hold Markdown, as a context key: where the Explorer's menu offers a new note. */

import * as vscode from 'vscode';
import { listMarkdownFiles } from '../host/files.ts';

/** The paths of all folders with a Markdown file in them or below, as `resourcePath` has them. */
const foldersKey = 'officeHours.markdownFolders';

const mostFiles = 10_000;

export function followMarkdownFolders(context: Pick<vscode.ExtensionContext, 'subscriptions'>): void {
  const paths = new Set<string>();
  const add = (files: readonly vscode.Uri[]) => {
    const before = paths.size;
    for (const file of files) addFolders(file, paths);
    if (paths.size > before) void vscode.commands.executeCommand('setContext', foldersKey, [...paths]);
  };
  const read = async ({ uri }: vscode.WorkspaceFolder) => add(await listMarkdownFiles(uri, mostFiles));
  const readAll = (folders: readonly vscode.WorkspaceFolder[]) =>
    void Promise.all(folders.map(read)).catch(() => {});
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}', false, true, true);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate((file) => add([file])),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => readAll(added)),
  );
  readAll(vscode.workspace.workspaceFolders ?? []);
}

/** VS Code has a path in the system's own form for `file:` and as the URI's path for all others (ResourceContextKey). */
function addFolders(file: vscode.Uri, paths: Set<string>): void {
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
  if (root === undefined) return;
  let folder = vscode.Uri.joinPath(file, '..');
  while (!paths.has(folder.path) && folder.path.length >= root.path.length) {
    paths.add(folder.path);
    paths.add(folder.fsPath);
    folder = vscode.Uri.joinPath(folder, '..');
  }
}
