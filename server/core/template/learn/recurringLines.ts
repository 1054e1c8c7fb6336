/** Lines that the notes repeat word for word: what a section is for, links that are always there. */

import type { Note, Section, Span } from '../../note/note.ts';
import { isNearlyAll } from './learned.ts';

/** Fewer notes than these agree by chance. */
const fewestNotes = 3;
const longestBody = 4_000;
const longestLine = 300;
const mostLines = 12;

/** That there was nothing is not worth repeating. */
const nothing = new Set(['n/a', 'none', 'nothing', 'tbd', 'tba', '-', '*', '+', 'no updates', 'nothing new']);

export interface Body {
  readonly note: Note;
  /** Absent: what stands between the title and the first section. */
  readonly section?: Section;
}

/**
 * The lines that nearly all bodies have, as the first one, the newest note's, has them; an empty line stands where it has
 * one or more. Lines that would be Markdown of another kind by themselves (headings, fences, underlines) are left out.
 */
export function recurringLines(
  bodies: readonly Body[],
  skip: (line: string) => boolean = () => false,
): string[] {
  if (bodies.length < fewestNotes) return [];
  const all = bodies.map(linesOf);
  const counts = new Map<string, number>();
  for (const lines of all) for (const line of new Set(lines)) counts.set(line, (counts.get(line) ?? 0) + 1);
  const found: string[] = [];
  const seen = new Set<string>();
  let gap = false;
  for (const line of bestOf(all, counts, bodies.length)) {
    if (line === '') {
      gap = found.length > 0;
      continue;
    }
    if (seen.has(line) || skip(line) || !isNearlyAll(counts.get(line)!, bodies.length)) continue;
    if (gap) found.push('');
    gap = false;
    seen.add(line);
    found.push(line);
    if (found.length >= mostLines) break;
  }
  return found;
}

/** The newest body with as many of the recurring lines as any. */
function bestOf(all: readonly (readonly string[])[], counts: ReadonlyMap<string, number>, total: number) {
  const richness = (lines: readonly string[]): number =>
    new Set(lines.filter((line) => line !== '' && isNearlyAll(counts.get(line)!, total))).size;
  return all.reduce((best, lines) => (richness(lines) > richness(best) ? lines : best));
}

function linesOf({ note, section }: Body): string[] {
  const { from, to } = bodyOf(note, section);
  const end = Math.min(to, from + longestBody);
  const lines: string[] = [];
  for (let at = from; at < end; ) {
    const lineEnd = nextLineEnd(note.text, at, end);
    const line = note.text.slice(at, lineEnd).trimEnd();
    // Cut short by the limit, it is not what the note says.
    const whole = lineEnd < end || end === to;
    const own = whole && isPlainLine(line) && !isCode(note, at) && !namesPerson(note, at, lineEnd);
    lines.push(own ? line : line.trim() === '' ? '' : unlike);
    at = lineEnd + 1;
  }
  return lines.filter((line) => line !== unlike);
}

/** Stands for a line that is not to be repeated. */
const unlike = '\0';

function bodyOf(note: Note, section: Section | undefined): Span {
  if (section === undefined) {
    const from = note.title?.range.to ?? note.frontMatter?.to ?? 0;
    return { from: afterLine(note.text, from), to: note.sections[0]?.range.from ?? note.text.length };
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
  if (nothing.has(text.toLowerCase()) || line.length - text.length > 3) return false;
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
