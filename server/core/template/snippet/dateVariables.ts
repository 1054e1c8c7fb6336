/** VS Code's snippet variables that a meeting's day decides. Those for the time of day stay with the editor. */

import { dateParts, monthNames, weekday, weekdayNames } from '../../../../shared/calendar.ts';
import type { IsoDate } from '../../note/note.ts';

export const dateVariableNames = [
  'CURRENT_YEAR',
  'CURRENT_MONTH',
  'CURRENT_DATE',
  'CURRENT_DAY_NAME',
  'CURRENT_MONTH_NAME',
  'CURRENT_YEAR_SHORT',
  'CURRENT_DAY_NAME_SHORT',
  'CURRENT_MONTH_NAME_SHORT',
] as const;

/**
 * The value of a variable such as `CURRENT_MONTH` on `date`; undefined for every other name. Names of months and days
 * are English, as the notes are.
 */
export function dateVariable(name: string, date: IsoDate): string | undefined {
  const month = monthNames[dateParts(date).month - 1]!;
  const day = weekdayNames[weekday(date)]!;
  switch (name) {
    case 'CURRENT_YEAR':
      return date.slice(0, 4);
    case 'CURRENT_YEAR_SHORT':
      return date.slice(2, 4);
    case 'CURRENT_MONTH':
      return date.slice(5, 7);
    case 'CURRENT_MONTH_NAME':
      return month;
    case 'CURRENT_MONTH_NAME_SHORT':
      return month.slice(0, 3);
    case 'CURRENT_DATE':
      return date.slice(8, 10);
    case 'CURRENT_DAY_NAME':
      return day;
    case 'CURRENT_DAY_NAME_SHORT':
      return day.slice(0, 3);
    default:
      return undefined;
  }
}
