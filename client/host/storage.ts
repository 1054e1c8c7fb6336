/** Keeps the server's small files in the extension's global storage. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { storageList, storageRead, storageRemove, storageWrite } from '../../shared/protocol.ts';

/** Names are the server's own making; anything else does not reach the file system. */
const safeName = /^[a-z0-9][a-z0-9._-]{0,150}$/;

/** Answers the server's `officeHours/storage/*` requests, for as long as the client lives. */
export function answerStorage(client: Pick<BaseLanguageClient, 'onRequest'>, folder: vscode.Uri): void {
  const place = (name: string): vscode.Uri | undefined =>
    safeName.test(name) ? vscode.Uri.joinPath(folder, name) : undefined;

  client.onRequest(storageRead, async ({ name }: { name: string }) => {
    const file = place(name);
    if (file === undefined) return null;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return null;
    }
  });
  client.onRequest<boolean, void>(storageWrite, async ({ name, text }: { name: string; text: string }) => {
    const file = place(name);
    if (file === undefined) return false;
    // Another window may write the same name: each writes a file of its own and renames it into place.
    const draft = vscode.Uri.joinPath(folder, `${name}.${crypto.randomUUID()}.tmp`);
    try {
      await vscode.workspace.fs.createDirectory(folder);
      await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(draft, file, { overwrite: true });
      return true;
    } catch {
      await Promise.resolve(vscode.workspace.fs.delete(draft)).catch(() => {});
      return false;
    }
  });
  client.onRequest(storageList, async ({ prefix }: { prefix: string }) => {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries
        .map(([name]) => name)
        .filter((name) => name.startsWith(prefix) && !name.endsWith('.tmp'));
    } catch {
      return [];
    }
  });
  client.onRequest(storageRemove, async ({ name }: { name: string }) => {
    const file = place(name);
    if (file !== undefined) await Promise.resolve(vscode.workspace.fs.delete(file)).catch(() => {});
    return null;
  });
}
