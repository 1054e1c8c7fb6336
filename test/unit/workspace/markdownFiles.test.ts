import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MarkdownFiles } from '../../../server/core/workspace/markdownFiles.ts';

const listed = (...paths: readonly string[]): MarkdownFiles => {
  const files = new MarkdownFiles();
  for (const path of paths) files.add(`file:///w/${path}`);
  files.takeChangedFolders();
  return files;
};

describe('MarkdownFiles', () => {
  for (const [paths, expected] of [
    [['2026-01-06.md'], true],
    [['2026-01-06.md', 'a.md'], true],
    [['2026-01-06.md', 'a.md', 'b.md'], false],
    [['2026-01-06.md', 'a.md', 'a.md', 'more/b.md'], true],
    [['a.md'], false],
    [['more/2026-01-06.md'], false],
    [[], false],
  ] as const) {
    it(`${paths.join(', ') || 'nothing'}: ${expected ? '' : 'not '}among notes`, () =>
      assert.equal(listed(...paths).isAmongNotes('file:///w'), expected));
  }

  it('tells once which folders turned into folders of notes, or back', () => {
    const files = listed('docs/a.md', 'docs/b.md', 'talk/a.md');
    files.add('file:///w/docs/2026-01-06.md');
    assert.deepEqual(files.takeChangedFolders(), []);
    files.add('file:///w/docs/2026-01-20.md');
    assert.deepEqual(files.takeChangedFolders(), ['file:///w/docs']);
    assert.deepEqual(files.takeChangedFolders(), []);
    files.remove('file:///w/docs/2026-01-20.md');
    assert.deepEqual(files.takeChangedFolders(), ['file:///w/docs']);
  });

  it('tells of no folder in which there is nothing else', () => {
    const files = listed();
    files.add('file:///w/docs/2026-01-06.md');
    files.remove('file:///w/docs/2026-01-06.md');
    assert.deepEqual(files.takeChangedFolders(), []);
  });

  it('takes out a file, a folder, and says whether there was any', () => {
    const files = listed('docs/2026-01-06.md', 'docs/2026/2026-01-07.md', 'docsy/2026-01-08.md');
    assert.ok(files.remove('file:///w/docs'));
    assert.ok(!files.remove('file:///w/docs'));
    assert.ok(!files.remove('file:///w/docsy/other.md'));
    assert.ok(!files.isAmongNotes('file:///w/docs/2026'));
    assert.ok(files.isAmongNotes('file:///w/docsy'));
  });

  it('knows all of a folder anew, but for what another keeps', () => {
    const files = listed('old/2026-01-06.md', 'inner/2026-01-07.md');
    files.replace('file:///w', ['file:///w/new/2026-01-08.md'], (uri) => uri.includes('/inner/'));
    assert.ok(!files.isAmongNotes('file:///w/old'));
    assert.ok(files.isAmongNotes('file:///w/inner'));
    assert.ok(files.isAmongNotes('file:///w/new'));
    assert.deepEqual(files.takeChangedFolders(), []);
  });
});
