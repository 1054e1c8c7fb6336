/** Decides when a repository's recent issues are fetched, and sees to it that it happens once at a time. */

import type { Gateway } from '../api/gateway.ts';
import type { Cursors } from '../api/queries.ts';
import type { RepositoryCache } from '../cache/repositoryCache.ts';
import type { NamedTimers } from './namedTimers.ts';
import { fetchChanges, fetchOlder, type SyncResult, syncInterval, type Unchanged } from './recentIssues.ts';

const second = 1_000;
/** The first list matters, the rest of the thousand can wait until the note is open and shown. */
const fillDelay = 10 * second;
const retryDelay = 30 * second;
/** A repository that is not there may be made, or be opened up. */
const hiddenDelay = 10 * 60 * second;

/** `opened`: a note was opened; `edited`: one is being written; `refresh`: the writer asked for it. */
export type SyncReason = 'opened' | 'edited' | 'refresh';

export interface SyncEvents {
  /** Answers differ now. */
  changed(): void;
  /** Something is being fetched now, or is not any more. */
  syncing(): void;
}

export class SyncScheduler {
  readonly #cache: RepositoryCache;
  readonly #gateway: Gateway;
  readonly #now: () => number;
  readonly #timers: NamedTimers;
  readonly #events: SyncEvents;
  readonly #unchanged: { last: Unchanged | undefined } = { last: undefined };
  #running: Promise<void> | undefined;
  #listing: Promise<void> | undefined;
  /** Where the first page ended. */
  #more: Cursors | undefined;
  #askedAt = -Infinity;
  #notBefore = -Infinity;

  constructor(
    cache: RepositoryCache,
    gateway: Gateway,
    now: () => number,
    timers: NamedTimers,
    events: SyncEvents,
  ) {
    this.#cache = cache;
    this.#gateway = gateway;
    this.#now = now;
    this.#timers = timers;
    this.#events = events;
  }

  get isSyncing(): boolean {
    return this.#running !== undefined;
  }

  /** Settled when no list is being fetched that may contain the wanted issues. Never rejects. */
  get listed(): Promise<void> {
    return this.#listing ?? Promise.resolve();
  }

  /** Fetches what is new when that is due, and waits for it. Never rejects. */
  async sync(reason: SyncReason): Promise<void> {
    const now = this.#now();
    const interval = reason === 'refresh' ? 0 : syncInterval(this.#gateway.signedIn, reason);
    const isDue = now - this.#askedAt >= interval && (reason === 'refresh' || now >= this.#notBefore);
    if (isDue && this.#running === undefined) {
      this.#askedAt = now;
      const run = fetchChanges(this.#cache, this.#gateway, this.#now, this.#unchanged);
      this.#listing = this.#follow(run).then(() => {
        this.#listing = undefined;
      });
    }
    await this.listed;
  }

  #follow(run: Promise<SyncResult>): Promise<void> {
    const { generation } = this.#cache;
    this.#running = run
      .catch(() => undefined)
      .then((synced) => {
        this.#running = undefined;
        const isHidden = this.#end(synced);
        this.#events.syncing();
        if (isHidden || this.#cache.generation !== generation) this.#events.changed();
      });
    this.#events.syncing();
    return this.#running;
  }

  /** True when it has become known that the repository cannot be seen. */
  #end(synced: SyncResult | undefined): boolean {
    switch (synced?.kind) {
      case 'done':
        this.#more = synced.more ?? this.#more;
        this.#fillLater();
        return false;
      case 'hidden': {
        this.#notBefore = this.#now() + hiddenDelay;
        const isNew = this.#cache.visible !== false;
        this.#cache.visible = false;
        return isNew;
      }
      default:
        this.#notBefore = Math.max(synced?.retryAt ?? 0, this.#now() + retryDelay);
        return false;
    }
  }

  #fillLater(): void {
    if (this.#cache.sync.filled || !this.#gateway.signedIn) return;
    this.#timers.after('fill', fillDelay, () => {
      if (this.#running !== undefined) return this.#fillLater();
      const more = this.#more;
      this.#more = undefined;
      void this.#follow(fetchOlder(this.#cache, this.#gateway, this.#now, more));
    });
  }
}
