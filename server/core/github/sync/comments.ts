/** The comments that URLs name, for a hover: kept for a while, asked for once. */

import type { Clock } from '../../ports.ts';
import type { CommentPlace, IssueKey } from '../../references/issueKey.ts';
import { type CommentAnswer, fetchComment } from '../api/fetchIssues.ts';
import type { Gateway } from '../api/gateway.ts';
import { commentPath } from '../api/paths.ts';

/** Milliseconds; a failure only so that a pointer that rests does not ask again and again. */
const keptFor = { found: 10 * 60_000, missing: 60_000, unavailable: 10_000 } as const;
const mostKept = 200;

export class Comments {
  readonly #gateway: Gateway;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly answer: CommentAnswer; readonly until: number }>();
  readonly #running = new Map<string, Promise<CommentAnswer>>();

  constructor(gateway: Gateway, clock: Clock) {
    this.#gateway = gateway;
    this.#clock = clock;
  }

  /** From memory, else one request that all share. Never rejects. */
  get(key: IssueKey, place: CommentPlace): Promise<CommentAnswer> {
    const text = commentPath(key, place).toLowerCase();
    const known = this.#known.get(text);
    if (known !== undefined && this.#clock.now() < known.until) return Promise.resolve(known.answer);
    let running = this.#running.get(text);
    if (running === undefined) {
      running = fetchComment(this.#gateway, key, place, () => this.#clock.now())
        .then((answer) => {
          if (this.#known.size >= mostKept) this.#known.clear();
          this.#known.set(text, { answer, until: this.#clock.now() + keptFor[answer.kind] });
          return answer;
        })
        .finally(() => this.#running.delete(text));
      this.#running.set(text, running);
    }
    return running;
  }
}
