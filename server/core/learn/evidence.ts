/** The notes that are learned from, and how many of them a finding rests on. */

import type { IsoDate, Note, Repository } from '../note/note.ts';

/** One note of the series. */
export interface LearnInput {
  /** The folders between the series' folder and the file, decoded: `2026`, `03`. */
  readonly folders: readonly string[];
  /** Decoded, with its extension. */
  readonly fileName: string;
  readonly note: Note;
}

export interface LearnOptions {
  /** The folders from the root (the folder that holds `.office-hours`) to the series' folder, decoded; absent: no root. */
  readonly folder?: readonly string[];
  /** Below the series' folder are notes of another series. */
  readonly nested?: boolean;
  /** The repository of `#1` from a setting or the git remote, which take precedence over the notes. */
  readonly repository?: Repository;
}

/** A note as the parts of learning look at it. */
export interface DatedNote extends LearnInput {
  /** The meeting's day: by the file's name or path, else by the title, else by a line such as `Date: …`. */
  readonly date?: IsoDate;
}

/** What a finding was seen by: so many of the notes, titles or days that could show it. */
export interface Evidence {
  readonly count: number;
  readonly total: number;
}

/** A section, a person, a habit that this share of the notes has is the series' own. */
const nearlyAll = 0.8;
/** What fewer notes than this have is a single meeting's matter. */
const some = 0.25;

/** True when so many of `total` are nearly all of them. */
export function isNearlyAll(count: number, total: number): boolean {
  return count > 0 && count >= nearlyAll * total;
}

/** True when so many of `total` are a habit: a quarter of them, and two at the least, where there are as many. */
export function isSome(count: number, total: number): boolean {
  return count >= Math.min(2, total) && count >= some * total;
}

/** The values with how many of the texts have each, the commonest first, then the earliest. */
export function counted<T>(values: readonly T[]): { readonly value: T; readonly count: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
