/** Facts about the meeting that stand between the title and the first section. */

import type { SyntaxNode } from '@lezer/common';
import type { Block } from './block.ts';
import { findDateLine } from './dateLine.ts';
import type { Draft } from './draft.ts';
import type { Recording } from './note.ts';
import { findRecording } from './recording.ts';
import { shift } from './shift.ts';

/** The date line, which stands before the first section, and the recording, which does, too, unless the series has a name for it. */
export function readFacts(node: SyntaxNode, block: Block, draft: Draft, quoted: boolean): void {
  const { text, conventions } = draft;
  const { recordingLabel } = conventions;
  const isBefore = draft.headings.length === 0;
  if (!draft.recording && (isBefore || recordingLabel !== undefined)) {
    const found = recordingIn(block, () => text.slice(node.from, node.to), recordingLabel, isBefore);
    if (found) draft.recording = shiftRecording(found, node.from);
  }
  if (isBefore && !quoted) draft.dateLine ??= findDateLine(text, node.from, node.to, conventions.date);
}

function recordingIn(
  { proses, recording }: Block,
  source: () => string,
  label: string | undefined,
  usual: boolean,
): Recording | undefined {
  const [prose] = proses;
  if (prose && !recording.has(usual)) recording.set(usual, findRecording(prose, source(), label, usual));
  return recording.get(usual);
}

function shiftRecording(recording: Recording, by: number): Recording {
  const { url } = recording;
  return {
    ...recording,
    range: shift(recording.range, by),
    ...(url && { url: { ...url, range: shift(url.range, by) } }),
  };
}
