/** The words of a day, in English: months, weekdays, ordinals. The one list that dates are read, written and learned by. */

import { monthNames, weekdayNames } from '../calendar.ts';

/** How much of a name a text has: `September`, `Sep`, or `Sept`, which no format writes. */
type NameLength = 'whole' | 'short' | 'other';

export interface NamedPart {
  readonly part: 'month' | 'weekday';
  /** 1 to 12; for weekdays 0 for Sunday to 6. */
  readonly value: number;
  /** `May` is both whole and short. */
  readonly lengths: readonly NameLength[];
}

const otherShortNames: Readonly<Record<string, readonly string[]>> = {
  September: ['sept'],
  Tuesday: ['tues'],
  Wednesday: ['weds'],
  Thursday: ['thur', 'thurs'],
};

const namedParts: ReadonlyMap<string, NamedPart> = new Map([
  ...monthNames.flatMap((name, index) => spellings(name, 'month', index + 1)),
  ...weekdayNames.flatMap((name, index) => spellings(name, 'weekday', index)),
]);

function spellings(name: string, part: NamedPart['part'], value: number): [string, NamedPart][] {
  const named = (...lengths: NameLength[]): NamedPart => ({ part, value, lengths });
  const whole = name.toLowerCase();
  const others = otherShortNames[name] ?? [];
  return [
    [whole.slice(0, 3), named('short')],
    [whole, whole.length === 3 ? named('whole', 'short') : named('whole')],
    ...others.map((other): [string, NamedPart] => [other, named('other')]),
  ];
}

/** The month or the weekday that a word names, in any case: `Aug`, `Sept`, `thurs`. */
export function namedPart(word: string): NamedPart | undefined {
  return namedParts.get(word.toLowerCase());
}

const ordinalEnds: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** True for `st`, `nd`, `rd` and `th` in any case. */
export function isOrdinalEnd(text: string): boolean {
  return ordinalEnds.has(text.toLowerCase());
}

/** What a day of the month has behind it: `19th`, `1st`. */
export function ordinalEnd(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
