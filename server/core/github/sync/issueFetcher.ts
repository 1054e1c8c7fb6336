/**
 * Look-ups of single references and of whole notes at one host: those on their way are shared, those of a note are
 * gathered into as few requests as can be, and none is repeated while it cannot help.
 */

import type { Clock, Logger } from '../../ports.ts';
import { type IssueKey, keyText } from '../../references/issueKey.ts';
import { type Answer, isWorthAsking, type Unavailable } from '../answer.ts';
import { explainMissing, type FetchResult, fetchIssue, fetchIssues } from '../api/fetchIssues.ts';
import type { Gateway, GatewayPorts } from '../api/gateway.ts';
import type { Priority } from '../api/limits.ts';
import { batchSize } from '../api/queries.ts';
import { unavailable } from '../api/status.ts';
import { Failures } from '../cache/failures.ts';
import { NamedTimers } from './namedTimers.ts';
import type { RepositoryStore } from './repositoryStore.ts';

const second = 1_000;
const minute = 60 * second;
/** A note names its references at once; a moment later all are known that are to be asked for. */
const gatherDelay = 60;
/** What could not be told is not asked for again sooner: of our own accord, and when a writer points at it. */
const againDelay = minute;
const interactiveRetryDelay = 10 * second;
const forbiddenDelay = 10 * minute;
/** Numbers that only GraphQL says are missing and that are checked in one go; they are rare. */
const mostChecks = 10;
const mostWaiting = 1_000;
const mostRetries = 3;
const fewNumbers = 3;

export class IssueFetcher {
  readonly #gateway: Gateway;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #timers: NamedTimers;
  readonly #repositoryOf: (key: IssueKey) => RepositoryStore;
  readonly #running = new Map<string, Promise<Answer>>();
  readonly #wanted = new Map<string, IssueKey>();
  readonly #failures = new Failures();
  #isAsking = false;
  #closed = false;
  readonly #waiting: (() => void)[] = [];

  constructor(
    gateway: Gateway,
    ports: Pick<GatewayPorts, 'clock' | 'timers' | 'log'>,
    repositoryOf: (key: IssueKey) => RepositoryStore,
  ) {
    this.#gateway = gateway;
    this.#clock = ports.clock;
    this.#log = ports.log;
    this.#timers = new NamedTimers(ports.timers);
    this.#repositoryOf = repositoryOf;
  }

  /** Asks GitHub about one; whoever asks for the same meanwhile gets the same answer. Never rejects. */
  one(key: IssueKey): Promise<Answer> {
    const failure = this.#failures.lately(key, this.#clock.now());
    if (failure !== undefined) return Promise.resolve(failure);
    const text = keyText(key);
    let running = this.#running.get(text);
    if (running === undefined) {
      running = this.#lookUp(key, 'interactive')
        .then((told) => this.#take(key, told))
        .finally(() => this.#running.delete(text));
      this.#running.set(text, running);
    }
    return running;
  }

  async #lookUp(key: IssueKey, priority: Priority): Promise<FetchResult> {
    const told = await fetchIssue(this.#gateway, key, priority);
    if (told.kind !== 'missing' || told.reason !== 'not-found') return told;
    const { cache } = this.#repositoryOf(key);
    return { kind: 'missing', reason: await explainMissing(this.#gateway, key, cache, priority) };
  }

  /** Asks for these soon, in the background, as far as they are not known. */
  want(keys: readonly IssueKey[]): void {
    for (const key of keys) {
      if (this.#wanted.size >= mostWaiting) break;
      if (this.#isWanted(key)) this.#wanted.set(keyText(key), key);
    }
    if (this.#wanted.size > 0 && !this.#isAsking && !this.#timers.has('ask'))
      this.#timers.after('ask', gatherDelay, () => {
        this.#ask().catch(() => this.#log.error('Looking up the references of a note failed.'));
      });
  }

  #isWanted(key: IssueKey): boolean {
    const now = this.#clock.now();
    if (this.#running.has(keyText(key)) || !this.#failures.mayAsk(key, now)) return false;
    const { cache } = this.#repositoryOf(key);
    const { signedIn } = this.#gateway.account;
    const known = cache.peek(key.number, now);
    // Without a token each costs one of few requests: not for what cannot be seen, nor to refresh what is known.
    if (!signedIn && (cache.visible === false || known?.kind === 'found')) return false;
    return known === undefined || isWorthAsking(known, now);
  }

  /** Settled when everything that was wanted was asked for, whatever came of it. */
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
      const keys = [...this.#wanted.values()].filter((key) => this.#isWanted(key));
      this.#wanted.clear();
      const { signedIn } = this.#gateway.account;
      const stopped = signedIn ? await this.#askTogether(keys) : await this.#askOneByOne(keys);
      if (stopped !== undefined) this.#askAgain(stopped.keys, stopped.why);
    } finally {
      this.#isAsking = false;
      this.want([]);
      this.#settle();
    }
  }

  /** A file, and the list of recent issues, answer most of it. */
  async #prepare(): Promise<void> {
    const counts = new Map<RepositoryStore, number>();
    for (const key of this.#wanted.values()) {
      const store = this.#repositoryOf(key);
      counts.set(store, (counts.get(store) ?? 0) + 1);
    }
    const { signedIn } = this.#gateway.account;
    await Promise.all(
      [...counts].map(async ([store, count]) => {
        await store.load();
        // Two requests tell whether the repository can be seen at all, before each number costs one.
        const isUnknown = !signedIn && store.cache.visible === undefined && count >= fewNumbers;
        await (isUnknown ? store.open('opened') : store.listed);
      }),
    );
  }

  async #askTogether(keys: readonly IssueKey[]): Promise<Stopped | undefined> {
    const unconfirmed: IssueKey[] = [];
    for (let at = 0; at < keys.length; at += batchSize) {
      const answers = await fetchIssues(this.#gateway, keys.slice(at, at + batchSize));
      if ('kind' in answers) return { keys: keys.slice(at), why: answers };
      for (const { key, answer } of answers) {
        const isUnconfirmed = answer.kind === 'missing' && answer.reason === 'unconfirmed';
        // The repository was answered for, the number was not.
        if (isUnconfirmed) this.#repositoryOf(key).cache.visible = true;
        this.#take(key, answer);
        if (isUnconfirmed && !this.#isMissing(key)) unconfirmed.push(key);
      }
    }
    return this.#askOneByOne(unconfirmed.slice(0, mostChecks));
  }

  async #askOneByOne(keys: readonly IssueKey[]): Promise<Stopped | undefined> {
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!;
      const told = await this.#lookUp(key, 'background');
      const isHostTrouble =
        told.kind === 'unavailable' && told.reason !== 'forbidden' && told.reason !== 'trouble';
      if (isHostTrouble || (told.kind === 'unavailable' && told.retryAt !== undefined))
        return { keys: keys.slice(at), why: told };
      this.#take(key, told);
    }
    return undefined;
  }

  /** REST said so already. */
  #isMissing({ repository, number }: IssueKey): boolean {
    const known = this.#repositoryOf({ repository, number }).cache.peek(number, this.#clock.now());
    return known?.kind === 'missing' && known.reason !== 'unconfirmed';
  }

  /** Tries again when the limit is over or the network may be back; but not for ever, unless somebody wants it again. */
  #askAgain(keys: readonly IssueKey[], why: Unavailable): void {
    const now = this.#clock.now();
    const at = Math.max(why.retryAt ?? 0, now + second);
    const again = keys.filter((key) => this.#failures.count(key) < mostRetries);
    for (const key of keys) {
      const backgroundRetryAt = again.includes(key) ? at : at + againDelay;
      this.#failures.add(key, { why, backgroundRetryAt, interactiveRetryAt: now });
    }
    if (again.length > 0) this.#timers.after('again', at - now, () => this.want(again));
  }

  /** Puts an answer where it belongs, and gives it with its time. */
  #take(key: IssueKey, told: FetchResult): Answer {
    const store = this.#repositoryOf(key);
    const { cache } = store;
    const now = this.#clock.now();
    if (told.kind === 'unavailable') {
      const pause = told.reason === 'forbidden' ? forbiddenDelay : againDelay;
      const backgroundRetryAt = told.retryAt ?? now + pause;
      this.#failures.add(key, {
        why: told,
        backgroundRetryAt,
        interactiveRetryAt: now + interactiveRetryDelay,
      });
      return told;
    }
    this.#failures.forget(key);
    if (told.kind === 'found') {
      const found = { ...told, fetchedAt: now };
      cache.visible = true;
      if (told.movedFrom !== undefined) {
        const { movedFrom: _movedFrom, ...there } = found;
        this.#repositoryOf(told.issue).put([there]);
      }
      store.put([found]);
      return cache.peek(key.number, now) ?? found;
    }
    if (told.reason === 'hidden') cache.visible = false;
    store.miss(key.number, told.reason);
    const known = cache.peek(key.number, now);
    if (known?.kind === 'missing') return known;
    const why = unavailable('forbidden', 'It cannot be seen any more, by this sign-in or at all.');
    this.#failures.add(key, {
      why,
      backgroundRetryAt: now + againDelay,
      interactiveRetryAt: now + interactiveRetryDelay,
    });
    return why;
  }

  /** Nothing is asked from now on. */
  close(): void {
    this.#closed = true;
    this.#timers.close();
    this.#wanted.clear();
    this.#settle();
  }
}

interface Stopped {
  readonly keys: readonly IssueKey[];
  readonly why: Unavailable;
}
