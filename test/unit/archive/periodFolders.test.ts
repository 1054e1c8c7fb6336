import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withoutPeriods } from '../../../server/core/archive/periodFolders.ts';

describe('withoutPeriods', () => {
  it('sees through years and months', () => {
    assert.deepEqual(withoutPeriods(['meetings', '2026', '01']), ['meetings']);
    assert.deepEqual(withoutPeriods(['2026', 'meetings']), ['2026', 'meetings']);
    assert.deepEqual(withoutPeriods(['v', '1234']), ['v', '1234']);
  });
});
