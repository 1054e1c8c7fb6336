import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withoutPeriods } from '../../../server/core/archive/periodFolders.ts';

describe('a path without its folders of years and months', () => {
  const cases: readonly (readonly [path: string, expected: string])[] = [
    ['docs/meetings', 'docs/meetings'],
    ['docs/meetings/2026', 'docs/meetings'],
    ['docs/meetings/2026/03', 'docs/meetings'],
    ['docs/2026/meetings', 'docs/2026/meetings'],
    ['2026', ''],
    ['meetings/2026/01', 'meetings'],
    ['2026/meetings', '2026/meetings'],
    ['v/1234', 'v/1234'],
    ['', ''],
    ['meetings/3026', 'meetings/3026'],
    ['meetings/v2', 'meetings/v2'],
  ];
  for (const [path, expected] of cases) {
    it(`${path || '(empty)'} → ${expected || '(empty)'}`, () => {
      const components = path.split('/').filter((name) => name !== '');
      deepEqual(withoutPeriods(components).join('/'), expected);
    });
  }
});
