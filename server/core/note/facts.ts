/** Facts about the meeting that stand between the title and the first section. */

import type { SyntaxNode } from '@lezer/common';
import type { Block } from './block.ts';
import { findDateLine } from './dateLine.ts';
import type { Draft } from './draft.ts';
import type { Recording } from './note.ts';
import { findRecording } from './recording.ts';
import { shift } from './shift.ts';

/** The recording and the date line, which only a paragraph before the first section can be. */
export function readFacts(node: SyntaxNode, { proses }: Block, draft: Draft, quoted: boolean): void {
  const { text, conventions } = draft;
  const [prose] = proses;
  if (!draft.recording && prose) {
    const found = findRecording(prose, text.slice(node.from, node.to), conventions.recordingLabel);
    if (found) draft.recording = shiftRecording(found, node.from);
  }
  if (!quoted) draft.dateLine ??= findDateLine(text, node.from, node.to, conventions.date);
}

function shiftRecording(recording: Recording, by: number): Recording {
  const { url } = recording;
  return {
    ...recording,
    range: shift(recording.range, by),
    ...(url && { url: { ...url, range: shift(url.range, by) } }),
  };
}
