/** Answers about single issues at one host: from the cache, else from one request that all who ask share. */

import { t } from '../../../../shared/l10n.ts';
import type { Clock, Timers } from '../../ports.ts';
import { type IssueKey, keyText } from '../../references/issueKey.ts';
import type { Answer } from '../answer.ts';
import { type FetchResult, fetchIssue } from '../api/fetchIssues.ts';
import type { Gateway } from '../api/gateway.ts';
import { unavailable } from '../api/status.ts';
import { waitFor } from '../api/timeout.ts';
import { Failures } from '../cache/failures.ts';
import type { RepositoryStore } from './repositoryStore.ts';

const second = 1_000;
const minute = 60 * second;
/** Milliseconds until a failure is asked for again: in the background, and when a writer points at it. */
export const retryDelay = minute;
const interactiveRetryDelay = 10 * second;
const forbiddenDelay = 10 * minute;
/** So long may the next batch take until a writer who waits gets a request of their own, if only a few do; milliseconds. */
const batchTimeout = 700;
/** With so many requests of their own under way, further ones are put into a batch. */
const mostSingle = 3;

/** The batches of the background, which a writer's request joins. */
export interface Batches {
  add(keys: readonly IssueKey[]): void;
  isPending(key: IssueKey): boolean;
  progress(key: IssueKey): Promise<void>;
}

export class IssueFetcher {
  readonly failures = new Failures();
  readonly #gateway: Gateway;
  readonly #clock: Clock;
  readonly #repositoryOf: (key: IssueKey) => RepositoryStore;
  readonly #running = new Map<string, Promise<Answer>>();
  /** Those of them that have a request of their own. */
  readonly #single = new Set<string>();

  readonly #timers: Timers;
  readonly #batches: () => Batches;

  constructor(
    gateway: Gateway,
    { clock, timers }: { readonly clock: Clock; readonly timers: Timers },
    repositoryOf: (key: IssueKey) => RepositoryStore,
    batches: () => Batches,
  ) {
    this.#gateway = gateway;
    this.#clock = clock;
    this.#timers = timers;
    this.#batches = batches;
    this.#repositoryOf = repositoryOf;
  }

  /**
   * From the cache when that is fresh, else from a batch that has it, else from a request of its own. With `details`, labels and the first lines,
   * too, but not those of a batch: they come with the next request. Never rejects.
   */
  async get(key: IssueKey, details = false): Promise<Answer> {
    const store = this.#repositoryOf(key);
    await store.load();
    const now = this.#clock.now();
    const known = store.cache.fresh(key.number, now, details) ?? this.failures.lately(key, now);
    if (known !== undefined) return known;
    const text = keyText(key);
    let running = this.#running.get(text);
    if (running === undefined) {
      running = this.#fetch(key, store).finally(() => this.#running.delete(text));
      this.#running.set(text, running);
    }
    return running;
  }

  async #fetch(key: IssueKey, store: RepositoryStore): Promise<Answer> {
    const batches = this.#batches();
    if (!batches.isPending(key) && this.#single.size >= mostSingle) batches.add([key]);
    const batched = batches.isPending(key) ? await this.#fromBatch(key, store, batches) : undefined;
    if (batched !== undefined) return batched;
    const text = keyText(key);
    this.#single.add(text);
    const result = await fetchIssue(this.#gateway, key, store.cache, 'interactive');
    this.#single.delete(text);
    return this.keep(key, result);
  }

  /** The answer of a batch under way; undefined where that takes too long, and where it is not certain. */
  async #fromBatch(key: IssueKey, { cache }: RepositoryStore, batches: Batches): Promise<Answer | undefined> {
    while (batches.isPending(key)) {
      const waited = await waitFor(batches.progress(key), { timeout: batchTimeout }, this.#timers);
      const known = cache.fresh(key.number, this.#clock.now(), false);
      // A number that GraphQL does not have may have moved.
      if (known !== undefined) return known.kind === 'found' || known.reason === 'hidden' ? known : undefined;
      if (waited.kind !== 'done' && this.#single.size < mostSingle) return undefined;
    }
    return undefined;
  }

  /** Whether a request of its own is under way. */
  isRunning(key: IssueKey): boolean {
    return this.#single.has(keyText(key));
  }

  /** Puts a result where it belongs, and gives it with its time. */
  keep(key: IssueKey, result: FetchResult): Answer {
    const store = this.#repositoryOf(key);
    const { cache } = store;
    const now = this.#clock.now();
    const interactiveRetryAt = now + interactiveRetryDelay;
    if (result.kind === 'unavailable') {
      const pause = result.reason === 'forbidden' ? forbiddenDelay : retryDelay;
      const backgroundRetryAt = result.retryAt ?? now + pause;
      this.failures.add(key, { why: result, backgroundRetryAt, interactiveRetryAt });
      return result;
    }
    this.failures.forget(key);
    if (result.kind === 'found') {
      const found = { ...result, fetchedAt: now };
      cache.visible = true;
      if (result.movedFrom !== undefined) {
        const { movedFrom: _movedFrom, ...there } = found;
        this.#repositoryOf(result.issue).put([there]);
      }
      store.put([found]);
      return cache.peek(key.number, now) ?? found;
    }
    if (result.reason === 'hidden') cache.visible = false;
    store.miss(key.number, result.reason);
    const known = cache.peek(key.number, now);
    if (known?.kind === 'missing') return known;
    const why = unavailable('forbidden', t('It is no longer available, or not to this sign-in.'));
    this.failures.add(key, { why, backgroundRetryAt: now + retryDelay, interactiveRetryAt });
    return why;
  }
}
