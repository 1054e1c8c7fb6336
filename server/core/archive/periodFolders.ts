/** Folders that say a time: notes are often filed under years, quarters and months, or in a folder for each meeting. */

import { dateInFileName } from '../../../shared/dates/findDate.ts';
import { wholeDay } from '../../../shared/dates/readFormatted.ts';
import { namedPart } from '../../../shared/dates/words.ts';
import type { IsoDate } from '../note/note.ts';
import { remembered } from '../remembered.ts';
import { componentsBelow, fileNameOf } from '../uri.ts';

/** `2026`, `2026-01`, `2026-Q1`, `Q1`, `H2`, `Q4-2025`, `Q4'25`, `4Q25`, `W03`, `m12`, `y2026`, `FY26`, `01`, `01-06`. */
const period =
  /^(?:(?:19|20|21)[0-9]{2}(?:[-_.]?(?:[01][0-9]|[QH][1-4]|W[0-5][0-9]))?|[QH][1-4](?:[-_.' ]?(?:(?:19|20|21)[0-9]{2}|[0-9]{2}))?|[1-4][QH](?:(?:19|20|21)[0-9]{2}|[0-9]{2})|m(?:0?[1-9]|1[0-2])|(?:[fc]?y)(?:(?:19|20|21)[0-9]{2}|[0-9]{2})|W[0-5][0-9]|[0-3][0-9](?:[-_.][0-3][0-9])?|[01][0-9](?:[-_. ]\p{L}{3,10})?)$/iu;

/** Words and numbers of a folder that names a month in letters: `01-January`, `2026-Januar`, `janvier 2026`. */
const monthWords = /^(?:([0-9]{2}|[0-9]{4})[-_. ])?(?:([0-9]{2})[-_. ])?(\p{L}{3,12})(?:[-_. ]([0-9]{4}))?$/u;

interface NamedMonth {
  readonly month: number;
  readonly year?: number;
}

/** Other languages' short names are words as well: `out`, `set`. */
function namedMonth(folder: string): NamedMonth | undefined {
  const words = monthWords.exec(folder);
  const named = words === null ? undefined : namedPart(words[3]!);
  const isMonth = named?.part === 'month' && (named.tokens.length === 0 || named.tokens.some(isUsualName));
  if (words === null || !isMonth) return undefined;
  const year = [words[1], words[4]].find((each) => each?.length === 4);
  return { month: named.value, ...(year !== undefined && { year: Number(year) }) };
}

function isUsualName(token: string): boolean {
  return token.startsWith('MMMM') || token === 'MMM';
}

/** The path of a folder without the periods at its end. `components`: decoded. */
export function withoutPeriods(components: readonly string[]): readonly string[] {
  let end = components.length;
  while (end > 0 && isPeriod(components[end - 1]!)) end--;
  return components.slice(0, end);
}

/** A day may be followed by what the meeting was about: `2026-01-06-budget`. */
function isPeriod(folder: string): boolean {
  return period.test(folder) || namedMonth(folder) !== undefined || dateInFileName(folder) !== undefined;
}

/** The day that the folder of a file says: `2026-01-06/notes.md`, `2026/01/06/README.md`. `components`: as below. */
export function dayOfFolder(components: readonly string[]): IsoDate | undefined {
  const folders = components.slice(0, -1);
  return dateInFileName(folders.at(-1) ?? '') ?? dayBelowPeriods(folders);
}

/** `03-05` of `03-05-minutes.md`, `13` of `13.md`. */
const leadingNumbers = /^([0-9]{1,2})(?:[-_. ]([0-9]{1,2}))?(?![0-9])/;

/**
 * The day of a file whose folders say the year, and perhaps the month: `2024/03-05-minutes.md`, `2026/10/13.md`,
 * `2024/Q1/03-05.md`. `components`: decoded, the file's name last. Undefined: the path names no day.
 */
export function dayBelowPeriods(components: readonly string[]): IsoDate | undefined {
  const numbers = leadingNumbers.exec(components.at(-1) ?? '');
  if (numbers === null) return undefined;
  const folders = components.slice(withoutPeriods(components.slice(0, -1)).length, -1);
  let year: number | undefined;
  let month: number | undefined;
  for (const folder of folders) {
    const named = /^[yY]?([0-9]{4})(?:[-_.]?([01][0-9]))?$/.exec(folder);
    if (named !== null) {
      year = Number(named[1]);
      month = named[2] === undefined ? undefined : Number(named[2]);
    } else {
      const inWords = namedMonth(folder);
      year = inWords?.year ?? year;
      month = inWords?.month ?? monthInDigits(folder) ?? month;
    }
  }
  const [first, second] = [Number(numbers[1]), numbers[2] === undefined ? undefined : Number(numbers[2])];
  if (year === undefined) return undefined;
  if (month === undefined)
    return second === undefined ? undefined : wholeDay({ year, month: first, day: second });
  // The month may be written once more.
  return wholeDay({ year, month, day: second !== undefined && first === month ? second : first });
}

/** `01`, `01-kickoff`, `m1`. */
function monthInDigits(folder: string): number | undefined {
  const digits = /^(?:[01][0-9]|m(?=1?[0-9]$|0[1-9]$)[0-9]{1,2})(?![0-9])/i.exec(folder);
  return digits === null ? undefined : Number(digits[0].replace(/^m/i, ''));
}

/** The first day of the month that a file is named by: `2024-02.md`, `minutes_2024-02.md`. Undefined: it names none. */
export function monthInFileName(fileName: string): IsoDate | undefined {
  const found = /(?<![0-9])((?:19|20|21)[0-9]{2})[-_.]([01][0-9])(?![-_.]?[0-9])/.exec(fileName);
  return found === null ? undefined : wholeDay({ year: Number(found[1]), month: Number(found[2]), day: 1 });
}

/**
 * The day in a file's name, or in its name and the periods it lies below, or of a folder for that meeting alone:
 * `2026-01-06.md`, `2024/03-05.md`, `2026-01-06/notes.md`.
 */
export const dateInPath = remembered((uri): IsoDate | undefined => {
  const components = componentsBelow(uri, '');
  return dateInFileName(fileNameOf(uri)) ?? dayBelowPeriods(components) ?? dayOfFolder(components);
});

/** The year in a file's name, else in the periods it lies below: `minutes-2026.md`, `2026/january.md`. Undefined: none, or several. */
export const yearInPath = remembered((uri): number | undefined => {
  const components = componentsBelow(uri, '');
  const folders = components.slice(0, -1);
  const periods = folders.slice(withoutPeriods(folders).length);
  for (const name of [fileNameOf(uri), ...periods.reverse()]) {
    const years = name.match(/(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])/g) ?? [];
    if (years.length > 0) return years.length === 1 ? Number(years[0]) : undefined;
  }
  return undefined;
});
