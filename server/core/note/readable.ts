/**
 * The part of a text that is read. Some texts that nobody writes by hand cost a parser the square of their length, so they are bounded
 * before they are parsed. The bounds are those of single lines, so that an edit can change the lines it touches and no other.
 */

import { mostLinkEnds } from './linkEnds.ts';
import type { TextChange } from './markdown.ts';
import type { Text } from './text.ts';

/** Offsets are those of the whole text, in UTF-16 code units. */
export interface Readable {
  /** The text up to its limit, with blanks for what is left out of its lines. */
  readonly text: Text;
  /** Nothing is left out of its lines. */
  readonly plain: boolean;
  /** The start of the first line past the limit; absent: the text ends before it. */
  readonly end?: number;
  /** The start of the first line of which only the beginning is read, because it is too long. */
  readonly shortened?: number;
}

/** In UTF-16 code units, as all of these. */
const longestText = 2_000_000;
const longestLine = 20_000;
/** Marks of lists and quotes further right are words: nobody indents so far, and each level costs as much as all levels before it. */
const deepestMark = 200;
/** Of `[a](` without its `)`, in a run without blanks: the parser searches the rest of the run for each. */
const mostOpenTargets = 50;

/** Reads all of a text, in linear time. */
export function readable(text: string): Readable {
  const end = endOf(text);
  const parts: string[] = [];
  let taken = 0;
  let shortened: number | undefined;
  for (const { from, line } of longLines(text, 0, end)) {
    if (line.length > longestLine) shortened ??= from;
    const bounded = boundedLine(line);
    if (bounded === line) continue;
    parts.push(text.slice(taken, from), bounded);
    taken = from + line.length;
  }
  return {
    text: [...parts, text.slice(taken, end)].join(''),
    plain: parts.length === 0,
    ...(end < text.length && { end }),
    ...(shortened !== undefined && { shortened }),
  };
}

/**
 * The same after `changes` of a text that was read as `before`, with those of them that are in what is read; without them it has to be
 * parsed afresh. Only changed lines are looked at.
 */
export function readableAfter(
  text: Text,
  before: Readable,
  changes: readonly TextChange[],
): { readonly read: Readable; readonly changes?: readonly TextChange[] } {
  const end = endOf(text);
  const inside = before.plain ? changesInside(changes, before.text.length, end) : undefined;
  const isPlain = inside?.every(({ fromB, toB }) =>
    longLines(text, text.lastIndexOf('\n', fromB - 1) + 1, toB + 1).every(
      ({ line }) => boundedLine(line) === line,
    ),
  );
  if (!inside || !isPlain) return { read: readable(text.toString()) };
  return {
    read: {
      text: end < text.length ? text.slice(0, end) : text,
      plain: true,
      ...(end < text.length && { end }),
    },
    changes: inside,
  };
}

/** The changes of the first `endA` units that give the first `endB`, with one more for what comes in or goes out at the end. */
function changesInside(changes: readonly TextChange[], endA: number, endB: number): TextChange[] {
  const inside: TextChange[] = [];
  let shift = 0;
  for (const { fromA, toA, fromB, toB } of changes) {
    if (fromA >= endA || fromB >= endB) break;
    inside.push({ fromA, toA: Math.min(toA, endA), fromB, toB: Math.min(toB, endB) });
    shift = toB - toA;
  }
  const last = inside.at(-1);
  // What stands before the end in both is the same.
  const sameB = Math.max(Math.min(endA + shift, endB), last?.toB ?? 0);
  const sameA = Math.max(Math.min(endB - shift, endA), last?.toA ?? 0);
  if (sameA < endA || sameB < endB) inside.push({ fromA: sameA, toA: endA, fromB: sameB, toB: endB });
  return inside;
}

/** Where reading ends: before the line that the limit is in. */
function endOf(text: Text): number {
  return text.length > longestText ? text.lastIndexOf('\n', longestText) + 1 : text.length;
}

/** The lines that can be costly, from the start of a line on to the end of the one that holds `to`. */
function longLines(text: Text, from: number, to: number): { from: number; line: string }[] {
  const lines = [];
  for (let at = from; at < to; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    if (end - at > deepestMark) lines.push({ from: at, line: text.slice(at, end) });
    at = end + 1;
  }
  return lines;
}

/** A line of the same length, with blanks for what is not read. */
function boundedLine(line: string): string {
  const beginning = line.length > longestLine ? line.slice(0, longestLine) : line;
  return withFewOpenTargets(withFewMarks(beginning)).padEnd(line.length, ' ');
}

const marks = ' \t>-*+.)0123456789';

function withFewMarks(line: string): string {
  let end = 0;
  while (end < line.length && marks.includes(line[end]!)) end++;
  // A letter ends the marks: what follows is text.
  return end > deepestMark ? `${line.slice(0, deepestMark)}x${line.slice(deepestMark + 1)}` : line;
}

function withFewOpenTargets(line: string): string {
  const parts: string[] = [];
  let taken = 0;
  let open = 0;
  let ends = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === ' ' || character === '\t') open = 0;
    else if (character === ')') open = Math.max(0, open - 1);
    else if (character === ']' && ++ends > mostLinkEnds) {
      parts.push(line.slice(taken, at), ' ');
      taken = at + 1;
    } else if (character === '(' && line[at - 1] === ']' && ++open > mostOpenTargets) {
      parts.push(line.slice(taken, at), ' ');
      taken = at + 1;
      open = 0;
    }
  }
  return taken === 0 ? line : [...parts, line.slice(taken)].join('');
}
