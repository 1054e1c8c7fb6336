/** What each of several meetings in a file is checked by: the meetings beside it, in its file and in others. */

import { fileHints } from '../archive/fileHints.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { seriesOf } from '../archive/series.ts';
import { isSameSummary, noteDate, summarizeMeeting } from '../archive/summary.ts';
import type { CheckContext, MeetingContext } from '../checks/problem.ts';
import { type Meeting, meetingsOf } from '../note/meetings.ts';
import type { IsoDate, Note } from '../note/note.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { builtinTemplate } from '../template/file/builtin.ts';
import { definitionAtLevel } from '../template/render/atLevel.ts';
import { isOfForm, titleForm } from '../template/render/titleForm.ts';
import { canonicalUri } from '../uri.ts';
import { type Schema, schemaOf } from './schema.ts';

/**
 * The meetings of the file at `uri`; none: the file is one note. One alone is one of several where the other files of the
 * series have several. `fileDate`: the file's day where a template file says how to read it.
 */
export function fileMeetings(
  uri: string,
  note: Note,
  series: Series | undefined,
  fileDate: IsoDate | undefined,
): readonly Meeting[] {
  const meetings = meetingsOf(note, fileHints(uri, fileDate));
  if (meetings.length !== 1) return meetings;
  const isAmongOthers = series?.notes.some((other) => other.meeting && canonicalUri(other.uri) !== uri);
  return isAmongOthers ? meetings : [];
}

/** `file` is the context of the file as a whole; `fromFile` is what its template file says. */
export function meetingContexts(
  file: CheckContext,
  meetings: readonly Meeting[],
  fromFile: TemplateDefinition | undefined,
): readonly MeetingContext[] {
  const { uri = '', fileName, today, own } = file;
  const { series, summaries } = withMeetings(file.series, uri, meetings);
  const siblings = new Map(summaries.map((summary, index) => [summary, meetings[index]!.note]));
  const form = fromFile && titleForm(fromFile);
  const isTitled = form !== undefined && meetings.some(({ note }) => isOfForm(form, note.title?.text ?? ''));
  return meetings.map(({ from, date, level, note }, index) => {
    const definition = fromFile && definitionAtLevel(fromFile, level, isTitled);
    return {
      from,
      context: {
        note,
        today,
        ...schemaOfMeeting(schemaOf(uri, date, series, definition, today, summaries[index])),
        ...(file.uri !== undefined && { uri: file.uri }),
        ...(fileName !== undefined && { fileName }),
        ...(own && { own }),
        series,
        siblings,
      },
    };
  });
}

/** The built-in template makes notes in files of their own: it asks for nothing in a file that the writer set up otherwise. */
const unasked: Schema = {
  template: {
    ...builtinTemplate,
    sections: builtinTemplate.sections.map((section) => ({ ...section, required: false })),
    recordingRequired: false,
  },
};

function schemaOfMeeting(schema: Schema): Schema {
  return schema.definition === undefined ? unasked : schema;
}

interface SeriesWithMeetings {
  readonly series: Series;
  /** Of the meetings, in their order. The lines of their headings count from the meeting's own. */
  readonly summaries: readonly NoteSummary[];
}

const known = new WeakMap<Series, Map<string, SeriesWithMeetings>>();
const nothing: Series = { folder: '', notes: [], people: [] };

/** The series with the file's meetings as they are now. What did not change stays the same object. */
function withMeetings(
  series: Series = nothing,
  uri: string,
  meetings: readonly Meeting[],
): SeriesWithMeetings {
  const byFile = known.get(series) ?? new Map<string, SeriesWithMeetings>();
  known.set(series, byFile);
  const kept = byFile.get(uri);
  const before = new Map(kept?.summaries.map((summary) => [summary.titleText, summary]));
  const summaries = meetings.map((meeting) => {
    const summary = summaryOf(uri, meeting);
    const old = before.get(summary.titleText);
    return old && isSameSummary(old, summary) ? old : summary;
  });
  const { length } = summaries;
  if (kept?.summaries.length === length && summaries.every((each, index) => each === kept.summaries[index]))
    return kept;
  const result = { series: merged(series, uri, summaries), summaries };
  byFile.set(uri, result);
  return result;
}

const summaryOfNote = new WeakMap<Note, NoteSummary>();

/** The lines of its headings count from the meeting's own. */
function summaryOf(uri: string, meeting: Meeting): NoteSummary {
  let summary = summaryOfNote.get(meeting.note);
  if (summary === undefined) {
    summary = summarizeMeeting(uri, meeting, 0);
    summaryOfNote.set(meeting.note, summary);
  }
  return summary;
}

function merged(series: Series, uri: string, own: readonly NoteSummary[]): Series {
  const others = series.notes.filter((note) => canonicalUri(note.uri) !== uri);
  if (series === nothing) return seriesOf('', own);
  const notes = [...others, ...own].sort((one, other) => {
    const [first, second] = [noteDate(one) ?? '', noteDate(other) ?? ''];
    return first === second ? 0 : first > second ? -1 : 1;
  });
  return { ...series, notes };
}
