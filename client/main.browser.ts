/** The extension in a browser's extension host: the server is a worker, spoken to by messages. */

import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { type Api, startExtension, stopExtension } from './extension.ts';
import { WorkerServer } from './host/worker.browser.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  return startExtension(context, (options) => new QuietClient(new WorkerServer(script), options));
}

export function deactivate(): Promise<void> {
  return stopExtension();
}

/** Its errors go to the log; what a user can do something about, `NotesServer` says. */
class QuietClient extends LanguageClient {
  readonly #server: WorkerServer;

  constructor(server: WorkerServer, options: LanguageClientOptions) {
    super('officeHours', 'Office Hours', () => server.start(), options);
    this.#server = server;
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** The library leaves the worker running. */
  override dispose(timeout?: number): Promise<void> {
    return super.dispose(timeout).finally(() => this.#server.end());
  }
}
