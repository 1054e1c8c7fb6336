import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PageReference } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearly } from '../../helpers/growth.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

const sha = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';

/** Pages are marked with `‹›`; then what each is. */
const pages: readonly (readonly [marked: string, ...pages: string[]])[] = [
  // By name
  ['‹octo/lantern@a5c3785›', 'commit octo/lantern a5c3785 name'],
  [`(‹octo/lantern@${sha}›)`, `commit octo/lantern ${sha} name`],
  [
    'see ‹octo/lan.tern@A5C3785›, ‹o/r@a5c3785d›.',
    'commit octo/lan.tern a5c3785 name',
    'commit o/r a5c3785d name',
  ],
  ['**‹octo/lantern@a5c3785›**', 'commit octo/lantern a5c3785 name'],
  ['请看‹octo/lantern@a5c3785›。', 'commit octo/lantern a5c3785 name'],
  ['octo/lantern@v1.2 octo/lantern@main @octo/lantern octo/lantern@20260106', ''],
  ['octo/lantern@defaced octo/lantern@a5c378 a/b/c@a5c3785 octo/lantern@a5c3785x', ''],
  ['octo/lantern@a5c3785.example.org octo/lantern@a5c3785/x lantern@a5c3785', ''],
  ['`octo/lantern@a5c3785` <code>octo/lantern@a5c3785</code>', ''],
  // Commits
  ['‹https://github.com/octo/lantern/commit/a5c3785›', 'commit octo/lantern a5c3785 url'],
  ['<‹https://github.com/octo/lantern/commit/a5c3785›>', 'commit octo/lantern a5c3785 url'],
  [`‹https://github.com/octo/lantern/commit/${sha}#diff-0›.`, `commit octo/lantern ${sha} url`],
  ['‹https://github.com/octo/lantern/commit/a5c3785.patch›', 'commit octo/lantern a5c3785 url'],
  ['‹https://github.com/octo/lantern/commits/a5c3785/›', 'commit octo/lantern a5c3785 url'],
  ['‹github.com/octo/lantern/commit/a5c3785›', 'commit octo/lantern a5c3785 bare-url'],
  ['‹https://redirect.github.com/octo/lantern/commit/a5c3785›', 'commit octo/lantern a5c3785 url'],
  ['请看‹https://github.com/octo/lantern/commit/a5c3785›。', 'commit octo/lantern a5c3785 url'],
  ['[x](‹https://github.com/octo/lantern/commit/a5c3785›)', 'commit octo/lantern a5c3785 link-target'],
  [
    '[https://a.b](‹https://github.com/octo/lantern/commit/a5c3785›)',
    'commit octo/lantern a5c3785 link-target',
  ],
  ['https://github.com/octo/lantern/commits/main https://github.com/octo/lantern/commits', ''],
  ['https://github.com/octo/lantern/commit/xyz https://example.org/o/r/commit/a5c3785', ''],
  // Releases
  ['‹https://github.com/octo/lantern/releases/tag/v1.2›', 'release octo/lantern v1.2 url'],
  ['‹https://github.com/octo/lantern/releases/tag/pkg/v1.2›', 'release octo/lantern pkg/v1.2 url'],
  [
    '‹https://github.com/octo/lantern/releases/tag/%40octo%2Fx%401.2›',
    'release octo/lantern @octo/x@1.2 url',
  ],
  ['[1.2](‹https://github.com/octo/lantern/releases/tag/1.2›)', 'release octo/lantern 1.2 link-target'],
  ['‹https://octo.ghe.com/o/r/releases/tag/v1?x=1›', 'release o/r v1 url'],
  ['https://github.com/octo/lantern/releases https://github.com/octo/lantern/releases/tag/', ''],
  ['https://github.com/octo/lantern/releases/tag/.. https://github.com/octo/lantern/releases/tag/%2e%2e', ''],
  ['https://github.com/octo/lantern/releases/tag/a%0Ab https://github.com/octo/lantern/releases/tag/%', ''],
  // Comparisons
  ['‹https://github.com/octo/lantern/compare/v1.1...v1.2›', 'comparison octo/lantern v1.1...v1.2 url'],
  [
    '‹https://github.com/octo/lantern/compare/main...wren:fix›',
    'comparison octo/lantern main...wren:fix url',
  ],
  [
    '‹https://github.com/octo/lantern/compare/a5c3785..b5c3785›',
    'comparison octo/lantern a5c3785..b5c3785 url',
  ],
  ['https://github.com/octo/lantern/compare https://github.com/octo/lantern/compare/main', ''],
  // Files
  ['‹https://github.com/octo/lantern/blob/main/docs/a.md›', 'file octo/lantern main docs/a.md url'],
  ['‹https://github.com/octo/lantern/blob/main/docs/a.md#L3›', 'file octo/lantern main docs/a.md 3-3 url'],
  ['‹https://github.com/octo/lantern/blob/v1.2/a.ts?plain=1#L3-L9›', 'file octo/lantern v1.2 a.ts 3-9 url'],
  ['‹https://github.com/octo/lantern/blob/main/a.ts#L9C2-L3C5›', 'file octo/lantern main a.ts 3-9 url'],
  ['‹https://github.com/octo/lantern/blob/main/a.md#heading›', 'file octo/lantern main a.md url'],
  ['‹https://github.com/octo/lantern/blob/main/a%20b.md›', 'file octo/lantern main a b.md url'],
  ['‹https://github.com/octo/lantern/blob/main/文档.md›', 'file octo/lantern main 文档.md url'],
  ['‹https://github.com/octo/lantern/blob/refs/heads/main/a.md›', 'file octo/lantern main a.md url'],
  ['‹https://github.com/octo/lantern/tree/main/docs/›', 'folder octo/lantern main docs url'],
  ['‹https://github.com/octo/lantern/tree/main›', 'folder octo/lantern main  url'],
  ['‹https://github.com/octo/lantern/blame/main/a.md›', 'file octo/lantern main a.md url'],
  ['[a](‹https://github.com/octo/lantern/blob/main/a.md›) b', 'file octo/lantern main a.md link-target'],
  ['https://github.com/octo/lantern/blob/main https://github.com/octo/lantern/wiki/a', ''],
  // Issues stay issues
  ['https://github.com/octo/lantern/pull/5/commits/a5c3785 https://github.com/octo/lantern/issues/5', ''],
];

function spell({ page, form }: PageReference): string {
  const { owner, name } = page.repository;
  const where = `${page.kind} ${owner}/${name}`;
  switch (page.kind) {
    case 'commit':
      return `${where} ${page.sha} ${form}`;
    case 'release':
      return `${where} ${page.tag} ${form}`;
    case 'comparison':
      return `${where} ${page.range} ${form}`;
    default:
      return [where, page.ref, page.path, page.lines?.join('-'), form]
        .filter((part) => part !== undefined)
        .join(' ');
  }
}

describe('pages of GitHub in notes', () => {
  for (const [marked, ...expected] of pages) {
    it(marked.slice(0, 100), () => {
      const { text } = parseMarked(marked);
      const found = parseNote(text).external.filter((each) => 'page' in each);
      if (expected[0] === '') assert.deepEqual(found, []);
      else {
        assert.equal(
          markRanges(
            text,
            found.map(({ range }) => range),
          ),
          marked,
        );
        assert.deepEqual(found.map(spell), expected);
      }
    });
  }
  it('lead to https', () => {
    const [found] = parseNote('http://github.com/octo/lantern/commit/a5c3785').external;
    assert.equal(found?.url, 'https://github.com/octo/lantern/commit/a5c3785');
  });
  it('are not people', () => assert.deepEqual(parseNote('octo/lantern@a5c3785: fixes it').people, []));
  for (const what of ['a/b@a5c3785 ', 'a@', 'aa/', 'https://github.com/o/r/blob/main/a/', 'a5c3785'])
    it(`cost what the text costs: ${what}`, () => {
      growsLinearly((size) => {
        const text = what.repeat(size / what.length);
        return () => void parseNote(text);
      }, 20_000);
    });
});
