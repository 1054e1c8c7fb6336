/** What a note's series knows, for its draft. */

import type { Settings } from '../../../../shared/settings.ts';
import { noteDate } from '../../archive/summary.ts';
import type { IsoDate, Repository } from '../../note/note.ts';
import type { TemplateDefinition } from '../../template/definition.ts';
import type { Template } from '../../template/template.ts';
import { canonicalUri } from '../../uri.ts';
import type { SeriesNotes } from '../../workspace/currentNotes.ts';
import { type LatestNotesState, readLatest } from '../../workspace/latestNotes.ts';
import type { DraftSource, DraftStore } from './drafted.ts';

/** So many of the latest notes show the form. */
const mostExamples = 4;

export interface DraftRequest {
  /** Of the note, in any spelling; it may not be there yet. */
  readonly uri: string;
  /** Of its meeting; undefined: it says none. */
  readonly day: IsoDate | undefined;
  readonly list: SeriesNotes;
  /** What a bare number means. */
  readonly own: Repository | undefined;
  /** What the note is checked by. */
  readonly template: Pick<Template, 'placeholderLines'>;
  readonly definition?: Pick<TemplateDefinition, 'agenda' | 'oldestPulls'> | undefined;
  readonly settings: Pick<Settings, 'actionItemMeetings' | 'highlightBots'>;
  readonly store: DraftStore | undefined;
}

/** Reads the latest notes before this one. */
export async function draftSource(
  { uri, day, list, own, template, definition, settings, store }: DraftRequest,
  state: LatestNotesState,
): Promise<DraftSource> {
  const canonical = canonicalUri(uri);
  const { notes, series } = list;
  const self = notes.findIndex((note) => canonicalUri(note.uri) === canonical);
  const before =
    day === undefined ? notes.slice(self + 1) : notes.filter((note) => (noteDate(note) ?? '') < day);
  const earlier = before.filter((note) => note.meeting !== undefined || canonicalUri(note.uri) !== canonical);
  const examples = await readLatest({ ...series, notes: earlier }, mostExamples, state);
  return {
    uri,
    day,
    notes,
    earlier,
    examples: examples.map(({ note }) => note),
    own,
    template,
    agenda: definition?.agenda ?? [],
    oldestPulls: definition?.oldestPulls ?? 0,
    withBots: settings.highlightBots,
    meetings: settings.actionItemMeetings,
    store,
  };
}
