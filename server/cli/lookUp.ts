/** What `check` knows of GitHub: asked for many notes at once, and not for long. */

import { inEnglish } from '../../shared/l10n.ts';
import { IssueStore } from '../core/github/sync/issueStore.ts';
import type { Clock } from '../core/ports.ts';
import { type IssueKey, keyText } from '../core/references/issueKey.ts';
import { systemTimers } from '../host/clock.ts';
import type { NodeGitHub } from '../host/githubByNode.ts';

/** Milliseconds for everything. A check in a workflow is not to hang because GitHub does. */
const timeoutMs = 6_000;
/** Without a token there are sixty requests an hour for all that runs here. */
const mostAnonymous = 20;
/** Ten full batches. */
const mostSignedIn = 500;

export class LookUps {
  readonly #store: IssueStore;
  readonly #github: NodeGitHub;
  readonly #clock: Clock;
  readonly #mentioned = new Map<string, IssueKey>();
  #signedIn: boolean | undefined;
  #asked = 0;
  #tookMs = 0;
  #notice: string | undefined;

  constructor(github: NodeGitHub, clock: Clock) {
    this.#github = github;
    this.#clock = clock;
    const silent = { error: () => {}, info: () => {} };
    const ports = { ...github, clock, timers: systemTimers, log: silent };
    this.#store = new IssueStore(ports, {
      changed: () => {},
      statusChanged: () => {},
      notice: (message) => {
        this.#notice ??= inEnglish(message);
      },
    });
  }

  get issues(): Pick<IssueStore, 'peek'> {
    return this.#store;
  }

  /** How many more would be asked for: about so many are worth gathering. */
  get wanted(): number {
    if (this.#tookMs >= timeoutMs) return 0;
    return (this.#signedIn === false ? mostAnonymous : mostSignedIn) - this.#asked;
  }

  /** True when it was not mentioned before. */
  isNew(key: IssueKey): boolean {
    return !this.#mentioned.has(keyText(key));
  }

  /** Looks up what some notes mention, the first mentioned first, within what is left of time and number. Never rejects. */
  async lookUp(mentioned: readonly IssueKey[]): Promise<void> {
    const keys: IssueKey[] = [];
    for (const key of mentioned) {
      if (!this.isNew(key)) continue;
      this.#mentioned.set(keyText(key), key);
      keys.push(key);
    }
    if (keys.length === 0) return;
    this.#signedIn ??= await this.#hasSignIn(keys);
    const asked = keys.slice(0, Math.max(0, this.wanted));
    if (asked.length === 0) return;
    this.#asked += asked.length;
    const started = this.#clock.now();
    await this.#store.fetchAll(asked, { timeout: timeoutMs - this.#tookMs });
    this.#tookMs += this.#clock.now() - started;
  }

  /** For one of the hosts: notes may name others, which are not used. */
  async #hasSignIn(keys: readonly IssueKey[]): Promise<boolean> {
    const hosts = [...new Set(keys.map(({ repository }) => repository.host))];
    const accounts = await Promise.all(hosts.map((host) => this.#github.transport.account(host)));
    return accounts.some(({ signedIn }) => signedIn);
  }

  /** Keeps what was learned, and says why some references were not looked up; undefined: all were. */
  async end(): Promise<string | undefined> {
    await this.#store.flush();
    this.#store.close();
    const keys = [...this.#mentioned.values()];
    const missed = keys.filter((key) => this.#store.peek(key) === undefined).length;
    if (missed === 0) return undefined;
    const what = missed === 1 ? '1 reference was' : `${missed} references were`;
    const left = keys.length - this.#asked;
    const state = this.#store.status().find(({ kind }) => kind !== 'up-to-date' && kind !== 'signed-out');
    const isShort = !this.#signedIn && (state?.kind === 'saving' || state?.kind === 'limited');
    const why =
      this.#notice ??
      (this.#tookMs >= timeoutMs ? 'GitHub did not respond in time.' : undefined) ??
      (missed > left && this.#store.hasUnusedHosts ? 'Their servers are not used here.' : undefined) ??
      (missed > left && !isShort ? `GitHub: ${state ? inEnglish(state.text) : 'no answer'}.` : undefined) ??
      (this.#signedIn ? `Only ${this.#asked} can be looked up in one run.` : 'Set GH_TOKEN to look up more.');
    return `${what} not looked up. ${why}`;
  }
}
