import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { fileDateBy } from '../../../server/core/template/fileDate.ts';

describe('fileDateBy', () => {
  for (const [said, path, day] of [
    ["file: '{YYYYMMDD}_notes.md'", 'x/20260303_notes.md', '2026-03-03'],
    ["file: '{YYYYMMDD}_notes.md'", 'x/2026-03-03.md', undefined],
    ["file: '{YYYY}/{MM}/{DD}.md'", 'a/2026/03/04.md', '2026-03-04'],
    ["file: '{YYYY}/{MM}/{DD}.md'", '03/04.md', undefined],
    ["date: {in: file, format: 'D MMM YYYY'}", 'a/Sync 3 Mar 2026.md', '2026-03-03'],
    ['date: path', 'a/2026/03/04/notes.md', '2026-03-04'],
    ['date: path', '2020-01-01/2026-03-04/notes.md', '2026-03-04'],
    ['date: path', '2026-03-04/a/b/c/notes.md', undefined],
    ["date: {in: path, format: 'YYYY/MMMM/D'}", '2026/March/4 notes.md', '2026-03-04'],
    ['date: title', '2026-03-03.md', undefined],
    ['project: x', '2026-03-03.md', undefined],
  ] as const) {
    it(`${said}, ${path}: ${day ?? 'none'}`, () => {
      const { definition } = readTemplate(`---\n${said}\n---\n# T\n`);
      assert.equal(fileDateBy(definition, path.split('/')), day);
    });
  }
});
