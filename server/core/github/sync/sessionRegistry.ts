/** The hosts that are asked, each as the account that is signed in there now. */

import type { Account, Transport } from '../../ports.ts';
import type { GatewayPorts } from '../api/gateway.ts';
import type { CacheFiles } from '../cache/cacheFiles.ts';
import { HostSession, type SessionEvents } from './hostSession.ts';

const anonymous: Account = { id: 'anonymous', signedIn: false };

export class SessionRegistry {
  readonly #ports: GatewayPorts;
  readonly #files: CacheFiles;
  readonly #events: Omit<SessionEvents, 'accountChanged'>;
  readonly #stores = new Map<string, HostSession>();
  readonly #opening = new Map<string, Promise<HostSession>>();
  #closed = false;

  constructor(ports: GatewayPorts, files: CacheFiles, events: Omit<SessionEvents, 'accountChanged'>) {
    this.#ports = ports;
    this.#files = files;
    this.#events = events;
  }

  all(): readonly HostSession[] {
    return [...this.#stores.values()];
  }

  /** Undefined until it was opened. */
  find(host: string): HostSession | undefined {
    return this.#stores.get(host.toLowerCase());
  }

  isOpening(host: string): boolean {
    return this.#opening.has(host.toLowerCase());
  }

  /** The host as the current account sees it; asks who that is, once. Never rejects. */
  open(host: string): Promise<HostSession> {
    const name = host.toLowerCase();
    const known = this.#stores.get(name);
    if (known !== undefined) return Promise.resolve(known);
    let opening = this.#opening.get(name);
    if (opening === undefined) {
      opening = this.#open(name).finally(() => this.#opening.delete(name));
      this.#opening.set(name, opening);
    }
    return opening;
  }

  async #open(name: string): Promise<HostSession> {
    const account = (await accountOf(this.#ports.transport, name)) ?? anonymous;
    const store: HostSession = new HostSession(name, account, this.#files, this.#ports, {
      ...this.#events,
      accountChanged: () => void this.accountChanged(name),
    });
    if (this.#closed) store.close();
    else this.#stores.set(name, store);
    this.#events.statusChanged();
    return store;
  }

  /**
   * Somebody signed in or out. What the former account could see is gone from memory at once and then from the files; what
   * was open is opened anew. Never rejects.
   */
  async accountChanged(host: string): Promise<void> {
    const name = host.toLowerCase();
    const store = this.#stores.get(name) ?? (await this.#opening.get(name));
    if (store === undefined) return;
    const account = await accountOf(this.#ports.transport, name);
    if (account === undefined || this.#stores.get(name) !== store) return;
    const isSame = account.id === store.account.id && account.signedIn === store.account.signedIn;
    // The same account, but signed in anew after GitHub had turned it away.
    if (isSame && !store.isRejected) return;
    await this.#replace(store, async () => {
      if (!isSame && store.account.signedIn) await this.#files.purge(name, store.account.id);
    });
  }

  /** Forgets everything, files included, and starts over with what was open. Never rejects. */
  async clear(): Promise<void> {
    for (const store of this.all()) await this.#replace(store, () => this.#files.clear(store.host));
  }

  async #replace(store: HostSession, purge: () => Promise<void>): Promise<void> {
    store.close();
    this.#stores.delete(store.host);
    this.#events.changed();
    await purge();
    if (this.#closed) return;
    const next = await this.open(store.host);
    const wasOpen = store.repositories().filter(({ wasOpened }) => wasOpened);
    await Promise.all(wasOpen.map(({ cache }) => next.repository(cache.repository).open('opened')));
  }

  /** Nothing is asked, said or written from now on. */
  close(): void {
    this.#closed = true;
    for (const store of this.all()) store.close();
  }
}

/** Undefined when the host would not say. */
async function accountOf(transport: Transport, host: string): Promise<Account | undefined> {
  try {
    return await transport.account(host);
  } catch {
    return undefined;
  }
}
