import type { Timers } from '../../ports.ts';

/** Things to be done later, by name; asking again for one puts it off. */
export class NamedTimers {
  readonly #timers: Timers;
  readonly #stops = new Map<string, () => void>();
  #closed = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  has(name: string): boolean {
    return this.#stops.has(name);
  }

  after(name: string, milliseconds: number, run: () => void): void {
    this.cancel(name);
    if (this.#closed) return;
    const stop = this.#timers.after(milliseconds, () => {
      this.#stops.delete(name);
      run();
    });
    this.#stops.set(name, stop);
  }

  cancel(name: string): void {
    this.#stops.get(name)?.();
    this.#stops.delete(name);
  }

  /** Nothing is done from now on. */
  close(): void {
    this.#closed = true;
    for (const name of [...this.#stops.keys()]) this.cancel(name);
  }
}
