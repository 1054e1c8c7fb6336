/** Requests that failed lately: no answer to be kept, but a reason not to ask again for a moment. */

import { type IssueKey, keyText } from '../../references/issueKey.ts';
import type { Unavailable } from '../answer.ts';

interface Failure {
  readonly why: Unavailable;
  /** How often in a row. */
  readonly count: number;
  /** When asking again may help: of our own accord, and for a writer who points at it. Milliseconds since 1970. */
  readonly backgroundRetryAt: number;
  readonly interactiveRetryAt: number;
}

const mostKept = 5_000;

export class Failures {
  readonly #failures = new Map<string, Failure>();

  add(key: IssueKey, failure: Omit<Failure, 'count'>): void {
    if (this.#failures.size >= mostKept) this.#failures.clear();
    this.#failures.set(keyText(key), { ...failure, count: this.count(key) + 1 });
  }

  forget(key: IssueKey): void {
    this.#failures.delete(keyText(key));
  }

  count(key: IssueKey): number {
    return this.#failures.get(keyText(key))?.count ?? 0;
  }

  /** Whether the background may ask; `now` in milliseconds since 1970. */
  mayAsk(key: IssueKey, now: number): boolean {
    return now >= (this.#failures.get(keyText(key))?.backgroundRetryAt ?? 0);
  }

  /** The answer to a writer who asks again too soon. */
  lately(key: IssueKey, now: number): Unavailable | undefined {
    const failure = this.#failures.get(keyText(key));
    return failure !== undefined && now < failure.interactiveRetryAt ? failure.why : undefined;
  }
}
