import type { Note, Span } from '../note/note.ts';
import type { PlaceholderLine } from '../template/template.ts';
import type { Problem, Rule } from './problem.ts';
import { quote } from './quote.ts';

export const placeholderLeft: Rule = {
  code: 'placeholder-left',
  summary: 'A placeholder of the template is not filled in.',
  severity: 'information',
  find({ note, template }) {
    const unfilled = note.unfilled.map(({ range }) => problemFor(note, range, 'Number not filled in'));
    const left = placeholders(note, byFirstCharacter(template.placeholderLines))
      .filter((range) => !isOwnerSlot(note, range))
      .map((range) => problemFor(note, range, 'Template placeholder not filled in'));
    return [...unfilled, ...left];
  },
};

function problemFor(note: Note, range: Span, what: string): Problem {
  return {
    range,
    message: `${what}: ${quote(note.text.slice(range.from, range.to))}`,
    fixes: [],
  };
}

/** `TODO(owner)` is told by the rule about owners, which can offer names. */
function isOwnerSlot(note: Note, { from, to }: Span): boolean {
  return note.actionItems.some(({ ownerSlot }) => ownerSlot.range.from === from && ownerSlot.range.to === to);
}

const indexes = new WeakMap<readonly PlaceholderLine[], ReadonlyMap<string, readonly PlaceholderLine[]>>();

/**
 * The patterns by the character they begin with, so that most lines are told apart by one look; those that begin with
 * what is to be filled in are under the empty string.
 */
function byFirstCharacter(
  patterns: readonly PlaceholderLine[],
): ReadonlyMap<string, readonly PlaceholderLine[]> {
  const kept = indexes.get(patterns);
  if (kept) return kept;
  const index = new Map<string, PlaceholderLine[]>();
  for (const pattern of patterns) {
    const first = pattern.parts[0]?.text[0] ?? '';
    // With nothing to know the line by, too many lines would be it.
    if (first === '' && pattern.parts.every(({ kind, text }) => kind === 'stop' || text.trim() === ''))
      continue;
    index.set(first, [...(index.get(first) ?? []), pattern]);
  }
  indexes.set(patterns, index);
  return index;
}

/** Every place where a line of the note is a line of the template with a stop's default still in it. */
function placeholders(note: Note, patternsOf: ReadonlyMap<string, readonly PlaceholderLine[]>): Span[] {
  const found: Span[] = [];
  const { text } = note;
  const end = note.truncated?.at ?? text.length;
  const anywhere = patternsOf.get('') ?? [];
  let opaque = 0;
  for (let from = 0; from < end; ) {
    const lineEnd = text.indexOf('\n', from);
    const next = lineEnd < 0 ? end : lineEnd + 1;
    let to = lineEnd < 0 ? end : lineEnd;
    if (text[to - 1] === '\r') to--;
    const known = to > from ? patternsOf.get(text[from] ?? '') : undefined;
    const patterns = anywhere.length === 0 || to === from ? known : [...(known ?? []), ...anywhere];
    while (opaque < note.opaque.length && (note.opaque[opaque]?.to ?? 0) <= from) opaque++;
    const inside = note.opaque[opaque];
    // A line of a code block or a comment is nobody's blank; a URL within the line does not matter.
    const hidden = inside && inside.from <= from && inside.kind !== 'url' && inside.kind !== 'frontMatter';
    if (patterns && !hidden) {
      const line = text.slice(from, to);
      for (const pattern of patterns) found.push(...match(line, pattern).map((span) => shift(span, from)));
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

function shift({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}
