/** The settings, per workspace folder: asked of the client when it can answer, else what it gave at the start. */

import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import { defaultSettings, parseSettings, type Settings } from '../../shared/settings.ts';
import { Emitter } from '../core/emitter.ts';
import type { Logger, Timers } from '../core/ports.ts';
import { canonicalUri, isBelow } from '../core/uri.ts';

const section = 'officeHours';
/** Milliseconds that GitHub is not asked while a client without `workspace/configuration` may still send its settings. */
const settingsWaitMs = 200;

export class Configuration {
  readonly changed = new Emitter();
  /** Settled once the client has sent its settings, or cannot. */
  readonly known: Promise<void>;
  #settle: () => void = () => {};
  readonly #connection: Connection;
  readonly #log: Logger;
  readonly #timers: Timers;
  readonly #canPull: boolean;
  readonly #canRegister: boolean;
  readonly #initial: unknown;
  #general: Settings = defaultSettings;
  #byFolder = new Map<string, Settings>();
  /** As the client spells them. */
  #folders: readonly string[] = [];
  #reported = new Set<string>();
  #asked = 0;

  /** `initial` is the object under `officeHours` from the client's `initializationOptions`. */
  constructor(
    connection: Connection,
    capabilities: ClientCapabilities,
    log: Logger,
    timers: Timers,
    initial: unknown,
  ) {
    this.#connection = connection;
    this.#log = log;
    this.#timers = timers;
    this.#canPull = capabilities.workspace?.configuration === true;
    this.#canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    this.#initial = initial;
    this.known = new Promise((resolve) => {
      this.#settle = resolve;
    });
    if (initial === undefined) return;
    this.#general = this.#parse(initial);
    if (!this.#canPull) this.#settle();
  }

  /** What holds for no folder in particular. */
  get general(): Settings {
    return this.#general;
  }

  /** What holds for a document or folder. */
  settingsFor(uri: string): Settings {
    const file = canonicalUri(uri);
    let best = '';
    for (const folder of this.#byFolder.keys()) {
      if (folder.length > best.length && isBelow(file, folder)) best = folder;
    }
    return this.#byFolder.get(best) ?? this.#general;
  }

  /** To be called once the client is initialized. */
  start(): void {
    this.#connection.onDidChangeConfiguration(({ settings }) => this.#changed(settings));
    // A client that has settings sends them as soon as it is initialized.
    if (!this.#canPull) this.#timers.after(settingsWaitMs, this.#settle);
    if (!this.#canPull || !this.#canRegister) return;
    this.#connection.client
      .register(DidChangeConfigurationNotification.type, { section })
      .catch(() => this.#log.info('The client does not report changed settings.'));
  }

  /** Resolves when the settings of these workspace folders are known. */
  async setFolders(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    await this.#pull();
  }

  async #changed(settings: unknown): Promise<void> {
    if (this.#canPull) return this.#pull();
    // A client without `workspace/configuration` sends all its settings, or the section alone.
    if (typeof settings !== 'object' || settings === null) return;
    this.#general = this.#parse(section in settings ? settings[section as keyof typeof settings] : settings);
    this.#settle();
    this.changed.emit();
  }

  async #pull(): Promise<void> {
    if (!this.#canPull) return;
    const asked = ++this.#asked;
    const folders = this.#folders;
    const items = [{ section }, ...folders.map((scopeUri) => ({ scopeUri, section }))];
    const answers: unknown = await this.#connection.workspace.getConfiguration(items).catch((error) => {
      this.#log.info(`The client does not send its settings: ${String(error)}`);
    });
    // A later question has the newer answer.
    if (asked !== this.#asked) return;
    if (!Array.isArray(answers)) return this.#settle();
    // "If the client can't provide a configuration setting for a given scope then null needs to be present" (LSP 3.17).
    const general = this.#parse(answers[0] ?? this.#initial);
    this.#general = general;
    this.#settle();
    this.#byFolder = new Map(
      folders.map((folder, index) => {
        const answer: unknown = answers[index + 1] ?? undefined;
        return [canonicalUri(folder), answer === undefined ? general : this.#parse(answer)];
      }),
    );
    this.changed.emit();
  }

  #parse(value: unknown): Settings {
    const { settings, problems } = parseSettings(value);
    for (const problem of problems) {
      if (this.#reported.has(problem)) continue;
      this.#reported.add(problem);
      this.#log.info(`Setting: ${problem}`);
    }
    return settings;
  }
}
