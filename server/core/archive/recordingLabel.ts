import type { NoteSummary } from './noteSummary.ts';

/** How many of the nearest notes are asked: as many as a note is compared with. */
const nearest = 8;

/**
 * The label of the recording's line in most of the nearest notes; of labels that are as frequent, that of the nearest note.
 * A bare URL has no label. `notes` begin with the nearest; undefined where none of them has a label.
 */
export function usualRecordingLabel(notes: readonly NoteSummary[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { recordingLabel } of notes.slice(0, nearest)) {
    if (recordingLabel) counts.set(recordingLabel, (counts.get(recordingLabel) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
