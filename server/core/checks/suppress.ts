/**
 * The fix every problem has: a comment that silences its rule, put where the document still means the same. The
 * comment stands on a line of its own before, inside a paragraph at the end of the line before; where neither can be, as
 * in a table, or where the problem is about the note as a whole, it speaks for the whole note and stands after the title.
 */

import type { RuleCode } from '../../../shared/settings.ts';
import type { Directive, Note } from '../note/note.ts';
import type { Edit, Fix, FoundProblem } from './problem.ts';

/** These miss something: no line is to blame. */
const aboutTheNote: ReadonlySet<RuleCode> = new Set([
  'title-missing',
  'recording-missing',
  'section-missing',
]);

export function suppress(note: Note, problem: Pick<FoundProblem, 'code' | 'range'>): Fix {
  const here = aboutTheNote.has(problem.code) ? undefined : onLineBefore(note, problem);
  return {
    title:
      here === undefined ? `Ignore ${problem.code} in This Note` : `Ignore ${problem.code} for This Line`,
    edits: [here ?? forWholeNote(note, problem.code)],
    safe: false,
  };
}

function forWholeNote(note: Note, code: RuleCode): Edit {
  const existing = note.directives.find(
    (directive) => directive.scope === 'file' && directive.codes.length > 0,
  );
  if (existing !== undefined) return addCode(note.text, existing, code);
  const comment = `<!-- office-hours-disable ${code} -->`;
  const above = note.title?.range ?? note.frontMatter;
  if (above === undefined) return insertion(0, `${comment}\n`);
  return insertion(lineAt(note.text, above.to).to, `\n${comment}`);
}

function onLineBefore(note: Note, problem: Pick<FoundProblem, 'code' | 'range'>): Edit | undefined {
  const { text } = note;
  const at = problem.range.from;
  const line = lineAt(text, at);
  if (note.opaque.some((span) => span.kind !== 'url' && span.from < line.from && line.from < span.to))
    return undefined;
  if (note.title !== undefined && lineAt(text, note.title.range.from).from === line.from) return undefined;
  const existing = note.directives.find(
    (directive) =>
      directive.scope === 'next-line' &&
      directive.codes.length > 0 &&
      afterLineEnd(text, lineAt(text, directive.range.to).to) === line.from,
  );
  if (existing !== undefined) return addCode(text, existing, problem.code);
  const comment = `<!-- office-hours-disable-next-line ${problem.code} -->`;
  const indent = indentBefore(text, line);
  if (indent !== undefined) return insertion(line.from, `${indent}${comment}\n`);
  const end = lineBefore(text, line.from).to;
  return canTakeComment(note, line, end) ? insertion(end, ` ${comment}`) : undefined;
}

/** Whether the paragraph that goes on at `line` may have a comment at the end of its line before, offset `end`. */
function canTakeComment(note: Note, line: Line, end: number): boolean {
  const { text } = note;
  if (isBlank(text, end - 1) || text[end - 1] === '\\') return false;
  if (text.slice(line.from, line.to).includes('|')) return false;
  if (note.opaque.some(({ from, to }) => from < end && end < to)) return false;
  return !note.references.some(
    ({ link }) => link !== undefined && link.range.from < end && end < link.range.to,
  );
}

function addCode(text: string, directive: Directive, code: RuleCode): Edit {
  let at = text.lastIndexOf('-->', directive.range.to);
  while (at > directive.range.from && isBlank(text, at - 1)) at--;
  return insertion(at, ` ${code}`);
}

function insertion(at: number, text: string): Edit {
  return { range: { from: at, to: at }, text };
}

/**
 * What a comment before `line` has to start with so that it is part of what stands above, and the line keeps its
 * place; undefined when nothing does that.
 */
function indentBefore(text: string, line: Line): string | undefined {
  const own = readLine(text, line);
  const above = line.from === 0 ? undefined : readLine(text, lineBefore(text, line.from));
  const startsBlock = own.marker !== undefined || isHeading(own.content);
  // A list ends where its first line that is not indented starts a new block; before it, the item above goes on.
  if (own.marker !== undefined) return own.quote + ' '.repeat(indentOfItem(text, line, own));
  if (above === undefined || above.content === '' || above.quote.trim() !== own.quote.trim()) {
    return own.quote + ' '.repeat(own.indent);
  }
  if (startsBlock || isHeading(above.content) || isComment(above.content)) {
    return own.quote + ' '.repeat(own.indent);
  }
  return undefined;
}

/**
 * In the list whose item starts at `line`: after another item the comment belongs to that one's content, so that
 * the list stays one; before the first item it stands where the item does.
 */
function indentOfItem(text: string, line: Line, own: ReadLine): number {
  /** The paragraph just passed may be a lazy line of an item further up (CommonMark 0.31, "Laziness"). */
  let perhapsLazy = false;
  for (let from = line.from; from > 0; ) {
    const earlier = lineBefore(text, from);
    from = earlier.from;
    const read = readLine(text, earlier);
    if (read.quote.trim() !== own.quote.trim()) break;
    if (read.content === '') {
      if (perhapsLazy) break;
    } else if (read.marker !== undefined && read.indent <= own.indent) {
      return read.marker > own.indent ? read.marker : own.indent;
    } else if (read.indent <= own.indent) {
      if (isHeading(read.content) || isComment(read.content)) break;
      perhapsLazy = true;
    }
  }
  return own.indent;
}

interface Line {
  readonly from: number;
  /** Without the line end. */
  readonly to: number;
}

interface ReadLine {
  /** `> ` and the like, as written. */
  readonly quote: string;
  /** Columns of blanks after the quote. */
  readonly indent: number;
  /** The column, after the quote, where a list item's content starts; absent when the line starts none. */
  readonly marker?: number;
  readonly content: string;
}

function readLine(text: string, { from, to }: Line): ReadLine {
  let at = from;
  let quoteEnd = from;
  for (;;) {
    while (at < to && text[at] === ' ') at++;
    if (at >= to || text[at] !== '>') break;
    at++;
    if (text[at] === ' ') at++;
    quoteEnd = at;
  }
  let indent = 0;
  for (at = quoteEnd; at < to && isBlank(text, at); at++) indent += text[at] === '\t' ? 4 - (indent % 4) : 1;
  const content = text.slice(at, to).trim();
  const quote = text.slice(from, quoteEnd);
  const width = markerWidth(text, at, to);
  return width === undefined
    ? { quote, indent, content }
    : { quote, indent, content, marker: indent + width };
}

/** Columns from the start of a list marker to its item's content (CommonMark 0.31, "List items"). */
function markerWidth(text: string, from: number, to: number): number | undefined {
  let at = from;
  if ('-+*'.includes(text[at] ?? ' ')) at++;
  else {
    while (at < to && at - from < 9 && text[at]! >= '0' && text[at]! <= '9') at++;
    if (at === from || (text[at] !== '.' && text[at] !== ')')) return undefined;
    at++;
  }
  const marker = at - from;
  if (at >= to) return marker + 1;
  if (!isBlank(text, at)) return undefined;
  let blanks = 0;
  while (at + blanks < to && isBlank(text, at + blanks)) blanks++;
  // Nothing but blanks, or an indented code block: one blank belongs to the marker.
  return marker + (at + blanks >= to || blanks > 4 || text[at] === '\t' ? 1 : blanks);
}

function isHeading(content: string): boolean {
  let level = 0;
  while (content[level] === '#') level++;
  return level >= 1 && level <= 6 && (content.length === level || isBlank(content, level));
}

function isComment(content: string): boolean {
  return content.startsWith('<!--') && content.endsWith('-->');
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}

/** The line that holds offset `at`. A line ends before `\n`, `\r\n` or a lone `\r`. */
function lineAt(text: string, at: number): Line {
  let from = at;
  while (from > 0 && !isLineEnd(text, from - 1)) from--;
  // Between the two halves of a CRLF.
  if (from === at && text[at - 1] === '\r' && text[at] === '\n') return lineAt(text, at - 1);
  let to = at;
  while (to < text.length && !isLineEnd(text, to)) to++;
  return { from, to };
}

/** `from` is the start of a line that is not the first. */
function lineBefore(text: string, from: number): Line {
  const end = text[from - 1] === '\n' && text[from - 2] === '\r' ? from - 2 : from - 1;
  return lineAt(text, end);
}

function afterLineEnd(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
