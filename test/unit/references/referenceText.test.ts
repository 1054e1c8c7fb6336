import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Note, ReferenceKind, Repository } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { resolveReference } from '../../../server/core/references/issueKey.ts';
import { escapeLinkText, referenceText } from '../../../server/core/references/referenceText.ts';
import type { ReferenceStyle } from '../../../shared/settings.ts';

const series = { host: 'github.com', owner: 'octo', name: 'lantern' };
const other = { host: 'github.com', owner: 'octo', name: 'other' };
const elsewhere = { host: 'ghe.example.com', owner: 'octo', name: 'lantern' };
const page = 'https://github.com/octo/lantern';
const otherPage = 'https://github.com/octo/other';
const elsewherePage = 'https://ghe.example.com/octo/lantern';

type Row = readonly [ReferenceStyle, Repository, ReferenceKind, title: string | undefined, expected: string];

const rows: readonly Row[] = [
  ['kind', series, 'pull', 'T', 'PR #1'],
  ['kind', series, 'issue', 'T', 'issue #1'],
  ['kind', series, 'unknown', 'T', '#1'],
  ['kind', other, 'pull', 'T', 'PR octo/other#1'],
  ['kind', other, 'issue', 'T', 'issue octo/other#1'],
  ['kind', other, 'discussion', 'T', 'discussion octo/other#1'],
  ['kind', elsewhere, 'pull', 'T', `${elsewherePage}/pull/1`],
  ['typed', other, 'pull', 'T', 'PR octo/other#1'],
  ['number', series, 'pull', 'T', '#1'],
  ['number', other, 'pull', 'T', 'octo/other#1'],
  ['number', elsewhere, 'issue', 'T', `${elsewherePage}/issues/1`],
  ['url', series, 'issue', 'T', `${page}/issues/1`],
  ['link', series, 'pull', 'T', `[PR #1](${page}/pull/1)`],
  ['link', other, 'pull', 'T', `[PR octo/other#1](${otherPage}/pull/1)`],
  ['link', elsewhere, 'pull', 'T', `[PR octo/lantern#1](${elsewherePage}/pull/1)`],
  ['titled-link', series, 'pull', 'T', `[T (#1)](${page}/pull/1)`],
  ['titled-link', other, 'pull', 'T', `[T (octo/other#1)](${otherPage}/pull/1)`],
  ['titled-link', elsewhere, 'pull', 'T', `[T (octo/lantern#1)](${elsewherePage}/pull/1)`],
  ['titled-link', series, 'pull', undefined, `[PR #1](${page}/pull/1)`],
  ['titled-link', other, 'issue', '', `[issue octo/other#1](${otherPage}/issues/1)`],
];

describe('the text of a reference', () => {
  for (const [style, repository, kind, title, expected] of rows) {
    it(`${style} of a ${kind} in ${repository.host}/${repository.owner}/${repository.name}: ${expected}`, () => {
      const text = referenceText({ key: { repository, number: 1 }, kind, title }, style, series);
      assert.equal(text, expected);
    });
  }

  it('reads back as the same reference, with the kind that it says', () => {
    for (const style of ['kind', 'link', 'url'] as const) {
      for (const repository of [series, other]) {
        for (const kind of ['pull', 'issue'] as const) {
          const key = { repository, number: 7 };
          const note: Note = parseNote(`* ${referenceText({ key, kind }, style, series)}\n`);
          const [first] = note.references;
          assert.ok(first);
          assert.deepEqual(resolveReference(first, series), key);
          assert.equal(first.kind, kind);
        }
      }
    }
  });

  it('writes a bare number only for the series’ own repository', () => {
    for (const style of ['kind', 'number', 'link', 'titled-link'] as const) {
      const written = { key: { repository: series, number: 1 }, kind: 'pull', title: 'T' } as const;
      assert.match(referenceText(written, style, undefined), /octo\/lantern#1/);
    }
  });

  it('escapes all that could be markup in a title', () => {
    assert.equal(
      escapeLinkText('![a](b) `c` <d> &e; f|g ~h~ $i$ #1 \\'),
      '\\!\\[a\\](b) \\`c\\` \\<d\\> \\&e; f\\|g \\~h\\~ \\$i\\$ \\#1 \\\\',
    );
    assert.equal(escapeLinkText('Plain words: (1/2), ürün, 日本'), 'Plain words: (1/2), ürün, 日本');
  });
});
