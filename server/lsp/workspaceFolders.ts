/** The workspace folders as the client has them. The settings come first, as they say where the notes are. */

import type { Connection, InitializeParams } from 'vscode-languageserver';
import { contain } from '../core/contain.ts';
import { waitFor } from '../core/github/api/timeout.ts';
import type { Logger, Timers } from '../core/ports.ts';
import { canonicalUri, fileUri } from '../core/uri.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import type { Configuration } from './configuration.ts';

/** How long everything waits for the client's settings. */
const settingsWaitMs = 1_000;

export interface SessionFoldersHost {
  readonly configuration: Configuration;
  readonly workspace: Workspace;
  readonly timers: Timers;
  readonly log: Logger;
}

export class SessionFolders {
  /** Settled once the settings are known, or the client does not send them. */
  readonly ready: Promise<void>;
  readonly #host: SessionFoldersHost;
  readonly #follows: boolean;
  #folders: readonly string[];
  #settle: () => void = () => {};

  constructor(params: InitializeParams, host: SessionFoldersHost) {
    this.#host = host;
    this.#follows = params.capabilities.workspace?.workspaceFolders === true;
    this.#folders = foldersOf(params);
    this.ready = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** To be called once the client is initialized. */
  start(connection: Connection): void {
    const { log } = this.#host;
    if (this.#follows) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => canonicalUri(uri)));
        const left = this.#folders.filter((uri) => !gone.has(canonicalUri(uri)));
        this.#folders = [...left, ...added.map(({ uri }) => uri)];
        void contain(log, 'folders', () => this.#use());
      });
    }
    void contain(log, 'initialized', () => this.#use()).then(this.#settle);
  }

  async #use(): Promise<void> {
    const { configuration, workspace, timers } = this.#host;
    const folders = this.#folders;
    await waitFor(configuration.setFolders(folders), { timeout: settingsWaitMs }, timers);
    workspace.setFolders(folders);
  }
}

/** As the client has them: several, one, or, for a client of before LSP 3.0, one as a path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  const root = rootUri ?? (rootPath ? fileUri(rootPath) : undefined);
  return root ? [root] : [];
}
