/**
 * How the cost of something grows with the size of what it is given: a ratio within one run, so that it holds on a slow
 * machine. Costs are CPU time of this process, so that it holds on a busy machine, too.
 */

import { ok } from 'node:assert/strict';

/** How much larger the large one is. Something quadratic costs its square. */
const factor = 8;
/** Between what is linear and what is quadratic, on a logarithmic scale. */
const steepest = factor ** 1.5;
/** Below this the clock says nothing, in milliseconds. What takes less is done several times at once. */
const least = 1;
/** What takes less than `least` even so often does nothing with what it is given. */
const mostTimes = 512;
/** How often the small one is measured at a time. */
const calls = 3;
/** What takes longer than this has been compiled by its end, in milliseconds: measuring it again tells nothing new. */
const compiled = 100;
/** What the small one needs no more of, in milliseconds: of something slow a smaller one tells as much, in less time. */
const enough = 12;
/**
 * What takes less for each unit of the size, in milliseconds, moves memory and does no more, and how much that takes is
 * no matter of size alone: a large text has other caches. Something quadratic takes many times as much.
 */
const memory = 1e-5;
/** From here on V8 gives a string pages of its own, which cost up to 20 µs for 4 KB on a virtual machine (measured: 100 pages 2.3 ms). */
const largeText = 128 * 1024;
const largeTextMemory = 3e-5;

/**
 * Fails when the cost grows faster than the size by far, and when there is no cost to be measured. `prepare` makes what
 * is needed and gives what is measured; it is asked for something `largest` large, or less where that takes long, and for
 * something smaller, several times each.
 */
export function growsLinearly(prepare: (size: number) => () => unknown, largest: number, what = ''): void {
  const measure = (wanted: number, times: number): number => {
    const runs = Array.from({ length: times }, () => prepare(Math.ceil(wanted)));
    const started = cpuTime();
    for (const run of runs) run();
    return cpuTime() - started;
  };
  let size = largest;
  let small = Number.POSITIVE_INFINITY;
  /** Measures the small one until it is known to take long or not. */
  const look = (): void => {
    small = Number.POSITIVE_INFINITY;
    let call = 0;
    // The first calls are slower than the rest, unless they take so long that all has been compiled meanwhile.
    do small = Math.min(small, measure(size / factor, 1));
    while (small <= compiled && ++call < calls);
  };
  for (look(); size > largest / 16 && small > 2 * enough; look()) size /= 2;
  let times = 1;
  while (small < least && times < mostTimes) {
    times *= 2;
    if (measure(size / factor, times) >= least) break;
  }
  // As much in all, so that memory is used alike.
  const timesLarge = Math.ceil(times / factor);
  // What was measured alone counts where it takes long enough to be measured.
  if (times > 1) small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  // Compiling and collecting garbage may spoil some measurements, not the best of them.
  for (let attempt = 0; attempt < 10; attempt++) {
    large = Math.min(large, measure(size, timesLarge) / timesLarge);
    ok(large * mostTimes >= least, `${what} costs nothing, so that nothing was measured`.trim());
    if (large < (size < largeText ? memory : largeTextMemory) * size) return;
    for (let call = attempt === 0 && times === 1 ? calls : 0; call < calls; call++)
      small = Math.min(small, measure(size / factor, times) / times);
    if (large < steepest * small) return;
  }
  ok(false, `${what} ${factor} times the size costs ${(large / small).toFixed(1)} times as much`.trim());
}

/** In milliseconds, of this process alone. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
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
