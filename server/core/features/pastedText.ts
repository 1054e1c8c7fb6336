/** Text out of a shared pad as Markdown: Google Docs copies bullets as signs, Etherpad indents its lists, Markdown exports escape `#1`. */

import { findDate } from '../../../shared/dates/findDate.ts';
import { namedPart } from '../../../shared/dates/words.ts';
import { isBesideMeetingDay } from '../note/lexicon/meetings.ts';

/** No word is lost, added or moved. `\n` line ends. Linear. */
export function pastedText(text: string): string {
  const lines = text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\uFEFF\u200B\u2060]/g, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .split('\n');
  const isCode = fenced(lines);
  const bulleted = lines.map((line, at) => (isCode[at] ? line : withoutEscapes(withBullet(line))));
  return withHeadings(dedented(bulleted, isCode), isCode).join('\n');
}

/** Whether each line is in a block of code. */
function fenced(lines: readonly string[]): boolean[] {
  let fence = '';
  return lines.map((line) => {
    const [marks = ''] = /^ {0,3}(?:`{3,}|~{3,})/.exec(line) ?? [];
    const own = marks.trim();
    if (fence === '') {
      fence = own;
      return own !== '';
    }
    if (own.startsWith(fence) && line.trim() === own) fence = '';
    return true;
  });
}

/** `• one` and `○ two` are items. */
function withBullet(line: string): string {
  return line.replace(/^([ \t]*)[•●○◦■▪‣⁃][ \t]*/u, '$1* ');
}

/** `PR \#12`, as Markdown exports write it. At the start of a line it would be a heading. */
function withoutEscapes(line: string): string {
  return line.replace(/([^\\\s][^\\]?)\\#(?=\d)/g, '$1#');
}

const item = /^([ \t]+)(?:[*+-]|\d{1,3}[.)])[ \t]/;

/** Where all items of the text are indented, the list begins at the margin: else it would be code. */
function dedented(lines: readonly string[], isCode: readonly boolean[]): string[] {
  const bullets = lines.filter((line, at) => !isCode[at] && /^[ \t]*(?:[*+-]|\d{1,3}[.)])[ \t]/.test(line));
  const indents = bullets.map((line) => item.exec(line)?.[1] ?? '');
  const least = indents.reduce(
    (short, each) => (each.length < short.length ? each : short),
    indents[0] ?? '',
  );
  if (least === '') return [...lines];
  return lines.map((line, at) => (!isCode[at] && line.startsWith(least) ? line.slice(least.length) : line));
}

/** Text without any heading, where a line is nothing but the day of a meeting: it is the heading of that meeting. */
function withHeadings(lines: readonly string[], isCode: readonly boolean[]): string[] {
  const hasHeadings = lines.some(
    (line, at) =>
      !isCode[at] &&
      (/^ {0,3}#{1,6}[ \t]/.test(line) || (lines[at - 1]?.trim() && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line))),
  );
  if (hasHeadings) return [...lines];
  return lines.map((line, at) => {
    const isFirst = at === 0 || lines[at - 1]!.trim() === '';
    return !isCode[at] && isFirst && isDay(line) ? `## ${line.trim()}` : line;
  });
}

function isDay(line: string): boolean {
  if (line.length > 80 || !/^\p{L}|^\d/u.test(line.trim())) return false;
  const day = findDate(line, 0, line.length);
  return day !== undefined && wordsOf(withoutSpan(line, day.range)).every((word) => saysNoMore(word));
}

/** Beside a day, it says no more than that there was a meeting. */
export function saysNoMore(word: string): boolean {
  return isBesideMeetingDay(word) || namedPart(word)?.part === 'weekday';
}

/** In lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

export function withoutSpan(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return `${text.slice(0, from)} ${text.slice(to)}`;
}
