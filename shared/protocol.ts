/** Requests of ours between client and server, beside the Language Server Protocol. All are optional for a client. */

/** What the client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers `officeHours/files/*`, and the server is to read through it. */
  readonly filesByClient?: boolean;
  /** The client answers `officeHours/github/*`: it has the token and the user's proxy. */
  readonly githubByClient?: boolean;
  /** The client answers `officeHours/storage/*`. */
  readonly storageByClient?: boolean;
  /** The object under `officeHours`, for a client without `workspace/configuration`. */
  readonly settings?: unknown;
}

// ---- New office hours note (client asks, server answers) ----

export const proposeDates = 'officeHours/newNote/dates';
export const prepareNote = 'officeHours/newNote/prepare';

export interface ProposeDatesParams {
  /** The workspace folder's URI, or null when there is none. */
  readonly folder: string | null;
  /** As in `PrepareNoteParams`. */
  readonly target?: string | null;
}

export interface DateProposal {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Why it is proposed, in words: `every second Tuesday`. */
  readonly reason: string;
  readonly kind: 'next' | 'today';
  /** A note of that date exists already. */
  readonly exists: boolean;
}

export interface ProposeDatesResult {
  /** The likeliest first. */
  readonly proposals: readonly DateProposal[];
}

export interface PrepareNoteParams {
  readonly folder: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Where the command was called from, a folder's URI inside `folder`; null: where the notes are. */
  readonly target: string | null;
}

export type PrepareNoteResult =
  | {
      readonly kind: 'ready';
      /** Where the note goes; null: an untitled document. */
      readonly uri: string | null;
      /** VS Code snippet syntax, `\n` line ends. */
      readonly snippet: string;
      /** The same with every stop's default text. */
      readonly text: string;
    }
  /** The note of that date is there already, perhaps under another name or case. */
  | { readonly kind: 'exists'; readonly uri: string }
  | { readonly kind: 'refused'; readonly message: string };

// ---- Files (server asks, client answers) ----

export const listMarkdown = 'officeHours/files/list';
export const readFiles = 'officeHours/files/read';

export interface ListMarkdownParams {
  readonly folder: string;
  readonly limit: number;
}

export interface ReadFilesParams {
  readonly uris: readonly string[];
}

// ---- GitHub (server asks, client answers; see shared/api.ts) ----

/** `ApiRequest` → `ApiResponse` */
export const githubSend = 'officeHours/github/send';
/** `GitHubHostParams` → `Account` */
export const githubAccount = 'officeHours/github/account';
/** Notification from client to server with `GitHubHostParams`: somebody signed in or out. */
export const githubAccountChanged = 'officeHours/github/accountChanged';

export interface GitHubHostParams {
  readonly host: string;
}

// ---- Storage (server asks, client answers) ----

/** `{ name }` → the text or null */
export const storageRead = 'officeHours/storage/read';
/** `{ name, text }` → whether it was kept */
export const storageWrite = 'officeHours/storage/write';
/** `{ prefix }` → names */
export const storageList = 'officeHours/storage/list';
/** `{ name }` */
export const storageRemove = 'officeHours/storage/remove';

// ---- Status (server tells) ----

/** Notification from server to client with `StatusParams`. */
export const statusChanged = 'officeHours/status';

export interface StatusParams {
  /** A few words: `up to date`, `offline since 14:05`. */
  readonly text: string;
  /** A sentence that says what follows from it. */
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  /** What the user may do about it. */
  readonly action?: 'signIn';
}

// ---- References (client asks) ----

/** Asks anew for the titles of the notes' references. */
export const refreshTitles = 'officeHours/github/refresh';
/** Forgets what is remembered of GitHub. */
export const clearCache = 'officeHours/github/clear';
/** `SearchReferencesParams` → `SearchReferencesResult` */
export const searchReferences = 'officeHours/references/search';
/** `ReferenceAtParams` → `ReferenceAtResult | null` */
export const referenceAtPosition = 'officeHours/references/at';
/** `{ urls }` → titles for the preview, in the order asked: `string | null` */
export const previewTitles = 'officeHours/references/previewTitles';

export interface SearchReferencesParams {
  readonly uri: string;
  readonly query: string;
}

export interface SearchReferencesResult {
  readonly items: readonly {
    readonly label: string;
    readonly detail: string;
    readonly description: string;
    /** What to put into the note, in the writer's style. */
    readonly text: string;
  }[];
}

export interface ReferenceAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

export interface ReferenceAtResult {
  readonly url: string;
  readonly markdown: string;
}
