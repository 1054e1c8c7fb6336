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
import { inEnglish, type Message, t } from '../../shared/l10n.ts';
import { type InitializationOptions, referencesChanged } from '../../shared/protocol.ts';
import { Crashes } from './crashes.ts';
import { say } from './say.ts';
import { configuration } from './settings.ts';

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
  readonly #referencesChanged = new vscode.EventEmitter<void>();
  #client: ClientLike | undefined;
  #starting: Promise<void> = Promise.resolve();
  #ending: Promise<void> = Promise.resolve();
  #running = new Running();
  #reported = false;

  constructor(
    log: vscode.LogOutputChannel,
    createClient: (options: LanguageClientOptions) => ClientLike,
    services: readonly Service[],
  ) {
    this.#log = log;
    this.#createClient = createClient;
    this.#services = services;
  }

  /** What the server said of references, or of what is a note, may differ now. A client hears each notification once. */
  readonly onDidChangeReferences = this.#referencesChanged.event;

  /** Resolves when the server answers that is there or on its way; rejects when it is given up. */
  get ready(): Promise<void> {
    return this.#running.promise;
  }

  /** Resolves when the server answers, be it after a restart; rejects when it is given up. */
  start(): Promise<void> {
    this.#running = new Running();
    this.#launch();
    return this.#running.promise;
  }

  /** Ends the server that is there, if any, and starts a new one. */
  async restart(): Promise<void> {
    this.#crashes.forget();
    this.#reported = false;
    // Whoever waits for one that is still starting waits for the next one instead.
    if (!this.#running.isPending) this.#running = new Running();
    await this.#end();
    // Of several restarts at once, one starts a server.
    if (this.#client === undefined) this.#launch();
    await this.#running.promise;
  }

  async stop(): Promise<void> {
    this.#running.end(vscode.l10n.t('The language server was stopped.'));
    await this.#end();
  }

  #launch(): void {
    const running = this.#running;
    const client = this.#createClient(this.#options());
    this.#client = client;
    for (const service of this.#services) service.answer(client);
    client.onNotification(referencesChanged, () => this.#referencesChanged.fire());
    client.onDidChangeState(({ newState }) => {
      // One that is being ended has nothing to begin any more: whoever waits, waits for the next.
      if (newState === State.Running && client === this.#client) running.begin();
    });
    this.#starting = client.start().catch((error: unknown) => {
      this.#log.error('Starting the language server failed.', error);
      setTimeout(() => {
        const isStarting = client.state === State.Running || client.state === State.Starting;
        if (client === this.#client && !isStarting) this.#giveUp(t('The language server could not start.'));
      }, startGraceMs);
    });
  }

  /** One after another. A client refuses to stop while it starts, and would go on starting; so that is waited for. */
  #end(): Promise<void> {
    const [client, starting] = [this.#client, this.#starting];
    this.#client = undefined;
    this.#ending = this.#ending.then(async () => {
      const tooLong = new Promise<void>((resolve) => setTimeout(resolve, startGraceMs));
      await Promise.race([starting, tooLong]);
      // A client that failed to start has nothing to stop and says so by rejecting.
      await client?.dispose().catch(() => {});
    });
    return this.#ending;
  }

  /** Asks the server, once it has started, and the next one when it is restarted meanwhile. Rejects when there is none. */
  async sendRequest<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R> {
    const running = this.#running;
    await running.promise;
    // A restart may have begun while this was waiting.
    if (running !== this.#running) return this.sendRequest(method, params, token);
    const client = this.#client;
    if (client === undefined) throw new Error(vscode.l10n.t('The language server was stopped.'));
    try {
      // An undefined token would count as a second parameter.
      return await (token === undefined
        ? client.sendRequest<R>(method, params)
        : client.sendRequest<R>(method, params, token));
    } catch (error) {
      if (client === this.#client || token?.isCancellationRequested) throw error;
      return this.sendRequest(method, params, token);
    }
  }

  #options(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = Object.assign(
      {},
      // Already loaded for the editor's language; undefined in English.
      vscode.l10n.bundle && { translations: vscode.l10n.bundle },
      ...this.#services.map((service) => service.options?.()),
    );
    return {
      documentSelector: [{ language: 'markdown' }],
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // The server encodes every character of a stranger's text that could begin an icon or a tag.
      markdown: { isTrusted: false, supportThemeIcons: true, supportHtml: true },
      initializationOptions,
      middleware: { workspace: { configuration } },
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
        this.#giveUp(t('The language server stopped five times within three minutes.'));
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  #giveUp(what: Message): void {
    this.#log.error(inEnglish(what));
    // Whoever asks from now on is not to wait.
    this.#running.end(say(what));
    if (this.#reported) return;
    this.#reported = true;
    const restart = vscode.l10n.t('Restart');
    const message = `Office Hours: ${say(what)} ${vscode.l10n.t('Notes are not checked until it is restarted.')}`;
    vscode.window.showErrorMessage(message, restart).then((choice) => {
      if (choice === restart) void vscode.commands.executeCommand('officeHours.restartServer');
    });
  }
}

/** Whether the server runs, as something to wait for. */
class Running {
  begin: () => void = () => {};
  isPending = true;
  #fail: (error: Error) => void = () => {};
  promise: Promise<void>;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.begin = () => {
        this.isPending = false;
        resolve();
      };
      this.#fail = reject;
    });
    this.promise.catch(() => {});
  }

  end(why: string): void {
    this.isPending = false;
    this.#fail(new Error(why));
    // It may have begun before.
    this.promise = Promise.reject(new Error(why));
    this.promise.catch(() => {});
  }
}
