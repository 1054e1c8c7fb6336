/** Requests of ours between client and server, beside the Language Server Protocol. All are optional for a client. */

/** What the client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers `officeHours/files/*`, and the server is to read through it. */
  readonly filesByClient?: boolean;
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
