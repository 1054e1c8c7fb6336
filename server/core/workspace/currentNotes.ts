/** The notes of every series as they are now: as the index has them, and those that are open as their editors have them. */

import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { isContinuedBy } from '../archive/olderSeries.ts';
import { noteDate, summarize } from '../archive/summary.ts';
import type { IsoDate, Note } from '../note/note.ts';
import { canonicalUri, fileNameOf } from '../uri.ts';
import type { Archive } from './noteIndex.ts';
import type { OpenDocument } from './openDocument.ts';

export interface SeriesNotes {
  readonly series: Series;
  /** Newest first, undated notes last; with those of the series that this one continues. */
  readonly notes: readonly NoteSummary[];
}

export interface CurrentNotesHost {
  readonly archive: Archive;
  openDocuments(): readonly OpenDocument[];
  isNote(document: OpenDocument): boolean;
}

interface Summarized {
  readonly fileDate: IsoDate | undefined;
  readonly summary: NoteSummary;
}

export class CurrentNotes {
  readonly #host: CurrentNotesHost;
  /** A document that did not change is not summarized again. */
  readonly #summaries = new WeakMap<Note, Summarized>();

  constructor(host: CurrentNotesHost) {
    this.#host = host;
  }

  /** The index and the series stay as they are. Those of the workspace folder's main series first. */
  all(): SeriesNotes[] {
    const { archive, openDocuments, isNote } = this.#host;
    const series = archive.allSeries();
    const open = openDocuments().filter((document) => isNote(document));
    const fresh = open.map((document) => ({ document, summary: this.#summaryOf(document) }));
    const known = new Set<string>();
    const lists = series.map((each) => {
      const notes = withFresh(each.notes, fresh, known);
      return { series: each, notes };
    });
    for (const { document, summary } of fresh) {
      if (known.has(document.canonicalUri)) continue;
      // It was not saved yet, or the index has not heard of it.
      const own = archive.seriesOf(document.uri);
      const at = Math.max(
        lists.findIndex(({ series: { folder } }) => folder === own?.folder),
        0,
      );
      const list = lists[at];
      if (list)
        lists[at] = { series: list.series, notes: inOrder(list.notes, summary.meetings ?? [summary]) };
    }
    return joined(lists);
  }

  #summaryOf({ uri, canonicalUri: canonical, note }: OpenDocument): NoteSummary {
    const fileDate = this.#host.archive.templates.dateOf(canonical);
    const known = this.#summaries.get(note);
    if (known && known.fileDate === fileDate) return known.summary;
    const summary = summarize(uri, note, fileDate);
    this.#summaries.set(note, { fileDate, summary });
    return summary;
  }
}

interface Fresh {
  readonly document: OpenDocument;
  readonly summary: NoteSummary;
}

/** `known` gets the canonical URIs that were found. */
function withFresh(
  notes: readonly NoteSummary[],
  fresh: readonly Fresh[],
  known: Set<string>,
): readonly NoteSummary[] {
  const byName = new Map<string, Fresh[]>();
  for (const each of fresh) {
    const name = fileNameOf(each.document.canonicalUri);
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  if (!notes.some(({ fileName }) => byName.has(fileName))) return notes;
  const added: NoteSummary[] = [];
  const kept = notes.filter((note) => {
    // Names are cheaper to compare than to bring into one spelling.
    const found = byName
      .get(note.fileName)
      ?.find(({ document }) => canonicalUri(note.uri) === document.canonicalUri);
    if (!found) return true;
    const { document, summary } = found;
    if (known.has(document.canonicalUri)) return false;
    known.add(document.canonicalUri);
    const isOfSeveral = note.meeting !== undefined || (summary.meetings?.length ?? 0) > 1;
    added.push(...(isOfSeveral ? (summary.meetings ?? [summary]) : [summary]));
    return false;
  });
  return inOrder(kept, added);
}

function inOrder(notes: readonly NoteSummary[], added: readonly NoteSummary[]): NoteSummary[] {
  const dateOf = (note: NoteSummary): string => noteDate(note) ?? '';
  // Stable, and nearly in order already.
  return [...notes, ...added].sort((a, b) => (dateOf(a) === dateOf(b) ? 0 : dateOf(a) > dateOf(b) ? -1 : 1));
}

/** Notes that were moved to a folder such as `old` are those of the series that goes on. */
function joined(lists: readonly SeriesNotes[]): SeriesNotes[] {
  const isOlder = (one: SeriesNotes) => lists.some((other) => isContinuedBy(one.series, other.series));
  return lists
    .filter((list) => !isOlder(list))
    .map((list) => {
      const older = lists.filter((other) => isContinuedBy(other.series, list.series));
      return { series: list.series, notes: [...list.notes, ...older.flatMap(({ notes }) => notes)] };
    });
}
