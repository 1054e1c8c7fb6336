/** Where the notes mention a reference or a person, and where they have a section. */

import type { NoteSummary } from '../archive/noteSummary.ts';
import { packPlace } from '../archive/place.ts';
import { repositoryKey } from '../archive/summary.ts';
import { headingKey } from '../note/headingKey.ts';
import type { Repository } from '../note/note.ts';

/** What is asked for. */
export type Subject =
  /** `repository` absent: nothing says which. */
  | { readonly kind: 'reference'; readonly number: number; readonly repository?: Repository | undefined }
  | { readonly kind: 'person'; readonly isCalled: (name: string) => boolean }
  /** See `headingKey`. */
  | { readonly kind: 'section'; readonly key: string };

export interface MentionPlace {
  readonly note: NoteSummary;
  /** Packed. */
  readonly place: number;
}

/** In the order of `notes`, in each by place. `own` is what a bare number means in them. */
export function mentionPlaces(
  subject: Subject,
  notes: readonly NoteSummary[],
  own: Repository | undefined,
): MentionPlace[] {
  return notes.flatMap((note) => placesIn(note, subject, own).map((place) => ({ note, place })));
}

function placesIn(note: NoteSummary, subject: Subject, own: Repository | undefined): number[] {
  switch (subject.kind) {
    case 'reference': {
      const key = keyOf(subject.repository);
      const wanted = indexesOf(
        note.references,
        ({ number, repository }) => number === subject.number && keyOf(repository ?? own) === key,
      );
      return placesAt(note.facts?.references ?? [], wanted);
    }
    case 'person':
      return placesAt(note.facts?.people ?? [], indexesOf(note.people, subject.isCalled));
    case 'section':
      return note.headings
        .filter(({ text }) => headingKey(text) === subject.key)
        .map(({ line, level, text }) => packPlace({ line, character: level + 1, length: text.length }));
  }
}

function indexesOf<T>(list: readonly T[], is: (each: T) => boolean): ReadonlySet<number> {
  const indexes = new Set<number>();
  list.forEach((each, index) => {
    if (is(each)) indexes.add(index);
  });
  return indexes;
}

/** `pairs`: see `NoteFacts`. */
function placesAt(pairs: readonly number[], wanted: ReadonlySet<number>): number[] {
  const places: number[] = [];
  if (wanted.size === 0) return places;
  for (let at = 0; at < pairs.length; at += 2) if (wanted.has(pairs[at]!)) places.push(pairs[at + 1]!);
  // People are not always in the text's order.
  return places.sort((a, b) => a - b);
}

function keyOf(repository: Repository | undefined): string {
  return repository ? repositoryKey(repository) : '';
}
