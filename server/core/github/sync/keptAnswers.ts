/** Answers for a hover: kept for a while, asked for once. */

import type { Clock } from '../../ports.ts';

/** Milliseconds; a failure only so that a pointer that rests does not ask again and again. */
const keptFor = { found: 10 * 60_000, missing: 60_000, unavailable: 10_000 } as const;
const mostKept = 200;

export class KeptAnswers<Answer extends { readonly kind: keyof typeof keptFor }> {
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly answer: Answer; readonly until: number }>();
  readonly #running = new Map<string, Promise<Answer>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** From memory, else by one `fetch` that all share who ask for `key`. Never rejects if `fetch` does not. */
  get(key: string, fetch: () => Promise<Answer>): Promise<Answer> {
    const known = this.#known.get(key);
    if (known !== undefined && this.#clock.now() < known.until) return Promise.resolve(known.answer);
    let running = this.#running.get(key);
    if (running === undefined) {
      running = fetch()
        .then((answer) => {
          if (this.#known.size >= mostKept) this.#known.clear();
          this.#known.set(key, { answer, until: this.#clock.now() + keptFor[answer.kind] });
          return answer;
        })
        .finally(() => this.#running.delete(key));
      this.#running.set(key, running);
    }
    return running;
  }
}
