/** Where in a note a section of the template belongs, and the edits that put text there. */

import { type Message, t } from '../../../shared/l10n.ts';
import type { Note, Section, Span } from '../note/note.ts';
import type { TemplateSection } from '../template/template.ts';
import type { Edit } from './problem.ts';
import { quote } from './quote.ts';
import { type Scope, sectionsIn } from './templateSections.ts';

export type InsertionPoint =
  | { readonly kind: 'after'; readonly section: Section }
  | { readonly kind: 'before'; readonly section: Section }
  /** As the last of the scope. */
  | { readonly kind: 'end' };

/**
 * Where `wanted` belongs within `scope`: after the nearest of `peers`, its siblings in the template's order, that
 * precedes it there and is in the note, else before the nearest that follows. The writer's own sections keep to where the
 * template has a tab stop for them; where it has none they come last.
 */
export function insertionPointOf(
  wanted: TemplateSection,
  peers: readonly TemplateSection[],
  scope: Scope,
): InsertionPoint {
  const index = peers.indexOf(wanted);
  const earlier = nearest(peers.slice(0, index).reverse(), (peer) => sectionsIn(scope, peer).at(-1));
  const later = nearest(peers.slice(index + 1), (peer) => sectionsIn(scope, peer)[0]);
  if (earlier.section && !earlier.open) return { kind: 'after', section: earlier.section };
  if (later.section && (!later.open || earlier.section)) return { kind: 'before', section: later.section };
  const [first] = scope.sections;
  return earlier.open || !first ? { kind: 'end' } : { kind: 'before', section: first };
}

interface Nearest {
  readonly section?: Section;
  /** A tab stop lies between: any section may stand there. */
  readonly open: boolean;
}

/** The section of the first of `peers` that has one. */
export function nearest(
  peers: readonly TemplateSection[],
  sectionOf: (peer: TemplateSection) => Section | undefined,
): Nearest {
  let open = false;
  for (const peer of peers) {
    const section = peer.heading === '' ? undefined : sectionOf(peer);
    if (section) return { section, open };
    open ||= peer.heading === '';
  }
  return { open };
}

/** `after "Highlights"` and similar. */
export function inWords(point: InsertionPoint, scope: Scope): Message {
  if (point.kind === 'after') return t('after {0}', quote(point.section.heading));
  if (point.kind === 'before') return t('before {0}', quote(point.section.heading));
  if (scope.section) {
    const heading = quote(scope.section.heading);
    return scope.sections.length > 0 ? t('at the end of {0}', heading) : t('in {0}', heading);
  }
  return scope.sections.length > 0 ? t('at the end of the note') : t('after the title');
}

/** Puts `section`, a heading with its text and without blank lines around it, at that point. */
export function insertion({ text }: Note, point: InsertionPoint, scope: Scope, section: string): Edit {
  if (point.kind === 'before') {
    const at = point.section.range.from;
    return { range: { from: at, to: at }, text: `${lineEndsBefore(text, at)}${section}\n\n` };
  }
  const around = point.kind === 'after' ? point.section : scope.section;
  const at = endOfBody(text, around?.range.to ?? text.length);
  return {
    range: { from: at, to: at },
    text: `${at === 0 ? '' : '\n\n'}${section}${lineEndsAfter(text, at)}`,
  };
}

/** The section and the blank lines on one side of it. */
export function removalOf(text: string, { range }: Section): Span {
  if (range.to < text.length) return range;
  return { from: endOfBody(text, range.from), to: endOfBody(text, text.length) };
}

/** Goes back over whitespace, so that the insertion follows the last line with text. */
export function endOfBody(text: string, at: number): number {
  while (at > 0 && text[at - 1]?.trim() === '') at--;
  return at;
}

/** What is missing for blank lines around text that is put before a heading or at the end. */
export function lineEndsAround(
  text: string,
  at: number,
): { readonly before: string; readonly after: string } {
  const before = lineEndsBefore(text, at);
  if (at < text.length) return { before, after: '\n\n' };
  return { before, after: text.endsWith('\n') ? '\n' : '' };
}

/** The line ends that are missing for a blank line above a heading. */
function lineEndsBefore(text: string, at: number): string {
  let ends = 0;
  for (let back = at; back > 0 && ends < 2 && text[back - 1]?.trim() === ''; back--) {
    if (text[back - 1] === '\n') ends++;
  }
  return at === 0 ? '' : '\n'.repeat(2 - ends);
}

/** The line ends that are missing for a blank line below; none at the end of the note. */
function lineEndsAfter(text: string, at: number): string {
  let ends = 0;
  let next = at;
  for (; next < text.length && text[next]?.trim() === ''; next++) if (text[next] === '\n') ends++;
  return next === text.length ? '' : '\n'.repeat(Math.max(0, 2 - ends));
}
