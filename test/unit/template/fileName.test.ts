import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  defaultPattern,
  fileNameFor,
  learnNamePattern,
  safeFolder,
  safeName,
} from '../../../server/core/template/fileName.ts';
import { dateInFileName } from '../../../shared/dates/findDate.ts';

describe('learnNamePattern', () => {
  for (const [newestFirst, expected] of [
    [[], '20260303_meeting_notes.md'],
    [['README.md', 'notes.md'], '20260303_meeting_notes.md'],
    [['20191015_meeting_notes.md'], '20260303_meeting_notes.md'],
    [['2019-10-15.md', '2019-10-01.md'], '2026-03-03.md'],
    [['meeting-2019_10_15.md'], 'meeting-2026_03_03.md'],
    [['Notes 2019.10.15.markdown'], 'Notes 2026.03.03.markdown'],
    [['2019-10-15.MD'], '2026-03-03.MD'],
    // The latest decide, an exception among them does not.
    [['2020-01-02.md', '2020-01-01.md', '20191231_notes.md', '20191230_notes.md'], '2026-03-03.md'],
    [['20200102-special.md', '2020-01-01.md', '2019-12-31.md', '2019-12-30.md'], '2026-03-03.md'],
    [['20200106.md', '20200105.md', '20200104.md', ...Array(9).fill('2019-10-15.md')], '20260303.md'],
    // What differs from note to note is not repeated.
    [['2020-01-03-budget.md', '2020-01-02-release.md', '2020-01-01-parser.md'], '2026-03-03.md'],
    [['tsc-2020-01-03-b.md', 'tsc-2020-01-02-a.md'], 'tsc-2026-03-03.md'],
    [['8-20200102.md', '7-20200101.md'], '20260303.md'],
    [['2020-01-02.txt', '2020-01-01.md'], '2026-03-03.md'],
  ] as const) {
    it(`${newestFirst.slice(0, 4).join(' ')} → ${expected}`, () => {
      assert.deepEqual(fileNameFor(learnNamePattern(newestFirst), '2026-03-03'), {
        kind: 'name',
        name: expected,
      });
    });
  }
});

describe('fileNameFor', () => {
  it('gives a name that holds the date', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', '-', '_', '.'),
        fc.string(),
        (before, separator, after) => {
          const made = fileNameFor({ before, separator, after: `${after}.md` }, '2026-03-03');
          if (made.kind === 'unsafe' || /\d/.test(before + after)) return;
          assert.equal(dateInFileName(made.name), '2026-03-03');
        },
      ),
    );
  });

  it('refuses what a pattern would lead to', () => {
    assert.deepEqual(fileNameFor({ ...defaultPattern, before: '../' }, '2026-03-03'), {
      kind: 'unsafe',
      name: '../20260303_meeting_notes.md',
      reason: 'contains a path separator',
    });
  });
});

describe('safeName', () => {
  for (const name of [
    '20260303_meeting_notes.md',
    'Réunion 2026.md',
    '会议 2026-03-03.md',
    '.a',
    'console.md',
  ]) {
    it(`takes ${name}`, () => assert.deepEqual(safeName(name), { kind: 'name', name }));
  }
  for (const [name, reason] of [
    ['', 'is empty'],
    ['  ', 'is empty'],
    ['..', 'is a folder'],
    ['../a.md', 'contains a path separator'],
    ['a\\b.md', 'contains a path separator'],
    ['..%2fa.md', 'contains an encoded path separator'],
    ['a%00.md', 'contains an encoded path separator'],
    ['a\0.md', 'contains control characters'],
    ['a\n.md', 'contains control characters'],
    ['a\u202edm.md', 'contains invisible characters that change the text direction'],
    ['C:a.md', 'contains a character that Windows does not allow'],
    ['a?.md', 'contains a character that Windows does not allow'],
    ['a.', 'begins or ends with a space or a dot'],
    ['a ', 'begins or ends with a space or a dot'],
    [' a', 'begins or ends with a space or a dot'],
    ['CON', 'is reserved on Windows'],
    ['con.md', 'is reserved on Windows'],
    ['NUL.2026-03-03.md', 'is reserved on Windows'],
    ['com1.md', 'is reserved on Windows'],
    ['LPT9', 'is reserved on Windows'],
    ['a\ud800.md', 'contains an incomplete character'],
    [`${'x'.repeat(300)}.md`, 'is longer than 200 bytes'],
    [`${'語'.repeat(67)}.md`, 'is longer than 200 bytes'],
  ] as const) {
    it(`refuses ${JSON.stringify(name).slice(0, 40)}`, () =>
      assert.deepEqual(safeName(name), { kind: 'unsafe', name, reason }));
  }
});

describe('safeFolder', () => {
  for (const [path, components] of [
    ['', []],
    ['.', []],
    ['docs/office-hours', ['docs', 'office-hours']],
    ['./docs//office-hours/', ['docs', 'office-hours']],
    ['docs\\office-hours', ['docs', 'office-hours']],
  ] as const) {
    it(`takes ${JSON.stringify(path)}`, () =>
      assert.deepEqual(safeFolder(path), { kind: 'folder', components }));
  }
  for (const path of [
    '/etc',
    '\\\\server\\share',
    '..',
    'docs/../..',
    'C:/notes',
    'docs/CON',
    'a/b\0',
    'x/..%2f',
  ]) {
    it(`refuses ${JSON.stringify(path)}`, () => assert.equal(safeFolder(path).kind, 'unsafe'));
  }
});
