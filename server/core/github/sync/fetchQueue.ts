/** The references of notes, fetched in the background: gathered into as few requests as can be, none while it cannot help. */

import { isEach } from '../../../../shared/steps.ts';
import type { Clock, Logger, Timers } from '../../ports.ts';
import { type IssueKey, isValidRepository, keyText } from '../../references/issueKey.ts';
import { turn } from '../../turn.ts';
import { isWorthAsking, type Unavailable } from '../answer.ts';
import { fetchIssue, fetchIssues } from '../api/fetchIssues.ts';
import type { Gateway, GatewayPorts } from '../api/gateway.ts';
import { batchSize } from '../api/queries.ts';
import { type IssueFetcher, retryDelay } from './issueFetcher.ts';
import { NamedTimers } from './namedTimers.ts';
import type { RepositoryStore } from './repositoryStore.ts';

const second = 1_000;
/** A note names its references at once; a moment later all are known that are to be asked for. */
const gatherDelay = 60;
/** Numbers that only GraphQL says are missing and that are checked in one go; they are rare. */
const mostChecks = 10;
const mostQueued = 1_000;
const mostRetries = 3;
const fewNumbers = 3;
/** Looked for in one turn. */
const mostFiles = 100;

export class FetchQueue {
  readonly #gateway: Gateway;
  readonly #fetcher: IssueFetcher;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #timers: NamedTimers;
  readonly #turns: Timers;
  readonly #repositoryOf: (key: IssueKey) => RepositoryStore;
  readonly #queued = new Map<string, IssueKey>();
  /** In the batches under way and in those that follow, as far as there was no answer. */
  readonly #open = new Map<string, IssueKey>();
  /** A writer points at it: the next batch has it. */
  readonly #urgent = new Set<string>();
  readonly #progress: (() => void)[] = [];
  #isAsking = false;
  #closed = false;
  readonly #waiting: (() => void)[] = [];

  constructor(
    gateway: Gateway,
    fetcher: IssueFetcher,
    ports: Pick<GatewayPorts, 'clock' | 'timers' | 'log'>,
    repositoryOf: (key: IssueKey) => RepositoryStore,
  ) {
    this.#gateway = gateway;
    this.#fetcher = fetcher;
    this.#clock = ports.clock;
    this.#log = ports.log;
    this.#timers = new NamedTimers(ports.timers);
    this.#turns = ports.timers;
    this.#repositoryOf = repositoryOf;
  }

  /** Asks for these soon, as far as they are not known. */
  add(keys: readonly IssueKey[]): void {
    for (const key of keys) {
      if (this.#queued.size >= mostQueued) break;
      if (isValidRepository(key.repository) && this.#isNeeded(key)) this.#queued.set(keyText(key), key);
    }
    if (this.#queued.size > 0 && !this.#isAsking && !this.#timers.has('ask'))
      this.#timers.after('ask', gatherDelay, () => {
        this.#ask().catch(() => this.#log.error('Fetching the references of a note failed.'));
      });
  }

  /** Whether a batch has it, or will have: with a token only. */
  isPending(key: IssueKey): boolean {
    const text = keyText(key);
    return this.#gateway.signedIn && (this.#queued.has(text) || this.#open.has(text));
  }

  /** Settled when the next batch is answered, or given up; `key` is in the next one that leaves. */
  progress(key: IssueKey): Promise<void> {
    this.#urgent.add(keyText(key));
    return new Promise((resolve) => this.#progress.push(resolve));
  }

  #progressed(): void {
    for (const resolve of this.#progress.splice(0)) resolve();
  }

  #isNeeded(key: IssueKey): boolean {
    const now = this.#clock.now();
    if (this.#fetcher.isRunning(key) || !this.#fetcher.failures.mayAsk(key, now)) return false;
    const { cache } = this.#repositoryOf(key);
    const { signedIn } = this.#gateway;
    const known = cache.peek(key.number, now);
    // Without a token each costs one of few requests: not for what cannot be seen, nor to refresh what is known.
    if (!signedIn && (cache.visible === false || known?.kind === 'found')) return false;
    return known === undefined || isWorthAsking(known, now);
  }

  /** Settled when everything in the queue was asked for, whatever came of it. */
  settled(): Promise<void> {
    if (this.#closed || (!this.#isAsking && !this.#timers.has('ask'))) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #settle(): void {
    if (!this.#timers.has('ask')) for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      await this.#prepare();
      const keys = [...this.#queued.values()].filter((key) => this.#isNeeded(key));
      this.#queued.clear();
      const { signedIn } = this.#gateway;
      const stopped = signedIn ? await this.#askTogether(keys) : await this.#askOneByOne(keys);
      const isRejected = signedIn && stopped?.why.reason === 'signed-out' && !this.#gateway.signedIn;
      // The rest of the queue goes without the sign-in.
      if (isRejected) this.add(stopped.keys);
      else if (stopped !== undefined) this.#askAgain(stopped.keys, stopped.why);
    } finally {
      this.#isAsking = false;
      this.#open.clear();
      this.#urgent.clear();
      this.#progressed();
      this.add([]);
      this.#settle();
    }
  }

  /** A file, and the list of recent issues, answer most of it. */
  async #prepare(): Promise<void> {
    const counts = new Map<RepositoryStore, number>();
    for (const key of this.#queued.values()) {
      const store = this.#repositoryOf(key);
      counts.set(store, (counts.get(store) ?? 0) + 1);
    }
    const prepared: Promise<void>[] = [];
    for (const [store, count] of counts) {
      prepared.push(this.#prepareOne(store, count));
      // A note may name very many repositories, each with a file.
      if (isEach(mostFiles, prepared.length)) await turn(this.#turns);
    }
    await Promise.all(prepared);
  }

  async #prepareOne(store: RepositoryStore, count: number): Promise<void> {
    await store.load();
    // Two requests tell whether the repository can be seen at all, before each number costs one.
    const isUnknown = !this.#gateway.signedIn && store.cache.visible === undefined && count >= fewNumbers;
    await (isUnknown ? store.open('opened') : store.listed);
  }

  async #askTogether(keys: readonly IssueKey[]): Promise<Stopped | undefined> {
    const unconfirmed: IssueKey[] = [];
    for (const key of keys) this.#open.set(keyText(key), key);
    while (this.#open.size > 0) {
      const left = [...this.#open].sort(([one], [other]) => this.#rank(one) - this.#rank(other));
      const asked = left.slice(0, batchSize);
      const answers = await fetchIssues(
        this.#gateway,
        asked.map(([, key]) => key),
      );
      if ('kind' in answers) return { keys: [...this.#open.values()], why: answers };
      for (const [text] of asked) this.#open.delete(text);
      for (const { key, answer } of answers) {
        const isUnconfirmed = answer.kind === 'missing' && answer.reason === 'unconfirmed';
        // The repository was answered for, the number was not.
        if (isUnconfirmed) this.#repositoryOf(key).cache.visible = true;
        this.#fetcher.keep(key, answer);
        if (isUnconfirmed && !this.#isMissing(key)) unconfirmed.push(key);
      }
      this.#progressed();
    }
    return this.#askOneByOne(unconfirmed.slice(0, mostChecks));
  }

  #rank(text: string): number {
    return this.#urgent.has(text) ? 0 : 1;
  }

  async #askOneByOne(keys: readonly IssueKey[]): Promise<Stopped | undefined> {
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!;
      const { cache } = this.#repositoryOf(key);
      const result = await fetchIssue(this.#gateway, key, cache, 'background');
      const isHostTrouble =
        result.kind === 'unavailable' && result.reason !== 'forbidden' && result.reason !== 'trouble';
      if (isHostTrouble || (result.kind === 'unavailable' && result.retryAt !== undefined))
        return { keys: keys.slice(at), why: result };
      this.#fetcher.keep(key, result);
    }
    return undefined;
  }

  /** REST said so already. */
  #isMissing(key: IssueKey): boolean {
    const known = this.#repositoryOf(key).cache.peek(key.number, this.#clock.now());
    return known?.kind === 'missing' && known.reason !== 'unconfirmed';
  }

  /** Tries again when the limit is over or the network may be back; a limited number of times, unless it is requested again. */
  #askAgain(keys: readonly IssueKey[], why: Unavailable): void {
    const { failures } = this.#fetcher;
    const now = this.#clock.now();
    const at = Math.max(why.retryAt ?? 0, now + second);
    const again = keys.filter((key) => failures.count(key) < mostRetries);
    for (const key of keys) {
      const backgroundRetryAt = again.includes(key) ? at : at + retryDelay;
      failures.add(key, { why, backgroundRetryAt, interactiveRetryAt: now });
    }
    if (again.length > 0) this.#timers.after('again', at - now, () => this.add(again));
  }

  /** Nothing is asked from now on. */
  close(): void {
    this.#closed = true;
    this.#timers.close();
    this.#queued.clear();
    this.#open.clear();
    this.#progressed();
    this.#settle();
  }
}

interface Stopped {
  readonly keys: readonly IssueKey[];
  readonly why: Unavailable;
}
