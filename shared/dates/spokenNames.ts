/** Months, days of the week and days in messages. What a note has is written by `format.ts`, in the language of the series. */

import { type Message, t } from '../l10n.ts';
import type { IsoDate } from '../span.ts';

/** January first. */
export const spokenMonths = [
  t('January'),
  t('February'),
  t('March'),
  t('April'),
  t('May'),
  t('June'),
  t('July'),
  t('August'),
  t('September'),
  t('October'),
  t('November'),
  t('December'),
] as const;

/** Sunday first. */
export const spokenWeekdays = [
  t('Sunday'),
  t('Monday'),
  t('Tuesday'),
  t('Wednesday'),
  t('Thursday'),
  t('Friday'),
  t('Saturday'),
] as const;

/** `2026-08-04`, in German `04.08.2026`. */
export function spokenDay(date: IsoDate): Message {
  return t('{0}-{1}-{2}', date.slice(0, 4), date.slice(5, 7), date.slice(8));
}
