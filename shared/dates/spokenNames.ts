/** Months and days of the week in messages. What a note has is written by `format.ts`, in the language of the series. */

import { t } from '../l10n.ts';

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
