/** When a crashed server is started again and when that would only go on and on. */

const window = 3 * 60_000;
const restartsInWindow = 4;

export class Crashes {
  #times: number[] = [];

  /** Notes a crash at `now` (milliseconds); true when the server should be started again. */
  note(now: number): boolean {
    this.#times = this.#times.filter((time) => now - time < window);
    this.#times.push(now);
    return this.#times.length <= restartsInWindow;
  }

  /** The user asked for a fresh start. */
  forget(): void {
    this.#times = [];
  }
}
