/** What the index keeps of one note: enough for cadence, names, references, action items; nothing else of its text. */

import type { IsoDate, ReferenceKind, Repository } from '../note/note.ts';
import type { EvidenceKinds } from '../note/personEvidence.ts';
import type { NoteFacts } from './facts.ts';

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
  /** By a line such as `Date: 2021-08-19`, else by the first heading or the front matter where the title has no day. */
  readonly lineDate?: IsoDate;
  /** `YouTube Link:` as written, when there is a recording line. */
  readonly recordingLabel?: string;
  /** The heading of the section that the recording stands in; absent: it stands above the first one, or there is none. */
  readonly recordingSection?: string;
  /** The headings of its sections, in document order. */
  readonly headings: readonly HeadingMention[];
  /** Names without `@`, most often mentioned first, each once. */
  readonly people: readonly string[];
  /** In the order of `people`: what shows that they are. */
  readonly evidence?: readonly EvidenceKinds[];
  /** It has `AI: …` with an owner. */
  readonly hasAiTasks?: true;
  /** Absent: no list of people. */
  readonly present?: readonly PresentPerson[];
  /** Each reference once, in document order. */
  readonly references: readonly ReferenceMention[];
  /** Follows each edit, as `headings` do, where nothing else of the note changed. Absent: there are none, or the file has several meetings. */
  readonly facts?: NoteFacts;
  /** Of one of several meetings in a file: the line of its heading, 0-based. Its title is that heading. */
  readonly meeting?: { readonly line: number };
  /** Of a file whose headings say days: its meetings, in document order. One alone counts among files with several. */
  readonly meetings?: readonly NoteSummary[];
}

/** What the notes of one folder teach. */
export interface Series {
  /** The notes' folder, a URI without a trailing slash. */
  readonly folder: string;
  /** Newest first; undated notes last. */
  readonly notes: readonly NoteSummary[];
  /** Those of the notes' names that are people's, the likeliest first: by recency, then by number of notes. */
  readonly people: readonly string[];
  /** `AI:` marks action items in several of the notes. */
  readonly usesAi?: true;
  /** What `#1` means, learned from full references; absent when the notes name none. */
  readonly repository?: Repository;
  /** `osquery` in `# osquery office hours 2019-10-15`. */
  readonly project?: string;
  /** Of a series without the note that is looked at: all of it, for what is counted once for all notes. */
  readonly whole?: { readonly series: Series; readonly without: NoteSummary };
}
