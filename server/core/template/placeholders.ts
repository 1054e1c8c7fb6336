/** Tab stops of a template that were left as they were inserted. */

import { byPart, newSlot, partsOf, textOf, type ValuesOfPart } from '../note/assemble.ts';
import type { Note, OpaqueSpan, Span } from '../note/note.ts';
import { shift } from '../note/shift.ts';
import type { Text } from '../note/text.ts';
import type { PlaceholderLine, Template } from './template.ts';

const indexes = new WeakMap<readonly PlaceholderLine[], ReadonlyMap<string, readonly PlaceholderLine[]>>();

/**
 * The patterns by their first character, so that one lookup rules most lines out; those that begin with a tab stop are under
 * the empty string.
 */
function byFirstCharacter(
  patterns: readonly PlaceholderLine[],
): ReadonlyMap<string, readonly PlaceholderLine[]> {
  const kept = indexes.get(patterns);
  if (kept) return kept;
  const index = new Map<string, PlaceholderLine[]>();
  for (const pattern of patterns) {
    const first = pattern.parts[0]?.text[0] ?? '';
    // A pattern without literal text would match too many lines.
    if (first === '' && pattern.parts.every(({ kind, text }) => kind === 'stop' || text.trim() === ''))
      continue;
    index.set(first, [...(index.get(first) ?? []), pattern]);
  }
  indexes.set(patterns, index);
  return index;
}

/** What was found in a part of a note, relative to it. */
interface FoundInPart {
  readonly lines: readonly PlaceholderLine[];
  readonly spans: readonly Span[];
}

const slot = newSlot();

/** By the note: several rules ask. */
const latest = new WeakMap<Note, FoundInPart>();

/**
 * Where a line of the note is a line of the template with the default text of a tab stop still in it: the spans of these
 * texts, in document order. The result is kept by the parts of the note. Linear.
 */
export function placeholdersIn(
  note: Note,
  { placeholderLines }: Pick<Template, 'placeholderLines'>,
): readonly Span[] {
  const patternsOf = byFirstCharacter(placeholderLines);
  if (patternsOf.size === 0) return [];
  const known = latest.get(note);
  if (known?.lines === placeholderLines) return known.spans;
  const none: FoundInPart = { lines: placeholderLines, spans: [] };
  let hiding: readonly ValuesOfPart<'opaque'>[] | undefined;
  let next = 0;
  const all: Span[] = [];
  const parts = partsOf(note);
  for (let part = 0; part < parts.length; part++) {
    const { results, from, to } = parts[part]!;
    let found = results[slot] as FoundInPart | undefined;
    if (found?.lines !== placeholderLines) {
      hiding ??= byPart(note, 'opaque');
      while (next < hiding.length && hiding[next]!.from < from) next++;
      const hidden = hiding[next];
      const end = Math.min(to, note.truncated?.at ?? to);
      const spans = findPlaceholders(
        textOf(note),
        { from, to: end },
        hidden?.from === from ? hidden.values : [],
        patternsOf,
      );
      // A function that takes `from` along would cost memory for each part, with each key.
      const inPart: Span[] = [];
      for (const span of spans) inPart.push(shift(span, -from));
      found = spans.length === 0 ? none : { lines: placeholderLines, spans: inPart };
      results[slot] = found;
    }
    if (found.spans.length > 0) for (const span of found.spans) all.push(shift(span, from));
  }
  latest.set(note, { lines: placeholderLines, spans: all });
  return all;
}

/** Those in a part of the text that begins with a line. */
function findPlaceholders(
  text: Text,
  part: Span,
  hiding: readonly OpaqueSpan[],
  patternsOf: ReadonlyMap<string, readonly PlaceholderLine[]>,
): Span[] {
  const found: Span[] = [];
  const end = part.to;
  const anywhere = patternsOf.get('') ?? [];
  let opaque = 0;
  for (let from = part.from; from < end; ) {
    const lineEnd = text.indexOf('\n', from);
    const isLast = lineEnd < 0 || lineEnd >= end;
    const next = isLast ? end : lineEnd + 1;
    let to = isLast ? end : lineEnd;
    if (text.charAt(to - 1) === '\r') to--;
    const known = to > from ? patternsOf.get(text.charAt(from)) : undefined;
    const patterns = anywhere.length === 0 || to === from ? known : [...(known ?? []), ...anywhere];
    while (opaque < hiding.length && (hiding[opaque]?.to ?? 0) <= from) opaque++;
    const inside = hiding[opaque];
    // A code block or a comment has no placeholders; a URL within the line does not matter.
    const hidden = inside && inside.from <= from && inside.kind !== 'url' && inside.kind !== 'frontMatter';
    if (patterns && !hidden) {
      const line = text.slice(from, to);
      const spans = patterns.flatMap((pattern) => match(line, pattern)).sort((a, b) => a.from - b.from);
      let taken = 0;
      // Two lines of the template may match the same text; it counts once.
      for (const span of spans) {
        if (span.from < taken) continue;
        found.push({ from: from + span.from, to: from + span.to });
        taken = span.to;
      }
    }
    from = next;
  }
  return found;
}

/**
 * Where `line` has the pattern's literals in order, the stops between them that still hold their default. Each
 * literal is looked for once from where the last one ended, so the cost is the line's length.
 */
function match(line: string, { parts }: PlaceholderLine): Span[] {
  const found: Span[] = [];
  let at = 0;
  let stop: string | undefined;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'stop') {
      stop = part.text;
      continue;
    }
    const isLast = index === parts.length - 1;
    const next = index === 0 ? (line.startsWith(part.text) ? 0 : -1) : find(line, part.text, at, isLast);
    if (next < 0) return [];
    if (stop && line.slice(at, next) === stop) found.push({ from: at, to: next });
    stop = undefined;
    at = next + part.text.length;
  }
  if (stop && line.slice(at).trimEnd() === stop) found.push({ from: at, to: at + stop.length });
  return found;
}

function find(line: string, literal: string, from: number, last: boolean): number {
  return last && line.endsWith(literal) && line.length - literal.length >= from
    ? line.length - literal.length
    : line.indexOf(literal, from);
}
