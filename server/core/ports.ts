/** What a host does for the core. Ports take and give plain data; they never throw for expected failures. */

export interface FileEntry {
  /** `file:`, `vscode-vfs:`, …; percent-encoded as `vscode-uri` prints it. */
  readonly uri: string;
}

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  /** Not UTF-8, or it holds a NUL. */
  | { readonly kind: 'binary' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Files {
  /** Markdown files below `folder`, each real file once, hidden folders and `node_modules` left out; at most `limit`. */
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

export interface Logger {
  error(message: string): void;
  info(message: string): void;
}

/** One request to a GitHub API. The core never knows a token or an origin; whoever sends it adds both. */
export interface ApiRequest {
  /** `github.com` or an Enterprise host; it decides the API's origin. */
  readonly host: string;
  readonly method: 'GET' | 'POST';
  /** Below the API's root, with a leading slash and its query: `/repos/o/r/issues?state=all`, `/graphql`. */
  readonly path: string;
  /** Lower-case names; `if-none-match` and the like, never `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  /** Milliseconds for the whole exchange, the body included. */
  readonly deadline: number;
}

export type ApiResponse =
  | {
      readonly kind: 'response';
      readonly status: number;
      /** Lower-case names; in a browser only those that CORS exposes. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** Nothing came, or not all of it. `offline`: no connection; `refused`: not an allowed origin or no secure one. */
  | {
      readonly kind: 'failed';
      readonly reason: 'offline' | 'deadline' | 'too-large' | 'refused' | 'cancelled';
      /** In words fit for a log and a status; no token, no body. */
      readonly message: string;
    };

/** Who requests are made as. */
export interface Account {
  /** Names the account among others of the same host; `anonymous` when signed out. Never a token or part of one. */
  readonly id: string;
  readonly signedIn: boolean;
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
  /** Names that start with `prefix`. */
  list(prefix: string): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}
