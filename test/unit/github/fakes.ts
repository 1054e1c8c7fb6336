/** A world without a network: a clock that only moves when told to, a transport that answers by a function, a storage. */

import type {
  Account,
  ApiRequest,
  ApiResponse,
  Cancellation,
  Clock,
  Logger,
  Storage,
  Timers,
  Transport,
} from '../../../server/core/ports.ts';
import { verbatim } from '../../../shared/l10n.ts';

/** Lets everything that is already settled go on. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
}

/** A Saturday, at noon UTC. */
export const noon = Date.UTC(2026, 10, 21, 12);

export class FakeTime implements Clock, Timers {
  #now = noon;
  #timers: { readonly at: number; readonly run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  today(): string {
    return new Date(this.#now).toISOString().slice(0, 10);
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets so much time pass, and everything happen that was to happen in it. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** The clock is set, as a user or a time server may. */
  setClock(now: number): void {
    this.#now = now;
  }
}

export type Respond = (request: ApiRequest) => ApiResponse | Promise<ApiResponse>;

export class FakeTransport implements Transport {
  readonly requests: ApiRequest[] = [];
  current: Account = { id: 'anonymous', signedIn: false };
  respond: Respond = () => offline;

  constructor(respond?: Respond) {
    if (respond) this.respond = respond;
  }

  account(_host: string): Promise<Account> {
    return Promise.resolve(this.current);
  }

  async send(request: ApiRequest): Promise<ApiResponse> {
    this.requests.push(request);
    return this.respond(request);
  }

  /** `GET /repos/o/r/issues/1`, in the order sent. */
  get lines(): readonly string[] {
    return this.requests.map(({ method, path }) => `${method} ${path}`);
  }
}

export const signedIn: Account = { id: 'maria', signedIn: true };

export const offline: ApiResponse = { kind: 'failed', reason: 'offline', message: verbatim('no network') };

/** Never settles, as a server that accepts and says nothing; the transport gives up at the timeout. */
export function silence(time: FakeTime): Respond {
  return ({ timeout }) =>
    new Promise((resolve) => {
      time.after(timeout, () =>
        resolve({ kind: 'failed', reason: 'timeout', message: verbatim('no answer') }),
      );
    });
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): ApiResponse {
  return { kind: 'response', status, headers, body: JSON.stringify(value) };
}

export function raw(body: string, status = 200, headers: Record<string, string> = {}): ApiResponse {
  return { kind: 'response', status, headers, body };
}

export class MemoryStorage implements Storage {
  readonly files = new Map<string, string>();
  writes = 0;
  isFull = false;

  async read(name: string): Promise<string | undefined> {
    return this.files.get(name);
  }

  async write(name: string, text: string): Promise<boolean> {
    if (this.isFull) return false;
    this.writes++;
    this.files.set(name, text);
    return true;
  }

  async list(prefix: string): Promise<readonly string[]> {
    return [...this.files.keys()].filter((name) => name.startsWith(prefix));
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }
}

export class MemoryLog implements Logger {
  readonly lines: string[] = [];
  error(message: string): void {
    this.lines.push(`error ${message}`);
  }
  info(message: string): void {
    this.lines.push(`info ${message}`);
  }
}

export class FakeCancellation implements Cancellation {
  isCancellationRequested = false;
  readonly #listeners = new Set<() => void>();

  onCancellationRequested(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  cancel(): void {
    this.isCancellationRequested = true;
    for (const listener of [...this.#listeners]) listener();
  }
}
