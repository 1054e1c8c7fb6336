/** Days where notes say them: in the title and in a line of their own. */

import { findDate } from '../../../shared/dates/findDate.ts';
import { findFormattedDate } from '../../../shared/dates/readFormatted.ts';
import { skipSpaces } from './characters.ts';
import type { DateConvention, DatePlace } from './conventions.ts';
import type { DatedText, DateLine } from './note.ts';

const usualLabel = 'Date';

/** The first day between the offsets: in the series' own form where it has one for this place, else as anybody writes it. */
export function findDay(
  text: string,
  from: number,
  to: number,
  place: DatePlace,
  convention: DateConvention | undefined,
): DatedText | undefined {
  const format = convention?.places.includes(place) ? convention.format : undefined;
  return (format && findFormattedDate(format, text, from, to)) ?? findDate(text, from, to);
}

/** The first line between the offsets that begins with the label and a colon, `**Date**: …`; undefined: there is none. */
export function findDateLine(
  text: string,
  from: number,
  to: number,
  convention: DateConvention | undefined,
): DateLine | undefined {
  const label = convention?.label ?? usualLabel;
  for (let start = from; start < to; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 || lineEnd > to ? to : lineEnd;
    const value = pastLabel(text, skipMarks(text, start), label);
    if (value !== undefined && value <= end) {
      const range = { from: skipSpaces(text, start), to: trimmedEnd(text, value, end) };
      const date = findDay(text, value, end, 'line', convention);
      return { range, ...(date && { date }) };
    }
    start = end + 1;
  }
  return undefined;
}

function pastLabel(text: string, at: number, label: string): number | undefined {
  const written = text.slice(at, at + label.length);
  if (label === '' || written.toLowerCase() !== label.toLowerCase()) return undefined;
  const colon = skipMarks(text, at + label.length);
  return text[colon] === ':' ? colon + 1 : undefined;
}

function skipMarks(text: string, at: number): number {
  while (at < text.length && ' \t*_'.includes(text[at]!)) at++;
  return at;
}

function trimmedEnd(text: string, from: number, to: number): number {
  while (to > from && text[to - 1]!.trim() === '') to--;
  return to;
}
