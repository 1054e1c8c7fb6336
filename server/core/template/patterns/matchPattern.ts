/** Whether a text is what a pattern writes, and what it says. */

import { literalEnd, readFormatted, wholeDay } from '../../../../shared/dates/readFormatted.ts';
import { isDigit, skipDigits } from '../../note/characters.ts';
import type { DatedText, Span } from '../../note/note.ts';
import type { Pattern, PatternPart } from './pattern.ts';

/** Offsets into the text that was matched. */
export interface PatternMatch {
  /** The range is that of the last date that has a year, a month and a day, else from the first date part to the last. */
  readonly date?: DatedText;
  readonly number?: { readonly range: Span; readonly value: number };
  /** Where the project's name stands. */
  readonly project?: Span;
}

type Fixed = Exclude<PatternPart, { kind: 'any' } | { kind: 'project' }>;

/** What stands between two wild parts, and the wild part before it. */
interface Segment {
  readonly wild?: 'any' | 'project';
  readonly parts: readonly Fixed[];
}

interface SegmentMatch {
  readonly from: number;
  readonly to: number;
  readonly dates: readonly { readonly from: number; readonly to: number; readonly read: Read }[];
  readonly number?: { readonly range: Span; readonly value: number };
}

interface Read {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** Numbers have nine digits at most. */
const mostDigits = 9;

/**
 * Matches the whole text. Letters compare in any case; `{project}` is at least one character, `{any}` may be none; a date
 * must exist. Undefined when the text is not of that form. Linear in the text.
 */
export function matchPattern(pattern: Pattern, text: string): PatternMatch | undefined {
  const segments = segmentsOf(pattern);
  const found: SegmentMatch[] = [];
  let project: Span | undefined;
  let at = 0;
  for (const [index, segment] of segments.entries()) {
    const earliest = at + (segment.wild === 'project' ? 1 : 0);
    const latest = segment.wild === undefined ? at : text.length;
    const isLast = index === segments.length - 1;
    // Leftmost is best: what follows has all the more text to be found in. Only the last has to end with the text.
    const match = firstMatch(segment, text, { earliest, latest, isLast });
    if (match === undefined) return undefined;
    if (segment.wild === 'project') project ??= { from: at, to: match.from };
    found.push(match);
    at = match.to;
  }
  const date = dateOf(found);
  if (date === 'none such') return undefined;
  const number = found.find((each) => each.number !== undefined)?.number;
  return { ...(date && { date }), ...(number && { number }), ...(project && { project }) };
}

const known = new WeakMap<Pattern, readonly Segment[]>();

function segmentsOf(pattern: Pattern): readonly Segment[] {
  const kept = known.get(pattern);
  if (kept) return kept;
  const segments: { wild?: 'any' | 'project'; parts: Fixed[] }[] = [{ parts: [] }];
  for (const part of pattern.parts) {
    if (part.kind === 'any' || part.kind === 'project') segments.push({ wild: part.kind, parts: [] });
    else segments.at(-1)!.parts.push(part);
  }
  known.set(pattern, segments);
  return segments;
}

function firstMatch(
  segment: Segment,
  text: string,
  { earliest, latest, isLast }: { earliest: number; latest: number; isLast: boolean },
): SegmentMatch | undefined {
  if (segment.parts.length === 0) {
    const at = isLast && segment.wild !== undefined ? text.length : earliest;
    return at < earliest || (isLast && at < text.length) ? undefined : { from: at, to: at, dates: [] };
  }
  const { parts, wild } = segment;
  for (let from = earliest; from <= latest; from++) {
    // Any text may stand beside a date, but not the rest of its year.
    if (wild !== undefined && parts[0]!.kind === 'date' && isWithinNumber(text, from)) continue;
    const match = matchAt(parts, text, from);
    if (match === undefined || (isLast && match.to < text.length)) continue;
    if (parts.at(-1)!.kind === 'date' && !isLast && isWithinNumber(text, match.to)) continue;
    return match;
  }
  return undefined;
}

function isWithinNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at));
}

function matchAt(parts: readonly Fixed[], text: string, from: number): SegmentMatch | undefined {
  const dates: SegmentMatch['dates'][number][] = [];
  let number: SegmentMatch['number'];
  let at = from;
  for (const part of parts) {
    const start = at;
    if (part.kind === 'literal') {
      const end = literalEnd(part.text, text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (part.kind === 'number') {
      // Looked at first, so that a long number is gone through once and not from each of its digits.
      if (isDigit(text.charCodeAt(start - 1))) return undefined;
      at = skipDigits(text, start);
      if (at === start || at - start > mostDigits) return undefined;
      number = { range: { from: start, to: at }, value: Number(text.slice(start, at)) };
    } else {
      const read = readFormatted(part.format, text, at);
      if (read === undefined) return undefined;
      at = read.to;
      dates.push({ from: start, to: at, read });
    }
  }
  return { from, to: at, dates, ...(number && { number }) };
}

/** The day that all dates give together; one that has all of it counts for more than its folders. */
function dateOf(found: readonly SegmentMatch[]): DatedText | 'none such' | undefined {
  const dates = found.flatMap((each) => each.dates);
  const whole = dates.filter(({ read }) => hasAll(read)).at(-1);
  const read: Read = whole?.read ?? Object.assign({}, ...dates.map((each) => each.read));
  if (!hasAll(read)) return undefined;
  const value = wholeDay(read);
  if (value === undefined) return 'none such';
  return { range: { from: (whole ?? dates[0]!).from, to: (whole ?? dates.at(-1)!).to }, value };
}

function hasAll({ year, month, day }: Read): boolean {
  return year !== undefined && month !== undefined && day !== undefined;
}
