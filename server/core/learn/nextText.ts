/** A title, a line or a path of the next note, as the latest ones are, with the day, periods and numbers counted on. */

import type { IsoDate } from '../note/note.ts';
import { componentsOf, type DayText, dayText, type Part, partsOf } from './dayParts.ts';
import { partOf, type Token, tokenText } from './dayReadings.ts';

/** How many of the latest texts decide which form is used, and how many of that form are compared. */
const latestTexts = 5;
const comparedTexts = 8;

export interface NextText {
  /** Two where it cannot be told whether the day or the month comes first. */
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
  return {
    texts: orders(kept, main).map((order) => written(order, date)),
    changes: parts.some(({ kind }) => kind !== 'text'),
    isCommon,
  };
}

/** The latest names differ beside their days: they keep what they all begin and end with. */
function inCommon(parts: readonly Part[], latest: readonly DayText[]): readonly Part[] {
  const frames = latest.map((each) => frameOf(partsOf([each])));
  const [own] = frames;
  if (own === undefined) return parts;
  const dated = frames.filter((frame) => frame !== undefined);
  const isSame = (side: 'before' | 'after'): boolean => dated.every((frame) => frame[side] === own[side]);
  const text = (value: string): Part => ({ kind: 'text', text: value });
  const after = isSame('after') ? own.after : own.after.slice(own.after.lastIndexOf('.'));
  const before = isSame('before') ? own.before : '';
  return [...own.folders, text(before), ...own.day, text(after)];
}

/** The name cut at its day. */
function frameOf(parts: readonly Part[]) {
  const name = parts.map((part) => part.kind === 'text' && part.text.includes('/')).lastIndexOf(true) + 1;
  const days = parts.flatMap((part, index) => (part.kind === 'date' && index >= name ? [index] : []));
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const text = (from: number, to: number) => parts.slice(from, to).map(partText).join('');
  return {
    folders: parts.slice(0, name),
    before: text(name, first),
    day: parts.slice(first, last + 1),
    after: text(last + 1, parts.length),
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
      return { ...part, tokens: ofWidth(tokens, unpadded ? 1 : 2) };
    });
  const pairs = open.filter((index) => here(index).length > 1);
  const year = parts.findIndex((part) => says(part, 'year'));
  if (pairs.length === 0 || (year >= 0 && year < pairs[0]!)) return [choose('month')];
  return runs.filter((run) => run === '.').length > 2 ? [choose('day')] : [choose('month'), choose('day')];
}

function says(part: Part, what: 'year' | 'month' | 'day'): boolean {
  return part.kind === 'date' && part.tokens.some((token) => partOf(token) === what);
}

/** Where a number may be padded or not, as the others are; padded where none tells. */
function ofWidth(tokens: readonly Token[], width: number): readonly Token[] {
  const wanted = tokens.filter((token) => token.length === width);
  return wanted.length > 0 ? wanted : tokens;
}

function written(parts: readonly Part[], date: IsoDate): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'number') return String(part.value + 1).padStart(part.width, '0');
      const text = tokenText(part.tokens[0]!, date);
      if (part.text === part.text.toLowerCase()) return text.toLowerCase();
      return part.text === part.text.toUpperCase() ? text.toUpperCase() : text;
    })
    .join('');
}
