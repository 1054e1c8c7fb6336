/**
 * Calendar days as `YYYY-MM-DD`, without a time or a zone. All arithmetic goes through `Date.UTC`, which knows no time
 * zone and no daylight saving, so that no day is ever shifted. Years run from 1000 to 9999.
 */

const dayInMilliseconds = 86_400_000;

/** Sunday is 0, as in `Date`. */
export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Days of the month, 1-based; 0 when there is no such month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a day that exists; month and day are 1-based. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/** True for exactly `YYYY-MM-DD` and a day that exists. */
export function isValidDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const { year, month, day } = dateParts(value);
  return isCalendarDay(year, month, day);
}

/** Year, month (1 to 12) and day (1 to 31) of a valid date. */
export function dateParts(date: string): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The date as `YYYY-MM-DD`; month and day are 1-based and are taken as they are. */
export function formatDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `count` days later, or earlier when negative; never before 1000-01-01 nor after 9999-12-31. */
export function addDays(date: string, count: number): string {
  return fromDayNumber(dayNumber(date) + count);
}

/** How many days after `from` lies `to`; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: string): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** Days since 1970-01-01 of a valid date; negative before. */
function dayNumber(date: string): number {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day) / dayInMilliseconds;
}

function fromDayNumber(days: number): string {
  const clamped = Math.min(Math.max(days, dayNumber('1000-01-01')), dayNumber('9999-12-31'));
  const at = new Date(clamped * dayInMilliseconds);
  return formatDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}
