/** Who mentions what: the references of a series' notes, each with the notes that name it. */

import type { IsoDate, ReferenceKind, Repository } from '../note/note.ts';
import { noteOf } from './noteOf.ts';
import type { NoteSummary, Series } from './noteSummary.ts';
import { repositoryKey } from './summary.ts';

export interface Mentioned {
  readonly number: number;
  /** What the latest note that says it calls it. */
  readonly kind: ReferenceKind;
  /** Newest first; undated notes last. At least one. */
  readonly notes: readonly NoteSummary[];
}

export interface Mentions {
  /** Where a number was mentioned; undefined: nowhere. */
  find(number: number, repository: Repository | undefined): Mentioned | undefined;
  /** The latest first: by the newest note that mentions it, in that note from its end on. */
  of(repository: Repository | undefined): Iterable<Mentioned>;
}

type Entry = { -readonly [Key in keyof Mentioned]: Mentioned[Key] } & { notes: NoteSummary[] };

interface CachedMentions {
  readonly ownKey: string;
  readonly notes: readonly NoteSummary[];
  readonly mentions: Mentions;
}

/** By the first note of the list. A note that is being written makes its series anew, and leaves the others as they are. */
const cache = new WeakMap<NoteSummary, CachedMentions>();

const nowhere: Mentions = { find: () => undefined, of: () => [] };

/**
 * The mentions in all notes of the series but the one at `uri`, or but the meeting of `day` where that file has several. `own` is the repository that a bare number means: `#1` and
 * `owner/repo#1` are the same there, and an absent repository stands for it. Reads the notes when one of them has changed;
 * else it costs a look at each.
 */
export function mentionsElsewhere(
  series: Series,
  uri: string,
  own: Repository | undefined,
  day?: IsoDate,
): Mentions {
  const self = noteOf(series, uri, day);
  const notes = self ? series.notes.filter((note) => note !== self) : series.notes;
  const [first] = notes;
  if (first === undefined) return nowhere;
  const ownKey = own ? repositoryKey(own) : '';
  const kept = cache.get(first);
  if (kept && kept.ownKey === ownKey && isSame(kept.notes, notes)) return kept.mentions;
  const mentions = collect(notes, ownKey);
  cache.set(first, { ownKey, notes, mentions });
  return mentions;
}

function isSame(one: readonly NoteSummary[], other: readonly NoteSummary[]): boolean {
  return one.length === other.length && one.every((note, index) => note === other[index]);
}

function collect(notes: readonly NoteSummary[], ownKey: string): Mentions {
  const keyOf = (repository: Repository | undefined) => (repository ? repositoryKey(repository) : ownKey);
  const byRepository = new Map<string, Map<number, Entry>>();
  for (const note of notes) {
    const { references } = note;
    for (let index = references.length - 1; index >= 0; index--) {
      const { number, kind, repository } = references[index]!;
      const key = keyOf(repository);
      let entries = byRepository.get(key);
      if (entries === undefined) {
        entries = new Map();
        byRepository.set(key, entries);
      }
      const entry = entries.get(number);
      if (entry === undefined) entries.set(number, { number, kind, notes: [note] });
      else {
        if (entry.kind === 'unknown') entry.kind = kind;
        // A note may name it twice: `#1` and `owner/repo#1`.
        if (entry.notes.at(-1) !== note) entry.notes.push(note);
      }
    }
  }
  return {
    find: (number, repository) => byRepository.get(keyOf(repository))?.get(number),
    of: (repository) => byRepository.get(keyOf(repository))?.values() ?? [],
  };
}
