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
