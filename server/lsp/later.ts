/** Something to be done once, soon, however often it is asked for. */
export class Later {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  /** Runs it in this time, unless it is waiting already. */
  in(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#run();
    }, milliseconds);
  }

  /** Runs it in this time from now on, however often it is asked for until then. */
  afterQuietOf(milliseconds: number): void {
    this.cancel();
    this.in(milliseconds);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
