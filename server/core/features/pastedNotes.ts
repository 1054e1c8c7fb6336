/** The notes in a text that was pasted: one or several meetings, each begun as its series begins a note. */

import { findDate } from '../../../shared/dates/findDate.ts';
import { dayBelowTitle } from '../archive/summary.ts';
import type { Edit } from '../checks/problem.ts';
import type { Conventions } from '../note/conventions.ts';
import { lineEnd, nextLine } from '../note/lines.ts';
import { isPeriodText } from '../note/meetingHeadings.ts';
import { meetingsOf } from '../note/meetings.ts';
import type { IsoDate, Note, Span } from '../note/note.ts';
import { parseMeeting, parseNote } from '../note/parse.ts';
import { allSections } from '../note/sections.ts';
import { applied } from './applied.ts';
import { pastedText, saysNoMore, withoutSpan, wordsOf } from './pastedText.ts';

export interface PastedMeeting {
  /** Undefined: the text does not say it. */
  readonly day: IsoDate | undefined;
  /** As Markdown; of the first of several meetings with what stands above it. */
  readonly text: string;
  /** Where its heading is, of one of several meetings. */
  readonly heading?: number;
}

/** In the text's order; none: there is no text. Text between two meetings belongs to the one above it. */
export function pastedMeetings(pasted: string, conventions: Conventions): readonly PastedMeeting[] {
  const text = pastedText(pasted).trim();
  if (text === '') return [];
  const note = parseNote(text, undefined, conventions);
  const meetings = meetingsOf(note);
  const [first] = meetings;
  if (first === undefined || (meetings.length === 1 && note.title?.date)) return [{ day: dayOf(note), text }];
  return meetings.map(({ date, from }, index) => {
    const start = index === 0 ? 0 : from;
    const own = text.slice(start, meetings[index + 1]?.from);
    return { day: date, text: withoutPeriods(own), heading: from - start };
  });
}

/** By the title or the line for it, else by the first line. */
function dayOf(note: Note): IsoDate | undefined {
  const said = note.title?.date?.value ?? dayBelowTitle(note);
  if (said !== undefined) return said;
  const line = firstLine(note);
  return line && findDate(note.text, line.from, line.to)?.value;
}

/** Of the text below the front matter, if it is a short one. */
function firstLine({ text, frontMatter }: Note): Span | undefined {
  let from = frontMatter?.to ?? 0;
  while (from < text.length && text.slice(from, lineEnd(text, from)).trim() === '')
    from = nextLine(text, lineEnd(text, from));
  const to = lineEnd(text, from);
  return to > from && to - from < 120 ? { from, to } : undefined;
}

/** Without the headings `## 2025` and `### January` at its end, which are those of the next meeting; its day says the same. */
function withoutPeriods(text: string): string {
  const rest = text.trimEnd();
  const last = rest.slice(rest.lastIndexOf('\n') + 1);
  const heading = /^ {0,3}#{1,6}[ \t](.*)$/.exec(last)?.[1]?.trim();
  return heading !== undefined && last !== rest && isPeriodText(heading)
    ? withoutPeriods(rest.slice(0, -last.length))
    : rest;
}

/**
 * The note: below what the series begins a note with, its title, its day and its tags, all that was pasted. The pasted title goes
 * where it says no more than the new one; else it stays as a line of text. `begun`: a note of the series for the meeting's day,
 * whose other lines are not used. Headings keep their order and are below the title. No line end at its end.
 */
export function asNote(meeting: PastedMeeting, begun: string, conventions: Conventions): string {
  const pasted = parseNote(meeting.text, undefined, conventions);
  const model = parseNote(begun, undefined, conventions);
  const title = titleOf(model) ?? titleOf(parseMeeting(begun, undefined, conventions));
  const isHeading = title?.form === 'heading';
  const at = isHeading ? title.range.from : 0;
  const level = isHeading ? (/^#+/.exec(begun.slice(at))?.[0].length ?? 1) : 1;
  const head = isHeading
    ? linesOf(begun, [
        ...(model.tagsLine && model.tagsLine.from < at ? [tagsUnless(pasted, model)] : []),
        title.range,
        model.dateLine && !pasted.dateLine ? model.dateLine.range : undefined,
        ...(model.tagsLine && model.tagsLine.from > at ? [tagsUnless(pasted, model)] : []),
      ])
    : '';
  const front = frontMatterOf(pasted, model);
  const known = new Set(wordsOf(isHeading ? head : (title?.text ?? '')));
  const body = applied(meeting.text, [
    ...(pasted.frontMatter ? [{ range: pasted.frontMatter, text: '' }] : []),
    ...(title ? [...headingEdits(meeting, pasted, level, known), ...firstLineEdits(pasted, known)] : []),
  ]);
  return [front, head, body.replace(/^(?:[ \t]*\n)+/, '').trimEnd()]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A heading below the highest level is a title where it says the day, as those of meetings in one file do. */
function titleOf({ text, title }: Note): Note['title'] {
  return title?.form === 'heading' && title.date === undefined && levelOf(text, title.range) > 1
    ? undefined
    : title;
}

function tagsUnless(pasted: Note, { tagsLine }: Note): Span | undefined {
  return pasted.tagsLine ? undefined : tagsLine;
}

function linesOf(text: string, spans: readonly (Span | undefined)[]): string {
  return spans.flatMap((span) => (span ? [text.slice(span.from, span.to).trim()] : [])).join('\n\n');
}

interface Heading {
  readonly range: Span;
  readonly textRange: Span;
  readonly level: number;
}

/** The title among them. */
function headingsOf({ title, sections, text }: Note): readonly Heading[] {
  const own = allSections(sections).map(
    ({ headingRange, headingTextRange, level }): Heading => ({
      range: headingRange,
      textRange: headingTextRange,
      level,
    }),
  );
  const titles = title?.form === 'heading' ? [{ ...title, level: levelOf(text, title.range) }] : [];
  return [...titles, ...own].sort((a, b) => a.range.from - b.range.from);
}

function levelOf(text: string, { from, to }: Span): number {
  const marks = /^#+/.exec(text.slice(from, from + 7))?.[0].length;
  // An underlined heading has its marks below.
  return marks ?? (text[to - 1] === '-' ? 2 : 1);
}

/** `known`: the words of the new title, which is of `level`. */
function headingEdits(
  { heading: from }: PastedMeeting,
  pasted: Note,
  level: number,
  known: ReadonlySet<string>,
): Edit[] {
  const { text } = pasted;
  const headings = headingsOf(pasted);
  const title = headings.find((heading) => isTitle(heading, headings, pasted, from));
  const others = headings.filter((heading) => heading !== title && heading.range.from >= (from ?? 0));
  // The topics may have the level of the title.
  const above = Math.min(title?.level ?? 6, ...others.map((each) => each.level - 1));
  return headings.map((heading): Edit => {
    const { range, textRange } = heading;
    if (heading === title || range.from < (from ?? 0)) return folded(pasted, heading, known);
    const marks = '#'.repeat(Math.min(Math.max(heading.level - above, 1) + level, 6));
    return { range, text: `${marks} ${text.slice(textRange.from, textRange.to)}` };
  });
}

/** The heading of the meeting: that which says the day, or the only one of the highest level. */
function isTitle(heading: Heading, all: readonly Heading[], { title }: Note, from?: number): boolean {
  if (from !== undefined) return heading.range.from === from;
  if (heading.range.from !== title?.range.from) return false;
  return title.date !== undefined || all.every((each) => each === heading || each.level > heading.level);
}

/** Nothing, with the blank lines below, where the new title says the same; else a line of text. */
function folded(
  { text }: Note,
  { range, textRange }: Omit<Heading, 'level'>,
  known: ReadonlySet<string>,
): Edit {
  const words = text.slice(textRange.from, textRange.to);
  const day = findDate(words);
  const rest = wordsOf(day ? withoutSpan(words, day.range) : words);
  const isKnown = isPeriodText(words) || rest.every((word) => known.has(word) || saysNoMore(word));
  if (!isKnown) return { range, text: words };
  let to = nextLine(text, lineEnd(text, Math.max(range.to - 1, range.from)));
  while (to < text.length && text.slice(to, lineEnd(text, to)).trim() === '')
    to = nextLine(text, lineEnd(text, to));
  return { range: { from: range.from, to: Math.min(to, text.length) }, text: '' };
}

/** Text without headings may begin with a line that is its title. An item, a quote, a row and a comment are none. */
function firstLineEdits(pasted: Note, known: ReadonlySet<string>): Edit[] {
  const range = pasted.title || pasted.sections.length > 0 ? undefined : firstLine(pasted);
  const isDated = range && findDate(pasted.text, range.from, range.to) !== undefined;
  const isLine = isDated && !/^ {0,3}(?:[-+*] |>|\||<!--)/.test(pasted.text.slice(range.from, range.to));
  return isLine ? [folded(pasted, { range, textRange: range }, known)] : [];
}

/** That of the series with what the pasted one has in addition; what differs there stays as a comment. */
function frontMatterOf(pasted: Note, model: Note): string {
  const [own, series] = [pasted, model].map(({ text, frontMatter }) =>
    frontMatter ? text.slice(frontMatter.from, frontMatter.to).trim().split('\n') : undefined,
  );
  if (own === undefined || series === undefined) return (own ?? series ?? []).join('\n');
  const keyOf = (line: string) => /^[^\s#:][^:]*(?=:)/.exec(line)?.[0];
  const keys = new Set(series.flatMap((line) => keyOf(line) ?? []));
  let isKept = true;
  const more = own.slice(1, -1).flatMap((line) => {
    const key = keyOf(line);
    if (key !== undefined) isKept = !keys.has(key);
    return series.includes(line) ? [] : [isKept ? line : `# ${line}`];
  });
  return [...series.slice(0, -1), ...more, ...series.slice(-1)].join('\n');
}
