import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { speakStatus } from '../../../client/views/spokenStatus.ts';
import { inEnglish } from '../../../shared/l10n.ts';

describe('what a screen reader says of a status', () => {
  const rows: [text: string, detail: string, isWarning: boolean, label: string][] = [
    ['up to date', 'at 10:00', false, 'Office Hours, up to date, at 10:00'],
    ['up to date', '', false, 'Office Hours, up to date'],
    ['GitHub lookups are off', '', true, 'Office Hours, Warning: GitHub lookups are off'],
  ];
  for (const [text, detail, isWarning, label] of rows)
    it(label, () => {
      const item: Parameters<typeof speakStatus>[0] = { name: 'Office Hours', text, detail };
      speakStatus(item, isWarning, inEnglish);
      assert.deepEqual(item.accessibilityInformation, { label });
    });
});
