/** Pages of a repository's issues and pull requests, sorted as GitHub sorts them. */

import type { Outline } from './item.ts';
import { keyOf, numberOf, type Repository } from './repository.ts';

export interface Listing {
  /** Names what `accepts` accepts, so that counts can be kept. */
  readonly name: string;
  readonly accepts: (outline: Outline, number: number) => boolean;
  readonly sort: 'updated' | 'created';
  readonly ascending: boolean;
  /** In seconds, inclusive; whatever was updated before is left out. */
  readonly since: number | undefined;
}

export interface Page {
  readonly numbers: readonly number[];
  /** The sort key of each: a next page begins after the last one. */
  readonly keys: readonly number[];
  /** Whether more follow. */
  readonly more: boolean;
}

/** `skip` and `take` count what is accepted; `after` is the sort key of the last item of an earlier page. */
export function page(
  repository: Repository,
  listing: Listing,
  place: { readonly skip: number; readonly take: number; readonly after?: number | undefined },
): Page {
  const numbers: number[] = [];
  const keys: number[] = [];
  let skipped = 0;
  for (const { number, key } of walk(repository, listing, place.after)) {
    if (skipped < place.skip) skipped++;
    else if (numbers.length === place.take) return { numbers, keys, more: true };
    else {
      numbers.push(number);
      keys.push(key);
    }
  }
  return { numbers, keys, more: false };
}

const counts = new WeakMap<Repository, { readonly version: number; readonly by: Map<string, number> }>();

/** How many there are in all. */
export function count(repository: Repository, listing: Listing): number {
  let kept = counts.get(repository);
  if (kept?.version !== repository.version) {
    kept = { version: repository.version, by: new Map() };
    counts.set(repository, kept);
  }
  const name = `${listing.name} since ${listing.since ?? 'ever'}`;
  const known = kept.by.get(name);
  if (known !== undefined) return known;
  let found = 0;
  for (const _ of walk(repository, listing, undefined)) found++;
  kept.by.set(name, found);
  return found;
}

function* walk(
  repository: Repository,
  listing: Listing,
  after: number | undefined,
): Generator<{ readonly number: number; readonly key: number }> {
  const { ascending, since } = listing;
  const byUpdate = listing.sort === 'updated' ? repository.byUpdate() : undefined;
  const length = byUpdate?.length ?? repository.newest;
  const step = ascending ? 1 : -1;
  let index = ascending ? 0 : length - 1;
  if (after !== undefined) index = byUpdate ? beside(byUpdate, after, ascending) : after - 1 + step;
  else if (ascending && byUpdate && since !== undefined) index = beside(byUpdate, keyOf(since, 0), true);
  for (; index >= 0 && index < length; index += step) {
    const key = byUpdate ? byUpdate[index]! : index + 1;
    const number = byUpdate ? numberOf(key) : key;
    if (!byUpdate && repository.fate(number) !== 'here') continue;
    const outline = repository.outline(number);
    if (since !== undefined && outline.updatedAt < since) {
      if (byUpdate && !ascending) return;
      continue;
    }
    if (listing.accepts(outline, number)) yield { number, key };
  }
}

/** Where the keys that come next after `key` begin: the first larger, or the last smaller one. */
function beside(keys: Float64Array, key: number, ascending: boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending ? keys[middle]! <= key : keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return ascending ? low : low - 1;
}

/** A sort key as it travels. */
export function cursor(key: number): string {
  return Buffer.from(`cursor:v2:${key}`).toString('base64url');
}

/** Undefined when there is none. */
export function readCursor(text: string | null | undefined): number | undefined | 'wrong' {
  if (text === null || text === undefined) return undefined;
  const match = /^cursor:v2:(\d{1,16})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  return match ? Number(match[1]) : 'wrong';
}
