/** All data of one account on one host. Discarded when the account changes. */

import type { Message } from '../../../../shared/l10n.ts';
import type { Repository } from '../../note/note.ts';
import type { Account } from '../../ports.ts';
import { type IssueKey, repositoryText } from '../../references/issueKey.ts';
import { rememberedOf } from '../../remembered.ts';
import type { Unavailable } from '../answer.ts';
import { Gateway, type GatewayPorts, type Notice } from '../api/gateway.ts';
import { describeStatus, type GitHubStatus, unavailable } from '../api/status.ts';
import type { CacheFiles } from '../cache/cacheFiles.ts';
import { DraftLists } from './draftLists.ts';
import { FetchQueue } from './fetchQueue.ts';
import { HoverAnswers } from './hoverAnswers.ts';
import { IssueFetcher } from './issueFetcher.ts';
import { LiveSearch } from './liveSearch.ts';
import { RepositoryStore } from './repositoryStore.ts';

export interface SessionEvents {
  /** Answers differ now. */
  changed(): void;
  statusChanged(): void;
  /** For the writer, once for one cause. */
  notice(message: Message, about: Notice): void;
  /** The account has changed. */
  accountChanged(): void;
}

/** A list asks a hundred times about one. */
const textOf = rememberedOf(repositoryText);

export class HostSession {
  readonly host: string;
  readonly account: Account;
  /** Why nothing is sent to this host at all; undefined for those that the user works with. */
  readonly refusal: Unavailable | undefined;
  readonly issues: IssueFetcher;
  readonly queue: FetchQueue;
  readonly hovers: HoverAnswers;
  readonly liveSearch: LiveSearch;
  readonly lists: DraftLists;
  readonly #gateway: Gateway;
  readonly #files: CacheFiles;
  readonly #ports: GatewayPorts;
  readonly #events: SessionEvents;
  readonly #repositories = new Map<string, RepositoryStore>();
  #isPurged = false;

  constructor(host: string, account: Account, files: CacheFiles, ports: GatewayPorts, events: SessionEvents) {
    this.host = host;
    this.account = account;
    this.refusal = account.unused === undefined ? undefined : unavailable('refused', account.unused);
    this.#files = files;
    this.#ports = ports;
    this.#events = events;
    this.#gateway = new Gateway(host, account, ports, {
      limitsChanged: () => this.#limitsChanged(),
      accountChanged: () => events.accountChanged(),
      notice: (message, about) => events.notice(message, about),
    });
    const repositoryOf = (key: IssueKey) => this.repository(key.repository);
    this.issues = new IssueFetcher(this.#gateway, ports, repositoryOf, () => this.queue);
    this.queue = new FetchQueue(this.#gateway, this.issues, ports, repositoryOf);
    this.hovers = new HoverAnswers(this.#gateway, ports.clock);
    this.lists = new DraftLists(this.#gateway, ports.clock);
    this.liveSearch = new LiveSearch(this.#gateway, ports, (repository, issues) => {
      const fetchedAt = ports.clock.now();
      this.repository(repository).put(issues.map((issue) => ({ kind: 'found', issue, fetchedAt })));
    });
  }

  /** The repository's store, whether anything is known of it or not. */
  repository(repository: Repository): RepositoryStore {
    const text = repositoryText(repository);
    let store = this.#repositories.get(text);
    if (store === undefined) {
      store = new RepositoryStore(repository, this.#gateway, this.#files, this.#ports, {
        changed: () => this.#events.changed(),
        syncing: () => this.#events.statusChanged(),
      });
      this.#repositories.set(text, store);
    }
    return store;
  }

  /** Undefined when it was not requested yet. */
  find(repository: Repository): RepositoryStore | undefined {
    return this.#repositories.get(textOf(repository));
  }

  repositories(): readonly RepositoryStore[] {
    return [...this.#repositories.values()];
  }

  /** GitHub does not take this sign-in for one any more. */
  get isRejected(): boolean {
    return this.#gateway.limits.rejected !== undefined;
  }

  status(): GitHubStatus {
    const stores = this.repositories();
    const syncs = stores.map(({ cache }) => cache.sync.syncedAt ?? 0).filter((at) => at > 0);
    const state = {
      syncing: stores.some(({ isSyncing }) => isSyncing),
      ...(syncs.length > 0 && { lastSync: Math.max(...syncs) }),
    };
    return describeStatus(this.host, this.#gateway.limits, state, this.#ports.clock.now());
  }

  #limitsChanged(): void {
    this.#events.statusChanged();
    const { trouble, rejected } = this.#gateway.limits;
    if (this.#isPurged || trouble || rejected) return;
    // Who is signed in is certain only now that GitHub has answered: started offline, nothing is thrown away.
    this.#isPurged = true;
    void this.#files.purgeOthers(this.host, [this.account.id, 'anonymous']);
  }

  async flush(): Promise<void> {
    await Promise.all(this.repositories().map((store) => store.flush()));
  }

  /** Nothing is asked, said or written from now on. */
  close(): void {
    this.#gateway.close();
    this.queue.close();
    for (const store of this.repositories()) store.close();
  }
}
