/** Requests of ours between client and server, beside the Language Server Protocol. All are optional for a client. */

/** What the client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers `officeHours/files/*`, and the server is to read through it. */
  readonly filesByClient?: boolean;
  /**
   * The client answers `officeHours/github/*`: it has the token and the user's proxy. False: GitHub is not to be asked.
   * Absent: the server goes by its environment.
   */
  readonly githubByClient?: boolean;
  /** With `githubByClient`: the user's GitHub Enterprise server, `ghe.example.com`, by the user's own settings. */
  readonly enterpriseHost?: string;
  /** The client answers `officeHours/storage/*`. */
  readonly storageByClient?: boolean;
  /** The client answers `officeHours/git/remotes`. */
  readonly remotesByClient?: boolean;
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
  readonly template?: string | null;
}

export interface DateProposal {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Why it is proposed, in words: `every 2 weeks on Tuesday`. */
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
  /** The URI of the template file of the meeting, as `listMeetings` gives it; null: the one that suits the place. */
  readonly template?: string | null;
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

/** `ListMeetingsParams` → `ListMeetingsResult`: the series that have a template file. */
export const listMeetings = 'officeHours/newNote/meetings';

export interface ListMeetingsParams {
  readonly folder: string | null;
  /** The document in the editor, whose meeting comes first. */
  readonly document: string | null;
}

export interface ListMeetingsResult {
  readonly meetings: readonly {
    /** The template file's URI. */
    readonly template: string;
    /** The file's name: `tsc`. */
    readonly name: string;
    /** `every 2 weeks on Tuesday · docs/meetings` */
    readonly description: string;
  }[];
}

// ---- Templates (server tells) ----

/** Notification from server to client with `TemplatesParams`: which template files have errors. */
export const templatesChanged = 'officeHours/templates';

export interface TemplatesParams {
  readonly broken: readonly {
    readonly uri: string;
    /** `.office-hours/tsc.md` */
    readonly name: string;
    /** The folder whose notes it describes, a URI. */
    readonly root: string;
    /** The first error, a sentence or two. */
    readonly message: string;
    /** Where it is, as in LSP. */
    readonly position: { readonly line: number; readonly character: number };
  }[];
}

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
/** Notification from client to server with `GitHubHostParams`: a sign-in or sign-out. */
export const githubAccountChanged = 'officeHours/github/accountChanged';

export interface GitHubHostParams {
  readonly host: string;
}

// ---- Git (server asks, client answers) ----

/** `FolderParams` → `FolderRemote[]`: the remotes of the clone around a folder; none when there is none. */
export const folderRemotes = 'officeHours/git/remotes';

export interface FolderParams {
  /** A URI. */
  readonly folder: string;
}

export interface FolderRemote {
  readonly name: string;
  /** As git's configuration has it. */
  readonly url: string;
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
  /** A few words: `GitHub: up to date at 14:05`. */
  readonly text: string;
  /** A few words more, shown beside it; may be empty. */
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  /** What the user may do about it. */
  readonly action?: 'signIn' | 'openSettings';
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
/** `DocumentParams` → `PreviewReferencesResult`, or null when the document is no note. */
export const previewReferences = 'officeHours/references/preview';
/** `DescribeUrlsParams` → `DescribeUrlsResult` */
export const describeUrls = 'officeHours/references/describe';
/** Notification from server to client without parameters: what the three above say may differ now. */
export const referencesChanged = 'officeHours/references/changed';
/** `DocumentParams` → whether the document is a note. */
export const isNoteDocument = 'officeHours/isNote';

/** A document that the client has opened. */
export interface DocumentParams {
  readonly uri: string;
}

export interface SearchReferencesParams extends DocumentParams {
  /** Digits and words of a title, in any order; `owner/name#` in front: another repository. */
  readonly query: string;
  /** Ask GitHub, too; else memory alone answers, at once. */
  readonly live: boolean;
}

export interface SearchReferencesResult {
  /** The best first. Nothing in them is markup. */
  readonly items: readonly {
    readonly number: number;
    /** Empty: only the notes are known to mention it. */
    readonly title: string;
    /** `✓ merged pull request by octocat`, `pull request in the note 2026-08-04` */
    readonly description: string;
    /** What to put into the note, in the writer's style. */
    readonly text: string;
  }[];
  /** Why there may be more, or is nothing; a sentence. */
  readonly hint?: string;
}

export interface ReferenceAtParams extends DocumentParams {
  /** As in LSP. */
  readonly position: { readonly line: number; readonly character: number };
}

export interface ReferenceAtResult {
  readonly url: string;
  /** `[PR #1: title](url)` */
  readonly markdown: string;
}

export interface PreviewReferencesResult {
  /** In the order of their places. Those that are links already are left out, bare URLs are not. */
  readonly references: readonly {
    /** Of its first character, 0-based. */
    readonly line: number;
    /** As it is written. */
    readonly text: string;
    readonly url: string;
    /** One line, and no markup. */
    readonly title?: string;
  }[];
}

export interface DescribeUrlsParams extends DocumentParams {
  readonly urls: readonly string[];
}

/** For each URL, in the order asked; null for what is no issue's or pull request's. */
export type DescribeUrlsResult = readonly (null | {
  /** `PR #1`, `owner/name#1` when it is of another repository than the notes' own. */
  readonly short: string;
  /** `[title (#1)](url)`; absent while the title is not known. */
  readonly titled?: string;
  /** How the writer's style would have it; absent: as it was pasted. */
  readonly preferred: 'short' | 'titled' | 'url';
})[];

// ---- Completion (client asks) ----

/** Typed in a note, each asks for a list. Each is a request in every Markdown document: no more than the lists need. */
export const completionTriggers: readonly string[] = ['#', '@', '(', ':', ' ', '-'];

/** `TypedTextParams` → `TypedTextResult | null`; null: the document is no note. */
export const typedText = 'officeHours/completion/typed';

export interface TypedTextParams extends DocumentParams {
  /** As in LSP. */
  readonly position: { readonly line: number; readonly character: number };
  /** The trigger character that was just typed; absent: the writer asked. */
  readonly trigger?: string;
}

export interface TypedTextResult {
  /** Where the typed text begins that the list is about: a character of the position's line. Null: there is no list. */
  readonly start: number | null;
  /** What is there is the default of a tab stop, such as `number`. */
  readonly placeholder: boolean;
}

// ---- Completion (server tells) ----

/** Notification from server to client with `CompletionChangedParams`: a list asked for there would have more in it now. */
export const completionChanged = 'officeHours/completion/changed';

export interface CompletionChangedParams extends DocumentParams {
  /** As in LSP: where the cursor was when the list was asked for; the writer may have typed on. */
  readonly position: { readonly line: number; readonly character: number };
}

// ---- A template from the notes there are (client asks, server answers) ----

/** `LearnTemplateParams` → `LearnTemplateResult` */
export const learnTemplate = 'officeHours/template/learn';

export interface LearnTemplateParams {
  /** The workspace folder's URI, or null when there is none. */
  readonly folder: string | null;
  /** Where the command was called from, a folder's URI inside `folder`; null: from nowhere in particular. */
  readonly target: string | null;
  /** The document in the editor, whose series comes first. */
  readonly document: string | null;
  /** The folder of the series that the writer chose; null: none was chosen yet. */
  readonly series: string | null;
  /** File names that documents have already that are to be saved among the templates. */
  readonly taken: readonly string[];
  /** How many of the latest notes to learn from; absent: 20. */
  readonly most?: number;
}

export type LearnTemplateResult =
  | {
      readonly kind: 'learned';
      /** Where the template is to be saved, a file that is not there; null: there is no folder for it. */
      readonly uri: string | null;
      /** `\n` line ends. */
      readonly text: string;
      /** How many notes it was learned from. */
      readonly notes: number;
      /** What the writer should know before saving it, in a sentence or two. */
      readonly remark?: string;
    }
  /** There are several series, the likeliest first; ask again with one of them. */
  | {
      readonly kind: 'choose';
      readonly series: readonly {
        /** A URI. */
        readonly folder: string;
        /** `docs/office-hours` */
        readonly name: string;
        /** `16 notes, the latest of 2026-08-04` */
        readonly description: string;
      }[];
    }
  | { readonly kind: 'refused'; readonly message: string };
