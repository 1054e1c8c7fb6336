/** Answers about single issues at one host: from the cache, else from one request that all who ask share. */

import type { Clock } from '../../ports.ts';
import { type IssueKey, keyText } from '../../references/issueKey.ts';
import type { Answer } from '../answer.ts';
import { type FetchResult, fetchIssue } from '../api/fetchIssues.ts';
import type { Gateway } from '../api/gateway.ts';
import { unavailable } from '../api/status.ts';
import { Failures } from '../cache/failures.ts';
import type { RepositoryStore } from './repositoryStore.ts';

const second = 1_000;
const minute = 60 * second;
/** Milliseconds until a failure is asked for again: in the background, and when a writer points at it. */
export const retryDelay = minute;
const interactiveRetryDelay = 10 * second;
const forbiddenDelay = 10 * minute;

export class IssueFetcher {
  readonly failures = new Failures();
  readonly #gateway: Gateway;
  readonly #clock: Clock;
  readonly #repositoryOf: (key: IssueKey) => RepositoryStore;
  readonly #running = new Map<string, Promise<Answer>>();

  constructor(gateway: Gateway, clock: Clock, repositoryOf: (key: IssueKey) => RepositoryStore) {
    this.#gateway = gateway;
    this.#clock = clock;
    this.#repositoryOf = repositoryOf;
  }

  /** From the cache when that is fresh, else from GitHub. With `details`, labels and the first lines, too. Never rejects. */
  async get(key: IssueKey, details = false): Promise<Answer> {
    const store = this.#repositoryOf(key);
    await store.load();
    const now = this.#clock.now();
    const known = store.cache.fresh(key.number, now, details) ?? this.failures.lately(key, now);
    if (known !== undefined) return known;
    const text = keyText(key);
    let running = this.#running.get(text);
    if (running === undefined) {
      running = fetchIssue(this.#gateway, key, store.cache, 'interactive')
        .then((result) => this.keep(key, result))
        .finally(() => this.#running.delete(text));
      this.#running.set(text, running);
    }
    return running;
  }

  isRunning(key: IssueKey): boolean {
    return this.#running.has(keyText(key));
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
    const why = unavailable('forbidden', 'It is no longer available, or not to this sign-in.');
    this.failures.add(key, { why, backgroundRetryAt: now + retryDelay, interactiveRetryAt });
    return why;
  }
}
