/** Facts about the meeting itself: its day above the first section, and its recording wherever it is. */

import type { SyntaxNode } from '@lezer/common';
import type { TableCell, TableRows } from './actionTable.ts';
import type { Block } from './block.ts';
import { findDateLine } from './dateLine.ts';
import type { Draft } from './draft.ts';
import { isRecordingName } from './lexicon/recordings.ts';
import type { Recording } from './note.ts';
import type { Prose } from './prose.ts';
import { findRecording, type RecordingPlace } from './recording.ts';
import { shiftRecording } from './shift.ts';
import { findVideoInHtml } from './videoEmbed.ts';

/** The date line, which stands before the first section, and the recording. */
export function readFacts(node: SyntaxNode, block: Block, draft: Draft, quoted: boolean): void {
  readRecording(node, block, draft);
  if (!draft.hasSections && !quoted && node.name === 'Paragraph')
    draft.dateLine ??= findDateLine(draft.text.toString(), node.from, node.to, draft.conventions.date);
}

/** The recording of a paragraph, a table or a heading. The first with a link counts, else "not recorded", else a line to be filled in. */
export function readRecording(node: SyntaxNode, block: Block, draft: Draft): void {
  if (isSettled(draft)) return;
  const place = placeIn(draft);
  block.recording ??= new Map();
  if (!block.recording.has(place)) {
    const source = draft.text.slice(node.from, node.to);
    block.recording.set(place, recordingIn(block, source, draft.conventions.recordingLabel, place));
  }
  const found = block.recording.get(place);
  const { recording } = draft;
  if (found && (!recording || found.url || (found.notRecorded && !recording.notRecorded)))
    draft.recording = shiftRecording(found, node.from);
}

/** A video shown by HTML, in the opening or below a heading such as `Recording`. */
export function readHtmlFacts(from: number, to: number, draft: Draft): void {
  if (isSettled(draft) || placeIn(draft) === 'elsewhere') return;
  const range = findVideoInHtml(draft.text.toString(), from, to);
  if (range)
    draft.recording = { range, label: '', url: { range, value: draft.text.slice(range.from, range.to) } };
}

function isSettled({ recording }: Draft): boolean {
  return recording?.url !== undefined;
}

function placeIn({ hasSections, recordingLevel }: Draft): RecordingPlace {
  if (recordingLevel > 0) return 'recording';
  return hasSections ? 'elsewhere' : 'opening';
}

function recordingIn(
  { proses, table, heading }: Block,
  source: string,
  label: string | undefined,
  place: RecordingPlace,
): Recording | undefined {
  if (table) return recordingInTable(table, source);
  const [prose] = proses;
  if (prose === undefined) return undefined;
  // A heading has a blank for each of its marks.
  const text = heading ? prose.text.slice(0, prose.text.search(/\S|$/)).padEnd(heading.textRange.from) : '';
  const written = heading ? text + source.slice(heading.textRange.from, heading.textRange.to) : source;
  return findRecording(prose, written, label, place);
}

/** A row such as `| Recording | URL |`, or the cell below a header `Recording`. Offsets are the block's. */
function recordingInTable({ header, rows }: TableRows, source: string): Recording | undefined {
  const textOf = ({ from, text }: Prose): string => source.slice(from, from + text.length);
  const isLabel = (cell: TableCell | undefined): cell is TableCell & { prose: Prose } =>
    cell?.prose !== undefined && isRecordingName(textOf(cell.prose));
  const named = header.findIndex(isLabel);
  const below = named < 0 ? [] : [[header[named], ...rows.map((row) => row[named])]];
  const pairs = [...[header, ...rows].filter(([first]) => isLabel(first)), ...below];
  for (const [label, ...cells] of pairs) {
    if (!label?.prose) continue;
    for (const cell of cells) {
      const found = cell?.prose && findRecording(cell.prose, textOf(cell.prose), undefined, 'recording');
      if (!found) continue;
      const inBlock = shiftRecording(found, cell.prose.from);
      return { ...inBlock, label: textOf(label.prose).trim() };
    }
  }
  return undefined;
}
