/** Folders that say a time: notes are often filed under years, quarters and months. */

import { wholeDay } from '../../../shared/dates/readFormatted.ts';
import { namedPart } from '../../../shared/dates/words.ts';
import type { IsoDate } from '../note/note.ts';

/** `2026`, `2026-01`, `2026-Q1`, `Q1`, `H2`, `01`, `01-January`, `January`. */
const period =
  /^(?:(?:19|20|21)[0-9]{2}(?:[-_.]?(?:[01][0-9]|[QH][1-4]))?|[QH][1-4]|[01][0-9](?:[-_. ]\p{L}{3,10})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6})$/iu;

/** The path of a folder without the periods at its end. `components`: decoded. */
export function withoutPeriods(components: readonly string[]): readonly string[] {
  let end = components.length;
  while (end > 0 && period.test(components[end - 1]!)) end--;
  return components.slice(0, end);
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
    const named = /^([0-9]{4})(?:[-_.]?([01][0-9]))?$/.exec(folder);
    if (named !== null) {
      year = Number(named[1]);
      month = named[2] === undefined ? undefined : Number(named[2]);
    } else month = monthOf(folder) ?? month;
  }
  const [first, second] = [Number(numbers[1]), numbers[2] === undefined ? undefined : Number(numbers[2])];
  if (year === undefined) return undefined;
  if (month === undefined)
    return second === undefined ? undefined : wholeDay({ year, month: first, day: second });
  // The month may be written once more.
  return wholeDay({ year, month, day: second !== undefined && first === month ? second : first });
}

/** `01`, `01-January`, `January`. */
function monthOf(folder: string): number | undefined {
  const digits = /^[01][0-9](?![0-9])/.exec(folder);
  if (digits !== null) return Number(digits[0]);
  const part = namedPart(folder);
  return part?.part === 'month' ? part.value : undefined;
}

/** The first day of the month that a file is named by: `2024-02.md`, `minutes_2024-02.md`. Undefined: it names none. */
export function monthInFileName(fileName: string): IsoDate | undefined {
  const found = /(?<![0-9])((?:19|20|21)[0-9]{2})[-_.]([01][0-9])(?![-_.]?[0-9])/.exec(fileName);
  return found === null ? undefined : wholeDay({ year: Number(found[1]), month: Number(found[2]), day: 1 });
}
