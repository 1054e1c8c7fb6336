/** The words of a day: months, weekdays, ordinals. Dates are read, written and learned by them. */

import { type DateWords, type Language, languages, otherMonths, otherWeekdays } from './languages.ts';

export interface NamedPart {
  readonly part: 'month' | 'weekday';
  /** 1 to 12; for weekdays 0 for Sunday to 6. */
  readonly value: number;
  /** The tokens that write it, English first: `MMMM` and `MMMM:de` for `August`; none for `Sept`. */
  readonly tokens: readonly string[];
}

const englishShortMonths: ReadonlySet<string> = new Set([...languages.en.shortMonths.map(folded), 'sept']);

const namedParts: ReadonlyMap<string, NamedPart> = readNames();

function readNames(): Map<string, NamedPart> {
  const parts = new Map<string, NamedPart>();
  const add = (name: string, part: NamedPart['part'], value: number, token?: string): void => {
    const word = folded(name);
    const known = parts.get(word);
    if (word === '' || (known !== undefined && (known.part !== part || known.value !== value))) return;
    parts.set(word, { part, value, tokens: [...(known?.tokens ?? []), ...(token ? [token] : [])] });
  };
  for (const [language, names] of Object.entries(languages)) addLanguage(language as Language, names, add);
  for (const names of otherMonths) for (const [index, name] of names.entries()) add(name, 'month', index + 1);
  for (const names of otherWeekdays) for (const [index, name] of names.entries()) add(name, 'weekday', index);
  return parts;
}

function addLanguage(
  language: Language,
  { months, shortMonths, weekdays }: DateWords,
  add: (name: string, part: NamedPart['part'], value: number, token?: string) => void,
): void {
  const suffix = language === 'en' ? '' : `:${language}`;
  for (const [index, name] of months.entries()) add(name, 'month', index + 1, `MMMM${suffix}`);
  for (const [index, name] of shortMonths.entries()) {
    // Most languages cut a month's name as English does; their own token would say no more.
    if (language === 'en' || !englishShortMonths.has(folded(name)))
      add(name, 'month', index + 1, `MMM${suffix}`);
  }
  for (const [index, name] of weekdays.entries()) {
    add(name, 'weekday', index, `dddd${suffix}`);
    if (language === 'en') add(name.slice(0, 3), 'weekday', index, 'ddd');
  }
}

/** Without case and accents. */
function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The month or the weekday that a word names, in any case, with its accents or without: `Aug`, `Sept`, `fevrier`. */
export function namedPart(word: string): NamedPart | undefined {
  return namedParts.get(word.toLowerCase()) ?? (isAscii(word) ? undefined : namedParts.get(folded(word)));
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false;
  return true;
}

/** The length, in UTF-16 code units, of the longest name of a month or a weekday. */
export const longestName = Math.max(...[...namedParts.keys()].map((name) => name.length)) + 3;

const ordinalEnds: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
/** The longest first. No format writes them. */
const otherOrdinalEnds = ['ème', 'eme', 'ste', 'er', 'de', 'e', 'º', 'ª', '°'];

/** True for `st`, `nd`, `rd` and `th` in any case. */
export function isOrdinalEnd(text: string): boolean {
  return ordinalEnds.has(text.toLowerCase());
}

/** How many code units of what follows a number make it an ordinal in another language: `1er`, `1º`, `6e`; 0: none. */
export function otherOrdinalLength(text: string, at: number): number {
  const written = text.slice(at, at + 3).toLowerCase();
  return otherOrdinalEnds.find((end) => written.startsWith(end))?.length ?? 0;
}

/** What a day of the month has behind it: `19th`, `1st`. */
export function ordinalEnd(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
