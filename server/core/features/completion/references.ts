/** The issues and pull requests that the notes mention, the likeliest first. */

import { type Message, t } from '../../../../shared/l10n.ts';
import { type Mentioned, mentionsElsewhere } from '../../archive/mentions.ts';
import type { Series } from '../../archive/noteSummary.ts';
import { repositoryKey } from '../../archive/summary.ts';
import type { Note, Reference, ReferenceKind, Repository } from '../../note/note.ts';
import { sectionAt } from '../../note/sections.ts';
import type { Issue } from '../../references/issue.ts';
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
  /** Where it was last mentioned, in a word or two and in full. */
  readonly mention?: { readonly brief: Message; readonly where: Message };
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
  return (context, limit) => {
    const wantedKey = keyOf(context.repository ?? own);
    const elsewhere = series && mentionsElsewhere(series, uri, own, note.title?.date?.value);
    const isOwn = wantedKey === keyOf(own);
    const wantedRepository = isOwn ? own : context.repository;
    const taken = new Set<number>();
    const known: ReferenceCandidate[] = [];
    const unknown: ReferenceCandidate[] = [];

    /** False when the list is full. */
    const add = (
      number: number,
      kind: ReferenceKind,
      mention: () => ReferenceCandidate['mention'],
    ): boolean => {
      if (taken.has(number) || !String(number).startsWith(context.typed)) return true;
      if (context.wanted !== 'unknown' && kind !== 'unknown' && kind !== context.wanted) return true;
      const list = context.wanted === 'unknown' || kind !== 'unknown' ? known : unknown;
      if (known.length === limit) return false;
      taken.add(number);
      if (list.length === limit) return true;
      const last = mention();
      const repository = isOwn ? undefined : context.repository;
      list.push({ number, kind, ...(repository && { repository }), ...(last && { mention: last }) });
      return true;
    };

    let full = false;
    for (const index of nearestFirst(note.references, context)) {
      const reference = note.references[index]!;
      if (keyOf(reference.repository ?? own) !== wantedKey) continue;
      const { number } = reference;
      const kind =
        reference.kind === 'unknown'
          ? (elsewhere?.find(number, wantedRepository)?.kind ?? 'unknown')
          : reference.kind;
      full ||= !add(number, kind, () => mentionHere(note, reference));
      if (full) break;
    }
    for (const mentioned of full ? [] : (elsewhere?.of(wantedRepository) ?? [])) {
      full = !add(mentioned.number, mentioned.kind, () => mentionIn(mentioned));
      if (full) break;
    }
    return [...known, ...unknown].slice(0, limit);
  };
}

function keyOf(repository: Repository | undefined): string {
  return repository ? repositoryKey(repository) : '';
}

/** Indexes without that of the one being typed: those above the cursor from below, then those below it. */
function* nearestFirst(references: readonly Reference[], { range }: ReferenceContext): Generator<number> {
  const below = references.findIndex((reference) => reference.range.to >= range.from);
  const end = below < 0 ? references.length : below;
  for (let index = end - 1; index >= 0; index--) yield index;
  for (let index = end; index < references.length; index++) {
    if (references[index]!.range.from > range.to) yield index;
  }
}

function mentionHere(note: Note, { range }: Reference): ReferenceCandidate['mention'] {
  const heading = sectionAt(note.sections, range.from)?.heading;
  return {
    brief: t('this note'),
    where: heading ? t('in this note, under "{0}"', heading) : t('in this note'),
  };
}

function mentionIn({ notes }: Mentioned): ReferenceCandidate['mention'] {
  const [latest] = notes;
  if (latest === undefined) return undefined;
  const brief = spokenNote(latest);
  return {
    brief,
    where:
      notes.length === 1 ? t('in the note {0}', brief) : t('in {0} notes, last in {1}', notes.length, brief),
  };
}
