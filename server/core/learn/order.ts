/** The order that most notes have what they have in. */

export interface Ordered<T> {
  readonly value: T;
  /** By note: where it stands there. */
  readonly places: ReadonlyMap<number, number>;
}

export interface Order<T> {
  readonly values: readonly T[];
  /** Every note has them so. */
  readonly always: boolean;
}

/**
 * Puts values into the order in which more notes have each two of them; those that no note has both of go by how many of
 * the others stand before them. Cubic in the number of values, which are few.
 */
export function inOrder<T>(all: readonly Ordered<T>[]): Order<T> {
  let always = true;
  const before = all.map((one) =>
    all.map((other) => {
      const balance = compare(one, other);
      if (balance.earlier > 0 && balance.later > 0) always = false;
      return balance.earlier > balance.later;
    }),
  );
  const rank = all.map(({ places }) => mean([...places].map(([note, at]) => at / lastPlace(all, note))));
  const left = new Set(all.keys());
  const values: T[] = [];
  while (left.size > 0) {
    const candidates = [...left].map((index) => ({
      index,
      waits: [...left].filter((other) => before[other]![index]).length,
    }));
    // A circle is cut where it is weakest.
    candidates.sort((a, b) => a.waits - b.waits || rank[a.index]! - rank[b.index]!);
    const next = candidates[0]!.index;
    left.delete(next);
    values.push(all[next]!.value);
  }
  return { values, always };
}

function compare<T>(
  one: Ordered<T>,
  other: Ordered<T>,
): { readonly earlier: number; readonly later: number } {
  let earlier = 0;
  let later = 0;
  for (const [note, at] of one.places) {
    const there = other.places.get(note);
    if (there === undefined || there === at) continue;
    if (at < there) earlier++;
    else later++;
  }
  return { earlier, later };
}

function lastPlace<T>(all: readonly Ordered<T>[], note: number): number {
  return Math.max(1, ...all.map(({ places }) => places.get(note) ?? 0));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
