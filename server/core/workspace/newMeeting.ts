/** The next meeting of a series whose meetings share files: where in which file it goes, and its text. */

import type { NewNoteResult } from '../../../shared/protocol.ts';
import { fileHints } from '../archive/fileHints.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { monthInFileName, yearInPath } from '../archive/periodFolders.ts';
import { noteDate } from '../archive/summary.ts';
import { lineEndsAround } from '../checks/insertionPoint.ts';
import type { DatedNote } from '../learn/evidence.ts';
import { nextNote } from '../learn/nextNote.ts';
import { nextText } from '../learn/nextText.ts';
import { lineEnd, lineStart } from '../note/lines.ts';
import { type Meeting, meetingsOf } from '../note/meetings.ts';
import type { IsoDate } from '../note/note.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { definitionAtLevel } from '../template/render/atLevel.ts';
import { type RenderedNote, type RenderOptions, renderSeries } from '../template/render/render.ts';
import { isOfForm, titleForm } from '../template/render/titleForm.ts';
import { escapeSnippet } from '../template/snippet/snippet.ts';
import { canonicalUri } from '../uri.ts';
import { type LatestNotesState, readLatest, readNote } from './latestNotes.ts';
import { placeOf } from './meetingPeriods.ts';

export type InsertedMeeting = Extract<NewNoteResult, { kind: 'insert' }>;

const mostMeetings = 8;

/** The file with the newest meeting, where the meetings of a series share files. */
export function sharedFile(series: Series | undefined): NoteSummary | undefined {
  const [newest] = series?.notes ?? [];
  return newest?.meeting && newest;
}

/** Whether the file's name or folder says a year or a month, so that the meetings of the next one have another file. */
export function isOfPeriod({ uri, fileName }: NoteSummary): boolean {
  return monthInFileName(fileName) !== undefined || yearInPath(uri) !== undefined;
}

/** The text of the meeting, and, before a new file's first one, of the file's title. */
export interface MeetingText extends RenderedNote {
  readonly fileTitle: string;
}

/**
 * As the latest meetings are, in their file or in earlier ones; with a template file, as that has it, below a heading like
 * theirs. Undefined where none of them can be read. Ends without a line end.
 */
export async function meetingText(
  series: Series,
  definition: TemplateDefinition | undefined,
  options: RenderOptions,
  state: LatestNotesState,
): Promise<MeetingText | undefined> {
  const latest = await readLatest(series, mostMeetings, state);
  const titles = titlesOf(latest);
  const [newest] = latest;
  if (newest === undefined || titles.length === 0) return undefined;
  const { date } = options;
  const level = /^#+/.exec(newest.note.text)?.[0].length ?? 2;
  const rendered = definition ? byTemplate(definition, level, titles, options) : nextNote(latest, date);
  const files = latest.flatMap(({ file, date: day }, index) =>
    file && latest[index - 1]?.file !== file ? [{ file, day }] : [],
  );
  const fileTitles = files.flatMap(({ file: { title }, day }) =>
    title?.form === 'heading' && title.date === undefined
      ? [{ text: title.text, ...(day !== undefined && { date: day }) }]
      : [],
  );
  return {
    snippet: rendered.snippet.trimEnd(),
    text: rendered.text.trimEnd(),
    fileTitle: fileTitles.length === 0 ? '' : nextText(fileTitles, date).texts[0]!,
  };
}

function titlesOf(latest: readonly DatedNote[]): { readonly text: string; readonly date?: IsoDate }[] {
  return latest.flatMap(({ note: { title }, date }) =>
    title ? [{ text: title.text, ...(date !== undefined && { date }) }] : [],
  );
}

function byTemplate(
  definition: TemplateDefinition,
  level: number,
  titles: readonly { readonly text: string; readonly date?: IsoDate }[],
  options: RenderOptions,
): RenderedNote {
  const form = titleForm(definition);
  const isTitled = form !== undefined && titles.some(({ text }) => isOfForm(form, text));
  const { snippet, text } = renderSeries(definitionAtLevel(definition, level, isTitled), options);
  const title = nextText(titles, options.date).texts[0]!;
  const marks = '#'.repeat(level);
  return {
    snippet: `${marks} ${escapeSnippet(title)}${belowTitle(snippet, level)}`,
    text: `${marks} ${title}${belowTitle(text, level)}`,
  };
}

/** From the end of the title's line on: the file has its own front matter. */
function belowTitle(text: string, level: number): string {
  const lines = text.split('\n');
  const title = lines.findIndex((line) => /^#{1,6} /.test(line));
  if (title < 0) return `\n\n${text}`;
  // A template without a title of this level may be given the usual one above it.
  const own = lines.findIndex((line, index) => index > title && line.startsWith(`${'#'.repeat(level)} `));
  return `\n${lines.slice((own > 0 ? own : title) + 1).join('\n')}`;
}

/** The text of a new file with its first meeting. */
export function fileWithMeeting({ snippet, text, fileTitle }: MeetingText): RenderedNote {
  const head = fileTitle === '' ? '' : `# ${fileTitle}\n\n`;
  const start = fileTitle === '' ? '' : `# ${escapeSnippet(fileTitle)}\n\n`;
  return { snippet: `${start}${snippet}\n`, text: `${head}${text}\n` };
}

/**
 * The edit that puts the meeting into its file, in the order of the others. Undefined where the file cannot be read or its
 * meetings are not found.
 */
export async function insertedMeeting(
  uri: string,
  { snippet, text }: RenderedNote,
  date: IsoDate,
  series: Series,
  state: LatestNotesState,
): Promise<InsertedMeeting | undefined> {
  const note = await readNote(uri, state);
  const meetings = note ? meetingsOf(note, fileHints(uri, state.archive.templates.dateOf(uri))) : [];
  if (note === undefined || meetings.length === 0) return undefined;
  const { at, headings } = placeOf(meetings, date, isNewestFirst(series, uri), note);
  const above = headings.map((heading) => `${heading}\n\n`).join('');
  let { before, after } = lineEndsAround(note.text, at);
  const rule = headings.length > 0 ? '' : ruleBetween(meetings, note.text);
  if (rule !== '') {
    // Where one stands above, or a meeting follows, it goes behind the new meeting.
    if (ruleAbove(at, note.text) !== '' || meetings.some((each) => each.from === at))
      after = `\n\n${rule}${after}`;
    else before += `${rule}\n\n`;
  }
  const from = lineStart(note.text, at);
  return {
    kind: 'insert',
    uri,
    position: { line: lineOf(note.text, at), character: at - from },
    line: note.text.slice(from, lineEnd(note.text, at)),
    snippet: `${before}${escapeSnippet(above)}${snippet}${after}`,
    text: `${before}${above}${text}${after}`,
  };
}

/** The line between most of the meetings, such as `---`; empty: there is none. */
function ruleBetween(meetings: readonly Meeting[], text: string): string {
  const rules = meetings.slice(1).flatMap(({ from }) => ruleAbove(from, text) || []);
  return rules.length > 1 && 2 * rules.length >= meetings.length ? rules[0]! : '';
}

/** In characters. */
const farthestRule = 100;

/** The last line above an offset, if it is a rule: below a blank line, else it underlines a heading. */
function ruleAbove(at: number, text: string): string {
  const above = text.slice(Math.max(0, at - farthestRule), at).trimEnd();
  return /\n[ \t\r]*\n(([-*_])\2{2,})$/.exec(above)?.[1] ?? '';
}

/** By the file itself, else by the newest file that has two meetings. Files grow at their ends unless one shows otherwise. */
function isNewestFirst({ notes }: Series, uri: string): boolean {
  const byFile = new Map<string, NoteSummary[]>();
  for (const note of notes) {
    if (note.meeting === undefined) continue;
    const file = canonicalUri(note.uri);
    byFile.set(file, [...(byFile.get(file) ?? []), note]);
  }
  const files = [byFile.get(uri) ?? [], ...byFile.values()];
  const [newest, oldest] = (files.find((each) => each.length > 1) ?? [])
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .sort((one, other) => ((noteDate(one) ?? '') < (noteDate(other) ?? '') ? 1 : -1));
  return newest !== undefined && oldest !== undefined && newest.meeting!.line < oldest.meeting!.line;
}

/** 0-based. */
function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = 0; at < offset; at++) {
    const char = text[at];
    if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) line++;
  }
  return line;
}
