/** One repository, as one account sees it: its cache, its file, its people. */

import type { Repository } from '../../note/note.ts';
import type { Found, Missing } from '../answer.ts';
import type { Gateway, GatewayPorts } from '../api/gateway.ts';
import type { Person } from '../api/graphqlAnswers.ts';
import type { CacheFiles } from '../cache/cacheFiles.ts';
import type { SavedRepository } from '../cache/cacheFormat.ts';
import { RepositoryCache } from '../cache/repositoryCache.ts';
import { NamedTimers } from './namedTimers.ts';
import { People, withAuthors } from './people.ts';
import { type SyncEvents, type SyncReason, SyncScheduler } from './syncScheduler.ts';

/** Milliseconds between a change and its being written. */
const saveDelay = 3_000;

export class RepositoryStore {
  readonly cache: RepositoryCache;
  readonly #gateway: Gateway;
  readonly #files: CacheFiles;
  readonly #now: () => number;
  readonly #events: SyncEvents;
  readonly #timers: NamedTimers;
  readonly #syncScheduler: SyncScheduler;
  readonly #people = new People();
  /** Counting authors takes its time, and is asked for on every key. */
  #everybody: { generation: number; known: readonly Person[]; people: readonly Person[] } | undefined;
  #loading: Promise<void> | undefined;
  #isLoaded = false;
  #wasOpened = false;
  #savedChanges = 0;
  #saving: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    repository: Repository,
    gateway: Gateway,
    files: CacheFiles,
    { clock, timers }: Pick<GatewayPorts, 'clock' | 'timers'>,
    events: SyncEvents,
  ) {
    this.cache = new RepositoryCache(repository);
    this.#gateway = gateway;
    this.#files = files;
    this.#now = () => clock.now();
    this.#events = events;
    this.#timers = new NamedTimers(timers);
    this.#syncScheduler = new SyncScheduler(this.cache, gateway, this.#now, this.#timers, {
      changed: () => this.#changed(),
      syncing: () => {
        if (this.#closed) return;
        if (this.cache.changes !== this.#savedChanges) this.#saveLater();
        events.syncing();
      },
    });
  }

  get isSyncing(): boolean {
    return this.#syncScheduler.isSyncing;
  }

  /** The file was read; until then nothing is known. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Settled when no list is being fetched. Never rejects. */
  get listed(): Promise<void> {
    return this.#syncScheduler.listed;
  }

  /** Reads the file, once. Never rejects. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    const kept = await this.#files.load(this.#of(), this.#now());
    const { changes } = this.cache;
    if (kept !== undefined && !this.#closed) this.#takeIn(kept);
    this.#isLoaded = true;
    // What came from elsewhere meanwhile is not in the file.
    if (changes === 0) this.#savedChanges = this.cache.changes;
  }

  /** Its recent issues were asked for, not only single ones. */
  get wasOpened(): boolean {
    return this.#wasOpened;
  }

  /** Loads it, and brings it up to date when that is due. Never rejects. */
  async open(reason: SyncReason): Promise<void> {
    this.#wasOpened = true;
    await this.load();
    if (!this.#closed) await this.#syncScheduler.sync(reason);
  }

  put(found: readonly Found[]): void {
    if (this.cache.put(found)) this.#changed();
    else this.#saveLater();
  }

  miss(number: number, reason: Missing['reason']): void {
    if (this.cache.miss(number, reason, this.#now())) this.#changed();
  }

  #changed(): void {
    if (this.#closed) return;
    this.#saveLater();
    this.#events.changed();
  }

  /** Who there is, as far as is known; asks for more once in a while. */
  people(): readonly Person[] {
    if (!this.#closed) void this.#refreshPeople();
    const { generation } = this.cache;
    const { known } = this.#people;
    if (this.#everybody?.generation !== generation || this.#everybody.known !== known)
      this.#everybody = { generation, known, people: withAuthors(known, this.cache.found()) };
    return this.#everybody.people;
  }

  async #refreshPeople(): Promise<void> {
    const isNew = await this.#people.refresh(this.#gateway, this.cache.repository, this.#now);
    if (isNew && !this.#closed) this.#events.changed();
  }

  /** Writes what is not written yet. Never rejects. */
  flush(): Promise<void> {
    this.#timers.cancel('save');
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<void> {
    const { cache } = this;
    if (this.#closed || cache.changes === this.#savedChanges) return;
    const { changes } = cache;
    const kept: SavedRepository = {
      repository: cache.repository,
      savedAt: this.#now(),
      ...cache.sync,
      issues: [...cache.found()],
    };
    const merged = await this.#files.save(this.#of(), kept, () => !this.#closed);
    this.#savedChanges = changes;
    if (merged === undefined || merged === kept || this.#closed) return;
    const isUnchanged = cache.changes === changes;
    this.#takeIn(merged);
    if (isUnchanged) this.#savedChanges = cache.changes;
  }

  /** What a file holds, this window's or another's. */
  #takeIn({ repository, issues, syncedAt, cursor, filled }: SavedRepository): void {
    const { sync } = this.cache;
    this.cache.respell(repository);
    if (syncedAt !== undefined && cursor !== undefined && syncedAt > (sync.syncedAt ?? -1))
      this.cache.sync = { syncedAt, cursor, filled: filled === true || sync.filled === true };
    const now = this.#now();
    const later = issues.filter(({ issue, fetchedAt }) => {
      const known = this.cache.peek(issue.number, now);
      return known === undefined || known.fetchedAt < fetchedAt;
    });
    if (this.cache.put(later)) this.#events.changed();
  }

  #saveLater(): void {
    if (!this.#timers.has('save')) this.#timers.after('save', saveDelay, () => void this.flush());
  }

  #of() {
    return { accountId: this.#gateway.account.id, repository: this.cache.repository };
  }

  /** Nothing is fetched, said or written from now on. */
  close(): void {
    this.#closed = true;
    this.#timers.close();
  }
}
