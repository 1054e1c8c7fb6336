/** What the index keeps of one note: enough for cadence, names, recent references; nothing of its text. */

import type { IsoDate, ReferenceKind, Repository } from '../note/note.ts';

export interface ReferenceMention {
  readonly number: number;
  readonly kind: ReferenceKind;
  /** Absent: the series' own repository. */
  readonly repository?: Repository;
}

export interface HeadingMention {
  /** Without markers. */
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** Of the heading, 0-based. */
  readonly line: number;
}

/** Somebody whom a note lists as present. */
export interface PresentPerson {
  readonly name: string;
  /** Without `@`; the name itself where only the login is written. */
  readonly login?: string;
}

export interface NoteSummary {
  readonly uri: string;
  /** The last component, decoded: `20191015_meeting_notes.md`. */
  readonly fileName: string;
  readonly titleText?: string;
  readonly titleDate?: IsoDate;
  /** By the file's name, or by what the series' template says of names and paths. */
  readonly fileDate?: IsoDate;
  /** The first day of the month that the file's name says, where it says no day: `2024-02.md`. */
  readonly fileMonth?: IsoDate;
  /** By a line such as `Date: 2021-08-19`. */
  readonly lineDate?: IsoDate;
  /** `YouTube Link:` as written, when there is a recording line. */
  readonly recordingLabel?: string;
  /** The headings of its sections, in document order. */
  readonly headings: readonly HeadingMention[];
  /** Names without `@`, most often mentioned first, each once. */
  readonly people: readonly string[];
  /** Absent: no list of people. */
  readonly present?: readonly PresentPerson[];
  /** Each reference once, in document order. */
  readonly references: readonly ReferenceMention[];
}

/** What the notes of one folder teach. */
export interface Series {
  /** The notes' folder, a URI without a trailing slash. */
  readonly folder: string;
  /** Newest first; undated notes last. */
  readonly notes: readonly NoteSummary[];
  /** Names of all notes' people, the likeliest first: by recency, then by number of notes. */
  readonly people: readonly string[];
  /** What `#1` means, learned from full references; absent when the notes name none. */
  readonly repository?: Repository;
  /** `osquery` in `# osquery office hours 2019-10-15`. */
  readonly project?: string;
}
