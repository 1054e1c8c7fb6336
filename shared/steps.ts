/** Long work in steps: it stops between two of them, so that whoever runs it can let others be served. */

/** Gives nothing until it is done, and then its result. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs all steps now. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** True for one of so many calls with a counter that grows: where a single step is too small to stop after it. */
export function isEach(count: number, index: number): boolean {
  return index % count === count - 1;
}
