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
import type { Text } from './text.ts';

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
  text: Text,
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
  return new ReadHeading(shift(span, -node.from), written, masked, targets, reading);
}

/** A class, as an object with getters of its own is a dictionary to V8: half a kilobyte more for each heading. */
class ReadHeading implements BlockHeading {
  readonly key: string;
  readonly repository: Repository | undefined;
  readonly mentionsRecording: boolean;
  readonly isRecording: boolean;
  #label: ActionLabel | undefined;
  #item: ProseItem | undefined | null = null;

  constructor(
    readonly textRange: Span,
    readonly text: string,
    private readonly masked: string,
    targets: readonly string[],
    private readonly reading: Reading,
  ) {
    this.key = headingKey(text);
    this.repository = repositoryOfHeading(text, targets, reading);
    this.mentionsRecording = namesRecording(text);
    this.isRecording = text.length <= longestName && isRecordingName(text);
  }

  // Most headings are in no action section.
  get label(): ActionLabel {
    this.#label ??= readActionLabel(this.masked, 0, this.reading);
    return this.#label;
  }

  get item(): ProseItem | undefined {
    if (this.#item === null) this.#item = readHeadingItem(this.masked, this.reading);
    return this.#item;
  }
}

/** The heading's text without its marks, trimmed; in the note's offsets. */
export function headingText(node: SyntaxNode, text: Text): Span {
  const marks = node.getChildren('HeaderMark');
  const first = marks[0];
  const setext = first !== undefined && first.from > node.from;
  let from = setext || !first ? node.from : first.to;
  const last = marks.at(-1);
  let to = last && last.from > from ? last.from : node.to;
  while (from < to && text.charAt(from).trim() === '') from++;
  while (to > from && text.charAt(to - 1).trim() === '') to--;
  return { from, to };
}
