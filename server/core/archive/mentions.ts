/** Who mentions what: the references of a series, each with the notes that name it. */

import type { ReferenceKind, Repository } from '../note/note.ts';
import type { NoteSummary, ReferenceMention, Series } from './noteSummary.ts';
import { referenceKey, repositoryKey } from './summary.ts';

export interface Mentioned {
  readonly number: number;
  /** What the latest note that says it calls it. */
  readonly kind: ReferenceKind;
  /** Absent: the series' own repository, and no note ever wrote it out. */
  readonly repository?: Repository;
  /** Newest first; undated notes last. */
  readonly notes: readonly NoteSummary[];
}

export interface Mentions {
  /**
   * What a repository's number has been mentioned in; undefined: nowhere. Without `repository`, or with the series' own
   * one, both spellings count: `#1` and `owner/repo#1`.
   */
  find(number: number, repository?: Repository): Mentioned | undefined;
  /** The latest first: by the newest note that mentions it, in that note from its end on. */
  of(repository?: Repository): readonly Mentioned[];
}

type Entry = { -readonly [Key in keyof Mentioned]: Mentioned[Key] } & { notes: NoteSummary[] };

const known = new WeakMap<Series, Map<string, Mentions>>();

/** Reads a series once for each `own` repository, the one that a bare number means; later calls cost nothing. */
export function mentionsOf(series: Series, own: Repository | undefined): Mentions {
  const ownKey = own ? repositoryKey(own) : '';
  let byOwn = known.get(series);
  if (byOwn === undefined) {
    byOwn = new Map();
    known.set(series, byOwn);
  }
  let mentions = byOwn.get(ownKey);
  if (mentions === undefined) {
    mentions = collect(series, ownKey);
    byOwn.set(ownKey, mentions);
  }
  return mentions;
}

function collect(series: Series, ownKey: string): Mentions {
  const entries = new Map<string, Entry>();
  const byRepository = new Map<string, Entry[]>();
  for (const note of series.notes) {
    for (const reference of [...note.references].reverse()) {
      const repository = reference.repository ? repositoryKey(reference.repository) : ownKey;
      const key = keyOf(reference, ownKey);
      const entry = entries.get(key);
      if (entry === undefined) {
        const { number, kind } = reference;
        const added: Entry = {
          number,
          kind,
          notes: [note],
          ...(reference.repository && { repository: reference.repository }),
        };
        entries.set(key, added);
        const list = byRepository.get(repository);
        if (list === undefined) byRepository.set(repository, [added]);
        else list.push(added);
      } else {
        if (entry.kind === 'unknown') entry.kind = reference.kind;
        if (entry.repository === undefined && reference.repository) entry.repository = reference.repository;
        // A note may name it twice: `#1` and `owner/repo#1`.
        if (entry.notes.at(-1) !== note) entry.notes.push(note);
      }
    }
  }
  return {
    find: (number, repository) =>
      entries.get(keyOf({ number, kind: 'unknown', ...(repository && { repository }) }, ownKey)),
    of: (repository) => byRepository.get(repository ? repositoryKey(repository) : ownKey) ?? [],
  };
}

function keyOf(reference: ReferenceMention, ownKey: string): string {
  return reference.repository === undefined ? `${ownKey}#${reference.number}` : referenceKey(reference);
}
