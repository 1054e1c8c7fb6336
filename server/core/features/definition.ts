/** Where a link to another file of the repository leads, for editors that have no Markdown of their own. */

import type { Note, Section } from '../note/note.ts';
import { linkAt } from '../note/structure.ts';
import { resolveUri } from '../uri.ts';

export interface LinkedPlace {
  /** Canonical. */
  readonly uri: string;
  /** What follows `#`, decoded; empty when nothing does. */
  readonly heading: string;
}

/**
 * The file, and the heading in it, that the link at `offset` (text or target) names by a relative path: `other.md`,
 * `../README.md#setup`, `#action-items`. Undefined for a URL, for a path from the root (of what, the link does not say), and
 * where no link is. `uri` is the note's, in any spelling.
 */
export function linkedPlace(note: Note, uri: string, offset: number): LinkedPlace | undefined {
  const target = linkAt(note, offset)?.target;
  if (target === undefined) return undefined;
  const hash = target.indexOf('#');
  const path = hash < 0 ? target : target.slice(0, hash);
  const heading = hash < 0 ? '' : decoded(target.slice(hash + 1));
  if (path === '') return hash < 0 ? undefined : { uri: resolveUri(uri, ''), heading };
  // A scheme, a host, a root, a query: nothing that a relative path would be.
  if (/^[a-z][a-z0-9+.-]{0,30}:|^[/\\]|\?/i.test(path)) return undefined;
  return { uri: resolveUri(uri, path), heading };
}

/** The offset of the heading that GitHub gives this anchor; undefined when there is none. */
export function headingOffset({ title, sections }: Note, anchor: string): number | undefined {
  const wanted = anchor.toLowerCase();
  if (title !== undefined && anchorOf(title.text) === wanted) return title.range.from;
  return inSections(sections, wanted);
}

function inSections(sections: readonly Section[], wanted: string): number | undefined {
  for (const { heading, headingRange, children } of sections) {
    const found = anchorOf(heading) === wanted ? headingRange.from : inSections(children, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * As GitHub makes it (docs.github.com, "Basic writing and formatting syntax", "Section links"): lower case, blanks become
 * hyphens, punctuation goes. Of headings with the same text, all but the first have a number, and are not found.
 */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
