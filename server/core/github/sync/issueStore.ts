/**
 * What is known of issues and pull requests, whoever asks: memory first, then one shared request. All queries, limits,
 * files and syncs lie behind it. Nothing here throws or rejects.
 */

import { type Message, t } from '../../../../shared/l10n.ts';
import type { Repository } from '../../note/note.ts';
import type { Storage } from '../../ports.ts';
import type { CommentPlace, IssueKey } from '../../references/issueKey.ts';
import type { CachedAnswer, IssueResult, Unavailable } from '../answer.ts';
import type { CommentAnswer } from '../api/fetchIssues.ts';
import type { ListAnswer } from '../api/fetchLists.ts';
import type { PageAnswer } from '../api/fetchPage.ts';
import type { GatewayPorts, Notice } from '../api/gateway.ts';
import type { Person } from '../api/graphqlAnswers.ts';
import { type GitHubStatus, unavailable } from '../api/status.ts';
import { type WaitOptions, type WaitResult, waitFor } from '../api/timeout.ts';
import type { TitledPage } from '../api/titledPage.ts';
import { CacheFiles } from '../cache/cacheFiles.ts';
import type { Hit, SearchQuery } from '../cache/search.ts';
import { steadyClock } from '../steadyClock.ts';
import type { HostSession } from './hostSession.ts';
import type { SearchOutcome } from './liveSearch.ts';
import { NamedTimers } from './namedTimers.ts';
import type { RepositoryStore } from './repositoryStore.ts';
import { SessionRegistry } from './sessionRegistry.ts';
import type { SyncReason } from './syncScheduler.ts';

/** Milliseconds in which changes make one. */
const gatherDelay = 20;

export interface IssueStorePorts extends Omit<GatewayPorts, 'random'> {
  readonly storage: Storage;
  /** From 0 to 1, exclusive; when left out, `Math.random`. */
  readonly random?: () => number;
}

export interface IssueStoreEvents {
  /** Answers differ now: diagnostics, inlay hints and lists are to be asked for again. */
  changed(): void;
  /** `status` differs now, perhaps. */
  statusChanged(): void;
  /** To be shown to the writer; comes once for one cause. */
  notice(message: Message, about: Notice): void;
}

export class IssueStore {
  readonly #ports: GatewayPorts;
  readonly #events: IssueStoreEvents;
  readonly #sessions: SessionRegistry;
  readonly #timers: NamedTimers;
  #generation = 0;
  #closed = false;

  constructor({ storage, random, ...ports }: IssueStorePorts, events: IssueStoreEvents) {
    this.#ports = { ...ports, clock: steadyClock(ports.clock), random: random ?? Math.random };
    this.#events = events;
    this.#timers = new NamedTimers(ports.timers);
    this.#sessions = new SessionRegistry(this.#ports, new CacheFiles(storage, ports.log), {
      changed: () => this.#changed(),
      statusChanged: () => {
        if (!this.#closed) events.statusChanged();
      },
      notice: (message, about) => {
        if (!this.#closed) events.notice(message, about);
      },
    });
  }

  /** Grows whenever an answer may differ. */
  get generation(): number {
    return this.#generation;
  }

  /** What is in memory, fresh or not (see `isFresh`); undefined: nothing. Costs no request. */
  peek({ repository, number }: IssueKey): CachedAnswer | undefined {
    return this.#find(repository)?.cache.peek(number, this.#ports.clock.now());
  }

  /**
   * From memory when that is fresh, else one request that everybody shares and that goes on when this caller does not
   * wait. With `details`, labels and the first lines are fetched, too. What is outdated is better than nothing.
   */
  async get(key: IssueKey, options: WaitOptions & { readonly details?: boolean }): Promise<IssueResult> {
    const { repository, number } = key;
    const { details = false } = options;
    const known = this.#find(repository)?.cache.fresh(number, this.#ports.clock.now(), details);
    if (known !== undefined) return known;
    const work = this.#ask(repository, ({ issues }) => issues.get(key, details));
    const result = await this.#wait(work, options);
    const answer = result.kind === 'done' ? result.value : timedOut(result.kind);
    const last = this.peek(key);
    return answer.kind === 'unavailable' && last?.kind === 'found' ? { ...last, outdated: answer } : answer;
  }

  /** Asks soon, in the background, for those of these that are not known. Cheap to call for every state of a note. */
  want(keys: readonly IssueKey[]): void {
    const byHost = new Map<string, IssueKey[]>();
    for (const key of keys) {
      const host = key.repository.host.toLowerCase();
      const list = byHost.get(host);
      if (list === undefined) byHost.set(host, [key]);
      else list.push(key);
    }
    for (const [name, list] of byHost) {
      const session = this.#sessions.find(name);
      const add = ({ queue, refusal }: HostSession) => {
        if (refusal === undefined) queue.add(list);
      };
      if (session !== undefined) add(session);
      else void this.#sessions.open(name).then(add);
    }
  }

  /**
   * Asks for those of these that are not known, and waits until each was asked for, whatever came of it: for a check that
   * runs once. What was learned is there to `peek` at.
   */
  async fetchAll(keys: readonly IssueKey[], options: WaitOptions): Promise<void> {
    this.want(keys);
    const names = new Set(keys.map((key) => key.repository.host.toLowerCase()));
    const asked = [...names].map(async (name) => (await this.#sessions.open(name)).queue.settled());
    await this.#wait(Promise.all(asked), options);
  }

  /** The best hits in memory, best first. Costs no request. */
  search(repository: Repository, query: SearchQuery): readonly Hit[] {
    return this.#find(repository)?.cache.search(query) ?? [];
  }

  /** Asks GitHub's search, once the writer pauses; what it finds is then in memory. */
  async searchGitHub(
    repository: Repository,
    query: Pick<SearchQuery, 'text' | 'kind'>,
    options: WaitOptions,
  ): Promise<SearchOutcome> {
    return this.#ask(repository, ({ liveSearch }) =>
      liveSearch.search(repository, query.text, query.kind, options),
    );
  }

  /** Loads a repository and brings it up to date when that is due; settled when that is done, or was not needed. */
  async open(repository: Repository, reason: SyncReason = 'opened'): Promise<void> {
    await this.#ask(repository, (session) => session.repository(repository).open(reason));
  }

  /** Whether lists may still grow by themselves: the repository is being read or fetched. */
  isOpening(repository: Repository): boolean {
    const store = this.#find(repository);
    return store === undefined
      ? this.#sessions.isOpening(repository.host)
      : !store.isLoaded || store.isSyncing;
  }

  /** Whether the repository can be seen; undefined until GitHub was asked. */
  isVisible(repository: Repository): boolean | undefined {
    return this.#find(repository)?.cache.visible;
  }

  /** The comment that a URL's tail names (see `commentPlace`). */
  async comment(key: IssueKey, place: CommentPlace, options: WaitOptions): Promise<CommentAnswer> {
    const work = this.#ask(key.repository, ({ hovers }) => hovers.comment(key, place));
    const result = await this.#wait(work, options);
    return result.kind === 'done' ? result.value : timedOut(result.kind);
  }

  /** A commit or a release. */
  async page(page: TitledPage, options: WaitOptions): Promise<PageAnswer> {
    const work = this.#ask(page.repository, ({ hovers }) => hovers.page(page));
    const result = await this.#wait(work, options);
    return result.kind === 'done' ? result.value : timedOut(result.kind);
  }

  /** Pull requests merged from one day to another, `YYYY-MM-DD` in UTC, both inclusive: all of them, or why not. */
  async merged(repository: Repository, from: string, to: string, options: WaitOptions) {
    return this.#list(repository, ({ lists }) => lists.merged(repository, from, to), options);
  }

  /** Open issues and pull requests with a label, the one opened first first: all of them, or why not. */
  async labelled(repository: Repository, label: string, options: WaitOptions) {
    return this.#list(repository, ({ lists }) => lists.labelled(repository, label), options);
  }

  /** Open pull requests, the one opened first first. */
  async oldestPulls(repository: Repository, count: number, options: WaitOptions) {
    return this.#list(repository, ({ lists }) => lists.oldestPulls(repository, count), options);
  }

  /** Releases published since then, in milliseconds since 1970, the newest first: all of them, or why not. */
  async releases(repository: Repository, since: number, options: WaitOptions) {
    return this.#list(repository, ({ lists }) => lists.releases(repository, since), options);
  }

  async #list<Item>(
    repository: Repository,
    ask: (session: HostSession) => Promise<ListAnswer<Item>>,
    options: WaitOptions,
  ): Promise<ListAnswer<Item>> {
    const result = await this.#wait(this.#ask(repository, ask), options);
    return result.kind === 'done' ? result.value : timedOut(result.kind);
  }

  /** The repository's people as far as they are known, the likeliest first; asks for them once in a while. */
  people(repository: Repository): readonly Person[] {
    return this.#find(repository)?.people() ?? [];
  }

  /** Whether a note names a host that the user does not work with. */
  get hasUnusedHosts(): boolean {
    return this.#sessions.hasUnused;
  }

  /** What is going on, per host that was asked for and that the user works with. */
  status(): readonly GitHubStatus[] {
    return this.#sessions.all().map((host) => host.status());
  }

  /** Brings all repositories that were opened up to date now, as far as the limits allow. */
  async refresh(): Promise<void> {
    const stores = this.#sessions.all().flatMap((host) => host.repositories());
    const open = stores.filter(({ wasOpened }) => wasOpened);
    await Promise.all(open.map((store) => store.open('refresh')));
  }

  /** Forgets everything, files included, and starts over with the repositories that were open. */
  clear(): Promise<void> {
    return this.#sessions.clear();
  }

  /**
   * Somebody signed in or out at a host. What the former account could see is gone from memory at once and then from the
   * files; what was open is opened anew.
   */
  accountChanged(host: string): Promise<void> {
    return this.#sessions.accountChanged(host);
  }

  /** Writes what is not written yet. */
  async flush(): Promise<void> {
    await Promise.all(this.#sessions.all().map((host) => host.flush()));
  }

  /** Nothing is asked, said or written from now on. */
  close(): void {
    this.#closed = true;
    this.#timers.close();
    this.#sessions.close();
  }

  #find(repository: Repository): RepositoryStore | undefined {
    return this.#sessions.find(repository.host)?.find(repository);
  }

  /** Asks the host; an answer for an account that is signed out meanwhile is nobody's. Never rejects. */
  async #ask<T>({ host }: Repository, ask: (session: HostSession) => Promise<T>): Promise<T | Unavailable> {
    const session = await this.#sessions.open(host);
    if (session.refusal !== undefined) return session.refusal;
    const answer = await ask(session);
    return this.#sessions.find(host) === session || this.#closed
      ? answer
      : unavailable('cancelled', t('The account has changed.'));
  }

  #wait<T>(work: Promise<T>, options: WaitOptions): Promise<WaitResult<T>> {
    return waitFor(work, options, this.#ports.timers);
  }

  #changed(): void {
    this.#generation++;
    // An answer to fifty references is one change.
    if (this.#timers.has('changed')) return;
    this.#timers.after('changed', gatherDelay, () => {
      this.#events.changed();
      this.#events.statusChanged();
    });
  }
}

function timedOut(kind: 'timeout' | 'cancelled'): Unavailable {
  return kind === 'timeout'
    ? unavailable('timeout', t('GitHub does not respond.'))
    : unavailable('cancelled', t('The request was cancelled.'));
}
