/** What the writer is about to name where the cursor stands: a section, a person, a reference, or nothing of ours. */

import type { ReferenceKind, Repository, Span } from '../../note/note.ts';

interface NameContext {
  /** What is typed of the name, the number or the heading, up to the cursor. */
  readonly typed: string;
  /** What an edit replaces: what is typed, and what of the same word or number stands behind the cursor. */
  readonly range: Span;
}

export interface SectionContext extends NameContext {
  readonly kind: 'section';
  /** 2 to 6. */
  readonly level: number;
}

export interface OwnerContext extends NameContext {
  readonly kind: 'owner';
  readonly form: /** `TODO: `, `ACTION ITEM: ` */
    | 'marker'
    /** `TODO(` */
    | 'parenthesis'
    /** `@`; the `@` belongs to the range */
    | 'login'
    /** the start of an item of an action section */
    | 'item';
  /** Goes before and after the name, so that the parser reads it as the owner. */
  readonly before: string;
  readonly after: string;
  /** Owners that the list at this place names already. */
  readonly named: readonly string[];
  /** Ordinary text is as likely here: only for a writer who asks (Ctrl+Space). */
  readonly quiet: boolean;
}

/** `typed` is digits, or words of a title. */
export interface ReferenceContext extends NameContext {
  readonly kind: 'reference';
  /** By the word before: `PR #` wants a pull request. */
  readonly wanted: ReferenceKind;
  /** By `owner/repo#`, or by the heading above; absent: the series' own repository. */
  readonly repository?: Repository;
  /** What a bare number means here by the heading above; absent: what it means in the series. */
  readonly bare?: Repository;
  /** What of the range comes before what is typed: `#`, `GH-` as written, nothing in `PR 1`. */
  readonly prefix: string;
  /** The range with what else belongs to the reference before it: `PR `, `owner/repo`. */
  readonly whole: Span;
  readonly quiet: boolean;
}

export type CompletionContext = SectionContext | OwnerContext | ReferenceContext;
