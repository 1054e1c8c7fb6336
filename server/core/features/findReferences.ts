/** Every place that mentions what stands at an offset, in all notes; and those in the note itself. */

import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Range,
} from 'vscode-languageserver-types';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { unpackPlace } from '../archive/place.ts';
import { repositoryKey } from '../archive/summary.ts';
import type { Repository, Span } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { type MentionPlace, mentionPlaces } from '../recall/mentionPlaces.ts';
import { canonicalUri } from '../uri.ts';
import { toRange } from './range.ts';
import { type SubjectHere, type SubjectInputs, subjectAt } from './subjectAt.ts';

/** The notes of one series, and what a bare number means in them. */
export interface NotesOfSeries {
  readonly notes: readonly NoteSummary[];
  readonly own: Repository | undefined;
}

/** A list of more is not read. */
const mostPlaces = 5000;

export interface ReferencesInputs extends SubjectInputs {
  readonly lists: readonly NotesOfSeries[];
  /** VS Code's own Markdown support finds the headings of the note itself. */
  readonly withMarkdown: boolean;
}

/** Newest notes first. Null: there is nothing of the kind. */
export function findReferences(inputs: ReferencesInputs, offset: number): Location[] | null {
  const here = subjectAt(inputs, offset);
  if (here === undefined) return null;
  const own = canonicalUri(inputs.uri);
  return placesOf(here, inputs.lists)
    .filter(
      ({ note }) =>
        !(inputs.withMarkdown && here.subject.kind === 'section' && canonicalUri(note.uri) === own),
    )
    .slice(0, mostPlaces)
    .map(({ note, place }) => ({ uri: note.uri, range: rangeOf(place) }));
}

function placesOf({ subject }: SubjectHere, lists: readonly NotesOfSeries[]): MentionPlace[] {
  return lists.flatMap(({ notes, own }) => mentionPlaces(subject, notes, own));
}

export function rangeOf(place: number): Range {
  const { line, character, length } = unpackPlace(place);
  return { start: { line, character }, end: { line, character: character + length } };
}

/** Those of the note itself. With VS Code's Markdown support, nothing for links and headings, which it highlights. */
export function documentHighlights(
  document: TextDocument,
  inputs: SubjectInputs & Pick<ReferencesInputs, 'withMarkdown'>,
  offset: number,
): DocumentHighlight[] | null {
  const here = subjectAt(inputs, offset);
  if (here === undefined) return null;
  const { subject, isLink } = here;
  if (inputs.withMarkdown && (isLink || subject.kind === 'section')) return null;
  return spansOf(here, inputs).map((span) => ({
    range: toRange(span, document),
    kind: DocumentHighlightKind.Text,
  }));
}

function spansOf({ subject, range }: SubjectHere, { note, own }: SubjectInputs): Span[] {
  switch (subject.kind) {
    case 'reference': {
      const key = keyOf(subject.repository);
      return note.references
        .filter(({ number, repository = own }) => number === subject.number && keyOf(repository) === key)
        .map((reference) => reference.range);
    }
    case 'person':
      return note.people.filter(({ name }) => subject.isCalled(name)).map((mention) => mention.range);
    case 'section':
      return [range];
  }
}

function keyOf(repository: Repository | undefined): string {
  return repository ? repositoryKey(repository) : '';
}
