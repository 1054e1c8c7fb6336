/** What is known of one repository by one account, in memory. */

import type { Repository } from '../../note/note.ts';
import { hasDetails } from '../../references/issue.ts';
import { isSameRepository } from '../../references/issueKey.ts';
import { type CachedAnswer, type Found, isFresh, type Missing, newer } from '../answer.ts';
import { type Hit, type Scan, type SearchQuery, searchRows } from './search.ts';
import { byRecency, type Row, rowOf, titlesOf } from './titles.ts';

/** How far the repository's changes are known; milliseconds since 1970. */
export interface SyncState {
  /** When it was last brought up to date. */
  readonly syncedAt?: number;
  /** The latest change that a list told, by GitHub's clock: where the next one starts. */
  readonly cursor?: number;
  /** The first thousand were fetched. */
  readonly filled?: boolean;
}

/** An answer about something missing is of no use for longer. */
const missingKeptFor = 60 * 60_000;
const mostMissing = 5_000;

/** So many new rows are searched one by one before all are made ready anew. */
const mostFresh = 1_000;

export class RepositoryCache {
  /** As GitHub spells it, as soon as that is known. */
  repository: Repository;
  sync: SyncState = {};
  /** Whether the repository can be seen; undefined until GitHub was asked in this session. */
  visible: boolean | undefined;
  /** Whether a number may be a discussion's; undefined until GitHub was asked. */
  hasDiscussions: boolean | undefined;
  readonly #rows = new Map<number, Row>();
  /** Missing, or found elsewhere. */
  readonly #others = new Map<number, CachedAnswer>();
  #titles = titlesOf([]);
  #fresh = new Map<number, Row>();
  #scan: Scan | undefined;
  #changes = 0;
  #generation = 0;

  constructor(repository: Repository) {
    this.repository = repository;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Grows with everything that a file should hold. */
  get changes(): number {
    return this.#changes;
  }

  /** Grows with each change that may be visible. */
  get generation(): number {
    return this.#generation;
  }

  /** All that was found in this repository, in no order. */
  *found(): Generator<Found> {
    for (const { found } of this.#rows.values()) yield found;
  }

  /** What is known, fresh or not; undefined: nothing. `now` in milliseconds since 1970. */
  peek(number: number, now: number): CachedAnswer | undefined {
    const row = this.#rows.get(number);
    if (row !== undefined) return row.found;
    const other = this.#others.get(number);
    return other?.kind === 'missing' && now - other.fetchedAt > missingKeptFor ? undefined : other;
  }

  /** What can be taken as it is: fresh and, with `details`, with labels and the first lines. */
  fresh(number: number, now: number, details: boolean): CachedAnswer | undefined {
    const known = this.peek(number, now);
    if (known === undefined || !isFresh(known, now)) return undefined;
    return details && known.kind === 'found' && !hasDetails(known.issue) ? undefined : known;
  }

  /** Puts in what was found. True when a change may be visible. */
  put(found: readonly Found[]): boolean {
    let changed = false;
    for (const each of found) {
      if (each.movedFrom) {
        changed = this.#remove(each.movedFrom.number) || changed;
        changed = this.#setOther(each.movedFrom.number, each) || changed;
        continue;
      }
      const { number } = each.issue;
      const known = this.#rows.get(number);
      const best = newer(known?.found, each);
      const row = rowOf(best);
      this.#rows.set(number, row);
      this.#fresh.set(number, row);
      this.#changes++;
      changed = this.#others.delete(number) || changed || known === undefined || differs(known.found, best);
    }
    if (this.#fresh.size > mostFresh) this.#makeReady();
    if (changed) this.#generation++;
    return changed;
  }

  /** Remembers that a number is missing. True when a change may be visible. */
  miss(number: number, reason: Missing['reason'], now: number): boolean {
    const before = this.#others.get(number);
    const isWeak = reason === 'hidden' || reason === 'unconfirmed';
    // That a repository cannot be seen at the moment, or that GraphQL knows no moved issues, disproves nothing.
    if (isWeak && (this.#rows.has(number) || before?.kind === 'found')) return false;
    this.#remove(number);
    const since = before?.kind === 'missing' ? before.since : now;
    const isConfirmed =
      before?.kind === 'missing' && (before.reason === 'not-found' || before.reason === 'gone');
    const said = reason === 'unconfirmed' && isConfirmed ? before.reason : reason;
    const changed = this.#setOther(number, { kind: 'missing', reason: said, fetchedAt: now, since });
    if (changed) this.#generation++;
    return changed;
  }

  search(query: SearchQuery): readonly Hit[] {
    const rows = this.#rows;
    const table = {
      titles: this.#titles,
      fresh: this.#fresh.values(),
      get: (number: number) => rows.get(number),
    };
    const { hits, scan } = searchRows(table, query, this.#scan);
    this.#scan = scan;
    return hits;
  }

  /** Takes over the repository's own spelling out of an answer. */
  respell(repository: Repository): void {
    if (isSameRepository(repository, this.repository)) this.repository = repository;
  }

  #remove(number: number): boolean {
    this.#fresh.delete(number);
    if (!this.#rows.delete(number)) return false;
    this.#changes++;
    return true;
  }

  #setOther(number: number, known: CachedAnswer): boolean {
    const before = this.#others.get(number);
    if (this.#others.size >= mostMissing && before === undefined) this.#others.clear();
    this.#others.set(number, known);
    if (before?.kind === 'found' && known.kind === 'found') return differs(before, known);
    return before?.kind !== known.kind || reasonOf(before) !== reasonOf(known);
  }

  #makeReady(): void {
    this.#titles = titlesOf([...this.#rows.values()].sort(byRecency));
    this.#fresh = new Map();
    this.#scan = undefined;
  }
}

function reasonOf(known: CachedAnswer | undefined): Missing['reason'] | undefined {
  return known?.kind === 'missing' ? known.reason : undefined;
}

/** Beyond the time of asking. */
function differs(one: Found, other: Found): boolean {
  const [a, b] = [one.issue, other.issue];
  return (
    a.updatedAt !== b.updatedAt ||
    a.title !== b.title ||
    a.state !== b.state ||
    a.kind !== b.kind ||
    a.details?.asOf !== b.details?.asOf
  );
}
