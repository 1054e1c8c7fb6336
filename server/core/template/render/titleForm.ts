/** The titles of a series with a title pattern: their form, a title in it, and that form in words. */

import { type DateFormat, isWholeDay } from '../../../../shared/dates/format.ts';
import type { IsoDate } from '../../note/note.ts';
import type { TemplateDefinition } from '../definition.ts';
import { matchPattern, type PatternMatch } from '../patterns/matchPattern.ts';
import { formatPattern, type Pattern, type PatternPart } from '../patterns/pattern.ts';

export type Titled = Pick<TemplateDefinition, 'title' | 'project'>;

/** A title is one line; a longer name is not one. */
const longestValue = 100;

/** A value fit for one line: line ends and control characters are blanks, what is too long is no value. */
export function oneLine(value: string | undefined): string {
  const text = (value ?? '').replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim();
  return text.length > longestValue ? '' : text;
}

const forms = new WeakMap<Pattern, { readonly project: string; readonly pattern: Pattern }>();

/**
 * The series' title pattern with the project's own name in it, as a heading's text can hold it: without blanks around
 * it and without the `#` that would close the heading. Undefined when the series has none.
 */
export function titleForm({ title, project }: Titled): Pattern | undefined {
  if (title === undefined) return undefined;
  const name = oneLine(project);
  const kept = forms.get(title);
  if (kept?.project === name) return kept.pattern;
  const parts = merged(
    title.parts.map((part) =>
      part.kind === 'project' && name !== '' ? { kind: 'literal', text: name } : part,
    ),
  );
  const pattern = { source: title.source, parts: asHeadingText(parts) };
  forms.set(title, { project: name, pattern });
  return pattern;
}

/** Literals side by side as one. */
function merged(parts: readonly PatternPart[]): PatternPart[] {
  const result: PatternPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal') {
      result[result.length - 1] = { kind: 'literal', text: last.text + part.text };
    } else if (!(part.kind === 'any' && last?.kind === 'any')) {
      result.push(part);
    }
  }
  return result;
}

/** What Markdown makes of it behind `# ` (CommonMark 0.31, "ATX headings"). */
function asHeadingText(parts: readonly PatternPart[]): PatternPart[] {
  const result = [...parts];
  const first = result[0];
  if (first?.kind === 'literal') result[0] = { kind: 'literal', text: first.text.trimStart() };
  const last = result.at(-1);
  if (last?.kind === 'literal') {
    const text = withoutClosing(last.text.trimEnd(), result.length === 1);
    result[result.length - 1] = { kind: 'literal', text };
  }
  return result.filter((part) => part.kind !== 'literal' || part.text !== '');
}

function withoutClosing(text: string, isWhole: boolean): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end--;
  if (end === text.length) return text;
  if (end === 0) return isWhole ? '' : text;
  return text[end - 1] === ' ' || text[end - 1] === '\t' ? text.slice(0, end).trimEnd() : text;
}

const ends = new WeakMap<Pattern, readonly Pattern[]>();

/** The form, and what a heading keeps of it where an `{any}` at either end is nothing. */
function withEnds(form: Pattern): readonly Pattern[] {
  let variants = ends.get(form);
  if (variants === undefined) {
    const { source, parts } = form;
    const from = parts[0]?.kind === 'any' ? 1 : 0;
    const to = parts.length - (parts.length > from && parts.at(-1)?.kind === 'any' ? 1 : 0);
    const cuts = [[from, parts.length] as const, [0, to] as const, [from, to] as const];
    const shorter = cuts.filter(([start, end]) => start > 0 || end < parts.length);
    variants = [form, ...shorter.map((cut) => ({ source, parts: asHeadingText(parts.slice(...cut)) }))];
    ends.set(form, variants);
  }
  return variants;
}

interface Matched {
  readonly text: string;
  readonly match: PatternMatch | undefined;
}

/** Several rules ask about the same title, with each key. */
const latest = new WeakMap<Pattern, Matched>();

/** What a title of exactly that form says; offsets into `text`. */
export function matchTitle(form: Pattern, text: string): PatternMatch | undefined {
  const known = latest.get(form);
  if (known?.text === text) return known.match;
  let match: PatternMatch | undefined;
  for (const variant of withEnds(form)) match ??= matchPattern(variant, text);
  latest.set(form, { text, match });
  return match;
}

/** True when `text`, a title's, is of the series' form; how the day is written, or whether it is, does not count. */
export function isOfForm(form: Pattern, text: string): boolean {
  if (matchTitle(form, text) !== undefined) return true;
  const anyDay = form.parts.map((part): PatternPart => (part.kind === 'date' ? { kind: 'any' } : part));
  return matchTitle({ source: '', parts: merged(anyDay) }, text) !== undefined || isDayless(form, text);
}

/** True when `text` is of the form but for its day, which is not there; the width of blanks does not count. */
function isDayless(form: Pattern, text: string): boolean {
  const dayless = merged(form.parts.filter((part) => part.kind !== 'date'));
  const parts = dayless.map((part): PatternPart => {
    return part.kind === 'literal' ? { kind: 'literal', text: singleBlanks(part.text) } : part;
  });
  return matchTitle({ source: '', parts: asHeadingText(parts) }, singleBlanks(text)) !== undefined;
}

function singleBlanks(text: string): string {
  return text
    .split(' ')
    .filter((word, index, words) => word !== '' || index === 0 || index === words.length - 1)
    .join(' ');
}

/** How the pattern writes its days, where it writes year, month and day together. */
export function wholeDays(pattern: Pattern | undefined): DateFormat[] {
  return (pattern?.parts ?? []).flatMap((part) => {
    return part.kind === 'date' && isWholeDay(part.format) ? [part.format] : [];
  });
}

/** The title for a day; `{any}` is nothing. Empty when the series has no pattern. */
export function titleFor({ title, project }: Titled, date: IsoDate, number: number | undefined): string {
  const name = oneLine(project);
  if (title === undefined) return '';
  const values = { date, ...(name !== '' && { project: name }), ...(number !== undefined && { number }) };
  return singleBlanks(formatPattern(title, values)).trim();
}

/** `lantern office hours [date]` */
export function formInWords(form: Pattern): string {
  const words = { date: '[date]', number: '[number]', project: '[project]', any: '[anything]' };
  return form.parts.map((part) => (part.kind === 'literal' ? part.text : words[part.kind])).join('');
}
