/** Days that do not exist: `2026-11-31`, `31 November 2026`. */

import { dateParts, daysInMonth } from '../calendar.ts';
import { type Message, t } from '../l10n.ts';
import type { Span } from '../span.ts';
import { type DateForm, findForms } from './forms.ts';
import { spokenMonths } from './spokenNames.ts';

export interface ImpossibleDate {
  readonly range: Span;
  /** As `parseDateFormat` reads it; undefined where no format writes this. */
  readonly format: string | undefined;
  /** Goes on after a semicolon: `November 2026 has 30 days`. */
  readonly why: Message;
}

/** The first such day wholly between the offsets, which must hold no day that exists. Linear. */
export function findImpossibleDate(text: string, from: number, to: number): ImpossibleDate | undefined {
  for (const forms of findForms(text, from, to, { impossible: true })) {
    const form = forms.find((each) => isMeantAsDate(text, each));
    if (form === undefined) continue;
    return { range: { from: form.from, to: form.to }, format: form.format, why: whyImpossible(form) };
  }
  return undefined;
}

/** Other numbers in threes are versions, addresses, scores. */
function isMeantAsDate(text: string, { kind, value, dayFrom, to }: DateForm): boolean {
  const { year, month, day } = dateParts(value);
  if (year < 1990 || year > 2099) return false;
  if (kind === 'words') return true;
  if (
    /[0-9][-/._]$/.test(text.slice(Math.max(0, dayFrom - 2), dayFrom)) ||
    /^[-/._][0-9]/.test(text.slice(to, to + 2))
  )
    return false;
  return kind === 'year first'
    ? '-/'.includes(text[dayFrom + 4]!) && month < 20 && day < 40
    : month >= 1 && month <= 12 && day <= 31;
}

function whyImpossible({ value }: DateForm): Message {
  const { year, month, day } = dateParts(value);
  const name = spokenMonths[month - 1];
  if (name === undefined) return t('there is no month {0}', month);
  return day === 0 ? t('there is no day 0') : t('{0} {1} has {2} days', name, year, daysInMonth(year, month));
}
