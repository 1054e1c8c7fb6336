/** One line on a terminal that tells how far it is, and is gone at the end. */

import type { Environment } from './git.ts';

export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Faster changes cannot be read. */
const everyMs = 100;

export class Progress {
  readonly #output: ProgressOutput | undefined;
  readonly #now: () => number;
  #shownAt = Number.NEGATIVE_INFINITY;
  #isShown = false;

  /** Silent where the output is no terminal, or one that wants no control characters. `now`: milliseconds. */
  constructor(output: ProgressOutput, env: Environment, now: () => number = () => performance.now()) {
    this.#output = output.isTTY === true && isCapable(env) ? output : undefined;
    this.#now = now;
  }

  /** Shows `text`, one line without control characters, in place of what was shown; not if that was just now. */
  show(text: string): void {
    const now = this.#now();
    if (this.#output === undefined || now - this.#shownAt < everyMs) return;
    this.#shownAt = now;
    this.#isShown = true;
    this.#output.write(`\r${text}\u001b[K`);
  }

  /** To be called before anything else is written to the terminal, and at the end. */
  erase(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#output?.write('\r\u001b[K');
  }
}

/** no-color.org: any value but an empty one. Without a name the terminal may be anything. */
export function isCapable(env: Environment): boolean {
  return !env.NO_COLOR && env.TERM !== 'dumb';
}
