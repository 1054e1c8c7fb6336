/** Samples of several servers in turn, so that a ratio holds when the machine's speed drifts. */

import type { ServerName } from './servers.ts';

export interface Candidate {
  readonly name: ServerName;
  /** Of the rounds, how many it takes part in: 1 is all. */
  readonly share?: number;
  /** One sample; gives its figure, undefined where there is none. */
  run(sample: number): Promise<number | undefined>;
  processorTime?(): number | undefined;
}

export interface Figures {
  readonly times: readonly number[];
  /** Milliseconds of processor time a sample, with all that belongs to it; undefined where the system does not tell. */
  readonly processor: number | undefined;
}

export type Measured = Partial<Record<ServerName, Figures>>;

/** As many samples again come first and do not count, unless told otherwise. */
export async function collect(
  candidates: readonly Candidate[],
  samples: number,
  warmUp = samples,
): Promise<Measured> {
  const measured: Partial<Record<ServerName, { times: number[]; processor: number }>> = {};
  for (let round = 0; round < warmUp + samples; round++) {
    for (const { name, share = 1, run, processorTime } of candidates) {
      if (Math.floor(round * share) === Math.floor((round - 1) * share)) continue;
      const before = processorTime?.() ?? Number.NaN;
      const figure = await run(round);
      const spent = (processorTime?.() ?? Number.NaN) - before;
      if (round < warmUp || figure === undefined) continue;
      measured[name] ??= { times: [], processor: 0 };
      measured[name].times.push(figure);
      measured[name].processor += spent;
    }
  }
  return Object.fromEntries(
    Object.entries(measured).map(([name, { times, processor }]) => {
      const mean = processor / times.length;
      return [name, { times, processor: Number.isNaN(mean) ? undefined : mean }];
    }),
  );
}

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
