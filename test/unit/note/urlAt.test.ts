import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearly } from '../../helpers/growth.ts';
import { testReferences } from '../../helpers/referenceTable.ts';

describe('URLs without a scheme', () => {
  testReferences([
    ['‹github.com/o/r/pull/1›', 'o/r#1 pull bare-url'],
    ['see ‹github.com/o/r/issues/2›, ok', 'o/r#2 issue bare-url'],
    ['‹GitHub.com/o/r/pull/1/files›', 'o/r#1 pull bare-url /files'],
    ['‹www.github.com/o/r/issues/2#issuecomment-1›.', 'o/r#2 issue bare-url #issuecomment-1'],
    ['‹redirect.github.com/o/r/pull/1›', 'o/r#1 pull bare-url'],
    ['(‹github.com/o/r/pull/1›)', 'o/r#1 pull bare-url'],
    ['<‹github.com/o/r/pull/1›>', 'o/r#1 pull bare-url'],
    ['*‹github.com/o/r/pull/1›*', 'o/r#1 pull bare-url'],
    ['PR: ‹github.com/o/r/pull/1›', 'o/r#1 pull bare-url'],
    ['PR:‹github.com/o/r/pull/1›', 'o/r#1 pull bare-url'],
    ['请看‹github.com/o/r/pull/1›。', 'o/r#1 pull bare-url'],
    ['‹github.com/o/r/discussions/4›', 'o/r#4 discussion bare-url'],
    ['- [ ] ‹github.com/o/r/pull/1›', 'o/r#1 pull bare-url'],
    ['| a |\n|---|\n| ‹github.com/o/r/pull/1› |', 'o/r#1 pull bare-url'],
    [
      '[‹github.com/o/r/pull/1›](‹https://github.com/o/r/pull/1›)',
      'o/r#1 pull bare-url text',
      'o/r#1 pull link-target target',
    ],
    ['mygithub.com/o/r/pull/1 my.github.com/o/r/pull/1 my-github.com/o/r/pull/1'],
    ['x/github.com/o/r/pull/1 git@github.com/o/r/pull/1 \\github.com/o/r/pull/1'],
    ['github.com/o/r github.com/o/r/pulls github.com/o/r/pull/ github.com/o/r/pull/1x'],
    ['github.computer/o/r/pull/1 github.com.evil/o/r/pull/1 github.com/../r/pull/1 github.com/o/../pull/1'],
    ['`github.com/o/r/pull/1` <code>github.com/o/r/pull/1</code>'],
    ['gitlab.com/o/r/pull/1 example.org/o/r/pull/1'],
  ]);

  describe('of the user’s own server', () => {
    testReferences(
      [
        [
          '‹ghe.example.com/o/r/pull/1› ‹GHE.example.com/o/r/issues/2›',
          'ghe.example.com/o/r#1 pull bare-url',
          'ghe.example.com/o/r#2 issue bare-url',
        ],
        ['x.ghe.example.com/o/r/pull/1 ghe.example.com.evil/o/r/pull/1'],
      ],
      { ...usualConventions, enterpriseHost: 'ghe.example.com' },
    );
  });

  it('is not a reference when it is no issue’s', () => {
    const { references, opaque } = parseNote('see github.com/o/r and PR #5\n');
    assert.deepEqual(
      references.map(({ number }) => number),
      [5],
    );
    assert.deepEqual(opaque, []);
  });
});

describe('URLs by way of another host', () => {
  testReferences([
    ['‹https://redirect.github.com/o/r/pull/1›', 'o/r#1 pull url'],
    ['‹https://redirect.github.com/o/r/issues/1#issuecomment-2›', 'o/r#1 issue url #issuecomment-2'],
    [
      '[‹#1›](‹https://redirect.github.com/o/r/issues/1›)',
      'o/r#1 unknown hash text',
      'o/r#1 issue link-target target',
    ],
    ['[x]: ‹https://redirect.github.com/o/r/issues/1›', 'o/r#1 issue link-target target'],
    ['‹https://togithub.com/o/r/pull/1›', 'o/r#1 pull url'],
    ['‹https://github.dev/o/r/pull/1›', 'o/r#1 pull url'],
    ['https://redirect.github.com.evil.example/o/r/pull/1 https://redirect.example.com/o/r/pull/1'],
    ['https://evilredirect.github.com/o/r/pull/1'],
  ]);
});

describe('URLs in text without blanks', () => {
  testReferences([
    ['请看‹https://github.com/o/r/pull/1›。详见', 'o/r#1 pull url'],
    ['（‹https://github.com/o/r/pull/1›）', 'o/r#1 pull url'],
    ['‹https://github.com/o/r/pull/1›、‹https://github.com/o/r/pull/2›', 'o/r#1 pull url', 'o/r#2 pull url'],
    ['‹https://github.com/o/r/pull/1#issuecomment-3›を参照', 'o/r#1 pull url #issuecomment-3'],
    ['🎉‹https://github.com/o/r/pull/1›🎉', 'o/r#1 pull url'],
    ['éhttps://github.com/o/r/pull/1'],
  ]);
});

describe('the cost of URLs', () => {
  for (const [what, unit] of [
    ['without blanks', 'https://github.com/o/r/pull/1。'],
    ['that name nothing', 'github.com/o/r('],
    ['without a scheme', 'github.com/o/r/pull/1 '],
    ['of hosts only', '(github.com/'],
  ] as const)
    it(`grows with the text: ${what}`, () =>
      growsLinearly((size) => {
        const text = unit.repeat(size / unit.length);
        return () => parseNote(text);
      }, 40_000));
});
