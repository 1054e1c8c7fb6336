/**
 * How the cost of something grows with the size of what it is given: a ratio within one run, so that it holds on a slow
 * machine and on a busy one.
 */

import { ok } from 'node:assert/strict';

/** How much larger the large one is. Something quadratic costs its square. */
const factor = 8;
/** Between what is linear and what is quadratic, on a logarithmic scale. */
const steepest = factor ** 1.5;
/** Below this a clock says nothing, in milliseconds. */
const least = 2;

/**
 * Fails when the cost grows faster than the size by far. `prepare` makes what is needed and gives what is measured; it
 * is asked for something `size` large and for something smaller, several times each.
 */
export function growsLinearly(prepare: (size: number) => () => unknown, size: number, what = ''): void {
  const measure = (wanted: number): number => {
    const run = prepare(Math.ceil(wanted));
    const started = performance.now();
    run();
    return performance.now() - started;
  };
  // The first calls are slower than the rest.
  for (let call = 0; call < 3; call++) measure(size / factor);
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // A busy machine may spoil some measurements, not the best of them.
  for (let attempt = 0; attempt < 10; attempt++) {
    large = Math.min(large, measure(size));
    for (let call = 0; call < 3; call++) small = Math.min(small, measure(size / factor));
    if (large < least || large < steepest * small) return;
  }
  ok(false, `${what} ${factor} times the size costs ${(large / small).toFixed(1)} times as much`.trim());
}

/** The same for text of a piece over and over. */
export function growsLinearlyIn(
  pieces: readonly string[],
  length: number,
  run: (text: string) => unknown,
): void {
  for (const piece of pieces) {
    const prepare = (size: number) => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      return () => run(text);
    };
    growsLinearly(prepare, length, JSON.stringify(piece));
  }
}
