/** Something to be done once, soon, however often it is asked for. */

import type { Timers } from './ports.ts';

export class Debounce {
  readonly #timers: Timers;
  readonly #run: () => void;
  #cancel: (() => void) | undefined;

  constructor(timers: Timers, run: () => void) {
    this.#timers = timers;
    this.#run = run;
  }

  /** Runs it in so many milliseconds, unless it is scheduled already. */
  schedule(milliseconds: number): void {
    this.#cancel ??= this.#timers.after(milliseconds, () => {
      this.#cancel = undefined;
      this.#run();
    });
  }

  /** Runs it so many milliseconds after the last call. */
  restart(milliseconds: number): void {
    this.cancel();
    this.schedule(milliseconds);
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
