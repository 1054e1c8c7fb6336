import { equal } from 'node:assert/strict';
import type { NoteSummary } from '../../../server/core/archive/noteSummary.ts';
import { usualRecordingLabel } from '../../../server/core/archive/recordingLabel.ts';

const rows: readonly (readonly [labels: readonly (string | undefined)[], usual: string | undefined])[] = [
  [[], undefined],
  [[undefined, ''], undefined],
  [['Video:'], 'Video:'],
  [['YouTube Recording:', 'YouTube Link:', 'YouTube:', 'YouTube Link:'], 'YouTube Link:'],
  [['Livestream:', 'Video:', 'Video:', 'Livestream:'], 'Livestream:'],
  [[undefined, 'Video:', ''], 'Video:'],
  [[...Array<string>(8).fill('Video:'), ...Array<string>(40).fill('YouTube:')], 'Video:'],
];

describe('the usual label of a recording', () => {
  for (const [labels, usual] of rows) {
    it(`${labels.slice(0, 9).join(' | ')} → ${usual}`, () => {
      const notes = labels.map((recordingLabel) => ({ recordingLabel }) as NoteSummary);
      equal(usualRecordingLabel(notes), usual);
    });
  }
});
