/** Names and titles with a date in them: `{YYYYMMDD}_meeting_notes.md`, `{project} office hours {YYYY-MM-DD}`. */

import { type DateFormat, formatDay, readDateFormat } from '../../../../shared/dates/format.ts';
import { beside, type Message, t } from '../../../../shared/l10n.ts';
import { nearest } from '../../note/editDistance.ts';
import type { IsoDate, Span } from '../../note/note.ts';

export interface Pattern {
  readonly source: string;
  readonly parts: readonly PatternPart[];
}

export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'date'; readonly format: DateFormat }
  | { readonly kind: 'project' }
  /** The meeting's number. */
  | { readonly kind: 'number' }
  /** `{any}`: any text. */
  | { readonly kind: 'any' };

export type PatternResult =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  /** `range` are offsets into the source; `instead` is what was probably meant there. */
  | { readonly kind: 'wrong'; readonly range: Span; readonly message: Message; readonly instead?: string };

const names = ['project', 'number', 'any'] as const;
const longestPattern = 300;
const mostParts = 40;

/**
 * Reads a pattern: text, `{project}`, `{number}`, `{any}` and date formats in braces. `{{` and `}}` are braces. What could
 * be cut in two ways, such as `{any}{project}`, is wrong. Never throws.
 */
export function parsePattern(source: string): PatternResult {
  const wrong = (message: Message, from = 0, to = source.length): PatternResult => ({
    kind: 'wrong',
    range: { from, to },
    message,
  });
  if (source.trim() === '') return wrong(t('The pattern is empty. Write, for example, {YYYY-MM-DD}.'));
  if (source.length > longestPattern)
    return wrong(t('A pattern has at most {0} characters.', longestPattern));
  const parts: PatternPart[] = [];
  let literal = '';
  for (let at = 0; at < source.length; ) {
    const char = source[at]!;
    if (char === '\n' || char === '\r') return wrong(t('A pattern must be on one line.'), at, at + 1);
    if ((char === '{' || char === '}') && source[at + 1] === char) {
      literal += char;
      at += 2;
      continue;
    }
    if (char === '}')
      return wrong(t('This "}" has no matching "{". For a literal brace, write "}}".'), at, at + 1);
    if (char !== '{') {
      literal += char;
      at++;
      continue;
    }
    const end = source.indexOf('}', at);
    const opened = source.indexOf('{', at + 1);
    const isOpen = end < 0 || (opened >= 0 && opened < end);
    if (isOpen) return wrong(t('This "{" is not closed. Add "}". For a literal brace, write "{{".'), at);
    const part = readPart(source.slice(at + 1, end), at + 1);
    if (part.kind === 'wrong') return part;
    if (literal !== '') parts.push({ kind: 'literal', text: literal });
    literal = '';
    const problem = whyUnclear(parts, part);
    if (problem !== undefined) return wrong(problem, at, end + 1);
    parts.push(part);
    if (parts.length > mostParts) return wrong(t('The pattern has too many parts.'));
    at = end + 1;
  }
  if (literal !== '') parts.push({ kind: 'literal', text: literal });
  return { kind: 'pattern', pattern: { source, parts } };
}

type Wrong = Extract<PatternResult, { kind: 'wrong' }>;

function readPart(text: string, from: number): PatternPart | Wrong {
  const name = names.find((each) => each === text);
  if (name !== undefined) return { kind: name };
  const range = { from, to: from + text.length };
  const meant = nearest(text.toLowerCase(), names);
  if (meant !== undefined) return unknown(text, range, t('Did you mean "{0}"?', meant), meant);
  const result = readDateFormat(text);
  if (result.kind === 'format') return { kind: 'date', format: result.format };
  const { instead } = result;
  if (instead !== undefined || /YY|MM|DD/.test(text)) {
    const place = { from: from + result.range.from, to: from + result.range.to };
    return { ...result, range: place };
  }
  return unknown(text, range, t('Write {project}, {number}, {any} or a date such as {YYYY-MM-DD}.'));
}

function unknown(text: string, range: Span, remedy: Message, instead?: string): Wrong {
  const message = beside(t('"{0}" is not a valid part of a pattern.', text), remedy);
  return { kind: 'wrong', range, message, ...(instead !== undefined && { instead }) };
}

/** Why `next` cannot stand behind the parts before it; undefined when it can. */
function whyUnclear(parts: readonly PatternPart[], next: PatternPart): Message | undefined {
  const last = parts.at(-1);
  if (next.kind === 'number' && parts.some((part) => part.kind === 'number')) {
    return t('Duplicate {number}.');
  }
  if (last === undefined || last.kind === 'literal') return undefined;
  const wild = (part: PatternPart): boolean => part.kind === 'any' || part.kind === 'project';
  const digits = (part: PatternPart): boolean => part.kind === 'number' || part.kind === 'date';
  const before = parts.at(-2);
  // `{any}` may be nothing.
  const glued = last.kind === 'any' && before !== undefined && digits(before) ? before : last;
  if (!(wild(last) && wild(next)) && !(digits(glued) && digits(next))) return undefined;
  return t(
    'Two parts without text between them are ambiguous. Separate them, for example with a space or "-".',
  );
}

export interface PatternValues {
  /** The meeting's day; it must be valid. */
  readonly date: IsoDate;
  readonly project?: string;
  readonly number?: number;
}

/**
 * The text for one meeting: `project` stands as it is, for want of it the word `project`; for want of a number, 1; `{any}`
 * is nothing. Whether a file may be called that is for the caller to check (see fileName.ts).
 */
export function formatPattern(pattern: Pattern, { date, project, number }: PatternValues): string {
  const values = { project: project ?? 'project', number: String(number ?? 1), any: '' };
  return pattern.parts
    .map((part) => {
      if (part.kind === 'literal') return part.text;
      return part.kind === 'date' ? formatDay(part.format, date) : values[part.kind];
    })
    .join('');
}
