/** How a series writes a day: `YYYY-MM-DD`, `dddd Do MMMM YYYY`. */

import { dateParts, weekday } from '../calendar.ts';
import { isAsciiLetter, isDigit } from '../characters.ts';
import { type Message, t } from '../l10n.ts';
import type { IsoDate, Span } from '../span.ts';
import { isLanguage, type Language, languages } from './languages.ts';
import { ordinalEnd } from './words.ts';

export type DateToken = 'YYYY' | 'YY' | 'MMMM' | 'MMM' | 'MM' | 'M' | 'DD' | 'Do' | 'D' | 'dddd' | 'ddd';

export interface DateFormat {
  readonly source: string;
  readonly parts: readonly DatePart[];
}

type DatePart =
  /** `language`: of a month's or a weekday's name, written `MMMM:de`; absent: English. */
  | { readonly kind: 'token'; readonly token: DateToken; readonly language?: Language }
  | { readonly kind: 'literal'; readonly text: string };

/** The longest first where one begins another. */
export const dateTokens: readonly DateToken[] = [
  'YYYY',
  'YY',
  'MMMM',
  'MMM',
  'MM',
  'M',
  'DD',
  'Do',
  'D',
  'dddd',
  'ddd',
];

const longestFormat = 100;

export type DateFormatResult =
  | { readonly kind: 'format'; readonly format: DateFormat }
  /** `range` are offsets into the source; `instead` is what was probably meant there. */
  | { readonly kind: 'wrong'; readonly range: Span; readonly message: Message; readonly instead?: string };

/** The format, when it says year, month and day; undefined for any other text. Never throws. */
export function parseDateFormat(source: string): DateFormat | undefined {
  const result = readDateFormat(source);
  return result.kind === 'format' && isWholeDay(result.format) ? result.format : undefined;
}

/** True when the format has the year, the month and the day of the month. */
export function isWholeDay(format: DateFormat): boolean {
  return ['Y', 'M', 'D'].every((letter) => tokensOf(format).some((token) => token.startsWith(letter)));
}

/**
 * Reads a format that may lack year, month or day, as in `{YYYY}/{MM}/{DD}.md`; it has one token at least. Text between
 * brackets, `[of]`, stands for itself, and so do words of which no token is a part: `Date` is no day with `ate` behind it.
 */
export function readDateFormat(source: string): DateFormatResult {
  const whole = { from: 0, to: source.length };
  const wrong = (message: Message, range: Span = whole): DateFormatResult => ({
    kind: 'wrong',
    range,
    message,
  });
  if (source.length > longestFormat)
    return wrong(t('A date format has at most {0} characters.', longestFormat));
  const parts: DatePart[] = [];
  let tight: DateToken | undefined;
  /** Whether a token, or letters that are none, end here. */
  let last: 'token' | 'letters' | undefined;
  for (let at = 0; at < source.length; ) {
    const token = dateTokens.find((each) => source.startsWith(each, at));
    const isLetters = token === undefined && isAsciiLetter(source.charCodeAt(at));
    if ((token !== undefined && last === 'letters') || (isLetters && last === 'token'))
      return unknown(source);
    if (token !== undefined) {
      if (isOpen(tight) && isDigits(token)) return unclear(tight, token, at);
      at += token.length;
      const language = isDigits(token) ? undefined : languageAt(source, at, token);
      if (language !== undefined) at += 1 + language.length;
      parts.push({ kind: 'token', token, ...(language && { language }) });
      tight = token;
      last = 'token';
      continue;
    }
    if (isOpen(tight) && isDigit(source.charCodeAt(at))) return unclear(tight, source[at]!, at);
    const end = source[at] === '[' ? source.indexOf(']', at) : at;
    if (end < 0) return wrong(t('This "[" is not closed. Add "]".'), { from: at, to: source.length });
    addLiteral(parts, end === at ? source[at]! : source.slice(at + 1, end));
    tight = undefined;
    last = isLetters ? 'letters' : undefined;
    at = end + 1;
  }
  return parts.some((part) => part.kind === 'token')
    ? { kind: 'format', format: { source, parts } }
    : unknown(source);
}

/** `de` of `:de`, of a language that has such names. */
function languageAt(source: string, at: number, token: DateToken): Language | undefined {
  const code = source.slice(at + 1, at + 3);
  if (source[at] !== ':' || !isLanguage(code) || isAsciiLetter(source.charCodeAt(at + 3))) return undefined;
  const { weekdays } = languages[code];
  return token === 'ddd' || (token === 'dddd' && weekdays.length === 0) ? undefined : code;
}

/** `M` and `D` have one digit or two: 2026111 is ambiguous. */
function isOpen(token: DateToken | undefined): token is 'M' | 'D' {
  return token === 'M' || token === 'D';
}

function unclear(token: DateToken, next: string, at: number): DateFormatResult {
  return {
    kind: 'wrong',
    range: { from: at - token.length, to: at + next.length },
    message: t(
      '{0} followed by {1} is ambiguous. Write {2}, or put a "-" between them.',
      token,
      next,
      token + token,
    ),
  };
}

function unknown(source: string): DateFormatResult {
  const range = { from: 0, to: source.length };
  const upper = source.toUpperCase();
  // `yyyy-mm-dd`, as other tools have it.
  if (upper !== source && /^[YMD]/.test(upper) && readDateFormat(upper).kind === 'format') {
    const message = t('"{0}" is not a date token. Did you mean "{1}"?', source, upper);
    return { kind: 'wrong', range, message, instead: upper };
  }
  const message = t(
    '"{0}" is not a date token. Write YYYY for the year, MM for the month, DD for the day, and text in brackets: [of].',
    source,
  );
  return { kind: 'wrong', range, message };
}

function addLiteral(parts: DatePart[], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === 'literal') parts[parts.length - 1] = { kind: 'literal', text: last.text + text };
  else if (text !== '') parts.push({ kind: 'literal', text });
}

function tokensOf(format: DateFormat): DateToken[] {
  return format.parts.flatMap((part) => (part.kind === 'token' ? [part.token] : []));
}

/** The tokens that begin with a digit in a text. */
function isDigits(token: DateToken): boolean {
  return !['MMMM', 'MMM', 'dddd', 'ddd'].includes(token);
}

/** The day in that format; `date` must be valid. */
export function formatDay(format: DateFormat, date: IsoDate): string {
  return format.parts
    .map((part) => (part.kind === 'literal' ? part.text : formatToken(part.token, date, part.language)))
    .join('');
}

function formatToken(token: DateToken, date: IsoDate, language: Language = 'en'): string {
  const { month, day } = dateParts(date);
  const { months, shortMonths, weekdays } = languages[language];
  switch (token) {
    case 'YYYY':
      return date.slice(0, 4);
    case 'YY':
      return date.slice(2, 4);
    case 'MMMM':
      return months[month - 1]!;
    case 'MMM':
      return shortMonths[month - 1]!;
    case 'MM':
      return date.slice(5, 7);
    case 'M':
      return String(month);
    case 'DD':
      return date.slice(8, 10);
    case 'Do':
      return `${day}${ordinalEnd(day)}`;
    case 'D':
      return String(day);
    case 'dddd':
      return weekdays[weekday(date)]!;
    case 'ddd':
      return weekdays[weekday(date)]!.slice(0, 3);
  }
}
