/** What the position in the note makes likely: what was merged since the last note, what the last note mentioned. */

import { dateInFileName } from '../../../../shared/dates/findDate.ts';
import { noteOf } from '../../archive/noteOf.ts';
import type { NoteSummary, Series } from '../../archive/noteSummary.ts';
import { noteDate, repositoryKey } from '../../archive/summary.ts';
import type { SearchQuery } from '../../github/cache/search.ts';
import { lineStart } from '../../note/lines.ts';
import type { IsoDate, Note, Repository, Section } from '../../note/note.ts';
import { fileNameOf } from '../../uri.ts';
import type { NotesSource } from './references.ts';

/** `offset` is the cursor's; `repository` the one whose issues are listed. */
export function searchHintsAt(
  { note, uri, series, own }: NotesSource,
  offset: number,
  repository: Repository,
): Pick<SearchQuery, 'mergedSince' | 'carried'> {
  const previous = series && previousNote(note, uri, series);
  if (previous === undefined) return {};
  const carried = numbersIn(previous, repositoryKey(repository), own && repositoryKey(own));
  const date = noteDate(previous);
  // The days of notes are calendar days; an hour more or less of merges does not matter.
  const since = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  const mergedSince = !Number.isNaN(since) && isInHighlights(note, offset);
  return { carried, ...(mergedSince && { mergedSince: since }) };
}

interface Numbers {
  readonly wanted: string;
  readonly own: string | undefined;
  readonly numbers: readonly number[];
}

/** Asked for with each list: the latest answer about a note is kept. */
const numbersOf = new WeakMap<NoteSummary, Numbers>();

/** Of the references to one repository; `own` is the one that a bare number means. Both are keys. */
function numbersIn(note: NoteSummary, wanted: string, own: string | undefined): readonly number[] {
  const known = numbersOf.get(note);
  if (known && known.wanted === wanted && known.own === own) return known.numbers;
  const numbers = note.references
    .filter((each) => (each.repository ? repositoryKey(each.repository) : own) === wanted)
    .map(({ number }) => number);
  numbersOf.set(note, { wanted, own, numbers });
  return numbers;
}

/** The latest note before this one; before none, the latest of all. */
function previousNote(note: Note, uri: string, series: Series): NoteSummary | undefined {
  const self = noteOf(series, uri, note.title?.date?.value);
  const date: IsoDate | undefined =
    self?.fileDate ??
    dateInFileName(fileNameOf(uri)) ??
    note.title?.date?.value ??
    note.dateLine?.date?.value;
  // Newest first; undated notes last.
  return series.notes.find((other) => {
    if (other === self) return false;
    const otherDate = noteDate(other);
    return date === undefined || (otherDate !== undefined && otherDate < date);
  });
}

/**
 * Whether a section around the line tells what has happened since the last meeting. The line itself does not count: a `#` in
 * a list is a heading until a digit follows.
 */
function isInHighlights(note: Note, offset: number): boolean {
  const start = lineStart(note.written, offset);
  let sections: readonly Section[] = note.sections;
  for (let around: Section | undefined; ; sections = around.children) {
    around = lastBefore(sections, start);
    if (around === undefined) return false;
    if (around.key.includes('highlight') || around.key.includes('since the last')) return true;
  }
}

/** The last of the sections whose heading begins before an offset. */
function lastBefore(sections: readonly Section[], offset: number): Section | undefined {
  let last: Section | undefined;
  for (const section of sections) {
    if (section.headingRange.from >= offset) break;
    last = section;
  }
  return last;
}
