/** The language server as the client sees it: started, restarted when it crashes, and given up with one message. */

import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../shared/protocol.ts';
import { Crashes } from './crashes.ts';

export type ClientLike = Pick<
  BaseLanguageClient,
  | 'start'
  | 'sendRequest'
  | 'sendNotification'
  | 'onRequest'
  | 'onNotification'
  | 'onDidChangeState'
  | 'state'
  | 'dispose'
>;

/** What the server may use, or learn, beside what every client gives it. */
export interface Service {
  /** Asked at each start. */
  options?(): InitializationOptions;
  /** Answers a client's server, for as long as that client lives. */
  answer(client: ClientLike): void;
}

/** A failed start may be a crash, after which another start is under way already. */
const startGraceMs = 3_000;

export class NotesServer {
  readonly #log: vscode.LogOutputChannel;
  readonly #createClient: (options: LanguageClientOptions) => ClientLike;
  readonly #services: readonly Service[];
  readonly #crashes = new Crashes();
  #client: ClientLike | undefined;
  #running = new Running();
  #told = false;

  constructor(
    log: vscode.LogOutputChannel,
    createClient: (options: LanguageClientOptions) => ClientLike,
    services: readonly Service[],
  ) {
    this.#log = log;
    this.#createClient = createClient;
    this.#services = services;
  }

  /** Resolves when the server answers; rejects when it is given up. */
  start(): Promise<void> {
    const running = new Running();
    this.#running = running;
    const client = this.#createClient(this.#options());
    this.#client = client;
    for (const service of this.#services) service.answer(client);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) running.begin();
    });
    client.start().catch((error: unknown) => {
      this.#log.error('Starting the notes server failed.', error);
      setTimeout(() => {
        const isStarting = client.state === State.Running || client.state === State.Starting;
        if (client === this.#client && !isStarting) this.#giveUp('could not start');
      }, startGraceMs);
    });
    return running.promise;
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
    this.#running.end('The notes server was stopped.');
    // A client that failed to start has nothing to stop and says so by rejecting.
    await client?.dispose().catch(() => {});
  }

  /** Asks the server, once it has started. Rejects when there is none. */
  async sendRequest<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R> {
    await this.#running.promise;
    if (this.#client === undefined) throw new Error('The notes server was stopped.');
    // An undefined token would count as a second parameter.
    return token === undefined
      ? this.#client.sendRequest<R>(method, params)
      : this.#client.sendRequest<R>(method, params, token);
  }

  #options(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = Object.assign(
      {},
      ...this.#services.map((service) => service.options?.()),
    );
    return {
      documentSelector: [{ language: 'markdown' }],
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
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
    // Whoever asks from now on is not to wait.
    this.#running.end(`The notes server ${what}.`);
    if (this.#told) return;
    this.#told = true;
    const restart = 'Restart';
    const message = `Office Hours: the notes server ${what}. Notes are not checked until it runs again.`;
    vscode.window.showErrorMessage(message, restart).then((choice) => {
      if (choice === restart) void vscode.commands.executeCommand('officeHours.restartServer');
    });
  }
}

/** Whether the server runs, as something to wait for. */
class Running {
  begin: () => void = () => {};
  #fail: (error: Error) => void = () => {};
  promise: Promise<void>;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.begin = resolve;
      this.#fail = reject;
    });
    this.promise.catch(() => {});
  }

  end(why: string): void {
    this.#fail(new Error(why));
    // It may have begun before.
    this.promise = Promise.reject(new Error(why));
    this.promise.catch(() => {});
  }
}
