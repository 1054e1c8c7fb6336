/** Where a link leads to one of several meetings in a file. */

import { canonicalUri } from '../uri.ts';
import type { NoteSummary } from './noteSummary.ts';

/** Titles are cut where they are longer, in UTF-16 code units. */
const longestTitle = 200;

/**
 * The anchor that GitHub gives the heading of a meeting, without `#`. Undefined: the note is all of its file. `notes`: those of the
 * series; headings that are alike are counted among them.
 */
export function meetingAnchor(note: NoteSummary, notes: readonly NoteSummary[]): string | undefined {
  const line = note.meeting?.line;
  const anchor = headingAnchor(note.titleText ?? '');
  if (line === undefined || anchor === '' || note.titleText!.length >= longestTitle) return undefined;
  const uri = canonicalUri(note.uri);
  const before = notes.filter(
    ({ uri: other, titleText = '', meeting }) =>
      meeting !== undefined &&
      meeting.line < line &&
      headingAnchor(titleText) === anchor &&
      canonicalUri(other) === uri,
  ).length;
  return before === 0 ? anchor : `${anchor}-${before}`;
}

/** In lower case, blanks as hyphens, without other signs and link targets: https://docs.github.com, "Section links". */
function headingAnchor(heading: string): string {
  let shown = '';
  for (let at = 0; at < heading.length; at++) {
    const end = heading.startsWith('](', at) ? heading.indexOf(')', at) : -1;
    if (end < 0) shown += heading[at];
    else at = end;
  }
  return shown
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}
