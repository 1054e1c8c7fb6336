/** The text of the note of a day. */

import type { AskResult } from '../../../shared/assistantTools.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { noteDate } from '../archive/summary.ts';
import type { Files } from '../ports.ts';
import { answerWith } from './quoted.ts';

interface DatedNotes {
  /** The notes of each: newest first. */
  readonly lists: readonly { readonly notes: readonly NoteSummary[] }[];
  read: Files['read'];
  pathOf(uri: string): string;
}

/** `date`: as a model gave it. Several series may have a note of one day. */
export async function noteOfDate(date: string, { lists, read, pathOf }: DatedNotes): Promise<AskResult> {
  const all = lists.flatMap(({ notes }) => notes);
  const dates = [...new Set(all.flatMap((note) => noteDate(note) ?? []))].sort();
  const day = date.toLowerCase() === 'latest' ? dates.at(-1) : date;
  if (day === undefined) return refused('None of the notes has a date.');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return refused('"date" is not a day. Use YYYY-MM-DD or "latest".');
  const found = all.filter((note) => noteDate(note) === day);
  if (found.length === 0) return refused(`There is no note of ${day}. ${nearest(day, dates)}`);
  const results = await read(found.map(({ uri }) => uri));
  const parts = found.map((note, index) => {
    const result = results[index];
    const text = result?.kind === 'text' ? meetingIn(result.text, note, all) : 'It cannot be read.';
    return `File: ${pathOf(note.uri)}\n${text}`;
  });
  const what = found.length === 1 ? 'The note' : `The ${found.length} notes`;
  const left = (count: number) => `${count} of them are left out, because the text is long.`;
  return { kind: 'answer', text: answerWith(`${what} of ${day}.`, parts, left) };
}

function nearest(day: string, dates: readonly string[]): string {
  const before = dates.filter((each) => each < day).at(-1);
  const after = dates.find((each) => each > day);
  const found = [before, after].filter((each) => each !== undefined);
  return found.length === 0 ? '' : `The nearest are of ${found.join(' and ')}.`;
}

/** Of a file with several meetings, the part of one. */
function meetingIn(text: string, note: NoteSummary, all: readonly NoteSummary[]): string {
  const start = note.meeting?.line;
  if (start === undefined) return text;
  const starts = all.filter(({ uri }) => uri === note.uri).map(({ meeting }) => meeting?.line ?? 0);
  const end = starts.filter((line) => line > start).sort((a, b) => a - b)[0];
  return text
    .split(/\r\n|\r|\n/)
    .slice(start, end)
    .join('\n')
    .trim();
}

function refused(message: string): AskResult {
  return { kind: 'refused', message };
}
