/**
 * The model of one note. Every feature reads a `Note`; none scans text for itself.
 *
 * All positions are offsets into `Note.text`: 0-based, counted in UTF-16 code units, end exclusive.
 */

import type { Conventions, Person } from './conventions.ts';
import type { Text } from './text.ts';
import type { DatedText, Repository, Span } from './values.ts';

export type { DatedText, IsoDate, Repository, Span } from './values.ts';

/** The first level-1 heading of the note, or what serves as one. */
export interface Title {
  /** A Markdown heading, `title:` in the front matter, or `<h1>`: what is written there must be escaped for it. */
  readonly form: 'heading' | 'frontMatter' | 'html';
  /** The whole heading, with its `#`; the whole line of the front matter. */
  readonly range: Span;
  /** The title without markers, key, quotes or tags. */
  readonly textRange: Span;
  readonly text: string;
  /** The first valid calendar date in the text. */
  readonly date?: DatedText;
}

/**
 * `YouTube Link: URL`, `## Recording` with a URL below it, a row of a table, a sentence or an embedded video; or that there is
 * none: "not recorded". Below the first section only what is sure to be the meeting's.
 */
export interface Recording {
  /** The line, without its line end. */
  readonly range: Span;
  /** `YouTube Link:` as written; for `[YouTube Recording](URL)` the link's text; empty where nothing stands before it. */
  readonly label: string;
  /** The note says that there is none. */
  readonly notRecorded?: true;
  /** Absent when the writer left it empty. */
  readonly url?: { readonly range: Span; readonly value: string };
}

/** `Date: 2021-08-19`, `**Date**: Thursday 19th August 2021` or `### Date: …`, before the first section. */
export interface DateLine {
  /** The line or the heading, without its line end. A heading that is one is no section. */
  readonly range: Span;
  /** Absent when none can be read. */
  readonly date?: DatedText;
}

/** A heading and all that belongs to it, up to the next heading of the same or a higher level. */
export interface Section {
  readonly level: number;
  /** The heading's text without markers and surrounding blanks. */
  readonly heading: string;
  /** The heading as it is compared with others: see headingKey.ts. */
  readonly key: string;
  /** The heading line(s). */
  readonly headingRange: Span;
  readonly headingTextRange: Span;
  /** Heading and body, sub-sections included. */
  readonly range: Span;
  /** True when nothing but blanks and comments stands between this heading and the next of any level. */
  readonly empty: boolean;
  /** What a bare number in it means, where the heading names a repository and the series goes by that. */
  readonly repository?: Repository;
  readonly children: readonly Section[];
}

export type ReferenceKind = 'pull' | 'issue' | 'discussion' | 'unknown';

export type ReferenceForm =
  /** `https://github.com/o/r/pull/1`, bare or in `<…>` */
  | 'url'
  /** `github.com/o/r/pull/1`: without a scheme, so that no program takes it for a link */
  | 'bare-url'
  /** the target of `[text](url)` or of a link definition */
  | 'link-target'
  /** `PR #1`, `PR#1`, `pr1`, `issue 1`, `Pull request #1` */
  | 'keyword'
  /** `#1` */
  | 'hash'
  /** `owner/repo#1`, or `TSC#1` where the series calls the repository so */
  | 'qualified'
  /** `GH-1` */
  | 'gh';

/** One place in the note that names an issue or a pull request. */
export interface Reference {
  /** The whole reference as written, e.g. `PR #5851` or the whole URL. */
  readonly range: Span;
  /** From the `#` (or the first digit when there is none) to the last digit; inside a URL the digits alone. */
  readonly numberRange: Span;
  readonly number: number;
  /** What the writer called it: by the word before, or by `/pull/` and `/issues/`. */
  readonly kind: ReferenceKind;
  readonly form: ReferenceForm;
  /** A link's text has its target's, when both name the same number. Absent: the series' own repository. */
  readonly repository?: Repository;
  /** It is not written in the reference: the heading above names the repository. */
  readonly repositoryFrom?: 'heading';
  /** What follows the number in a URL: `#issuecomment-1`, `/files`, `/`. A link's text has its target's. */
  readonly tail?: string;
  /** The link it belongs to, as its text or as its target; both halves have the same link range. */
  readonly link?: { readonly range: Span; readonly half: 'text' | 'target' };
}

/** One place that names what has an address of its own and is no issue. */
export type ExternalReference = PrefixedReference | PageReference;

/** By the series' prefixes: `EIP-1`. None is in a link. */
export interface PrefixedReference {
  /** Prefix and id. */
  readonly range: Span;
  /** As the template file has it: `EIP-`. */
  readonly prefix: string;
  /** What follows the prefix. */
  readonly id: string;
  /** https */
  readonly url: string;
}

/** A page of GitHub. */
export interface PageReference {
  readonly range: Span;
  /** https */
  readonly url: string;
  /** `name`: `owner/repo@sha`. */
  readonly form: 'name' | 'url' | 'bare-url' | 'link-target';
  readonly page: GitHubPage;
  /** The link whose target it is, or whose text it is in. */
  readonly link?: { readonly range: Span };
}

export type GitHubPage = { readonly repository: Repository } & (
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'release'; readonly tag: string }
  /** `v1...v2` */
  | { readonly kind: 'comparison'; readonly range: string }
  | {
      readonly kind: 'file' | 'folder';
      readonly ref: string;
      /** Empty: the repository's root. */
      readonly path: string;
      readonly lines?: readonly [from: number, to: number];
    }
);

/** A reference whose number was never filled in: `PRxxxx`, `PR #NNNN`. */
export interface UnfilledReference {
  readonly range: Span;
}

export interface Owner {
  /** As written: `seph`, `Ted`, `@directionless`. */
  readonly name: string;
  readonly range: Span;
  /** Whom the roster calls that. */
  readonly person?: Person;
}

type ActionForm =
  /** `TODO …`, `ACTION ITEM: …`, `FIXME …` */
  | 'marker'
  /** `(@x will take this as a todo)` */
  | 'pledge'
  /** an item of a list under an action section, or under a line such as `Next steps:` */
  | 'item'
  /** a heading under an action section: `### Task -- NAME` */
  | 'heading';

export interface ActionItem {
  /** Marker and task, or the whole item's first paragraph without its bullet. */
  readonly range: Span;
  /** The marker's word, e.g. `TODO`; absent for items and headings without one. */
  readonly marker?: Span;
  readonly form: ActionForm;
  /** What is to be done, as written, on one line. */
  readonly text: string;
  readonly owners: readonly Owner[];
  /** Words that are an owner only if they are a known person's name: `TODO: seph click some buttons`, `write it, Ted`. */
  readonly possibleOwners?: readonly Owner[];
  /** Where an owner would be written, and how; see features/codeActions. */
  readonly ownerSlot: OwnerSlot;
  readonly done: boolean;
  /** Somebody works on it: `write it (PR'ed)`. */
  readonly inProgress?: true;
  /** It is done because `(merged)` says so: of the pull request that it names, GitHub may know better. */
  readonly saysMerged?: true;
  /** Inside a block quote. */
  readonly quoted: boolean;
}

/** Where and in which form an owner is to be inserted so that the parser finds it again. */
export interface OwnerSlot {
  /** Replaced by the owner's text; empty for a plain insertion. */
  readonly range: Span;
  readonly before: string;
  readonly after: string;
}

export type PersonEvidence =
  /** `* Sharvil: …`, `seph via PR review:` */
  | 'attribution'
  /** `(Stefano)` */
  | 'parenthesis'
  /** `@login` */
  | 'login'
  /** owner of an action item */
  | 'owner'
  /** subject of a sentence of promise or opinion: `seph will …`, `Groob asks …` */
  | 'subject'
  /** in a list of those who were there: `* Ada Lovelace @ada (TSC)` */
  | 'present';

export interface PersonMention {
  /** As written, without a leading `@`. */
  readonly name: string;
  readonly range: Span;
  readonly evidence: PersonEvidence;
  /** The login that is written beside the name, without `@`; of a login alone, itself. Only where evidence is `present`. */
  readonly login?: string;
  /** Whom the roster calls that. */
  readonly person?: Person;
}

/** `<!-- office-hours-disable-next-line CODE … -->` and `<!-- office-hours-disable CODE … -->`. */
export interface Directive {
  readonly range: Span;
  readonly scope: 'next-line' | 'file';
  /** Empty: every code. */
  readonly codes: readonly string[];
}

/** A stretch where nothing is prose: code, comments, front matter, HTML. */
export interface OpaqueSpan extends Span {
  readonly kind: 'code' | 'comment' | 'frontMatter' | 'html' | 'url';
}

export interface Note {
  readonly text: string;
  /** The same text, in pieces where it is long. After each edit `text` has to make one string of them, and this has not. */
  readonly written: Text;
  /** What it was read by. */
  readonly conventions: Conventions;
  /** Front matter with both of its fences. */
  readonly frontMatter?: Span;
  readonly title?: Title;
  readonly recording?: Recording;
  readonly dateLine?: DateLine;
  /** `###### tags: meeting` before the first section; such a line is never a section. */
  readonly tagsLine?: Span;
  /** Top-level sections in document order; the title is not one. */
  readonly sections: readonly Section[];
  /** In document order. */
  readonly references: readonly Reference[];
  readonly unfilled: readonly UnfilledReference[];
  /** In document order. */
  readonly external: readonly ExternalReference[];
  readonly actionItems: readonly ActionItem[];
  /** `AI: …` without an owner, where no other `AI: …` has one: action items if the series uses `AI:` for them. */
  readonly statements?: readonly ActionItem[];
  readonly people: readonly PersonMention[];
  readonly directives: readonly Directive[];
  /** In document order; URLs inside are those of links and bare ones. */
  readonly opaque: readonly OpaqueSpan[];
  /** Present when the note was too large to be read in full. */
  readonly truncated?: { readonly at: number };
  /** The first line that was too long to be read in full. */
  readonly shortened?: { readonly at: number };
}
