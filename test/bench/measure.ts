/** Times functions in turn, A B A B …, so that a ratio holds when the machine's speed drifts. */

export interface Candidate {
  readonly name: string;
  /** One sample; gives the milliseconds it took, or nothing to have the whole call timed. */
  run(sample: number): number | undefined | Promise<number | undefined>;
}

export interface Figure {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  /** This candidate's median over the first one's. */
  readonly ratio: number;
}

/** `warmUp` rounds that do not count, then `samples` rounds of every candidate. */
export async function compare(
  candidates: readonly Candidate[],
  samples: number,
  warmUp: number,
): Promise<Figure[]> {
  const times = candidates.map((): number[] => []);
  for (let round = -warmUp; round < samples; round++) {
    for (const [index, candidate] of candidates.entries()) {
      const start = performance.now();
      const told = await candidate.run(round + warmUp);
      const took = told ?? performance.now() - start;
      if (round >= 0) times[index]?.push(took);
    }
  }
  const medians = times.map((each) => quantile(each, 0.5));
  return candidates.map(({ name }, index) => ({
    name,
    median: medians[index] ?? 0,
    p95: quantile(times[index] ?? [], 0.95),
    ratio: (medians[index] ?? 0) / (medians[0] ?? 1),
  }));
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Prints a table: name, median, 95th percentile, how many times the first one's. */
export function print(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map(({ name, median, p95, ratio }, index) => {
    const times = `${milliseconds(median)} ${milliseconds(p95)}`;
    return `  ${name.padEnd(width)} ${times} ${index === 0 ? '' : `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`.padStart(7)}`.trimEnd();
  });
  process.stdout.write(`\n${title}\n  ${''.padEnd(width)}     median        p95\n${lines.join('\n')}\n`);
}

function milliseconds(value: number): string {
  const digits = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ms`.padStart(10);
}
