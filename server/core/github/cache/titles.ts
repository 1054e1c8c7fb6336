/**
 * Many titles made ready to be searched: one long text with a line per title, as one scan of a long text is ten times as
 * fast as 100,000 scans of short ones.
 */

import type { Found } from '../answer.ts';

export interface Row {
  readonly found: Found;
  /** The title as it is searched. */
  readonly lower: string;
}

export interface Titles {
  /** The latest change first. */
  readonly rows: readonly Row[];
  /** Ascending. */
  readonly byNumber: readonly Row[];
  /** The rows' lower-case titles, each with a line end. */
  readonly text: string;
  /** Where each row's title starts in `text`, and where the last one ends. */
  readonly starts: Int32Array;
}

export function rowOf(found: Found): Row {
  return { found, lower: found.issue.title.toLowerCase() };
}

/** `rows` with the latest change first. */
export function titlesOf(rows: readonly Row[]): Titles {
  const starts = new Int32Array(rows.length + 1);
  let at = 0;
  for (let index = 0; index < rows.length; index++) {
    starts[index] = at;
    at += rows[index]!.lower.length + 1;
  }
  starts[rows.length] = at;
  const text = `${rows.map(({ lower }) => lower).join('\n')}\n`;
  const byNumber = [...rows].sort((a, b) => a.found.issue.number - b.found.issue.number);
  return { rows, byNumber, text, starts };
}

/**
 * The first row from `from` on whose title holds every word; the number of rows when there is none. Words are lower-case
 * and have no blanks. Each word leaps to its next place, and the rarest leaps farthest.
 */
export function nextWithWords(
  { rows, text, starts }: Titles,
  words: readonly string[],
  from: number,
): number {
  let row = from;
  for (let index = 0, agreed = 0; agreed < words.length; index = (index + 1) % words.length) {
    if (row >= rows.length) return rows.length;
    const place = text.indexOf(words[index]!, starts[row]);
    if (place < 0) return rows.length;
    if (place < starts[row + 1]!) agreed++;
    else {
      row = rowAt(starts, place, row);
      agreed = 1;
    }
  }
  return row;
}

/** The row that holds a place of the text; `from` is one before it. */
function rowAt(starts: Int32Array, place: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** A sort of more than this takes longer than looking through the rows in their order until there are enough. */
const fewRows = 1_000;

/** The latest rows whose number begins with these digits, at least `wanted` if there are so many, in no order. */
export function latestByPrefix(
  { rows, byNumber }: Titles,
  digits: string,
  wanted: number,
  fits: (row: Row) => boolean,
): readonly Row[] {
  const ranges = numberRanges(byNumber, digits);
  const count = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  if (count <= fewRows) return ranges.flatMap(({ from, to }) => byNumber.slice(from, to)).filter(fits);
  const found: Row[] = [];
  for (const row of rows) {
    if (!String(row.found.issue.number).startsWith(digits) || !fits(row)) continue;
    found.push(row);
    if (found.length === wanted) break;
  }
  return found;
}

/** Where numbers begin with these digits: 58 stands for 58, 580 to 589, 5800 to 5899, … */
function numberRanges(
  byNumber: readonly Row[],
  digits: string,
): readonly { readonly from: number; readonly to: number }[] {
  if (digits.startsWith('0') || digits.length > 9) return [];
  const ranges: { readonly from: number; readonly to: number }[] = [];
  const highest = byNumber.at(-1)?.found.issue.number ?? 0;
  for (let first = Number(digits), width = 1; first <= highest; first *= 10, width *= 10)
    ranges.push({ from: lowerBound(byNumber, first), to: lowerBound(byNumber, first + width) });
  return ranges;
}

/** The first row with at least this number. */
function lowerBound(rows: readonly Row[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.found.issue.number < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The latest change first; of the same moment, the higher number. */
export function byRecency(one: Row, other: Row): number {
  const a = one.found.issue;
  const b = other.found.issue;
  return b.updatedAt - a.updatedAt || b.number - a.number;
}
