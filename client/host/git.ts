/** The remotes of a clone, from VS Code's own Git extension, which knows includes and unusual layouts. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FolderParams, type FolderRemote, folderRemotes } from '../../shared/protocol.ts';

/** The parts of `vscode.git`'s interface that are used (extensions/git/src/api/git.d.ts, version 1). */
interface GitExtension {
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<'uninitialized' | 'initialized'>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitRepository {
  readonly state: { readonly remotes: readonly { readonly name: string; readonly fetchUrl?: string }[] };
}

/** Git looks for repositories after it has started. */
const timeoutMs = 5_000;

/** Answers the server's question, for as long as the client lives. */
export function answerRemotes(client: Pick<BaseLanguageClient, 'onRequest'>): void {
  client.onRequest<readonly FolderRemote[], void>(folderRemotes, ({ folder }: FolderParams) =>
    remotesOf(folder),
  );
}

async function remotesOf(folder: string): Promise<readonly FolderRemote[]> {
  try {
    const git = await gitApi();
    const repository = git?.getRepository(vscode.Uri.parse(folder, true));
    return (repository?.state.remotes ?? []).flatMap(({ name, fetchUrl }) =>
      fetchUrl === undefined ? [] : [{ name, url: fetchUrl }],
    );
  } catch {
    // Switched off, or without a git to run.
    return [];
  }
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  const api = (await extension.activate()).getAPI(1);
  if (api.state === 'initialized') return api;
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(), timeoutMs);
    const listening = api.onDidChangeState((state) => {
      if (state === 'initialized') done();
    });
    const done = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve(api);
    };
  });
}
