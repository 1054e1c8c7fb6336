/** Days that a note writes without their year, where they are sure to be the meeting's: `Team call January 6th`. */

import { dateParts, daysBetween, formatDate, isCalendarDay } from '../../../shared/calendar.ts';
import { type DayOfMonth, daysOfMonth } from '../../../shared/dates/daysOfMonth.ts';
import type { ComparedNotes } from '../archive/comparedNotes.ts';
import { noteDate } from '../archive/summary.ts';
import { isMeetingWord } from '../note/lexicon/meetings.ts';
import type { DatedText, IsoDate, Note, Span } from '../note/note.ts';

/** So many other notes show that the titles of a series have such days. */
const fewestNotes = 2;

/** The only day without a year in the date line, in the year in which it is nearest to `fileDate`. */
export function dayOfLine({ text, dateLine }: Note, fileDate: IsoDate | undefined): DatedText | undefined {
  const day = dateLine && onlyDay(text, dateLine.range);
  return day && fileDate !== undefined ? inNearestYear(day, fileDate) : undefined;
}

/** The same for the title, where other notes have theirs there, or the words beside it name a meeting. */
export function dayOfTitle(
  { text, title }: Note,
  fileDate: IsoDate | undefined,
  compared: ComparedNotes | undefined,
): DatedText | undefined {
  const day = title && onlyDay(text, title.textRange);
  if (day === undefined || title === undefined || fileDate === undefined) return undefined;
  const isSure = isBesideMeeting(text, title.textRange, day) || isHabit(compared);
  return isSure ? inNearestYear(day, fileDate) : undefined;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function onlyDay(text: string, { from, to }: Span): DayOfMonth | undefined {
  const [day, ...others] = daysOfMonth(text, from, to).filter(({ isSure }) => isSure);
  return others.every((each) => each.from === day?.from) ? day : undefined;
}

/** `call January 6th`, `meeting on 6 January`, `January 6 sync`. */
function isBesideMeeting(text: string, title: Span, day: Span): boolean {
  const before = wordsOf(text.slice(title.from, day.from)).filter((word) => word !== 'of' && word !== 'on');
  return [before.at(-1), wordsOf(text.slice(day.to, title.to))[0]].some(
    (word) => word !== undefined && isMeetingWord(word),
  );
}

function isHabit(compared: ComparedNotes | undefined): boolean {
  let right = 0;
  let wrong = 0;
  for (const note of compared?.notes ?? []) {
    const { titleText = '' } = note;
    const date = noteDate(note);
    const day = onlyDay(titleText, { from: 0, to: titleText.length });
    if (date === undefined || day === undefined) continue;
    if (inNearestYear(day, date)?.value === date) right++;
    else wrong++;
  }
  return right >= fewestNotes && right > 2 * wrong;
}

function inNearestYear({ from, to, month, day }: DayOfMonth, date: IsoDate): DatedText | undefined {
  const { year } = dateParts(date);
  const [value] = [year - 1, year, year + 1]
    .filter((each) => isCalendarDay(each, month, day))
    .map((each) => formatDate(each, month, day))
    .sort((one, other) => Math.abs(daysBetween(date, one)) - Math.abs(daysBetween(date, other)));
  return value === undefined ? undefined : { range: { from, to }, value };
}
