/** Putting lines into a section of a note: in place of what the template left open there, else at the end of its own text. */

import type { Edit } from '../../checks/problem.ts';
import { isLineEnd, lineEnd, lineStart, nextLine } from '../../note/lines.ts';
import type { Note, Section, Span } from '../../note/note.ts';
import { allSections } from '../../note/sections.ts';
import { placeholdersIn } from '../../template/placeholders.ts';
import type { Template } from '../../template/template.ts';

type PlaceholderTemplate = Pick<Template, 'placeholderLines'>;

/** Its heading and text without its sub-sections. */
export function ownText({ range, children }: Section): Span {
  return { from: range.from, to: children[0]?.range.from ?? range.to };
}

/**
 * The first run of lines in `span` with a placeholder of the template or an empty list item, without the last line end. Undefined: there
 * is none.
 */
function openLines(note: Note, span: Span, template: PlaceholderTemplate): Span | undefined {
  const { text } = note;
  const placeholders = placeholdersIn(note, template);
  let run: Span | undefined;
  for (let from = lineStart(text, span.from); from < span.to; from = nextLine(text, lineEnd(text, from))) {
    const to = lineEnd(text, from);
    const isOpen =
      isEmptyItem(text.slice(from, to)) || placeholders.some((at) => from <= at.from && at.to <= to);
    if (isOpen) run = { from: run?.from ?? from, to };
    else if (run) break;
  }
  return run;
}

/** A bullet or a number with nothing behind it but an empty box. */
function isEmptyItem(line: string): boolean {
  return line.length < 100 && /^[ \t]*(?:[*+-]|\d{1,3}[.)])(?:[ \t]+\[ \])?[ \t]*$/.test(line);
}

/**
 * The lines at the end of the section's own text, in place of what was left open there. `isList`: they are a list's; else a blank line
 * stands between them.
 */
export function insertLines(
  note: Note,
  section: Section,
  lines: readonly string[],
  isList: boolean,
  template: PlaceholderTemplate,
): Edit {
  const text = lines.join(isList ? '\n' : '\n\n');
  const open = openIn(note, section, template);
  if (open) return { range: open, text };
  const { at, behind } = endOfText(note, belowHeading(section));
  const before = behind === 'item' && isList ? '\n' : '\n\n';
  return { range: { from: at, to: at }, text: `${before}${text}${lineEndsBehind(note.text, at)}` };
}

/** What a template left open in the section's own text. */
export function openIn(note: Note, section: Section, template: PlaceholderTemplate): Span | undefined {
  const below = belowHeading(section);
  return below.from < below.to ? openLines(note, afterLine(note, below), template) : undefined;
}

function belowHeading(section: Section): Span {
  const { to } = ownText(section);
  return { from: Math.min(section.headingRange.to, to), to };
}

/** From the line below the one that the span begins in. */
function afterLine({ text }: Note, { from, to }: Span): Span {
  return { from: Math.min(nextLine(text, lineEnd(text, Math.max(from - 1, 0))), to), to };
}

/** The end of the last line with text, or of the heading. */
function endOfText({ text }: Note, { from, to }: Span): { at: number; behind: 'heading' | 'item' | 'text' } {
  let at = to;
  while (at > from && ' \t\r\n'.includes(text[at - 1]!)) at--;
  if (at <= from) return { at: lineEnd(text, Math.max(from - 1, 0)), behind: 'heading' };
  const line = text.slice(lineStart(text, at), at);
  return { at, behind: /^[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]/.test(line) ? 'item' : 'text' };
}

/** What is missing for a blank line below. */
function lineEndsBehind(text: string, at: number): string {
  const rest = text.slice(at, at + 2_000);
  if (rest.trim() === '' && at + rest.length >= text.length) return '';
  const next = nextLine(text, lineEnd(text, at));
  return next < text.length &&
    isLineEnd(text, lineEnd(text, next)) &&
    text.slice(next, lineEnd(text, next)).trim() === ''
    ? ''
    : '\n';
}

/**
 * A new section below `section`, as its last one, or in place of the first one below it whose heading is a placeholder. `heading`: with its
 * marks.
 */
export function insertSubsection(
  note: Note,
  section: Section,
  heading: string,
  lines: readonly string[],
  template: PlaceholderTemplate,
): Edit {
  const text = `${heading}\n\n${lines.join('\n')}`;
  const placeholders = placeholdersIn(note, template);
  const open = allSections(section.children).find(({ headingTextRange: { from, to } }) =>
    placeholders.some((at) => from <= at.from && at.to <= to),
  );
  const end = (span: Span) => {
    let to = span.to;
    while (to > span.from && ' \t\r\n'.includes(note.text[to - 1]!)) to--;
    return to;
  };
  if (open) return { range: { from: open.range.from, to: end(open.range) }, text };
  const at = end(section.range);
  return { range: { from: at, to: at }, text: `\n\n${text}${lineEndsBehind(note.text, at)}` };
}
