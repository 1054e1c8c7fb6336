/** What a heading says by itself, in offsets relative to its block. */

import type { SyntaxNode } from '@lezer/common';
import { type ActionLabel, readActionLabel } from './actionLabel.ts';
import { readHeadingItem } from './actionSections.ts';
import { headingKey } from './headingKey.ts';
import { repositoryOfHeading } from './headingRepository.ts';
import { isRecordingName, namesRecording } from './lexicon/recordings.ts';
import type { Repository, Span } from './note.ts';
import type { Prose } from './prose.ts';
import type { ProseItem } from './proseItem.ts';
import type { Reading } from './reading.ts';
import { shift } from './shift.ts';

export interface BlockHeading {
  readonly textRange: Span;
  readonly text: string;
  readonly key: string;
  /** The heading read as one of an action section; only its place in the note tells whether it is. */
  readonly item: ProseItem | undefined;
  /** What the heading would say of the items below in an action section. */
  readonly label: ActionLabel;
  readonly repository: Repository | undefined;
  /** A recording's name is in it. */
  readonly mentionsRecording: boolean;
  /** It names the recording of the meeting and nothing else. */
  readonly isRecording: boolean;
}

/** Of a heading that names the recording alone. */
const longestName = 60;

/** `text` is the note's, `prose` the heading's own. */
export function readBlockHeading(
  node: SyntaxNode,
  text: string,
  prose: Prose | undefined,
  reading: Reading,
): BlockHeading {
  const span = headingText(node, text);
  const written = text.slice(span.from, span.to);
  const start = node.from + (prose?.from ?? 0);
  const targets = (prose?.links ?? []).map(({ target }) =>
    text.slice(start + target.from, start + target.to),
  );
  const masked = prose?.text ?? '';
  let label: ActionLabel | undefined;
  let item: { readonly read: ProseItem | undefined } | undefined;
  return {
    textRange: shift(span, -node.from),
    text: written,
    key: headingKey(written),
    // Most headings are in no action section.
    get label() {
      label ??= readActionLabel(masked, 0, reading);
      return label;
    },
    get item() {
      item ??= { read: readHeadingItem(masked, reading) };
      return item.read;
    },
    repository: repositoryOfHeading(written, targets, reading),
    mentionsRecording: namesRecording(written),
    isRecording: written.length <= longestName && isRecordingName(written),
  };
}

/** The heading's text without its marks, trimmed; in the note's offsets. */
export function headingText(node: SyntaxNode, text: string): Span {
  const marks = node.getChildren('HeaderMark');
  const first = marks[0];
  const setext = first !== undefined && first.from > node.from;
  let from = setext || !first ? node.from : first.to;
  const last = marks.at(-1);
  let to = last && last.from > from ? last.from : node.to;
  while (from < to && text[from]?.trim() === '') from++;
  while (to > from && text[to - 1]?.trim() === '') to--;
  return { from, to };
}
