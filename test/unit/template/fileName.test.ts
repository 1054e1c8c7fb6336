import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { firstFileName, safeFolder, safeName } from '../../../server/core/template/fileName.ts';
import { dateInFileName } from '../../../shared/dates/findDate.ts';
import { inEnglish } from '../../../shared/l10n.ts';

/** With its reason in English. */
function said(name: ReturnType<typeof safeName>) {
  return name.kind === 'unsafe' ? { ...name, reason: inEnglish(name.reason) } : name;
}

describe('firstFileName', () => {
  it('is safe and holds the date', () => {
    const name = firstFileName('2026-03-03');
    assert.equal(name, '20260303_meeting_notes.md');
    assert.deepEqual(safeName(name), { kind: 'name', name });
    assert.equal(dateInFileName(name), '2026-03-03');
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
    it(`refuses ${JSON.stringify(name).slice(0, 40)} (acceptance 36)`, () =>
      assert.deepEqual(said(safeName(name)), { kind: 'unsafe', name, reason }));
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
