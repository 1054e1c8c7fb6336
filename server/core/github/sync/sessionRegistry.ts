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
  readonly #used = new Set<HostSession>();
  readonly #opening = new Map<string, Promise<HostSession>>();
  /** Hidden until it is known whose they are. */
  readonly #replaced = new Set<HostSession>();
  #closed = false;

  constructor(ports: GatewayPorts, files: CacheFiles, events: Omit<SessionEvents, 'accountChanged'>) {
    this.#ports = ports;
    this.#files = files;
    this.#events = events;
  }

  /** Those that the user works with: a note may name any number of others. */
  all(): readonly HostSession[] {
    return [...this.#used];
  }

  /** Whether a note names a host that the user does not work with. */
  get hasUnused(): boolean {
    return this.#used.size < this.#stores.size;
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
    return this.#keep(this.#create(name, await this.#account(name)));
  }

  /** Anonymous when the host would not say. */
  async #account(name: string): Promise<Account> {
    return (await accountOf(this.#ports.transport, name)) ?? anonymous;
  }

  #create(name: string, account: Account): HostSession {
    return new HostSession(name, account, this.#files, this.#ports, {
      ...this.#events,
      accountChanged: () => void this.accountChanged(name),
    });
  }

  #keep(session: HostSession): HostSession {
    if (this.#closed) session.close();
    else {
      this.#stores.set(session.host, session);
      if (session.refusal === undefined) this.#used.add(session);
    }
    this.#events.statusChanged();
    return session;
  }

  /**
   * Somebody signed in or out. Nothing that the former account could see is shown from now on; if it is the same account, after all, it comes
   * back, else it goes from the files, too, and what was open is opened anew. Never rejects.
   */
  async accountChanged(host: string): Promise<void> {
    const name = host.toLowerCase();
    const store = this.#stores.get(name) ?? (await this.#opening.get(name));
    if (store === undefined) return;
    // Another notification was first.
    if (this.#stores.get(name) !== store) return void (await this.#opening.get(name));
    await this.#replace(store, async () => {
      const account = await this.#account(name);
      const isSame = account.id === store.account.id && account.signedIn === store.account.signedIn;
      // The same account may be signed in anew after GitHub had turned it away.
      if (isSame && !store.isRejected) return store;
      store.close();
      if (!isSame && store.account.signedIn) await this.#files.purge(name, store.account.id);
      return this.#create(name, account);
    });
  }

  /** Forgets everything, files included, and starts over with what was open. Never rejects. */
  async clear(): Promise<void> {
    // Also what no note of this session needs.
    await this.#files.clear();
    for (const store of this.all())
      await this.#replace(store, async () => {
        store.close();
        await this.#files.clear(store.host);
        return this.#create(store.host, await this.#account(store.host));
      });
  }

  /** Whoever asks for the host meanwhile waits for the next session. */
  async #replace(store: HostSession, next: () => Promise<HostSession>): Promise<void> {
    const { host } = store;
    this.#stores.delete(host);
    this.#used.delete(store);
    this.#replaced.add(store);
    this.#events.changed();
    const opening = next()
      .then((session) => this.#keep(session))
      .finally(() => {
        this.#opening.delete(host);
        this.#replaced.delete(store);
      });
    this.#opening.set(host, opening);
    const session = await opening;
    this.#events.changed();
    if (session === store || this.#closed) return;
    const wasOpen = store.repositories().filter(({ wasOpened }) => wasOpened);
    await Promise.all(wasOpen.map(({ cache }) => session.repository(cache.repository).open('opened')));
  }

  /** Nothing is asked, said or written from now on. */
  close(): void {
    this.#closed = true;
    for (const store of [...this.all(), ...this.#replaced]) store.close();
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
