/** A title, a line or a path of the next note, as the latest ones are, with the day, periods and numbers counted on. */

import { addDays } from '../../../shared/calendar.ts';
import type { IsoDate } from '../note/note.ts';
import { componentsOf, type DayText, dayText, type Part, partsOf } from './dayParts.ts';
import { partOf, type Token, tokenText } from './dayReadings.ts';

/** How many of the latest texts decide which form is used, and how many of that form are compared. */
const latestTexts = 5;
const comparedTexts = 8;

export interface NextText {
  /** Several where it cannot be told whether the day or the month comes first, or whether numbers begin again each year. */
  readonly texts: readonly string[];
  /** It says a day, a period or a number. */
  readonly changes: boolean;
  /** No two of the latest are of one form: this is what they have in common; undefined: nothing. */
  readonly isCommon: boolean;
}

/**
 * `texts`: the newest first, at least one. The form is the newest that at least two of the latest share. Linear in the length of the latest
 * texts; never throws.
 */
export function nextText(
  texts: readonly { readonly text: string; readonly date?: IsoDate }[],
  date: IsoDate,
): NextText {
  const compared = texts.map((each) => dayText(each.text, each.date));
  const latest = compared.slice(0, latestTexts);
  const usual = latest.find((each) => latest.filter(({ key }) => key === each.key).length > 1);
  const main = usual ?? latest[0]!;
  const group = compared.filter(({ key }) => key === main.key).slice(0, comparedTexts);
  const parts = partsOf(group);
  const isCommon = usual === undefined && latest.length > 1;
  const kept = isCommon ? inCommon(parts, latest) : parts;
  const isNewYear = main.date !== undefined && main.date.slice(0, 4) !== date.slice(0, 4);
  return {
    texts: orders(kept, main).flatMap((order) =>
      counted(order, isNewYear).map((each) => written(each, date)),
    ),
    changes: parts.some(({ kind }) => kind !== 'text'),
    isCommon,
  };
}

/** The latest differ beside their days: the component with the day keeps what they all begin and end with. */
function inCommon(parts: readonly Part[], latest: readonly DayText[]): readonly Part[] {
  const frames = latest.map((each) => frameOf(partsOf([each])));
  const [own] = frames;
  if (own === undefined) return parts;
  const dated = frames.filter((frame) => frame !== undefined);
  const isSame = (side: 'before' | 'after'): boolean => dated.every((frame) => frame[side] === own[side]);
  const text = (value: string): Part => ({ kind: 'text', text: value });
  const dot = own.below === '' ? own.after.lastIndexOf('.') : -1;
  const after = isSame('after') ? own.after : dot < 0 ? '' : own.after.slice(dot);
  const before = isSame('before') ? own.before : '';
  return [...own.above, text(before), ...own.day, text(`${after}${own.below}`)];
}

/** The path cut at its last component with a part of the day, and that at the day. */
function frameOf(parts: readonly Part[]) {
  const isDay = ({ kind }: Part): boolean => kind === 'date';
  const last = parts.map(isDay).lastIndexOf(true);
  if (last < 0) return undefined;
  const isSlash = (part: Part): boolean => part.kind === 'text' && part.text.includes('/');
  const start = parts.slice(0, last).map(isSlash).lastIndexOf(true) + 1;
  const first = parts.findIndex((part, index) => index >= start && isDay(part));
  const text = (from: number, to: number) => parts.slice(from, to).map(partText).join('');
  const behind = text(last + 1, parts.length);
  const slash = behind.indexOf('/');
  return {
    above: parts.slice(0, start),
    before: text(start, first),
    day: parts.slice(first, last + 1),
    after: slash < 0 ? behind : behind.slice(0, slash),
    below: slash < 0 ? '' : behind.slice(slash),
  };
}

function partText(part: Part): string {
  return part.kind === 'number' ? String(part.value).padStart(part.width, '0') : part.text;
}

/** The same with one token each; two where it cannot be told whether the day or the month comes first. */
function orders(parts: readonly Part[], { runs }: DayText): (readonly Part[])[] {
  const component = componentsOf(parts.map(partText));
  const isOpen = (part: Part): boolean => says(part, 'month') && says(part, 'day');
  const isSure = (part: Part, what: 'month' | 'day'): boolean => says(part, what) && !isOpen(part);
  const unpadded = parts.some(
    (part) => part.kind === 'date' && part.tokens.every((token) => token === 'M' || token === 'D'),
  );
  const open = parts.flatMap((part, index) => (isOpen(part) ? [index] : []));
  const here = (index: number): number[] => open.filter((at) => component[at] === component[index]);
  const choose = (first: 'month' | 'day'): readonly Part[] =>
    parts.map((part, index) => {
      if (part.kind !== 'date') return part;
      const other = first === 'month' ? 'day' : 'month';
      const near = parts.filter((_, at) => component[at] === component[index]);
      const before = parts.slice(0, index);
      const alone = near.some((each) => isSure(each, 'month')) || before.some((each) => says(each, 'month'));
      const inTurn = here(index).indexOf(index) % 2 === 0 ? first : other;
      const wanted = here(index).length > 1 ? inTurn : alone ? 'day' : 'month';
      const tokens = isOpen(part) ? part.tokens.filter((token) => partOf(token) === wanted) : part.tokens;
      return {
        ...part,
        tokens: ofWidth(tokens, unpadded || (says(part, 'day') && isInWords(parts, index)) ? 1 : 2),
      };
    });
  const pairs = open.filter((index) => here(index).length > 1);
  const year = parts.findIndex((part) => says(part, 'year'));
  if (pairs.length === 0 || (year >= 0 && year < pairs[0]!)) return [choose('month')];
  return runs.filter((run) => run === '.').length > 2 ? [choose('day')] : [choose('month'), choose('day')];
}

/** `January 13th`, `13 January`: a day beside a month's name, or before its ending, has no zero in front. */
function isInWords(parts: readonly Part[], index: number): boolean {
  const isWord = (at: number, between: string): boolean => {
    const part = parts[at];
    const gap = parts[(at + index) / 2];
    return (
      part?.kind === 'date' &&
      part.tokens.some((token) => token === 'MMMM' || token === 'MMM') &&
      gap?.kind === 'text' &&
      gap.text === between
    );
  };
  const next = parts[index + 1];
  const isOrdinal = next?.kind === 'date' && next.tokens.includes('ordinal');
  return isOrdinal || isWord(index - 2, ' ') || isWord(index + 2, ' ') || isWord(index + 2, '. ');
}

function says(part: Part, what: 'year' | 'month' | 'day'): boolean {
  return part.kind === 'date' && part.tokens.some((token) => partOf(token) === what);
}

/** Where a number may be padded or not, as the others are; padded where none tells. */
function ofWidth(tokens: readonly Token[], width: number): readonly Token[] {
  const wanted = tokens.filter((token) => token.length === width);
  return wanted.length > 0 ? wanted : tokens;
}

/** The parts with the numbers of the next text: in a new year one more or the first, or either. */
function counted(parts: readonly Part[], isNewYear: boolean): (readonly Part[])[] {
  const numbers = parts.filter((part) => part.kind === 'number');
  const count = (restart: boolean): readonly Part[] =>
    parts.map((part) =>
      part.kind !== 'number'
        ? part
        : {
            ...part,
            value:
              isNewYear && (part.restarts === 'yes' || (restart && part.restarts === 'perhaps'))
                ? 1
                : part.value + 1,
          },
    );
  const isOpen = isNewYear && numbers.some(({ restarts }) => restarts === 'perhaps');
  return isOpen ? [count(false), count(true)] : [count(false)];
}

function written(parts: readonly Part[], date: IsoDate): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'end') return tokenText(part.token, addDays(date, part.offset));
      if (part.kind === 'number') return String(part.value).padStart(part.width, '0');
      const text = tokenText(part.tokens[0]!, date);
      if (part.text === part.text.toLowerCase()) return text.toLowerCase();
      return part.text === part.text.toUpperCase() ? text.toUpperCase() : text;
    })
    .join('');
}
