import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Glob, globFolder, parseGlob } from '../../../../server/core/template/patterns/glob.ts';
import { matchesGlob } from '../../../../server/core/template/patterns/matchGlob.ts';
import { inEnglish } from '../../../../shared/l10n.ts';
import { growsLinearly, growsLinearlyIn } from '../../../helpers/growth.ts';
import { markRanges, parseMarked } from '../../../helpers/markedText.ts';

const globOf = (source: string): Glob => {
  const result = parseGlob(source);
  assert.ok(result.kind === 'glob', result.kind === 'wrong' ? inEnglish(result.message) : '');
  return result.glob;
};

describe('matchesGlob', () => {
  for (const [source, yes, no] of [
    ['docs/x/**', ['docs/x/a.md', 'docs/x/2026/a.md'], ['docs/x', 'docs/xy/a.md', 'a.md', 'Docs/x/a.md']],
    ['docs/*.md', ['docs/a.md', 'docs/.md'], ['docs/a/b.md', 'docs/a.markdown', 'a.md']],
    ['**/notes/*', ['notes/a.md', 'a/b/notes/c.md'], ['notes', 'a/notes/b/c.md']],
    ['**', ['a.md', 'a/b.md'], []],
    ['**/*.md', ['a.md', 'a/b.md'], ['a.txt']],
    ['a/**/b/**/c.md', ['a/b/c.md', 'a/x/b/y/z/c.md', 'a/b/b/c.md'], ['a/c.md', 'a/b/c']],
    ['20??/*_notes.md', ['2026/x_notes.md', '2026/_notes.md'], ['20261/x_notes.md', '2026/x_notes.md.md']],
    ['{docs,notes}/*/*.{md,markdown}', ['docs/a/b.md', 'notes/a/b.markdown'], ['docs/b.md', 'doc/a/b.md']],
    ['{docs/a,b}/**', ['docs/a/x.md', 'b/x.md'], ['docs/b/x.md']],
    ['./docs/**', ['docs/a.md'], ['a.md']],
    ['a,b/*', ['a,b/c.md'], ['a/c.md']],
    ['notes/2026.md', ['notes/2026.md'], ['notes/20260md']],
    ['*a*b*c*', ['xaxbxcx', 'abc'], ['acb', '']],
  ] as const) {
    it(source, () => {
      const glob = globOf(source);
      for (const path of yes) assert.ok(matchesGlob(glob, path.split('/')), path);
      for (const path of no) assert.ok(!matchesGlob(glob, path.split('/')), path);
    });
  }

  it('is linear in hostile paths', () => {
    const deep = globOf('**/a/'.repeat(40).slice(0, -1));
    const stars = globOf(`${'*a'.repeat(140)}b`);
    growsLinearly((size) => {
      const path = Array(size).fill('b');
      return () => assert.ok(!matchesGlob(deep, path));
    }, 6_000);
    growsLinearlyIn(['a'], 20_000, (name) => assert.ok(!matchesGlob(stars, [name])));
  });
});

describe('parseGlob', () => {
  for (const [marked, message] of [
    ['‹›', 'The glob is empty.'],
    ['‹/›docs/**', 'Remove the first "/".'],
    ['docs‹\\›a', 'Separate folders with "/"'],
    ['‹C:›/docs', 'Remove the drive.'],
    ['a/‹..›/b', 'Remove "..".'],
    ['‹..›', 'Remove "..".'],
    ['‹{..,a}›/b', 'Remove "..".'],
    ['‹{.,a}{.,b}/c›', 'not a valid path'],
    ['‹a{/,b}/c›', 'not a valid path'],
    ['a/‹.›/b', 'Remove ".".'],
    ['docs‹/›', 'Write "docs/**" for all notes in this folder.'],
    ['a‹//›b', 'Write one "/".'],
    ['docs/‹**.md›', '"**" must be a whole path component'],
    ['a‹{b,c›', 'This "{" is not closed.'],
    ['a‹}›', 'This "}" has no matching "{".'],
    ['{a,‹{›b,c}}', 'Nested braces are not supported'],
    ['‹!›docs', 'Globs that exclude files are not supported'],
    ['20‹[›0-9]', 'Character sets are not supported'],
    [`{a,b}`.repeat(6).concat('‹{a,b}›'), 'Too many choices'],
    [`‹${'a/'.repeat(151)}›`, 'at most 300 characters'],
  ] as const) {
    it(marked.slice(0, 40), () => {
      const { text, ranges } = parseMarked(marked);
      const result = parseGlob(text);
      assert.ok(result.kind === 'wrong');
      const said = inEnglish(result.message);
      assert.ok(said.includes(message), said);
      assert.equal(markRanges(text, [result.range]), markRanges(text, ranges));
    });
  }
});

describe('globFolder', () => {
  for (const [source, folder] of [
    ['docs/office-hours/**', 'docs/office-hours'],
    ['docs/*/notes/*.md', 'docs'],
    ['docs/a.md', 'docs'],
    ['*.md', ''],
    ['**', ''],
    ['docs/{a,b}/**', 'docs'],
    ['{docs,docs/a}/**', 'docs'],
    ['{a,b}/**', ''],
  ] as const) {
    it(source, () => assert.equal(globFolder(globOf(source)).join('/'), folder));
  }
});
