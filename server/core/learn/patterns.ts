/** What file names and titles have in common, as a pattern: `{YYYYMMDD}_meeting_notes.md`. */

import { isDigit, isWord, skipDigits } from '../note/characters.ts';
import type { IsoDate } from '../note/note.ts';
import { matchPattern } from '../template/patterns/matchPattern.ts';
import { parsePattern } from '../template/patterns/pattern.ts';
import { type LearnedForm, readDateForms, readMonthForms, readYearForms } from './dateForm.ts';
import { counted, type Evidence } from './evidence.ts';

/** The evidence: the texts that are of it. */
export interface LearnedPattern extends Evidence {
  /** As `parsePattern` reads it. */
  readonly source: string;
  /** The format of the date in it; absent: it has none. */
  readonly format?: string;
  /** That of the month or the year, where it says no day. */
  readonly period?: string;
}

export interface PatternInput {
  readonly text: string;
  /** The day that the text is known to be of, by something else. */
  readonly date?: IsoDate;
}

export interface PatternOptions {
  /** `20260304` is a day. */
  readonly compact?: boolean;
  /** Becomes `{project}` where it stands as a word of its own. */
  readonly project?: string;
  /** A year that is that of the day known otherwise is no word that stays. */
  readonly years?: boolean;
}

/** What stands for itself may be longer, but no pattern is. */
const longestLiteral = 120;

/**
 * The pattern of most of the texts, the newest first: of those that differ, the commonest spelling wins, then the newest.
 * What differs from text to text becomes `{number}` or `{any}`. Undefined when they have nothing in common.
 */
export function learnPattern(
  inputs: readonly PatternInput[],
  options: PatternOptions = {},
): LearnedPattern | undefined {
  const format = commonFormat(inputs, options.compact ?? false);
  const period = format === undefined ? commonPeriod(inputs, options.years ?? false) : undefined;
  // `November 26` is no form that the next month's meetings have, and its number counts nothing.
  if (format === undefined && period === undefined && 2 * inputs.filter(saysItsDay).length > inputs.length)
    return undefined;
  const pieces = inputs.flatMap((input): Pieces[] => {
    const { text } = input;
    if (format === undefined && period === undefined) return [{ before: text, after: '' }];
    const forms = period === undefined ? dateForms(input, options.compact ?? false) : period.formsIn(text);
    const form = forms.find((each) => each.format === (format ?? period?.format));
    return form === undefined ? [] : [{ before: text.slice(0, form.from), after: text.slice(form.to) }];
  });
  const before = pieceSource(
    pieces.map((piece) => piece.before),
    options.project,
  );
  const after = pieceSource(
    pieces.map((piece) => piece.after),
    before.includes('{project}') ? undefined : options.project,
  );
  const sides = [before, before.includes('{number}') ? after.replace('{number}', '{any}') : after];
  const written = format ?? period?.format;
  const source = sides.join(written === undefined ? '' : `{${written}}`);
  const result = parsePattern(source);
  if (result.kind === 'wrong' || source === '{any}' || source === '') return undefined;
  const count = inputs.filter(({ text }) => matchPattern(result.pattern, text) !== undefined).length;
  if (count === 0) return undefined;
  const evidence = { count, total: inputs.length };
  return {
    source,
    ...evidence,
    ...(format !== undefined && { format }),
    ...(period && { period: period.format }),
  };
}

/** A number in the text is the day of the month that it is known to be of. */
function saysItsDay({ text, date }: PatternInput): boolean {
  const day = Number(date?.slice(8));
  return cutNumbers(text).some((part, index) => index % 2 === 1 && Number(part) === day);
}

interface Period {
  readonly format: string;
  readonly formsIn: (text: string) => readonly LearnedForm[];
}

/** The month, or the year of the known days, that all of the texts say in one format. */
function commonPeriod(inputs: readonly PatternInput[], years: boolean): Period | undefined {
  const [month] = counted(inputs.flatMap(({ text }) => readMonthForms(text).map(({ format }) => format)));
  if (month?.count === inputs.length) return { format: month.value, formsIn: readMonthForms };
  const isYear = ({ text, date = '' }: PatternInput): boolean =>
    readYearForms(text).some(({ value }) => value.slice(0, 4) === date.slice(0, 4));
  return years && inputs.every(isYear) ? { format: 'YYYY', formsIn: readYearForms } : undefined;
}

interface Pieces {
  readonly before: string;
  readonly after: string;
}

/** The date format that at least half of the texts have; of several, the one that gives the days known otherwise. */
export function commonFormat(inputs: readonly PatternInput[], compact = false): string | undefined {
  const formats: string[] = [];
  const right = new Map<string, number>();
  for (const input of inputs) {
    const { date } = input;
    const forms = firstForms(dateForms(input, compact));
    for (const { format, value } of forms) {
      formats.push(format);
      if (value === date) right.set(format, (right.get(format) ?? 0) + 1);
    }
  }
  const rightly = (format: string): number => right.get(format) ?? 0;
  const [best] = counted(formats).sort((a, b) => b.count - a.count || rightly(b.value) - rightly(a.value));
  return best !== undefined && 2 * best.count >= inputs.length ? best.value : undefined;
}

/** A title is compared with those of eight notes before it, and of eight after. */
const keptForms = {
  true: new WeakMap<PatternInput, LearnedForm[]>(),
  false: new WeakMap<PatternInput, LearnedForm[]>(),
};

function dateForms(input: PatternInput, compact: boolean): LearnedForm[] {
  const kept = keptForms[`${compact}`];
  const forms = kept.get(input) ?? readDateForms(input.text, compact);
  kept.set(input, forms);
  return forms;
}

/** Each format once. */
function firstForms(forms: readonly LearnedForm[]): LearnedForm[] {
  return forms.filter((form, index) => forms.findIndex(({ format }) => format === form.format) === index);
}

/** One side of the date. */
function pieceSource(pieces: readonly string[], project: string | undefined): string {
  const [best] = counted(pieces.map((piece) => literalSource(piece, project)));
  if (best === undefined) return '';
  if (pieces.length === 1 || (best.count > 1 && 2 * best.count >= pieces.length)) return best.value;
  return numbered(pieces, project) ?? framed(pieces, project);
}

/** `Lantern call #12`, `Lantern call #13`: all but one number is the same. */
function numbered(pieces: readonly string[], project: string | undefined): string | undefined {
  const [best] = counted(pieces.map(masked));
  if (best === undefined || best.count < 2 || 2 * best.count < pieces.length) return undefined;
  const cut = pieces.filter((piece) => masked(piece) === best.value).map(cutNumbers);
  const varying = cut[0]!.flatMap((part, index) =>
    cut.every((parts) => parts[index] === part) ? [] : [index],
  );
  const [at, ...others] = varying;
  if (at === undefined || others.length > 0) return undefined;
  return cut[0]!.map((part, index) => (index === at ? '{number}' : literalSource(part, project))).join('');
}

/** Texts and numbers in turn, a text first. */
function cutNumbers(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = skipDigits(text, at);
    parts.push(text.slice(from, at), text.slice(at, end));
    from = end;
    at = end;
  }
  return [...parts, text.slice(from)];
}

function masked(text: string): string {
  return cutNumbers(text)
    .map((part, index) => (index % 2 === 1 ? '0' : part))
    .join('');
}

/** What all begin with and what all end with, whole words only, and anything between. */
function framed(pieces: readonly string[], project: string | undefined): string {
  let start = pieces[0]!;
  let end = pieces[0]!;
  for (const piece of pieces) {
    start = start.slice(
      0,
      sameLength(start, piece, (text, index) => text[index]),
    );
    end = end.slice(end.length - sameLength(end, piece, (text, index) => text[text.length - 1 - index]));
  }
  while (start !== '' && pieces.some((piece) => isInWord(piece, start.length))) start = start.slice(0, -1);
  const room = Math.min(...pieces.map((piece) => piece.length)) - start.length;
  end = end.slice(Math.max(0, end.length - room));
  while (end !== '' && pieces.some((piece) => isInWord(piece, piece.length - end.length))) end = end.slice(1);
  return `${literalSource(start, project)}{any}${literalSource(end, undefined)}`;
}

function sameLength(
  one: string,
  other: string,
  at: (text: string, index: number) => string | undefined,
): number {
  let length = 0;
  while (length < one.length && length < other.length && at(one, length) === at(other, length)) length++;
  return length;
}

function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at));
}

/** Text that stands for itself, but for the project's name; braces are doubled. */
export function literalSource(text: string, project?: string): string {
  if (text.length > longestLiteral) return '{any}';
  const at = project === undefined ? -1 : text.toLowerCase().indexOf(project.toLowerCase());
  if (project === undefined || project === '' || at < 0) return escaped(text);
  const to = at + project.length;
  if (isInWord(text, at) || isInWord(text, to)) return escaped(text);
  return `${escaped(text.slice(0, at))}{project}${escaped(text.slice(to))}`;
}

function escaped(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replace(/[\r\n]/g, ' ');
}
