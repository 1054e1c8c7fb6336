/** Work that no request waits for, one piece after the other. */

import { contain } from '../contain.ts';
import type { Logger } from '../ports.ts';

export class BackgroundQueue {
  readonly #log: Logger;
  readonly #name: string;
  readonly #idle: () => void;
  #last: Promise<void> = Promise.resolve();
  /** How many pieces are not done. */
  #length = 0;
  #hasEnded = false;

  /** `name` is for the log; `idle` is called whenever all is done. */
  constructor(log: Logger, name: string, idle: () => void) {
    this.#log = log;
    this.#name = name;
    this.#idle = idle;
  }

  get isBusy(): boolean {
    return this.#length > 0;
  }

  /** Nothing more is to be done; what is under way looks at this. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** The piece to come last; what it throws is logged. */
  add(run: () => Promise<void>): void {
    this.#length++;
    this.#last = this.#last
      .then(() =>
        contain(this.#log, this.#name, async () => {
          if (!this.#hasEnded) await run();
        }),
      )
      .then(() => {
        this.#length--;
        if (this.#length === 0) this.#idle();
      });
  }

  /** Resolves when all is done, also what is added meanwhile; `before` is called each time before it is waited for. */
  async done(before: () => void): Promise<void> {
    for (let last: Promise<void> | undefined; last !== this.#last; ) {
      before();
      last = this.#last;
      await last;
    }
  }

  end(): void {
    this.#hasEnded = true;
  }
}
