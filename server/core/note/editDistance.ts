/** How far two words are apart, and the known word that a mistyped one is nearest to. */

const longestWord = 40;

/**
 * The known word that `word` is nearest to, in any case: at most one letter in three is another one, missing or too much;
 * two neighbours exchanged count once. Undefined when none is that near.
 */
export function nearest<Word extends string>(word: string, known: readonly Word[]): Word | undefined {
  if (word.length > longestWord) return undefined;
  let best: Word | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  const typed = word.toLowerCase();
  for (const each of known) {
    const most = Math.floor(Math.max(each.length, 3) / 3);
    // Each letter that one of them has more is a slip.
    if (Math.abs(word.length - each.length) > most) continue;
    const slips = editDistance(typed, each.toLowerCase());
    if (slips < fewest && slips <= most) [best, fewest] = [each, slips];
  }
  return best;
}

/**
 * Letters to insert, delete or replace, or neighbours to exchange (Damerau and Levenshtein). In UTF-16 units; takes as long
 * as the product of the lengths, so callers limit them.
 */
export function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[other.length]!;
}
