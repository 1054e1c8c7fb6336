/** Which references a Markdown renderer makes, or takes for a part of, a link; whatever way the link is written. */

import type { ExternalReference, Note, Reference, Span } from './note.ts';

/**
 * The references that are half of a link: `[…](…)`, `[…][label]`, `[label]`, `[label]: …` or `<a>…</a>`. Bare URLs are
 * not among them, though most programs make them links, too. Linear in the note's length.
 */
export function linkedReferences(note: Note): ReadonlySet<Reference> {
  return linkedAmong(note, note.references);
}

/** As `linkedReferences`, of those to what has an address of its own. */
export function linkedExternals(note: Note): ReadonlySet<ExternalReference> {
  return linkedAmong(note, note.external);
}

/** `places` in document order. */
function linkedAmong<T extends { readonly range: Span; readonly link?: unknown }>(
  note: Note,
  places: readonly T[],
): ReadonlySet<T> {
  const linked = new Set<T>();
  if (places.length === 0) return linked;
  const { text } = note;
  const labels = labelsOf(text);
  const anchors = anchorsOf(note);
  let next = 0;
  for (const reference of places) {
    const { from, to } = reference.range;
    while (next < anchors.length && anchors[next]!.to <= from) next++;
    const anchor = anchors[next];
    const isLinked =
      reference.link !== undefined ||
      (anchor !== undefined && anchor.from < from) ||
      isDefinition(text, from) ||
      (labels.size > 0 && isLabelled(text, { from, to }, labels));
    if (isLinked) linked.add(reference);
  }
  return linked;
}

/** Links in a paragraph are short; this bounds the search. */
const farthest = 1_000;

/** `[label]:` before a place, on its line or alone on the line before. */
function isDefinition(text: string, at: number): boolean {
  let before = text[at - 1] === '<' ? at - 1 : at;
  while (before > 0 && isBlank(text[before - 1]!)) before--;
  if (text[before - 1] !== ':' || text[before - 2] !== ']') return false;
  return labelAt(text, before - 2) !== undefined;
}

/** The labels that the note defines, as they are compared. */
function labelsOf(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 1)) {
    const label = labelAt(text, at);
    if (label !== undefined) labels.add(label);
  }
  return labels;
}

/** The label of the definition whose `]:` is at `close`; undefined when that is no definition's. */
function labelAt(text: string, close: number): string | undefined {
  const least = Math.max(0, close - farthest);
  let from = close;
  while (from > least && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--;
  if (from === least && least > 0) return undefined;
  while (from < close && ' \t>'.includes(text[from]!)) from++;
  if (text[from] !== '[' || text.indexOf(']', from) !== close) return undefined;
  return labelKey(text.slice(from + 1, close)) || undefined;
}

/** Whether the brackets around a place are a link by a label that is defined. */
function isLabelled(text: string, { from, to }: Span, labels: ReadonlySet<string>): boolean {
  const open = bracketBefore(text, from);
  const close = bracketAfter(text, to);
  if (open === undefined || close === undefined) return false;
  const inside = text.slice(open + 1, close);
  if (text[close + 1] !== '[') return labels.has(labelKey(inside));
  const after = text.slice(close + 2, close + 2 + farthest);
  const end = after.indexOf(']');
  return end >= 0 && labels.has(labelKey(after.slice(0, end)) || labelKey(inside));
}

function bracketBefore(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from - 1; at >= 0 && from - at < farthest; at--) {
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && depth-- === 0) return at;
    else if (text[at] === '\n' && text[at - 1] === '\n') return undefined;
  }
  return undefined;
}

function bracketAfter(text: string, to: number): number | undefined {
  let depth = 0;
  for (let at = to; at < text.length && at - to < farthest; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && depth-- === 0) return at;
    else if (text[at] === '\n' && text[at + 1] === '\n') return undefined;
  }
  return undefined;
}

/** Labels are compared without case, and blanks of any number are one (CommonMark 0.31, "Link reference definitions"). */
function labelKey(label: string): string {
  return label.trim().toLowerCase().split(/\s+/).join(' ');
}

/** Where HTML makes links, in document order. */
function anchorsOf({ text, opaque }: Note): Span[] {
  const anchors: Span[] = [];
  let from: number | undefined;
  for (const span of opaque) {
    if (span.kind !== 'html') continue;
    const tag = text.slice(span.from, span.from + 3).toLowerCase();
    if (tag.startsWith('<a') && (tag.length < 3 || !/[a-z0-9-]/.test(tag[2]!))) from ??= span.to;
    else if (tag === '</a' && from !== undefined) {
      anchors.push({ from: from - 1, to: span.from });
      from = undefined;
    }
  }
  return anchors;
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}
