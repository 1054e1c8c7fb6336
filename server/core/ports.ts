/** What a host does for the core. Ports take and give plain data; they never throw for expected failures. */

import type { Account, ApiRequest, ApiResponse } from '../../shared/api.ts';

export type { Account, ApiRequest, ApiResponse } from '../../shared/api.ts';

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  /** Not UTF-8, or it holds a NUL. */
  | { readonly kind: 'binary' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Files {
  /**
   * Markdown files below `folder`, each real file once, at most `limit`. Hidden folders but `.office-hours`, and
   * `node_modules`, are left out.
   */
  listMarkdown(folder: string, limit: number): Promise<readonly string[]>;
  /** The files' texts in the order asked. A byte order mark is left out. */
  read(uris: readonly string[]): Promise<readonly ReadResult[]>;
}

export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** The writer's local calendar day as `YYYY-MM-DD`. */
  today(): string;
}

/** The core has no timers of its own. */
export interface Timers {
  /** Runs `run` once in so many milliseconds, unless the function that is given back is called before. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Whoever asked may stop waiting. The protocol library's cancellation tokens are such. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

export interface Logger {
  error(message: string): void;
  info(message: string): void;
}

export interface Transport {
  account(host: string): Promise<Account>;
  /** Never rejects. A redirect is followed only within the same origin. */
  send(request: ApiRequest): Promise<ApiResponse>;
}

/** Small files of ours that outlive the session, by name. */
export interface Storage {
  /** Undefined when there is none or it cannot be read. */
  read(name: string): Promise<string | undefined>;
  /** Whole or not at all, safe against another window doing the same; false when it could not be kept. */
  write(name: string, text: string): Promise<boolean>;
  /** Names that start with `prefix`, drafts that a killed process left among them. */
  list(prefix: string): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}
