/** Words to a rhythm and back: `2 weeks on Tuesday`, `first and third Friday of the month`. */

import { weekdayNames } from '../../../../shared/calendar.ts';
import { everyWeeks, lastOfMonth, monthly, ordinals, type Rhythm } from './rhythm.ts';

const longestWords = 100;
const mostWeeks = 52;

/** What may be said and adds nothing. */
const fillers = new Set(['every', 'each', 'the', 'on', 'a', 'at', 'of', 'in']);
const weeksByWord: Readonly<Record<string, number>> = { weekly: 1, fortnightly: 2, biweekly: 2, other: 2 };

export interface ReadRhythm {
  readonly rhythm: Rhythm;
  /** Set for an ordinal that says neither weeks nor a month, such as `second Tuesday`: the two ways to say it clearly. */
  readonly clearer?: { readonly weeks: string; readonly month: string };
}

/**
 * Reads `Tuesday`, `2 weeks on Monday`, `fortnightly on Monday`, `second Tuesday of the month`, `first and third Friday of
 * the month`, `last Thursday`. Case, `every` and `the` do not count, days may be cut to three letters. Undefined for
 * anything else. What `Rhythm.words` says reads as that rhythm. `second`, `third` and `fourth` alone count weeks, as they
 * did in the first templates, and `clearer` is set.
 */
export function readRhythm(text: string): ReadRhythm | undefined {
  if (text.length > longestWords) return undefined;
  const words = text
    .toLowerCase()
    .split(/[\s,]/)
    .filter((word) => word !== '' && word !== 'and' && word !== '&' && !fillers.has(word));
  const [day, ...moreDays] = words.flatMap((word) => weekdayOf(word) ?? []);
  if (day === undefined || moreDays.length > 0) return undefined;
  const rest = words.filter((word) => weekdayOf(word) === undefined);
  const month = rest.filter((word) => word === 'month' || word === 'months' || word === 'monthly').length;
  const others = month > 0 ? rest.filter((word) => !word.startsWith('month')) : rest;
  if (month > 1) return undefined;
  const positions = others.map(positionOf);
  if (isDefined(positions) && positions.length > 0 && new Set(positions).size === positions.length) {
    const inMonth = monthly(positions, day);
    const [first] = positions;
    const isClear = month > 0 || positions.length > 1 || first === 1 || first === lastOfMonth;
    if (isClear) return { rhythm: inMonth };
    const rhythm = everyWeeks(first!, day);
    return { rhythm, clearer: { weeks: afterEvery(rhythm), month: afterEvery(inMonth) } };
  }
  const weeks = month > 0 ? undefined : weeksOf(others);
  return weeks === undefined ? undefined : { rhythm: everyWeeks(weeks, day) };
}

/** As `readRhythm`, whether or not the text says it clearly. */
export function parseRhythm(text: string): Rhythm | undefined {
  return readRhythm(text)?.rhythm;
}

/** The rhythm's words as they stand behind the key `every`: `2 weeks on Tuesday`, `last Friday of the month`. */
export function afterEvery({ words }: Rhythm): string {
  return words.replace(/^(?:every|the) /, '');
}

/** `3 weeks`, `second week`, `fortnightly`; nothing is every week. */
function weeksOf(words: readonly string[]): number | undefined {
  if (words.length === 0) return 1;
  const [first, unit] = words as readonly [string, ...string[]];
  if (words.length === 1) return first === 'week' || first === 'weeks' ? 1 : numberBy(weeksByWord, first);
  if (words.length > 2 || (unit !== 'week' && unit !== 'weeks')) return undefined;
  const named = numberBy(weeksByWord, first) ?? numberBy(numbers, first) ?? positionOf(first);
  const count = named ?? (/^\d{1,2}$/.test(first) ? Number(first) : 0);
  return count >= 1 && count <= mostWeeks ? count : undefined;
}

/** `constructor` is no number, though every object has one. */
function numberBy(words: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, six: 6, eight: 8 };

/** 0 for Sunday; `tue`, `tuesday`, `tuesdays`. */
function weekdayOf(word: string): number | undefined {
  const day = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
  const index = weekdayNames.findIndex(
    (name) => name.toLowerCase() === day || name.slice(0, 3).toLowerCase() === day,
  );
  return index < 0 ? undefined : index;
}

/** `second`, `2nd`, `last`. */
function positionOf(word: string): number | undefined {
  if (word === 'last') return lastOfMonth;
  const spelled = ordinals.indexOf(word);
  if (spelled > 0) return spelled;
  const short = ['1st', '2nd', '3rd', '4th'].indexOf(word);
  return short < 0 ? undefined : short + 1;
}

function isDefined<Value>(values: readonly (Value | undefined)[]): values is readonly Value[] {
  return values.every((value) => value !== undefined);
}
