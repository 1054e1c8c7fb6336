/** Lines that the notes repeat word for word: what a section is for, links that are always there. */

import type { IsoDate } from '../note/note.ts';
import { attendanceLines } from './attendance.ts';
import { type Body, type Line, linesOf, unticked } from './bodyLines.ts';
import { isNearlyAll } from './evidence.ts';
import { withRoles } from './roleLabels.ts';

/** Fewer notes than these agree by chance. */
const fewestNotes = 3;
const mostLines = 30;

/** A line of the template. */
export interface LearnedLine {
  readonly text: string;
  /** What stands behind it differs from note to note: `* **Recording**:`. */
  readonly open: boolean;
  /** What stands behind that. */
  readonly after?: string;
  /** The lines that differ from it in their note's own day alone, it among them, the newest first. */
  readonly dated?: readonly DatedLine[];
}

interface DatedLine {
  readonly text: string;
  readonly date: IsoDate;
}

/**
 * The lines that nearly all bodies have, as the first one, the newest note's, has them; an empty line stands where it has
 * one or more. A ticked box is empty again. Of a line such as `* **Recording**: https://…` the label is enough. Lines that would be
 * Markdown of another kind by themselves (headings, fences, underlines) are left out, and so is what is indented below a line that is.
 */
export function recurringLines(
  bodies: readonly Body[],
  skip: (line: string) => boolean = () => false,
): LearnedLine[] {
  if (bodies.length < fewestNotes) return [];
  const read = bodies.map(linesOf);
  const texts = bodies.map(({ note }, index) => ({
    note,
    lines: read[index]!.flatMap(({ raw }) => raw || []),
  }));
  const isPerson = attendanceLines(texts);
  const all = withRoles(texts, read).map((lines) =>
    lines.map((line): Line => (isPerson(line.raw) ? { raw: line.raw } : line)),
  );
  const counts = new Map<string, number>();
  for (const lines of all) for (const key of keysOf(lines)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const recurs = (key: string | undefined): boolean =>
    key !== undefined && isNearlyAll(counts.get(key) ?? 0, bodies.length);
  const found: LearnedLine[] = [];
  const seen = new Set<string>();
  let gap = false;
  let dropped = false;
  for (const line of bestOf(all, recurs)) {
    if (line.raw === '') {
      gap = found.length > 0;
      continue;
    }
    const key = [line.text, line.dayKey, labelKey(line)].find(recurs);
    const isOrphan: boolean = dropped && /^[ \t]/.test(line.raw);
    dropped = isOrphan || key === undefined || seen.has(key) || skip(line.raw);
    if (dropped || key === undefined) continue;
    if (gap) found.push({ text: '', open: false });
    gap = false;
    seen.add(key);
    const dated = key === line.dayKey ? datedLines(all, bodies, key) : undefined;
    const open = key !== line.text && dated === undefined;
    const { after } = line;
    found.push({
      text: open ? line.label! : unticked(line.raw),
      open,
      ...(open && after && { after }),
      ...(dated && { dated }),
    });
    if (found.length >= mostLines) break;
  }
  return renumbered(found);
}

/** Numbers that count go on where an item between them is left out. */
function renumbered(lines: readonly LearnedLine[]): LearnedLine[] {
  let last: { readonly was: number; readonly is: number } | undefined;
  return lines.map((line) => {
    const digits = /^\d{1,3}(?=[.)]\s)/.exec(line.text)?.[0];
    if (digits === undefined) {
      // What is indented belongs to the item above it.
      if (/^\S/.test(line.text)) last = undefined;
      return line;
    }
    const was = Number(digits);
    const is = last && was > last.was ? last.is + 1 : was;
    last = { was, is };
    return is === was || line.dated ? line : { ...line, text: `${is}${line.text.slice(digits.length)}` };
  });
}

function datedLines(
  all: readonly (readonly Line[])[],
  bodies: readonly Body[],
  key: string | undefined,
): DatedLine[] {
  return all.flatMap((lines, index) => {
    const { date } = bodies[index]!;
    const line = lines.find(({ dayKey }) => dayKey === key);
    return date === undefined || line === undefined ? [] : [{ text: unticked(line.raw), date }];
  });
}

/** The newest body with as many of the recurring lines as any. */
function bestOf(all: readonly (readonly Line[])[], recurs: (key: string) => boolean): readonly Line[] {
  const richness = (lines: readonly Line[]): number => [...keysOf(lines)].filter(recurs).length;
  return all.reduce((best, lines) => (richness(lines) > richness(best) ? lines : best));
}

/** Whatever a body has; a label that it has twice is somebody who speaks, or a list of such. */
function keysOf(lines: readonly Line[]): Set<string> {
  const keys = new Set<string>();
  const labels = new Map<string, number>();
  for (const line of lines) {
    if (line.text !== undefined) keys.add(line.text);
    if (line.dayKey !== undefined) keys.add(line.dayKey);
    const label = labelKey(line);
    if (label !== undefined) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  for (const [label, count] of labels) if (count === 1) keys.add(label);
  return keys;
}

/** No line of a note has a NUL in it. */
function labelKey({ label, after = '' }: Line): string | undefined {
  return label === undefined ? undefined : `${label}\0${after}`;
}

/** A line with a tab stop in place of what differs; `asText` is for all that is text. */
export function openLine(
  { text, after = '' }: LearnedLine,
  stop: string,
  asText: (text: string) => string,
): string {
  const isJoined = '(<'.includes(text.at(-1) ?? ' ');
  return `${asText(text)}${isJoined ? '' : ' '}${stop}${asText(after)}`;
}
