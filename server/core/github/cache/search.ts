/**
 * Finding issues in memory: by the beginning of their number and by words of their title, in any order, the latest change
 * first.
 */

import type { IssueKind } from '../../references/issue.ts';
import type { Found } from '../answer.ts';
import { byRecency, latestByPrefix, nextWithWords, type Row, type Titles } from './titles.ts';

export interface SearchQuery {
  /** What the writer typed behind the `#`: digits, words, both, or nothing. */
  readonly text: string;
  readonly kind?: IssueKind;
  readonly limit: number;
  /** Pull requests merged since then come first; milliseconds since 1970. */
  readonly mergedSince?: number;
  /** Numbers that the last note carried: those still open come next. */
  readonly carried?: readonly number[];
}

type Rank =
  /** The number is exactly what was typed. */
  'exact' | 'merged' | 'carried' | 'recent';

export interface Hit {
  readonly found: Found;
  readonly rank: Rank;
}

/** All that is searched. */
export interface SearchTable {
  /** Most of the rows; of use only those that `get` still gives for their number. */
  readonly titles: Titles;
  /** The others, in any order; few. */
  readonly fresh: Iterable<Row>;
  get(number: number): Row | undefined;
}

/** How far the titles were looked through, to go on from there when the query grows. */
export interface Scan {
  readonly titles: Titles;
  readonly words: readonly string[];
  readonly kind: IssueKind | undefined;
  /** Rows of `titles` that match, in their order. */
  readonly matches: Row[];
  /** How many rows were looked at. */
  scanned: number;
}

/** The words of a query, lower-case. A leading `#` is not one. */
export function queryWords(text: string): readonly string[] {
  const typed = text.startsWith('#') ? text.slice(1) : text;
  return typed
    .slice(0, 200)
    .toLowerCase()
    .split(/\s/)
    .filter((word) => word !== '');
}

/** Whether every word is in the title, or begins the number. */
export function matches({ found, lower }: Row, words: readonly string[]): boolean {
  return words.every(
    (word) => lower.includes(word) || (isDigits(word) && String(found.issue.number).startsWith(word)),
  );
}

function isDigits(word: string): boolean {
  return /^\d+$/.test(word);
}

/**
 * The best hits, best first, and the scan to pass in with the next query; one of another query is of no use, and does no
 * harm.
 */
export function searchRows(
  table: SearchTable,
  query: SearchQuery,
  last?: Scan,
): { readonly hits: readonly Hit[]; readonly scan: Scan } {
  const words = queryWords(query.text);
  const { kind, limit, mergedSince } = query;
  const { titles } = table;
  const isCurrent = (row: Row): boolean => table.get(row.found.issue.number) === row;
  const fits = (row: Row): boolean =>
    isCurrent(row) && (kind === undefined || row.found.issue.kind === kind) && matches(row, words);
  const hits = new Map<number, Hit>();
  const add = (rows: Iterable<Row>, rank: Rank): void => {
    for (const { found } of rows) {
      if (hits.size >= limit) return;
      const { number } = found.issue;
      if (!hits.has(number)) hits.set(number, { found, rank });
    }
  };

  const fresh = [...table.fresh].filter(fits);
  const digits = words.length === 1 && isDigits(words[0]!) ? words[0]! : undefined;
  if (digits !== undefined) {
    const exact = present(table.get(Number(digits)));
    add(
      exact.filter((row) => isNumber(row, digits) && fits(row)),
      'exact',
    );
  }
  if (mergedSince !== undefined) {
    const merged = mergedRows([...fresh, ...changedSince(titles, mergedSince)], mergedSince);
    add(merged.filter(fits), 'merged');
  }
  const carried = (query.carried ?? []).flatMap((number) => present(table.get(number)));
  add(
    carried.filter((row) => isOpen(row) && fits(row)),
    'carried',
  );
  if (digits !== undefined) {
    const begin = fresh.filter(({ found }) => String(found.issue.number).startsWith(digits));
    const others = latestByPrefix(titles, digits, limit + hits.size, fits);
    add([...begin, ...others].sort(byRecency), 'recent');
  }
  // What is a hit already must not leave the list short.
  const scan = extend(continued(titles, words, kind, last), limit + hits.size, isCurrent);
  add([...fresh, ...scan.matches.filter(isCurrent)].sort(byRecency), 'recent');
  return { hits: [...hits.values()], scan };
}

function present(row: Row | undefined): Row[] {
  return row === undefined ? [] : [row];
}

function isNumber({ found }: Row, digits: string): boolean {
  return String(found.issue.number) === digits;
}

function isOpen({ found }: Row): boolean {
  return found.issue.state === 'open' || found.issue.state === 'draft';
}

function continued(
  titles: Titles,
  words: readonly string[],
  kind: IssueKind | undefined,
  last: Scan | undefined,
): Scan {
  if (last && last.titles === titles && last.kind === kind && narrows(words, last.words)) {
    const still = last.matches.filter((row) => matches(row, words));
    return { titles, words, kind, matches: still, scanned: last.scanned };
  }
  return { titles, words, kind, matches: [], scanned: 0 };
}

/** Whether everything that matches `words` was matched by `before`, too. */
function narrows(words: readonly string[], before: readonly string[]): boolean {
  return before.every(
    (old, index) => words[index]?.startsWith(old) && isDigits(old) === isDigits(words[index]!),
  );
}

/** Looks on until `wanted` rows match. A number alone is found by `byPrefix`, so that only titles count here. */
function extend(scan: Scan, wanted: number, isCurrent: (row: Row) => boolean): Scan {
  const { titles, words, kind, matches: found } = scan;
  const inTitle = words.length === 1 ? words : words.filter((word) => !isDigits(word));
  let count = 0;
  for (const row of found) if (isCurrent(row)) count++;
  while (count < wanted && scan.scanned < titles.rows.length) {
    const at = nextWithWords(titles, inTitle, scan.scanned);
    scan.scanned = at + 1;
    const row = titles.rows[at];
    if (row === undefined || !isCurrent(row) || (kind !== undefined && row.found.issue.kind !== kind))
      continue;
    if (inTitle.length < words.length && !matches(row, words)) continue;
    found.push(row);
    count++;
  }
  return scan;
}

/** The beginning of the rows. A merge is a change, so that no row behind it can have been merged since. */
function changedSince({ rows }: Titles, since: number): readonly Row[] {
  const end = rows.findIndex(({ found }) => found.issue.updatedAt < since);
  return end < 0 ? rows : rows.slice(0, end);
}

/** The latest merged first. */
function mergedRows(rows: readonly Row[], since: number): readonly Row[] {
  const at = ({ found }: Row): number => found.issue.mergedAt ?? 0;
  return rows
    .filter((row) => row.found.issue.mergedAt !== undefined && at(row) >= since)
    .sort((a, b) => at(b) - at(a));
}
