/** How a community writes, as its template file says it: what a parse takes into account beyond Markdown. */

import type { DateFormat } from '../../../shared/dates/format.ts';
import type { Repository } from './values.ts';

/** Somebody of the series' roster. */
export interface Person {
  readonly name: string;
  /** On GitHub, without `@`. */
  readonly login?: string;
  /** What speakers' lines and `AI:` items call them: `BT`. */
  readonly initials?: string;
  /** Other spellings. */
  readonly aliases: readonly string[];
}

/** `EIP-1`, `CVE-2024-1234`: what is not on GitHub and has an address of its own. */
export interface ReferencePrefix {
  /** As written, the dash included: `EIP-`. Case counts. */
  readonly prefix: string;
  /** https, with `{id}` for what follows the prefix. */
  readonly url: string;
}

/** A form in which an item names its owner: `{owner} to {task}`, `{task} [{owner}]`. */
export interface OwnerPattern {
  /** What stands before the owner; empty: the owner begins the item. */
  readonly before: string;
  /** What stands after the owner; empty: the owner ends the item. */
  readonly after: string;
  readonly ownerFirst: boolean;
}

/** `heading`: the first one below the title. */
export type DatePlace = 'title' | 'file' | 'path' | 'line' | 'heading';

/** Where a note says its day, and how. */
export interface DateConvention {
  /** The first place that has a date wins. */
  readonly places: readonly DatePlace[];
  /** Absent: `YYYY-MM-DD` and similar. */
  readonly format?: DateFormat;
  /** What the line, or the heading, with the date begins with: `Date`. Its colon is not part of it. */
  readonly label: string;
}

export interface Conventions {
  readonly people: readonly Person[];
  /** Markers beside the usual ones, as written: `AP`. A colon has to follow. */
  readonly markers: readonly string[];
  /** Headings beside the usual ones whose items are tasks; compared by headingKey. */
  readonly actionSections: readonly string[];
  /** Forms beside the usual ones. */
  readonly ownerPatterns: readonly OwnerPattern[];
  /** `TSC` for `TSC#1`. Keys are lower case. */
  readonly repositories: ReadonlyMap<string, Repository>;
  readonly prefixes: readonly ReferencePrefix[];
  /** A bare number under `### owner/repo`, or under an alias as a heading, is of that repository. */
  readonly repositoryFromHeading: boolean;
  /** The user's GitHub Enterprise server, in lower case: `ghe.example.com`. It is the user's word, never a template's. */
  readonly enterpriseHost?: string;
  readonly date?: DateConvention;
  /** The label of the recording line where it has none of the usual words: `Stream:`. */
  readonly recordingLabel?: string;
  /** The word or sign before the meeting's number in titles: `#`. */
  readonly numberedBy?: string;
}

/** Where no template file says anything. */
export const usualConventions: Conventions = {
  people: [],
  markers: [],
  actionSections: [],
  ownerPatterns: [],
  repositories: new Map(),
  prefixes: [],
  repositoryFromHeading: false,
};
