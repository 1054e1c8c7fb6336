/** The first day that a text names, as anybody may write it. */

import { isDigit, skipDigits } from '../characters.ts';
import type { DatedText, IsoDate } from '../span.ts';
import { type DateForm, findForms, formsAt } from './forms.ts';
import { wholeDay } from './readFormatted.ts';
import { readTokens } from './tokens.ts';

/**
 * The first day that exists, wholly between the offsets: with the year first, `2026-03-04`, `2026/3/4`, else in words,
 * `Thursday 19th August 2021`, `Aug 19, 2021`, whose weekday belongs to the range, or with dots, `04.03.2026`, where the day
 * is first. Days such as `03/04/2026`, which may be two, are none: see `settledDate`; `14/03/2026` is one. A date inside a longer
 * run of digits is none. Linear.
 */
export function findDate(text: string, from = 0, to = text.length): DatedText | undefined {
  const years = yearsIn(text, from, to, false);
  const plain = yearFirst(text, years, to, false, (form) => isPlain(text, form));
  if (plain !== undefined || years.length === 0) return plain;
  for (const forms of findForms(text, from, to)) {
    const form = forms.find((each) => each.kind === 'words' || isDotted(text, each)) ?? onlyDay(text, forms);
    if (form !== undefined) return { range: { from: form.from, to: form.to }, value: form.value };
  }
  return undefined;
}

/** Where numbers of four digits begin, and with `compact` those of eight: without one there is no day. */
function yearsIn(text: string, from: number, to: number, compact: boolean): number[] {
  const years: number[] = [];
  for (let at = from; at < to; ) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = skipDigits(text, at);
    const isYear = end - at === 4 || (compact && end - at === 8);
    if (isYear && !isDigit(text.charCodeAt(at - 1))) years.push(at);
    at = end;
  }
  return years;
}

/** `2026. 03. 04` */
const longestYearFirst = 12;

function yearFirst(
  text: string,
  years: readonly number[],
  to: number,
  compact: boolean,
  isWanted: (form: DateForm) => boolean,
): DatedText | undefined {
  for (const from of years) {
    const tokens = readTokens(text, from, Math.min(to, from + longestYearFirst), { compact });
    const form = tokens.length > 2 ? formsAt(text, tokens, 0).find(isWanted) : undefined;
    if (form !== undefined) return { range: { from, to: form.to }, value: form.value };
  }
  return undefined;
}

/** The year first; what is not padded only where its signs are no version's. */
function isPlain(text: string, { kind, isPadded, dayFrom }: DateForm): boolean {
  const sign = text[dayFrom + 4]!;
  return kind === 'year first' && (isPadded || !'._'.includes(sign) || text[dayFrom + 5] === ' ');
}

/** `14/03/2026`: in numbers, with the year last, only one day can be meant. */
function onlyDay(text: string, forms: readonly DateForm[]): DateForm | undefined {
  const [form] = forms;
  if (form === undefined || forms.some(({ kind, value }) => kind !== 'numbers' || value !== form.value))
    return undefined;
  // A longer run of numbers is something else.
  const isLonger = /[0-9][-/._]$/.test(text.slice(Math.max(0, form.dayFrom - 2), form.dayFrom));
  return isLonger ? undefined : form;
}

/** `04.03.2026`: with dots the day is first everywhere. */
function isDotted(text: string, { kind, value, dayFrom, to }: DateForm): boolean {
  if (kind !== 'numbers' || text[dayFrom - 1] === '.') return false;
  const [day, month, year] = text.slice(dayFrom, to).split('.').map(Number);
  return year !== undefined && day === Number(value.slice(8)) && month === Number(value.slice(5, 7));
}

/**
 * The first `YYYY-MM-DD`, also with `/`, `.` or `_` instead of both hyphens, or `YYYYMMDD`, which only a file name can mean
 * as a date; else the first day as in any text: `2026-1-6`, `06.01.2026`, `6-januar-2026`. Linear.
 */
export function findDateInFileName(fileName: string): DatedText | undefined {
  const usual = usualDate(fileName);
  if (usual !== undefined) return usual;
  const years = yearsIn(fileName, 0, fileName.length, true);
  const isPadded = (form: DateForm): boolean => form.kind === 'year first' && form.isPadded;
  return yearFirst(fileName, years, fileName.length, true, isPadded) ?? findDate(fileName);
}

/** How nearly all names begin: `20191015_meeting`, `2019-10-15.md`. */
const usualName = /^((?:19|20|21)[0-9]{2})([-_.]?)([0-9]{2})\2([0-9]{2})(?=$|[-_. ][a-z])/;

/** Where a name begins like that, the same at once: an archive has ten thousand names. */
function usualDate(fileName: string): DatedText | undefined {
  const found = usualName.exec(fileName);
  if (found === null) return undefined;
  const [text, year, , month, day] = found;
  const value = wholeDay({ year: Number(year), month: Number(month), day: Number(day) });
  return value === undefined ? undefined : { range: { from: 0, to: text.length }, value };
}

/** The day in a file name: `20191015_meeting_notes.md`, `2019-10-15.md`, `notes 2019.10.15.md`. */
export function dateInFileName(fileName: string): IsoDate | undefined {
  return findDateInFileName(fileName)?.value;
}
