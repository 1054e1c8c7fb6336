/** The remotes of a clone, from VS Code's own Git extension, which knows includes and unusual layouts. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NoteInClone } from '../../shared/actionItems.ts';
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
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly remotes: readonly { readonly name: string; readonly fetchUrl?: string }[];
    readonly HEAD?: {
      readonly commit?: string;
      readonly ahead?: number;
      readonly upstream?: { readonly remote: string };
    };
    readonly indexChanges: readonly GitChange[];
    readonly workingTreeChanges: readonly GitChange[];
    /** Newer than the others. */
    readonly untrackedChanges?: readonly GitChange[];
  };
}

interface GitChange {
  readonly uri: vscode.Uri;
  /** `Status`, an enumeration. */
  readonly status: number;
}

/** `INDEX_ADDED`, `UNTRACKED` and `INTENT_TO_ADD`: no commit has the file. */
const newStates: ReadonlySet<number> = new Set([1, 7, 9]);

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

/** Where GitHub has a file of a clone; undefined: it may not have it, as what was committed is not pushed yet. */
export async function inClone(file: vscode.Uri): Promise<NoteInClone | undefined> {
  try {
    const repository = (await gitApi())?.getRepository(file);
    if (!repository) return undefined;
    const { HEAD, remotes, indexChanges, workingTreeChanges, untrackedChanges = [] } = repository.state;
    const remote = remotes.find(({ name }) => name === HEAD?.upstream?.remote)?.fetchUrl;
    const root = `${repository.rootUri.path.replace(/\/$/, '')}/`;
    if (!HEAD?.commit || HEAD.ahead !== 0 || remote === undefined || !file.path.startsWith(root))
      return undefined;
    const changes = [...indexChanges, ...workingTreeChanges, ...untrackedChanges].filter(
      ({ uri }) => uri.path === file.path,
    );
    if (changes.some(({ status }) => newStates.has(status))) return undefined;
    const isOpen = vscode.workspace.textDocuments.find(({ uri }) => uri.path === file.path);
    const isChanged = changes.length > 0 || isOpen?.isDirty === true;
    return { remote, commit: HEAD.commit, path: file.path.slice(root.length), isChanged };
  } catch {
    // Switched off, or without a git to run.
    return undefined;
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
