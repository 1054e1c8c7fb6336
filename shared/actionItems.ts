/** Requests of the view of action items, beside those of `protocol.ts`. */

/** `ActionItemsParams` → `ActionItemsResult` */
export const listActionItems = 'officeHours/actionItems/list';
/** `EditItemParams` → `EditItemResult` */
export const editActionItem = 'officeHours/actionItems/edit';
/** `IssueFormParams` → `IssueFormResult` */
export const issueFormOfItem = 'officeHours/actionItems/issueForm';

export interface ActionItemsParams {
  /** The signed-in login; null: nobody is. */
  readonly login: string | null;
  /**
   * The view is seen: it gets all items, and what GitHub says of their references may be looked up. Else the number of those that are
   * mine is enough.
   */
  readonly isShown: boolean;
}

/** Where an item is, and what it says: its note may have changed meanwhile. */
interface ItemPlace {
  readonly uri: string;
  /** As in LSP. */
  readonly line: number;
  readonly character: number;
  /** What it says, to find it again. */
  readonly key: string;
}

export interface ListedActionItem extends ItemPlace {
  /** UTF-16 code units, of the item. */
  readonly length: number;
  /** As a reader sees it. */
  readonly text: string;
  /** The text without the owner that it begins with, for a list below the owner's name; absent: it is the same. */
  readonly task?: string;
  /** One name for each person in all notes; none: nobody owns it. */
  readonly owners: readonly string[];
  /** The day of its newest note, or the note's name. */
  readonly note: string;
  /** `open for 5 meetings` */
  readonly age: string;
  /** It was last promised before the latest meetings. */
  readonly older: boolean;
  /** `#12`, `owner/name#12` */
  readonly references: readonly string[];
  readonly mine: boolean;
  /** Why it may be done: `#12 is merged`. */
  readonly maybeDone?: string;
}

export interface ActionItemsResult {
  /** There are notes at all. */
  readonly hasNotes: boolean;
  /** How many of those that were promised lately are mine. */
  readonly mine: number;
  /** The newest note's first; none where the view is not seen. */
  readonly items: readonly ListedActionItem[];
}

export interface EditItemParams extends ItemPlace {
  /**
   * `owner`: the name, for `assign`. `target`: the URI of the open note that it is copied to; `targetLine`, 0-based, chooses among
   * several meetings in it. `since`: when the form of an issue was opened for it, in milliseconds since 1970: the number of the issue
   * that was created by it is inserted, once GitHub tells of one.
   */
  readonly action:
    | { readonly kind: 'done' }
    | { readonly kind: 'assign'; readonly owner: string }
    | { readonly kind: 'refer'; readonly since: number }
    | { readonly kind: 'copy'; readonly target: string; readonly targetLine: number };
}

/** What a clone knows of a file in it. */
export interface NoteInClone {
  /** The URL of the remote that has the commit. */
  readonly remote: string;
  /** In hexadecimal. */
  readonly commit: string;
  /** Below the root of the clone, with `/`. */
  readonly path: string;
  /** The file is not as the commit has it. */
  readonly isChanged: boolean;
}

export interface IssueFormParams {
  /** See `ItemPlace`. */
  readonly uri: string;
  readonly key: string;
  readonly clone: NoteInClone | null;
}

export type IssueFormResult =
  /** The form of GitHub's page, filled in: https. */
  | { readonly kind: 'form'; readonly url: string }
  /** A sentence. */
  | { readonly kind: 'refused'; readonly message: string };

/** As in LSP. */
export interface TextReplacement {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

export type EditItemResult =
  | {
      readonly kind: 'edit';
      readonly uri: string;
      /** Of the open document that it is for; null: of the file. */
      readonly version: number | null;
      readonly edits: readonly TextReplacement[];
      /** How many items. */
      readonly count: number;
    }
  /** A sentence. */
  | { readonly kind: 'refused'; readonly message: string };
