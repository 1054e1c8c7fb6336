import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nextPath } from '../../../server/core/learn/nextPath.ts';
import { dateInFileName } from '../../../shared/dates/findDate.ts';

/** `PATH` or `PATH DATE`, the newest first. */
type Row = readonly [paths: readonly string[], date: string, expected: string | readonly string[]];

const pathFor = (paths: readonly string[], date: string): string | readonly string[] => {
  const notes = paths.map((each) => {
    const [path = '', day] = each.split(' @ ');
    const components = path.split('/');
    const known = day ?? dateInFileName(components.at(-1)!);
    return { components, ...(known !== undefined && { date: known }) };
  });
  const next = nextPath(notes, date);
  return next.kind === 'path'
    ? next.components.join('/')
    : next.candidates.map((components) => components.join('/'));
};

const table = (rows: readonly Row[]): void => {
  for (const [paths, date, expected] of rows) {
    it(`${paths.slice(0, 4).join(', ')}: ${date} → ${expected}`, () =>
      assert.deepEqual(pathFor(paths, date), expected));
  }
};

describe('nextPath', () => {
  describe('calls the note as the latest are called', () => {
    table([
      [['20191015_meeting_notes.md'], '2026-03-03', '20260303_meeting_notes.md'],
      [['2019-10-15.md', '2019-10-01.md'], '2026-03-03', '2026-03-03.md'],
      [['meeting-2019_10_15.md'], '2026-03-03', 'meeting-2026_03_03.md'],
      [['Notes 2019.10.15.markdown'], '2026-03-03', 'Notes 2026.03.03.markdown'],
      [['2019-10-15.MD'], '2026-03-03', '2026-03-03.MD'],
      [
        ['2020-01-02.md', '2020-01-01.md', '20191231_notes.md', '20191230_notes.md'],
        '2026-03-03',
        '2026-03-03.md',
      ],
      [['20200102-special.md', '2020-01-01.md', '2019-12-31.md'], '2026-03-03', '2026-03-03.md'],
      [
        ['20200106.md', '20200105.md', '20200104.md', ...Array(9).fill('2019-10-15.md')],
        '2026-03-03',
        '20260303.md',
      ],
      [
        ['2020-01-03-budget.md', '2020-01-02-release.md', '2020-01-01-parser.md'],
        '2026-03-03',
        '2026-03-03.md',
      ],
      [['tsc-2020-01-03-b.md', 'tsc-2020-01-02-a.md'], '2026-03-03', 'tsc-2026-03-03.md'],
      [
        [
          '2026/2026-01-13.md',
          '2026/2026-01-06.md',
          'old/2024-03-05_minutes.md',
          'old/2024-02-06_minutes.md',
        ],
        '2026-02-03',
        '2026/2026-02-03.md',
      ],
    ]);
  });

  describe('takes any order, separator and width of the day', () => {
    table([
      [['06.01.2026.md'], '2026-02-13', '13.02.2026.md'],
      [['13.01.2026.md', '06.01.2026.md'], '2026-02-03', '03.02.2026.md'],
      [['06-01-2026.md', '13-12-2025.md'], '2026-02-14', '14-02-2026.md'],
      [['notes-9-30-2026.md @ 2026-09-30'], '2026-10-07', 'notes-10-7-2026.md'],
      [['notes-10-14-2026.md', 'notes-9-30-2026.md'], '2026-11-03', 'notes-11-3-2026.md'],
      [['TSC 260105.md @ 2026-01-05', 'TSC 251229.md @ 2025-12-29'], '2026-02-03', 'TSC 260203.md'],
      [
        ['6th January 2026.md @ 2026-01-06', '30th December 2025.md @ 2025-12-30'],
        '2026-06-03',
        '3rd June 2026.md',
      ],
      [['2026-05-05.md'], '2026-06-13', '2026-06-13.md'],
      [['05.05.2026.md @ 2026-05-05'], '2026-06-13', '13.06.2026.md'],
      [['2024-02.md @ 2024-02-01', '2024-01.md @ 2024-01-01'], '2024-03-05', '2024-03.md'],
    ]);
  });

  describe('rolls periods over', () => {
    table([
      [['2025/Q4/2025-12-16-sync.md'], '2026-02-03', '2026/Q1/2026-02-03-sync.md'],
      [['2025-Q4/2025-12-16.md'], '2026-02-03', '2026-Q1/2026-02-03.md'],
      [['2025/H2/2025-12-16.md'], '2026-02-03', '2026/H1/2026-02-03.md'],
      [['2025/12/2025-12-16.md'], '2026-02-03', '2026/02/2026-02-03.md'],
      [['2025/05/2025-05-05.md'], '2026-06-13', '2026/06/2026-06-13.md'],
      [['2025/01-January/2025-01-07.md'], '2025-02-04', '2025/02-February/2025-02-04.md'],
      [['2025/January/07.md @ 2025-01-07'], '2026-02-03', '2026/February/03.md'],
      [['2026/march/3.md @ 2026-03-03'], '2026-04-15', '2026/april/15.md'],
      [['2026/10/13.md'], '2026-11-03', '2026/11/03.md'],
      [
        ['2025/12-17-minutes.md @ 2025-12-17', '2025/12-03-minutes.md @ 2025-12-03'],
        '2026-01-07',
        '2026/01-07-minutes.md',
      ],
    ]);
  });

  describe('counts numbers on, and only those', () => {
    table([
      [['0041-2026-09-01.md'], '2026-09-15', '0042-2026-09-15.md'],
      [['0041-2026-09-01.md', '0040-2026-08-18.md'], '2026-09-15', '0042-2026-09-15.md'],
      [['call-10-20200102.md', 'call-9-20200101.md'], '2026-03-03', 'call-11-20260303.md'],
      [['12.md @ 2026-05-05', '11.md @ 2026-04-07'], '2026-06-02', '13.md'],
      [['2-2026-02-03.md'], '2026-03-03', '3-2026-03-03.md'],
      [['wg2-2026-02-03.md'], '2026-03-03', 'wg2-2026-03-03.md'],
      [['wg2/2026-02-03.md', 'wg2/2026-01-06.md'], '2026-03-03', 'wg2/2026-03-03.md'],
    ]);
  });

  describe('names the candidates where the notes do not tell', () => {
    table([
      [['06-01-2026.md'], '2026-02-13', ['13-02-2026.md', '02-13-2026.md']],
      [['05-05-2026.md @ 2026-05-05'], '2026-06-13', ['06-13-2026.md', '13-06-2026.md']],
      [['kickoff.md', 'plan.md'], '2026-06-03', ['2026-06-03.md', '2026-06-03-meeting.md']],
    ]);
  });
});
