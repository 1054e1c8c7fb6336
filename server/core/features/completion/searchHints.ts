/** What the position in the note makes likely: what was merged since the last note, what the last note mentioned. */

import { dateInFileName } from '../../../../shared/dates/findDate.ts';
import { noteOf } from '../../archive/noteOf.ts';
import type { NoteSummary, Series } from '../../archive/noteSummary.ts';
import { noteDate, repositoryKey } from '../../archive/summary.ts';
import type { SearchQuery } from '../../github/cache/search.ts';
import type { IsoDate, Note, Repository, Section } from '../../note/note.ts';
import { allSections } from '../../note/sections.ts';
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
  const wanted = repositoryKey(repository);
  const ownKey = own && repositoryKey(own);
  const carried = previous.references
    .filter((each) => (each.repository ? repositoryKey(each.repository) : ownKey) === wanted)
    .map(({ number }) => number);
  const date = noteDate(previous);
  // The days of notes are calendar days; an hour more or less of merges does not matter.
  const since = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  const mergedSince = !Number.isNaN(since) && isInHighlights(note, offset);
  return { carried, ...(mergedSince && { mergedSince: since }) };
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
  const { text } = note;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  let around: Section[] = [];
  for (const section of allSections(note.sections)) {
    if (section.headingRange.from >= lineStart) break;
    around = [...around.filter(({ level }) => level < section.level), section];
  }
  return around.some(({ key }) => key.includes('highlight') || key.includes('since the last'));
}
