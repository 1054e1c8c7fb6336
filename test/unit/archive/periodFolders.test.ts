import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dayBelowPeriods, dayOfFolder, withoutPeriods } from '../../../server/core/archive/periodFolders.ts';

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
    ['meetings/2026-01-06', 'meetings'],
    ['meetings/2026-01-06-budget', 'meetings'],
    ['meetings/20260106', 'meetings'],
    ['meetings/2026/01/27', 'meetings'],
    ['meetings/2026/01-27', 'meetings'],
    ['meetings/2026/W03', 'meetings'],
    ['meetings/3026', 'meetings/3026'],
    ['meetings/v2', 'meetings/v2'],
    ['protokolle/2026/Januar', 'protokolle'],
    ['protokolle/2026/01-Januar', 'protokolle'],
    ['reuniones/enero 2026', 'reuniones'],
    ['réunions/2026-février', 'réunions'],
    ['meetings/4Q25', 'meetings'],
    ['meetings/4Q2025', 'meetings'],
    ["meetings/Q4'25", 'meetings'],
    ['meetings/Q4-2025', 'meetings'],
    ['meetings/2H25', 'meetings'],
    ['meetings/2025/m12', 'meetings'],
    ['meetings/2025/M1', 'meetings'],
    ['meetings/y2025', 'meetings'],
    ['meetings/FY26', 'meetings'],
    // Products and versions.
    ['meetings/m365', 'meetings/m365'],
    ['meetings/m13', 'meetings/m13'],
    ['meetings/5Q25', 'meetings/5Q25'],
    ['meetings/q9', 'meetings/q9'],
    ['meetings/y1', 'meetings/y1'],
    // Words as well.
    ['meetings/out', 'meetings/out'],
    ['meetings/set', 'meetings/set'],
  ];
  for (const [path, expected] of cases) {
    it(`${path || '(empty)'} → ${expected || '(empty)'}`, () => {
      const components = path.split('/').filter((name) => name !== '');
      deepEqual(withoutPeriods(components).join('/'), expected);
    });
  }
});

describe('the day of a folder for one meeting', () => {
  for (const [path, expected] of [
    ['meetings/2026-01-06/notes.md', '2026-01-06'],
    ['meetings/20260106_budget/README.md', '2026-01-06'],
    ['meetings/2026/01/27/notes.md', '2026-01-27'],
    ['meetings/2026/01-27/notes.md', '2026-01-27'],
    ['meetings/2026/01/notes.md', undefined],
    ['meetings/2026/notes.md', undefined],
    ['notes.md', undefined],
  ] as const) {
    it(`${path} → ${expected}`, () => deepEqual(dayOfFolder(path.split('/')), expected));
  }
});

describe('the day of a file below folders of years and months', () => {
  for (const [path, expected] of [
    ['2026/Januar/13.md', '2026-01-13'],
    ['2026/01-Januar/13.md', '2026-01-13'],
    ['2026-Januar/13.md', '2026-01-13'],
    ['enero 2026/13-acta.md', '2026-01-13'],
    ['2026/février/03.md', '2026-02-03'],
    ['2026/out/13.md', undefined],
    ['2026/m01/13.md', '2026-01-13'],
    ['2026/m1/13.md', '2026-01-13'],
    ['2025/M12/16.md', '2025-12-16'],
    ['y2025/m12/16.md', '2025-12-16'],
    ['m12/16.md', undefined],
    ['2026/m365/13.md', undefined],
    ['Januar/13.md', undefined],
  ] as const)
    it(`${path}: ${expected}`, () => deepEqual(dayBelowPeriods(path.split('/')), expected));
});
