/** Requests of ours between client and server, beside the Language Server Protocol. All are optional for a client. */

import type { DraftPart } from './drafts.ts';
import type { Bundle } from './l10n.ts';

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
  /** The editor's language, where it is not English. Absent: by `locale`, from the files that the server brings. */
  readonly translations?: Bundle;
  /** The object under `officeHours`, for a client without `workspace/configuration`. */
  readonly settings?: unknown;
}

// ---- New office hours note (client asks, server answers) ----

/** `NewNoteParams` → `NewNoteStep`, once for each choice of the writer: the first request has none of them. */
export const newNote = 'officeHours/newNote';

export interface NewNoteParams {
  /** The workspace folder's URI, or null when there is none. */
  readonly folder: string | null;
  /** Where the command was called from, a folder's URI inside `folder`; null: where the notes are. */
  readonly target: string | null;
  /** The document in the editor: the note is for its series unless the writer chooses another. */
  readonly document?: string | null;
  /** The writer wants to choose the series, wherever the command was called. */
  readonly chooseMeeting?: boolean;
  /** The `id` of the meeting that was chosen. */
  readonly meeting?: string | null;
  /** The chosen date, `YYYY-MM-DD`. */
  readonly date?: string | null;
  /** The chosen one of the `names`, a URI. */
  readonly uri?: string | null;
  /** The client can ask which parts the note is to begin with. */
  readonly offerParts?: boolean;
  /** Those that were chosen. */
  readonly parts?: readonly DraftPart[] | null;
}

export interface MeetingChoice {
  /** The URI of the template file, or of the folder of a series without one. */
  readonly id: string;
  /** The template file's name, `tsc`, or the folder, `meetings/council`. */
  readonly name: string;
  /** `every 2 weeks on Tuesday · docs/meetings`, `16 notes, the latest of 2026-08-04` */
  readonly description: string;
  /** The title of its latest note; absent where it has none. */
  readonly latest?: string;
}

export interface DateProposal {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Why it is proposed, in words: `every 2 weeks on Tuesday`. */
  readonly reason: string;
  /** `perhaps`: the next meeting, by one of several schedules that the notes may follow. */
  readonly kind: 'next' | 'perhaps' | 'today';
  /** A note of that date exists already. */
  readonly exists: boolean;
}

/** What is to be chosen next, or the note. */
export type NewNoteResult =
  /** Several series; the likeliest first. */
  | { readonly kind: 'meeting'; readonly meetings: readonly MeetingChoice[] }
  | {
      readonly kind: 'date';
      /** The likeliest first. */
      readonly proposals: readonly DateProposal[];
      /** The name of the series, where there are others to choose from. */
      readonly meeting?: string;
    }
  /** The latest notes do not tell the name or the folder. */
  | { readonly kind: 'name'; readonly reason: string; readonly names: readonly NameChoice[] }
  | {
      readonly kind: 'ready';
      /** Where the note goes; null: an untitled document. */
      readonly uri: string | null;
      /** VS Code snippet syntax, `\n` line ends. */
      readonly snippet: string;
      /** The same with every stop's default text. */
      readonly text: string;
    }
  /** The meetings of the series share files: one edit puts the note into that of the other meetings. */
  | {
      readonly kind: 'insert';
      readonly uri: string;
      /** 0-based, in UTF-16 code units; the start of a line unless it is the end of the file. */
      readonly position: { readonly line: number; readonly character: number };
      /** What that line has, without its line end: the file has changed where it has not. */
      readonly line: string;
      /** As for `ready`, with the line ends around it. */
      readonly snippet: string;
      readonly text: string;
    }
  /** The note of that date is there already, perhaps under another name or case. `line`: of its heading, 0-based. */
  | { readonly kind: 'exists'; readonly uri: string; readonly line?: number }
  | { readonly kind: 'refused'; readonly message: string };

/** For a client that sets `offerParts`: what the note can begin with, beside its template. */
export interface OfferedParts {
  readonly kind: 'parts';
  readonly parts: readonly PartChoice[];
  /** What is remembered of the choice is of this series: the URI of a folder. */
  readonly series: string;
  readonly undrafted: readonly UndraftedPart[];
}

/** Of a note that was drafted, or that nothing could be drafted for. */
interface DraftedStep {
  /** The text of a new file without what was drafted, which undo goes back to. */
  readonly template?: string;
  /** See `OfferedParts`. */
  readonly series?: string;
  readonly undrafted?: readonly UndraftedPart[];
}

export type NewNoteStep = (NewNoteResult & DraftedStep) | OfferedParts;

export interface PartChoice {
  readonly part: DraftPart;
  /** `7 merged pull requests` */
  readonly brings: string;
}

/** GitHub did not answer, so that nothing of it is in the note. */
export interface UndraftedPart {
  readonly part: DraftPart;
  /** A sentence or two. */
  readonly message: string;
}

export interface NameChoice {
  readonly uri: string;
  /** The file's name. */
  readonly name: string;
  /** Its folder below the workspace folder; empty: the workspace folder itself. */
  readonly folder: string;
}

// ---- What a note is checked by (client asks, server answers) ----

/** `DocumentParams` → `NoteDescription`; null: the document is no note. */
export const describeNote = 'officeHours/note/describe';

export interface NoteDescription {
  /** What it is checked by, in words: `Learned from 8 notes`. */
  readonly checkedBy: string;
  /** The folder of its series, a URI; null: it belongs to none. */
  readonly folder: string | null;
  /** The same below the workspace folder, and how many notes it has. */
  readonly notesFolder?: NotesFolder;
  /** The URI of its template file; null: it has none. */
  readonly template: string | null;
}

/** A folder of notes that was found. */
export interface NotesFolder {
  /** Relative to the workspace folder: `docs/office-hours`; empty: that folder itself. */
  readonly path: string;
  /** `16 notes, the latest of 2026-08-04` */
  readonly description: string;
}

// ---- The notes around a note (client asks, server answers) ----

/** `NeighboursParams` → `NeighboursResult`; null: the document is in no series. */
export const findNeighbours = 'officeHours/note/neighbours';

export interface NeighboursParams extends DocumentParams {
  /** 0-based; chooses among several meetings in the file. */
  readonly line: number;
}

export interface NotePlace {
  readonly uri: string;
  /** 0-based */
  readonly line: number;
}

export interface NeighboursResult {
  readonly previous: NotePlace | null;
  readonly next: NotePlace | null;
}

// ---- The notes folder (client asks, server answers) ----

/** `FolderParams`, of a workspace folder → `NotesFoldersResult` */
export const findNotesFolders = 'officeHours/notes/folders';

export interface NotesFoldersResult {
  /** Those found in the workspace folder, the one in use first. */
  readonly folders: readonly NotesFolder[];
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
  /** Where they are pasted or dropped. */
  readonly position: { readonly line: number; readonly character: number };
  readonly urls: readonly string[];
}

/** For each URL, in the order asked; null for what is no issue's or pull request's, and where it stays as it is: in code and the like. */
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
  /** No item of the list replaces anything. VS Code keeps such items for blanks that follow (completionModel.ts). */
  readonly inserts: boolean;
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
