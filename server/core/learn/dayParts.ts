/** Which runs of a text are parts of the day, a number that counts on, or fixed, by the texts of other days like it. */

import { daysBetween } from '../../../shared/calendar.ts';
import type { IsoDate } from '../note/note.ts';
import { isNumber, partOf, periodPrefix, readingsOf, runsOf, type Token, unitBehind } from './dayReadings.ts';
import { rangeEnd } from './rangeEnd.ts';

/** A text of a day. */
export interface DayText {
  readonly runs: readonly string[];
  readonly date?: IsoDate;
  /** Texts of the same form have the same. */
  readonly key: string;
}

const longestText = 400;
/** Numbers that differ by more than this do not count meetings. */
const largestStep = 9;

export function dayText(text: string, date: IsoDate | undefined): DayText {
  const runs = runsOf(text.slice(0, longestText));
  const key = runs.map((run, index) => {
    if (isNumber(run)) return '0';
    return date !== undefined && readingsOf(runs, index, date).length > 0 ? 'a' : run;
  });
  return { runs, key: key.join('\0'), ...(date !== undefined && { date }) };
}

/** The key of a text that says its whole day; undefined: it does not. */
export function wholeDayKey(text: string, date: IsoDate): string | undefined {
  const { runs, key } = dayText(text, date);
  const tokens = onlyBeside(
    runs,
    runs.map((_, index) => readingsOf(runs, index, date)),
  );
  const parts = new Set(tokens.flat().map(partOf));
  const isCompact = tokens.flat().some((token) => token.length === 8);
  return isCompact || ['year', 'month', 'day'].every((part) => parts.has(part as 'year')) ? key : undefined;
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `restarts`: whether it begins again each year, as far as the texts tell. */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly width: number;
      readonly restarts: 'yes' | 'no' | 'perhaps';
    }
  /** Of the last of several days. */
  | { readonly kind: 'end'; readonly token: Token; readonly offset: number; readonly text: string }
  /** `text`: as the newest text has it. */
  | { readonly kind: 'date'; readonly tokens: readonly Token[]; readonly text: string };

/** What the runs of texts of one form are, the newest first. */
export function partsOf(group: readonly DayText[]): Part[] {
  const { runs } = group[0]!;
  const enough = group.length < 3 ? group.length : group.length - 1;
  const end = rangeEnd(group);
  const tokens = runs.map((_, index): readonly Token[] => {
    if (end.has(index)) return [];
    const read = group.map((each) => (each.date ? readingsOf(each.runs, index, each.date) : []));
    const all = [...new Set(read.flat())];
    const counts = all.map((token) => read.filter((each) => each.includes(token)).length);
    // `6`, `13` and `20` are days without a zero in front: what all say goes before what most do.
    const most = Math.max(enough, ...counts);
    return all.filter((_, at) => counts[at] === most);
  });
  const claimed = withoutSeasons(group, withoutLooseOrdinals(onlyOnce(runs, onlyBeside(runs, tokens))));
  return runs.map((text, index): Part => {
    const last = end.get(index);
    if (last !== undefined) return { kind: 'end', ...last, text };
    if (claimed[index]!.length > 0) return { kind: 'date', tokens: claimed[index]!, text };
    if (!isNumber(text)) return { kind: 'text', text };
    const values = group.map((each) => Number(each.runs[index]));
    const restarts = hasYear(claimed) ? restartsOf(values, group) : 'no';
    const counts =
      group.length > 1
        ? isCounted(values) || (restarts === 'yes' && values[0]! <= largestStep)
        : isAlone(runs, index);
    if (!counts) return { kind: 'text', text };
    const padded = group.map((each) => each.runs[index]!).find((run) => run.startsWith('0'));
    const value = restarts === 'yes' ? values[0]! : Math.max(...values);
    return { kind: 'number', value, width: padded?.length ?? 0, restarts };
  });
}

/** Each meeting has a number above that of the meeting before. */
function isCounted([newest, previous]: readonly number[]): boolean {
  return newest! > previous! && newest! - previous! <= largestStep;
}

function hasYear(tokens: readonly (readonly Token[])[]): boolean {
  return tokens.some((own) => own.some((token) => token.includes('YY') || token === 'weekYear'));
}

/** Whether numbers begin again each year, by those of two years, else by whether the newest may count those of its year. */
function restartsOf(values: readonly number[], group: readonly DayText[]): 'yes' | 'no' | 'perhaps' {
  const yearOf = ({ date }: DayText): string => date?.slice(0, 4) ?? '';
  const turn = group.findIndex((each, index) => index > 0 && yearOf(each) !== yearOf(group[index - 1]!));
  if (turn > 0) return values[turn - 1]! < values[turn]! ? 'yes' : 'no';
  const date = group[0]?.date;
  if (date === undefined || group.length < 2) return 'no';
  const weeks = Math.ceil(daysBetween(`${date.slice(0, 4)}-01-01`, date) / 7) + 1;
  return values[0]! <= weeks ? 'perhaps' : 'no';
}

/** `12.md`, `0041-2026-09-01.md`: a number at the beginning of the name. */
function isAlone(runs: readonly string[], index: number): boolean {
  const before = runs[index - 1] ?? '';
  return !runs.slice(index).some((run) => run.includes('/')) && (before === '' || before.endsWith('/'));
}

/** A number of one or two digits is a month or a day only beside another part of the day, or as a folder of its own. */
function onlyBeside(runs: readonly string[], tokens: readonly (readonly Token[])[]): (readonly Token[])[] {
  return tokens.map((own, index) => {
    if (own.length === 0 || runs[index]!.length > 2 || !isNumber(runs[index]!)) return own;
    const prefix = periodPrefix(runs, index);
    const opens = index === 0 || prefix !== undefined || runs[index - 1]!.endsWith('/');
    const isBelowYear = tokens.slice(0, index).some((each) => each.includes('YYYY'));
    const isFolder = opens && isBelowYear && runs.slice(index).some((run) => run.includes('/'));
    const isOrdinal = tokens[index + 1]?.includes('ordinal') === true;
    const isBeside =
      isOrdinal ||
      [index - 1, index + 1].some((at) => (tokens[at]?.length ?? 0) > 0) ||
      unitBehind(runs, index) !== undefined ||
      [-1, 1].some((step) => {
        // `6 de enero`
        const at = isJoining(runs[index + 2 * step]) ? index + 4 * step : index + 2 * step;
        const between = runs[index + step] ?? '';
        return (tokens[at]?.length ?? 0) > 0 && between.length <= 2;
      });
    const isDayFile = opens && isBelowYear && runs[index + 1] === '.';
    const isPrefixed = prefix !== undefined && runs[index + 1]?.startsWith('/') === true;
    return isFolder || isPrefixed || isDayFile || isBeside || isPeriod(own) ? own : [];
  });
}

function isJoining(run: string | undefined): boolean {
  return run !== undefined && /^(?:of|del?)$/i.test(run);
}

function isPeriod(tokens: readonly Token[]): boolean {
  return ['quarter', 'half', 'WW', 'W'].some((token) => tokens.includes(token as Token));
}

/** A name says each part of the day in numbers once: what is padded goes first, then what comes last. */
function onlyOnce(runs: readonly string[], tokens: readonly (readonly Token[])[]): (readonly Token[])[] {
  const result = [...tokens];
  const component = componentsOf(runs);
  const same = (index: number): number[] =>
    runs.flatMap((_, at) =>
      component[at] === component[index] && at !== index && isNumber(runs[at]!) ? [at] : [],
    );
  const sure = (index: number, part: string): boolean =>
    result[index]!.length > 0 && result[index]!.every((token) => partOf(token) === part);
  for (let rounds = 0; rounds < 2; rounds++) {
    for (const [index, own] of result.entries()) {
      result[index] = own.filter((token) => {
        const part = partOf(token);
        if (part === undefined || !isNumber(runs[index]!)) return true;
        const rivals = same(index).filter((at) => sure(at, part));
        return rivals.every((at) => {
          if (!sure(index, part)) return false;
          const longer = runs[index]!.length - runs[at]!.length;
          return longer > 0 || (longer === 0 && index > at);
        });
      });
    }
  }
  return result;
}

/** `th` follows a day alone. */
function withoutLooseOrdinals(tokens: readonly (readonly Token[])[]): (readonly Token[])[] {
  return tokens.map((own, index) =>
    own.includes('ordinal') && !tokens[index - 1]?.some((token) => partOf(token) === 'day') ? [] : own,
  );
}

/** `2025-2026` is no year of a day: the season goes on over the year's end. */
function withoutSeasons(
  group: readonly DayText[],
  tokens: readonly (readonly Token[])[],
): (readonly Token[])[] {
  const { runs } = group[0]!;
  const isBefore = (index: number): boolean =>
    runs[index]?.length === 4 &&
    group.every((each) => each.runs[index + 2] === runs[index + 2]) &&
    /^[-_–]$/.test(runs[index + 1] ?? '') &&
    [String(Number(runs[index]) + 1), String(Number(runs[index]) + 1).slice(2)].includes(
      runs[index + 2] ?? '',
    ) &&
    !/^[-_.][0-9]/.test(`${runs[index + 3] ?? ''}${runs[index + 4] ?? ''}`);
  return tokens.map((own, index) => (isBefore(index) || isBefore(index - 2) ? [] : own));
}

/** In which component of a path each run lies, from 0. */
export function componentsOf(runs: readonly string[]): number[] {
  let component = 0;
  return runs.map((run) => {
    component += run.split('/').length - 1;
    return component;
  });
}
