/** What stands right under a heading, line by line, as far as another note may have it as well. */

import { actionTitleOf } from '../note/actionTitle.ts';
import type { IsoDate, Note, Section, Span } from '../note/note.ts';
import { openingEnd } from '../note/opening.ts';
import { readingOf } from '../note/reading.ts';
import { isNothing } from '../note/statements.ts';
import { findVideoEmbed } from '../note/videoEmbed.ts';
import { wholeDayKey } from './dayParts.ts';

const longestBody = 4_000;
const longestLine = 300;

export interface Body {
  readonly note: Note;
  /** Absent: what stands between the title and the first section. */
  readonly section?: Section;
  /** The note's day: lines that say it are the same on every day, and labels may stand before any value. Absent: neither. */
  readonly date?: IsoDate;
  /** Labels may stand before any value without a day as well. */
  readonly anyLabel?: boolean;
}

/** One line of a body. */
export interface Line {
  /** Without the blanks at its end. */
  readonly raw: string;
  /** The same where it may be repeated as it is. */
  readonly text?: string;
  /** Up to the colon and the emphasis that ends there, where what follows is not. */
  readonly label?: string;
  /** The label is the name of somebody who speaks, as far as the note itself tells. */
  readonly speaks?: boolean;
  /** What stands behind the address that follows the label: the end of a link, of a table's row. */
  readonly after?: string;
  /** The same for lines that differ in their note's own day alone. */
  readonly dayKey?: string;
}

/** The lines of a body, as far as it is read. */
export function linesOf({ note, section, date, anyLabel = date !== undefined }: Body): Line[] {
  const { from, to } = bodyOf(note, section);
  const end = Math.min(to, from + longestBody);
  const lines: Line[] = [];
  // A promise that was kept is not made again; a box of a checklist is ticked at each meeting, or somebody forgot to.
  const isPromise =
    section !== undefined && actionTitleOf(section.heading, readingOf(note.conventions)) !== undefined;
  for (let at = from; at < end; ) {
    const lineEnd = nextLineEnd(note.text, at, end);
    const written = note.text.slice(at, lineEnd).trimEnd();
    const raw = isPromise ? written : unticked(written);
    // Cut short by the limit, it is not what the note says.
    const whole = lineEnd < end || end === to;
    const plain = whole && isPlainLine(raw) && !isCode(note, at);
    const named = plain ? labelOf(raw, anyLabel) : undefined;
    const dayKey = plain && date !== undefined && !raw.includes('://') ? wholeDayKey(raw, date) : undefined;
    lines.push({
      raw: raw.trim() === '' ? '' : raw,
      ...(plain && !namesPerson(note, at, lineEnd) && { text: raw }),
      ...(named && { ...named, speaks: namesAnybody(note, at, at + named.label.length) }),
      ...(dayKey !== undefined && { dayKey }),
    });
    at = lineEnd + 1;
  }
  return lines;
}

/** The line with an empty box. */
export function unticked(line: string): string {
  return line.replace(/^([ \t>]*(?:[*+-]|\d{1,9}[.)])[ \t]+)\[[xX]\](?=[ \t]|$)/, '$1[ ]');
}

const longestLabel = 40;

type Label = Pick<Line, 'after'> & { readonly label: string };

/** `* **Recording**:`, `**Present:**`, and what stands around an address; undefined: the line begins otherwise. */
function labelOf(line: string, anyValue: boolean): Label | undefined {
  const label = labelWithColon(line, anyValue);
  if (label === undefined) return aroundAddress(line) ?? (anyValue ? rowHead(line) : undefined);
  if (label.split('**').length % 2 > 0) return { label };
  // `**Topic 2: the release**`
  return line.endsWith('**') ? { label, after: '**' } : undefined;
}

/** `| Chair |` of a row with one more cell. */
function rowHead(line: string): Label | undefined {
  if (!line.startsWith('|') || !line.endsWith('|')) return undefined;
  const [before, head = '', value, after, ...more] = line.split('|');
  const isPair = before === '' && value !== undefined && after === '' && more.length === 0;
  const words = head.replaceAll('*', '').trim();
  return isPair && words.length <= longestLabel && /^\p{L}[\p{L}\p{N} .&/'()]*$/u.test(words)
    ? { label: `|${head}|`, after: ' |' }
    : undefined;
}

/** `* [Recording](` and `)`, `| Recording |` and ` |`, `The recording is at`, `{%youtube` and ` %}`. */
function aroundAddress(line: string): Label | undefined {
  const start = line.search(/https?:\/\//);
  const address = start < 0 ? undefined : /^[^\s<>()|]+/.exec(line.slice(start))?.[0];
  const span =
    address === undefined
      ? findVideoEmbed(line, 0, line.length)
      : { from: start, to: start + address.length };
  if (span === undefined) return undefined;
  const label = line.slice(0, span.from).trimEnd();
  const after = line.slice(span.to);
  const words = label.replace(/[*_:+|[\](){}%<>!-]/g, ' ').trim();
  if (words.length > longestLabel || !/^\p{L}[\p{L}\p{N} .&/'?@]*$/u.test(words)) return undefined;
  return /^[\s)>\]*_.|%}]*$/.test(after) && after.length < 20
    ? { label, ...(after && { after }) }
    : undefined;
}

function labelWithColon(line: string, anyValue: boolean): string | undefined {
  const colon = line.slice(0, longestLabel + 10).indexOf(':');
  if (colon < 0 || line.startsWith('//', colon + 1) || isTime(line, colon)) return undefined;
  let to = colon + 1;
  while (line[to] === '*' || line[to] === '_') to++;
  const label = line.slice(0, to);
  const words = label.replace(/[*_:+-]/g, '').trim();
  if (words.length > longestLabel || !/^\p{L}[\p{L}\p{N} .&/'()]*$/u.test(words)) return undefined;
  const value = line.slice(to).trim();
  const isAddress = value.includes('://') && !value.includes(' ');
  const isEmphatic = label.includes('**') || label.includes('__');
  return isEmphatic || isAddress || anyValue ? label : undefined;
}

/** `closed at 18:05` */
function isTime(line: string, colon: number): boolean {
  return /^[0-9]:[0-9]$/.test(line.slice(Math.max(0, colon - 1), colon + 2));
}

function bodyOf(note: Note, section: Section | undefined): Span {
  if (section === undefined) {
    const end = openingEnd(note);
    const from = end === 0 ? 0 : afterLine(note.text, end);
    return { from, to: note.sections[0]?.range.from ?? note.text.length };
  }
  const from = afterLine(note.text, section.headingRange.to);
  return { from, to: Math.max(from, section.children[0]?.range.from ?? section.range.to) };
}

function afterLine(text: string, at: number): number {
  return Math.min(text.length, nextLineEnd(text, at, text.length) + 1);
}

function nextLineEnd(text: string, at: number, end: number): number {
  const lineFeed = text.indexOf('\n', at);
  return lineFeed < 0 || lineFeed > end ? end : lineFeed;
}

function isCode({ opaque }: Note, at: number): boolean {
  const span = opaque[countUpTo(opaque.length, (index) => opaque[index]!.from <= at) - 1];
  return span !== undefined && at < span.to && (span.kind === 'code' || span.kind === 'html');
}

/** Whoever came each time has to come again to be listed again. */
function namesPerson({ people }: Note, from: number, to: number): boolean {
  const first = countUpTo(people.length, (index) => people[index]!.range.from < from);
  for (let at = first; at < people.length && people[at]!.range.from < to; at++) {
    if (people[at]!.evidence === 'login' || people[at]!.evidence === 'present') return true;
  }
  return false;
}

/** `**Ada**: …` is what she says, and no label. */
function namesAnybody({ people }: Note, from: number, to: number): boolean {
  const at = countUpTo(people.length, (index) => people[index]!.range.from < from);
  return at < people.length && people[at]!.range.from < to;
}

/** How many of the first of so many sorted things are as asked. */
function countUpTo(count: number, isSo: (index: number) => boolean): number {
  let low = 0;
  for (let high = count; low < high; ) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPlainLine(line: string): boolean {
  const text = line.trimStart();
  if (text === '' || line.length > longestLine || /\p{Cc}/u.test(line)) return false;
  if (line.length - text.length > 3) return false;
  // That there was nothing is not worth repeating. `|---|` is.
  if (/[\p{L}\p{N}]/u.test(text) ? isNothing(text) : '-*+'.includes(text)) return false;
  if (text.startsWith('```') || text.startsWith('~~~') || text.startsWith('#')) return false;
  if (text.startsWith('<!--') || text.includes('-->')) return isOrdinaryComment(text);
  // Underlines and rules: `---`, `===`.
  return !/^[-=*_ ]+$/.test(text);
}

/** On one line, and neither a marker of a template nor a directive to the checks. */
function isOrdinaryComment(text: string): boolean {
  if (!text.startsWith('<!--') || text.indexOf('-->') !== text.length - 3) return false;
  const words = text.slice(4, -3).trim().toLowerCase();
  return !['optional', 'many', 'in order', 'also', 'office-hours'].some((word) => words.startsWith(word));
}
