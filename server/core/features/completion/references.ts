/** The issues and pull requests that the notes mention, the likeliest first. */

import { type Message, t } from '../../../../shared/l10n.ts';
import { type Mentioned, mentionsElsewhere } from '../../archive/mentions.ts';
import type { Series } from '../../archive/noteSummary.ts';
import { repositoryKey } from '../../archive/summary.ts';
import type { Note, Reference, ReferenceKind, Repository, Span } from '../../note/note.ts';
import { sectionAt } from '../../note/sections.ts';
import type { Issue } from '../../references/issue.ts';
import { remembered, rememberedOf } from '../../remembered.ts';
import { spokenNote } from '../noteLink.ts';
import type { ReferenceContext } from './context.ts';

export interface ReferenceCandidate {
  readonly number: number;
  readonly kind: ReferenceKind;
  /** Absent: the series' own. */
  readonly repository?: Repository;
  readonly title?: string;
  /** What GitHub told. */
  readonly issue?: Issue;
  readonly mention?: Mention;
}

/** Where a number was last mentioned, in a word or two and in full. */
interface Mention {
  readonly brief: Message;
  readonly where: Message;
}

/** Gives at most `limit` candidates whose number begins with what is typed. */
export type ReferenceSource = (context: ReferenceContext, limit: number) => readonly ReferenceCandidate[];

export interface NotesSource {
  readonly note: Note;
  readonly uri: string;
  readonly series?: Series | undefined;
  /** What a bare number means. */
  readonly own?: Repository | undefined;
}

/**
 * References of this note, the nearest above the cursor first, then those of the other notes, the latest first; each
 * number once. With a kind wanted, those of another kind are left out, and those of no known kind come last.
 */
export function referencesInNotes({ note, uri, series, own }: NotesSource): ReferenceSource {
  return ({ repository: named, typed, wanted, range }, limit) => {
    const ownKey = keyOf(own);
    const wantedKey = named ? keyOf(named) : ownKey;
    const elsewhere = series && mentionsElsewhere(series, uri, own, note.title?.date?.value);
    const isOwn = wantedKey === ownKey;
    const wantedRepository = isOwn ? own : named;
    const taken = new Set<number>();
    const known: ReferenceCandidate[] = [];
    const unknown: ReferenceCandidate[] = [];

    /** The list that a number is to be added to; undefined: to none. */
    const listFor = (number: number, kind: ReferenceKind): ReferenceCandidate[] | undefined => {
      if (taken.has(number) || (typed !== '' && !String(number).startsWith(typed))) return undefined;
      if (wanted !== 'unknown' && kind !== 'unknown' && kind !== wanted) return undefined;
      taken.add(number);
      const list = wanted === 'unknown' || kind !== 'unknown' ? known : unknown;
      return list.length === limit ? undefined : list;
    };
    const candidate = (number: number, kind: ReferenceKind, mention: Mention): ReferenceCandidate =>
      isOwn || named === undefined ? { number, kind, mention } : { number, kind, repository: named, mention };

    const { references } = note;
    for (const index of nearestFirst(references, range)) {
      if (known.length === limit) break;
      const reference = references[index]!;
      const { number, repository } = reference;
      if ((repository ? keyOf(repository) : ownKey) !== wantedKey) continue;
      const kind =
        reference.kind === 'unknown'
          ? (elsewhere?.find(number, wantedRepository)?.kind ?? 'unknown')
          : reference.kind;
      listFor(number, kind)?.push(candidate(number, kind, mentionHere(note, reference)));
    }
    for (const mentioned of elsewhere?.of(wantedRepository) ?? []) {
      if (known.length === limit) break;
      const { number, kind } = mentioned;
      listFor(number, kind)?.push(candidate(number, kind, mentionIn(mentioned)));
    }
    return [...known, ...unknown].slice(0, limit);
  };
}

function keyOf(repository: Repository | undefined): string {
  return repository ? repositoryKey(repository) : '';
}

/** Indexes without that of the one being typed: those above the cursor from below, then those below it. */
function* nearestFirst(references: readonly Reference[], range: Span): Generator<number> {
  const below = references.findIndex((reference) => reference.range.to >= range.from);
  const end = below < 0 ? references.length : below;
  for (let index = end - 1; index >= 0; index--) yield index;
  for (let index = end; index < references.length; index++) {
    if (references[index]!.range.from > range.to) yield index;
  }
}

function mentionHere(note: Note, { range }: Reference): Mention {
  return underHeading(sectionAt(note.sections, range.from)?.heading ?? '');
}

/** The same object for the same heading, so that it is said once. */
const underHeading = remembered(
  (heading): Mention => ({
    brief: t('this note'),
    where: heading ? t('in this note, under "{0}"', heading) : t('in this note'),
  }),
);

/** The same object for as long as the notes stay as they are, so that it is said once. */
const mentionIn = rememberedOf(({ notes }: Mentioned): Mention => {
  const brief = spokenNote(notes[0]!);
  const where =
    notes.length === 1 ? t('in the note {0}', brief) : t('in {0} notes, last in {1}', notes.length, brief);
  return { brief, where };
});
