/**
 * The fix every problem has: a comment that silences its rule, put where the document still means the same. The
 * comment stands on a line of its own before, inside a paragraph at the end of the line before; where neither can be, as
 * in a table, or where the problem is about the note as a whole, it speaks for the whole note and stands after the title.
 */

import { t } from '../../../shared/l10n.ts';
import type { RuleCode } from '../../../shared/settings.ts';
import { isSpaceAt } from '../note/characters.ts';
import { lineAt, lineStart, nextLine } from '../note/lines.ts';
import type { Directive, Note, Span } from '../note/note.ts';
import { openingEnd } from '../note/opening.ts';
import { blocksAt } from '../note/structure.ts';
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
      here === undefined
        ? t('Ignore {0} in This Note', problem.code)
        : t('Ignore {0} for This Line', problem.code),
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
  const above = openingEnd(note);
  if (above === 0) return insertion(0, `${comment}\n`);
  return insertion(lineAt(note.text, above).to, `\n${comment}`);
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
      nextLine(text, lineAt(text, directive.range.to).to) === line.from,
  );
  if (existing !== undefined) return addCode(text, existing, problem.code);
  const comment = `<!-- office-hours-disable-next-line ${problem.code} -->`;
  const introduction = introductionOf(note, line, at);
  if (introduction !== undefined) return insertion(line.from, `${introduction}${comment}\n`);
  const end = lineAt(text, line.from - 1).to;
  return canTakeComment(note, line, end) ? insertion(end, ` ${comment}`) : undefined;
}

/** Whether the paragraph that goes on at `line` may have a comment at the end of its line before, offset `end`. */
function canTakeComment(note: Note, line: Span, end: number): boolean {
  const { text } = note;
  if (isSpaceAt(text, end - 1) || text[end - 1] === '\\') return false;
  if (text.slice(line.from, line.to).includes('|')) return false;
  if (note.opaque.some(({ from, to }) => from < end && end < to)) return false;
  return !note.references.some(
    ({ link }) => link !== undefined && link.range.from < end && end < link.range.to,
  );
}

function addCode(text: string, directive: Directive, code: RuleCode): Edit {
  let at = text.lastIndexOf('-->', directive.range.to);
  while (at > directive.range.from && isSpaceAt(text, at - 1)) at--;
  return insertion(at, ` ${code}`);
}

function insertion(at: number, text: string): Edit {
  return { range: { from: at, to: at }, text };
}

/**
 * What a comment before `line` starts with, so that it stands in the block that its first block does; undefined when a
 * block from above goes on in the line.
 */
function introductionOf(note: Note, line: Span, at: number): string | undefined {
  const { text } = note;
  // In a quote the comment is quoted as well.
  const first = blocksAt(note, at).find(({ kind, from }) => kind !== 'quote' && from >= line.from);
  if (first === undefined) return undefined;
  const before = text.slice(line.from, first.from);
  if (first.contentBefore === undefined) return before;
  // In the content of the item before the list stays one.
  const quote = before.lastIndexOf('>') + 1;
  const marks = before.slice(0, quote + (before[quote] === ' ' ? 1 : 0));
  const content = columnOf(text, first.contentBefore);
  return marks + ' '.repeat(Math.max(content, columnOf(text, first.from)) - marks.length);
}

/** Of an offset within its line; tabs go to the next multiple of four (CommonMark 0.31, "Tabs"). */
function columnOf(text: string, offset: number): number {
  let column = 0;
  for (let at = lineStart(text, offset); at < offset; at++)
    column += text[at] === '\t' ? 4 - (column % 4) : 1;
  return column;
}
