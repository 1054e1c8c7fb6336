import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';
import { type ReferenceRow, spellReference, testReferences } from '../../helpers/referenceTable.ts';

const table: readonly ReferenceRow[] = [
  // Words before a number
  ['Fixed (‹PR #5851›).', '#5851 pull keyword'],
  [
    '‹PR#12›, ‹pr12›, ‹PR 12› and ‹Pr #12›',
    '#12 pull keyword',
    '#12 pull keyword',
    '#12 pull keyword',
    '#12 pull keyword',
  ],
  ['‹pull request #3›, ‹Pull Request 30›', '#3 pull keyword', '#30 pull keyword'],
  ['‹issue 1› and ‹Issue #22› and ‹bug #3›', '#1 issue keyword', '#22 issue keyword', '#3 issue keyword'],
  ['‹PRs #1›, ‹#2› and ‹#3›', '#1 pull keyword', '#2 pull hash', '#3 pull hash'],
  ['‹Issues 101›, ‹102› & ‹103› are old', '#101 issue keyword', '#102 issue keyword', '#103 issue keyword'],
  ['‹PR #1› and ‹#2›', '#1 pull keyword', '#2 unknown hash'],
  // A number without # at the end of a list
  ['‹PRs #5› & ‹6›', '#5 pull keyword', '#6 pull keyword'],
  ['‹PRs #5› and ‹6›.', '#5 pull keyword', '#6 pull keyword'],
  ['(‹PRs #5›, ‹6›)', '#5 pull keyword', '#6 pull keyword'],
  ['‹PRs #5›, ‹6› and ‹7›; more', '#5 pull keyword', '#6 pull keyword', '#7 pull keyword'],
  ['‹Issues #12› + ‹13›\nand more', '#12 issue keyword', '#13 issue keyword'],
  ['‹PRs #5› and ‹6› are in', '#5 pull keyword', '#6 pull keyword'],
  ['‹PRs o/r#5› & ‹6› need a review', 'o/r#5 pull qualified', 'o/r#6 pull keyword'],
  ['‹pull requests #5› or ‹6› should go in', '#5 pull keyword', '#6 pull keyword'],
  ['‹PRs #5›, 3 of them merged', '#5 pull keyword'],
  ['‹PRs #5› and 3 more', '#5 pull keyword'],
  ['‹PRs #5› and 2 reviewers', '#5 pull keyword'],
  ['‹issues #5› and 6 weeks', '#5 issue keyword'],
  ['‹PRs #5›, 3 are from bots', '#5 pull keyword'],
  ['‹PRs #5›, 2026-03-03', '#5 pull keyword'],
  ['‹PRs #5› and 6% of the time', '#5 pull keyword'],
  ['‹PRs #5› and 6.1', '#5 pull keyword'],
  ['‹PR #5› & 6', '#5 pull keyword'],
  ['‹discussion #7›', '#7 discussion keyword'],
  ['## ‹Issue 4787›: the schema', '#4787 issue keyword'],
  ['the ‹PR\n#12› is in', '#12 pull keyword'],
  ['* the ‹PR\n  6140›', '#6140 pull keyword'],
  ['> the ‹PR\n> #12›', '#12 pull keyword'],
  // A meeting's number in the title, which is no issue
  ['# Council Meeting #103 2026-03-03\n\n‹#104›', '#104 unknown hash'],
  ['# Office hours #7\n\nthe meeting ‹#8› is about', '#8 unknown hash'],
  ['# About ‹#9›, 2026-03-03', '#9 unknown hash'],
  ['# Meeting ‹o/r#9›', 'o/r#9 unknown qualified'],
  ['# Meeting 2026-03-03\n\n## Meeting ‹#8›', '#8 unknown hash'],
  // Numbers of their own
  [
    'see ‹#1›, (‹#2›) [‹#3›] “‹#4›” _‹#5›_ **‹#6›**',
    '#1 unknown hash',
    '#2 unknown hash',
    '#3 unknown hash',
    '#4 unknown hash',
    '#5 unknown hash',
    '#6 unknown hash',
  ],
  ['‹GH-1› and ‹gh-22›', '#1 unknown gh', '#22 unknown gh'],
  [
    '‹osquery/osquery#5851› or ‹PR a/b.c#9›',
    'osquery/osquery#5851 unknown qualified',
    'a/b.c#9 pull qualified',
  ],
  // URLs
  ['‹https://github.com/o/r/pull/1›', 'o/r#1 pull url'],
  ['‹https://github.com/o/r/issues/1#issuecomment-12›.', 'o/r#1 issue url #issuecomment-12'],
  [
    '‹https://github.com/o/r/pull/1/files›, ‹http://www.github.com/o/r/pull/2/›',
    'o/r#1 pull url /files',
    'o/r#2 pull url /',
  ],
  [
    '_‹https://github.com/o/r/pull/1›_ and (‹https://github.com/o/r/issues/2›)',
    'o/r#1 pull url',
    'o/r#2 issue url',
  ],
  ['<‹https://github.com/o/r/pull/1›>', 'o/r#1 pull url'],
  ['‹https://github.com/o/r/discussions/4›', 'o/r#4 discussion url'],
  ['https://github.com/o/r/constructor/4 constructor #x'],
  ['‹https://github.example.org/o/r/pull/1›', 'github.example.org/o/r#1 pull url'],
  // Links: text and target
  [
    '[‹PR#12›](‹https://github.com/o/r/pull/12›)',
    'o/r#12 pull keyword text',
    'o/r#12 pull link-target target',
  ],
  [
    '[see\n‹#12›](‹https://github.com/o/r/pull/12› "title #9")',
    'o/r#12 unknown hash text',
    'o/r#12 pull link-target target',
  ],
  ['[the fix](‹https://github.com/o/r/pull/12/files›)', 'o/r#12 pull link-target /files target'],
  ['[x]: ‹https://github.com/o/r/issues/3›', 'o/r#3 issue link-target target'],
  // In containers
  [
    '- a\n  - ‹#1›\n\n> ‹#2›\n\n| a | b |\n|---|---|\n| ‹PR #3› | ‹#4› |',
    '#1 unknown hash',
    '#2 unknown hash',
    '#3 pull keyword',
    '#4 unknown hash',
  ],
  ['- [ ] ‹#1›\n1. ‹#2›', '#1 unknown hash', '#2 unknown hash'],
  ['emoji 😀 before ‹#1›', '#1 unknown hash'],
];

const nothing: readonly string[] = [
  '`PR #1` and ``a #2 b``',
  '```\nPR #1\n```',
  '    PR #1',
  '<!-- PR #1 -->',
  'text <!-- PR #1 --> text',
  '---\npr: "#1"\n---\n',
  '<a href="https://github.com/o/r/pull/1">x</a>',
  '![PR #1](https://github.com/o/r/pull/1)',
  'https://github.com@example.org/o/r/pull/1 https://github.x"y/o/r/pull/1',
  'https://github.com/o/r/milestone/45 https://github.com/o/r/pulls?q=is%3Apr',
  'https://github.com/o/r/blob/abc/cmake/options.cmake#L83',
  'https://gist.github.com/anatol/b7197c7b59a92a568dbbe9595ee24169',
  'https://example.org/a/b/pull/1 https://gitlab.com/o/r/issues/3',
  'https://wiki.example.org/page#12',
  'https://github.com/o/r/pull/1abc https://github.com/o/r/pull/',
  'version 4.1.0, 10.15, 3.3.x, $1000, 501 c6, 2019-10-15, 12:30',
  'PR 1.5, issue 1st, PR 50%, #12abc, #1.2, issue 2019-10-15',
  '#0, #007, #12345678901',
  '# heading\n\n## heading 2',
  '&#39; and foo/#12 and ##12 and a@#12',
  'spr12, prefix1, tissue 4, apr 12',
  'a PR\n2 weeks ago',
  'PRs 2 weeks old',
  'escaped \\#12',
  'word#12',
];

describe('references', () => {
  testReferences(table);

  describe('on the user’s Enterprise server', () => {
    const conventions = { ...usualConventions, enterpriseHost: 'ghe.example.com' };
    for (const [marked, ...expected] of [
      ['‹https://ghe.example.com/o/r/pull/5›', 'ghe.example.com/o/r#5 pull url'],
      [
        '‹https://GHE.example.com/o/r/issues/5#issuecomment-1›',
        'ghe.example.com/o/r#5 issue url #issuecomment-1',
      ],
      ['[x](‹https://ghe.example.com/o/r/pull/5›)', 'ghe.example.com/o/r#5 pull link-target target'],
      ['[x]: ‹https://ghe.example.com/o/r/pull/5›', 'ghe.example.com/o/r#5 pull link-target target'],
      ['‹https://github.com/o/r/pull/5›', 'o/r#5 pull url'],
      ['https://ghe.example.com:8443/o/r/pull/5 https://ghe.example.com.evil.example/o/r/pull/5'],
      ['https://ghe.example.com@evil.example/o/r/pull/5 https://other.example.com/o/r/pull/5'],
    ] as readonly (readonly [string, ...string[]])[]) {
      it(marked, () => {
        const { text } = parseMarked(marked);
        const { references } = parseNote(text, undefined, conventions);
        assert.deepEqual(references.map(spellReference), expected);
        const ranges = references.map(({ range }) => range);
        assert.equal(markRanges(text, ranges), marked);
        const elsewhere = parseNote(text).references;
        assert.deepEqual(
          elsewhere.map(spellReference),
          expected.filter((each) => each.startsWith('o/r')),
        );
      });
    }

    it('in headings that name a repository', () => {
      const text = '### https://ghe.example.com/o/r\n\n#5\n';
      const { references } = parseNote(text, undefined, { ...conventions, repositoryFromHeading: true });
      assert.deepEqual(references.map(spellReference), ['ghe.example.com/o/r#5 unknown hash']);
    });
  });

  for (const text of nothing) {
    it(`none in ${text.replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual(parseNote(text).references.map(spellReference), []);
    });
  }

  it('gives the number its own span, with the hash where there is one', () => {
    const text = 'PR #12, pr34, https://github.com/o/r/pull/56/files';
    const spans = parseNote(text).references.map(({ numberRange: { from, to } }) => text.slice(from, to));
    assert.deepEqual(spans, ['#12', '34', '56']);
  });

  it('knows numbers that were never filled in', () => {
    for (const [text, expected] of [
      ['back out PRxxxx and', 'PRxxxx'],
      ['see PR #NNNN', 'PR #NNNN'],
      ['issue XXXX', 'issue XXXX'],
      ['xxx, the PR list, PR next', undefined],
    ] as const) {
      const found = parseNote(text).unfilled.map(({ range }) => text.slice(range.from, range.to));
      assert.deepEqual(found, expected === undefined ? [] : [expected]);
    }
  });
});
