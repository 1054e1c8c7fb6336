/** What stands above the first section: the recording, a line with the date, lines that are always there. */

import { mayBeVideo } from '../note/lexicon/recordings.ts';
import type { Note } from '../note/note.ts';
import { openingEnd, recordingSection } from '../note/opening.ts';
import { endsWithColon } from '../note/recording.ts';
import { readDateForms } from './dateForm.ts';
import { counted, type DatedNote, type Evidence, isNearlyAll, isSome } from './evidence.ts';
import { commonFormat } from './patterns.ts';
import { type LearnedLine, recurringLines } from './recurringLines.ts';

/** The evidence: the notes that have such a line. */
interface LearnedRecording extends Evidence {
  /** As the newest of the usual ones is written, with its colon: `YouTube Link:`. Empty: a bare URL. */
  readonly label: string;
  /** A reader of notes knows a recording by this label. */
  readonly known: boolean;
  /** The line stands above the first section in most of the notes. */
  readonly inOpening: boolean;
}

/** The evidence: the notes that have such a line. */
interface LearnedDateLine extends Evidence {
  /** Without its colon: `Date`. */
  readonly label: string;
  /** The line up to the date, as it is written: `**Date:** `, `### Date: `. */
  readonly prefix: string;
  readonly format: string;
}

export interface LearnedOpening {
  readonly recording?: LearnedRecording;
  readonly dateLine?: LearnedDateLine;
  /** The rest of what nearly all notes have there, empty lines between. */
  readonly lines: readonly LearnedLine[];
}

const longestLabel = 30;
const mostLines = 40;
export function learnOpening(notes: readonly DatedNote[]): LearnedOpening {
  const recording = learnRecording(notes);
  const dateLine = learnDateLine(notes);
  const skip = (line: string): boolean => {
    const isRecording = recording !== undefined && recording.label !== '' && line.startsWith(recording.label);
    return isRecording || readDateForms(line).length > 0;
  };
  const lines = recurringLines(
    // What is labelled above the sections is filled in at each meeting, as in a note without a template.
    notes.map(({ note }) => ({ note, anyLabel: true })),
    skip,
  );
  return { ...(recording && { recording }), ...(dateLine && { dateLine }), lines };
}

function learnRecording(notes: readonly DatedNote[]): LearnedRecording | undefined {
  const labels = notes.flatMap(({ note }) => (isLink(note.recording) ? [labelOf(note.recording.label)] : []));
  if (isSome(labels.length, notes.length)) {
    const below = notes.filter(({ note }) => recordingSection(note) !== undefined).length;
    const inOpening = 2 * below < labels.length;
    return { label: usualLabel(labels), count: labels.length, total: notes.length, known: true, inOpening };
  }
  const own = notes.flatMap(({ note }) => ownRecordings(note));
  const [best] = counted(own.map(({ label }) => label));
  if (best === undefined || !isSome(best.count, notes.length)) return undefined;
  // An address that never changes is that of the meeting itself.
  const addresses = new Set(own.filter(({ label }) => label === best.value).map(({ url }) => url));
  return addresses.size < Math.min(2, best.count)
    ? undefined
    : { label: best.value, count: best.count, total: notes.length, known: false, inOpening: true };
}

/** "Not recorded" is no line for a link. */
function isLink(recording: Note['recording']): recording is NonNullable<Note['recording']> {
  return recording !== undefined && (recording.label !== '' || !recording.notRecorded);
}

/** Of the labels that make up a quarter the newest one's. */
function usualLabel(newestFirst: readonly string[]): string {
  const usual = counted(newestFirst).filter(({ count }) => isSome(count, newestFirst.length));
  return newestFirst.find((label) => usual.some(({ value }) => value === label)) ?? newestFirst[0]!;
}

function labelOf(label: string): string {
  return label === '' || endsWithColon(label) ? label : `${label}:`;
}

/** `Stream: https://…` */
function ownRecordings(note: Note): { readonly label: string; readonly url: string }[] {
  return openingLines(note).flatMap((line) => {
    const at = line.indexOf('http');
    const label = line.slice(0, at).trim();
    if (at < 0 || !endsWithColon(label) || label.length > longestLabel) return [];
    const url = line.slice(at).trim().toLowerCase();
    return mayBeVideo(label, url) && !/[\s*_[\]()#<>]/.test(label.slice(0, -1).replaceAll(' ', ''))
      ? [{ label, url }]
      : [];
  });
}

interface DateLine {
  readonly prefix: string;
  readonly label: string;
  readonly text: string;
}

function learnDateLine(notes: readonly DatedNote[]): LearnedDateLine | undefined {
  const found = notes.flatMap(({ note, date }) =>
    dateLines(note)
      .slice(0, 1)
      .map((line) => ({ ...line, ...(date === undefined ? {} : { date }) })),
  );
  const [best] = counted(found.map(({ prefix }) => prefix));
  if (best === undefined || !isNearlyAll(best.count, notes.length)) return undefined;
  const lines = found.filter(({ prefix }) => prefix === best.value);
  const format = commonFormat(lines);
  const label = lines[0]!.label;
  const evidence = { count: best.count, total: notes.length };
  return format === undefined ? undefined : { label, prefix: best.value, format, ...evidence };
}

/** `Date: …`, `* **When**: …`, `### Date: …`; also among the first headings. */
function dateLines(note: Note): DateLine[] {
  return openingLines(note).flatMap((line) => {
    const [form] = readDateForms(line);
    const colon = line.indexOf(':');
    if (form === undefined || colon < 0 || colon > form.from) return [];
    const label = unmarked(line.slice(0, colon));
    const between = line.slice(colon + 1, form.from);
    if (label === '' || label.length > longestLabel || unmarked(between) !== '') return [];
    return /^[\p{L} ]+$/u.test(label) ? [{ prefix: line.slice(0, form.from), label, text: line }] : [];
  });
}

function unmarked(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && ' \t*_#>-+'.includes(text[from]!)) from++;
  while (to > from && ' \t*_'.includes(text[to - 1]!)) to--;
  return text.slice(from, to);
}

/** The lines after the title, the first headings among them. */
function openingLines(note: Note): string[] {
  const from = openingEnd(note);
  const lines = note.text.slice(from, from + 4_000).split('\n');
  return lines.slice(0, mostLines).map((line) => line.trimEnd());
}
