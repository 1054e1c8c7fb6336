/** The language server as the client sees it: started, restarted when it crashes, and given up with one message. */

import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../shared/protocol.ts';
import { Crashes } from './crashes.ts';
import { answerFiles } from './host/files.ts';

export type ClientLike = Pick<
  BaseLanguageClient,
  'start' | 'stop' | 'sendRequest' | 'onRequest' | 'isRunning' | 'dispose'
>;

export class NotesServer {
  readonly #log: vscode.LogOutputChannel;
  readonly #createClient: (options: LanguageClientOptions) => ClientLike;
  readonly #crashes = new Crashes();
  #client: ClientLike | undefined;
  #started: Promise<void> = Promise.resolve();
  #told = false;

  constructor(log: vscode.LogOutputChannel, createClient: (options: LanguageClientOptions) => ClientLike) {
    this.#log = log;
    this.#createClient = createClient;
  }

  /** Resolves when the server answers. */
  start(): Promise<void> {
    const client = this.#createClient(this.#options());
    answerFiles(client);
    this.#client = client;
    this.#started = client.start().catch((error: unknown) => {
      this.#giveUp(`could not start: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    });
    return this.#started;
  }

  /** Ends the server that is there, if any, and starts a new one. */
  async restart(): Promise<void> {
    this.#crashes.forget();
    this.#told = false;
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A client that failed to start has nothing to stop and says so by rejecting.
    await client?.dispose().catch(() => {});
  }

  /** Asks the server, once it has started. Rejects when there is none. */
  async sendRequest<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R> {
    await this.#started;
    if (this.#client === undefined) throw new Error('The notes server is not running.');
    return this.#client.sendRequest<R>(method, params, token);
  }

  #options(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = { filesByClient: true };
    return {
      documentSelector: [{ language: 'markdown' }],
      outputChannel: this.#log,
      initializationOptions,
      errorHandler: this.#errorHandler(),
      initializationFailedHandler: () => false,
    };
  }

  #errorHandler(): ErrorHandler {
    return {
      // A broken pipe is followed by `closed`; before that there is nothing a user could do.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        if (this.#crashes.note(Date.now())) return { action: CloseAction.Restart, handled: true };
        this.#giveUp('stopped five times within three minutes');
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  #giveUp(what: string): void {
    this.#log.error(`The notes server ${what}.`);
    if (this.#told) return;
    this.#told = true;
    const restart = 'Restart';
    const message = `Office Hours: the notes server ${what}. Notes are not checked until it runs again.`;
    vscode.window.showErrorMessage(message, restart).then((choice) => {
      if (choice === restart) void vscode.commands.executeCommand('officeHours.restartServer');
    });
  }
}
