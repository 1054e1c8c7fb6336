/** Keeps the server's small files in the extension's global storage. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { storageList, storageRead, storageRemove, storageWrite } from '../../shared/protocol.ts';

/** Names are the server's own making; anything else does not reach the file system. */
const safeName = /^[a-z0-9][a-z0-9._-]{0,150}$/;

/** Another window may take a draft for one that was left. */
const mostAttempts = 3;

/** Answers the server's `officeHours/storage/*` requests, for as long as the client lives. */
export function answerStorage(client: Pick<BaseLanguageClient, 'onRequest'>, folder: vscode.Uri): void {
  void removeDrafts(folder);
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
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      if (await write(folder, file, `${name}.${crypto.randomUUID()}.tmp`, text)) return true;
    }
    return false;
  });
  client.onRequest(storageList, async ({ prefix }: { prefix: string }) =>
    (await namesIn(folder)).filter((name) => name.startsWith(prefix)),
  );
  client.onRequest(storageRemove, async ({ name }: { name: string }) => {
    const file = place(name);
    if (file !== undefined) await remove(file);
    return null;
  });
}

/** Removes the drafts that a killed process left. Never rejects. */
async function removeDrafts(folder: vscode.Uri): Promise<void> {
  const drafts = (await namesIn(folder)).filter((name) => name.endsWith('.tmp'));
  await Promise.all(drafts.map((name) => remove(vscode.Uri.joinPath(folder, name))));
}

/** Whole or not at all. Another window may write the same name: each writes a file of its own and renames it into place. */
async function write(
  folder: vscode.Uri,
  file: vscode.Uri,
  draftName: string,
  text: string,
): Promise<boolean> {
  const draft = vscode.Uri.joinPath(folder, draftName);
  try {
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(draft, file, { overwrite: true });
    return true;
  } catch {
    await remove(draft);
    return false;
  }
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}

async function remove(file: vscode.Uri): Promise<void> {
  await Promise.resolve(vscode.workspace.fs.delete(file)).catch(() => {});
}
