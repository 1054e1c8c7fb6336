/** Something to be done once, soon, however often it is asked for. */
export class Later {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  /** Runs it in this time, unless it is waiting already. */
  in(milliseconds: number): void {
    if (this.#timer === undefined) this.#start(milliseconds);
  }

  /** Runs it when nobody has asked for this long. */
  after(milliseconds: number): void {
    this.cancel();
    this.#start(milliseconds);
  }

  /** Runs it now if it is waiting. */
  flush(): void {
    if (this.#timer === undefined) return;
    this.cancel();
    this.#run();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #start(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#run();
    }, milliseconds);
  }
}
