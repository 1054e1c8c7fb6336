/** The first day that a text names, as anybody may write it. */

import type { DatedText, IsoDate } from '../span.ts';
import { type DateForm, findForms } from './forms.ts';

/**
 * The first day that exists, wholly between the offsets: with the year first, `2026-03-04`, `2026/3/4`, else in words,
 * `Thursday 19th August 2021`, `Aug 19, 2021`, whose weekday belongs to the range. Days such as `03/04/2026`, which may be
 * two, are none. A date inside a longer run of digits is none. Linear.
 */
export function findDate(text: string, from = 0, to = text.length): DatedText | undefined {
  let inWords: DatedText | undefined;
  for (const forms of findForms(text, from, to)) {
    const form = forms.find((each) => isPlain(text, each));
    if (form !== undefined) return { range: { from: form.dayFrom, to: form.to }, value: form.value };
    const [named] = forms.filter(({ kind }) => kind === 'words');
    if (named) inWords ??= { range: { from: named.from, to: named.to }, value: named.value };
  }
  return inWords;
}

/** The year first; what is not padded only where its signs are no version's. */
function isPlain(text: string, { kind, isPadded, dayFrom }: DateForm): boolean {
  return kind === 'year first' && (isPadded || '-/'.includes(text[dayFrom + 4]!));
}

/**
 * The first `YYYY-MM-DD`, also with `/`, `.` or `_` instead of both hyphens, or `YYYYMMDD`, which only a file name can mean
 * as a date. Linear.
 */
export function findDateInFileName(fileName: string): DatedText | undefined {
  for (const forms of findForms(fileName, 0, fileName.length, true)) {
    const form = forms.find(({ kind, isPadded }) => kind === 'year first' && isPadded);
    if (form !== undefined) return { range: { from: form.dayFrom, to: form.to }, value: form.value };
  }
  return undefined;
}

/** The day in a file name: `20191015_meeting_notes.md`, `2019-10-15.md`, `notes 2019.10.15.md`. */
export function dateInFileName(fileName: string): IsoDate | undefined {
  return findDateInFileName(fileName)?.value;
}
