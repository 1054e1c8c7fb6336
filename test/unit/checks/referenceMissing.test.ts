import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assertFinds, check } from '../../helpers/check.ts';
import { lantern, memoryOf } from '../../helpers/issueMemory.ts';

const issues = memoryOf({
  1: 'not-found',
  2: 'gone',
  3: 'unconfirmed',
  4: 'pull',
  'github.com/octo/secret#1': 'hidden',
  'github.com/octo/secret#2': 'hidden',
});
const options = { own: lantern, issues };

describe('reference-missing', () => {
  for (const [marked, message] of [
    ['see ‹PR #1›', /^Issue or pull request #1 not found in octo\/lantern; .* private$/],
    ['‹octo/lantern#1›', /#1 not found in octo\/lantern/],
    ['‹https://github.com/octo/lantern/pull/1/files›', /#1 not found in octo\/lantern/],
    ['‹#2› is gone', /octo\/lantern#2 was deleted/],
    ['[‹PR #1›](https://github.com/octo/lantern/pull/1)', /#1/],
    ['‹octo/secret#1›, octo/secret#2', /^Repository octo\/secret of #1 not found.*may be private/],
    ['[the fix](‹https://github.com/octo/secret/issues/1›)', /octo\/secret/],
  ] as const) {
    it(marked, () => {
      const [problem] = assertFinds('reference-missing', marked, options);
      assert.match(problem!.message, message);
      assert.deepEqual(problem!.fixes, []);
    });
  }

  it('tells every place of a missing number', () => {
    assertFinds('reference-missing', '‹#1› and ‹PR #1›', options);
  });

  it('says nothing of what is found, not sure, not known or no issue', () => {
    const text = '#3 #4 PR #5 octo/other#1 https://github.com/octo/lantern/discussions/1 `#1`';
    assert.deepEqual(check('reference-missing', text, options), []);
  });

  it('says nothing where nobody knows the repository, or nothing is asked of GitHub', () => {
    assert.deepEqual(check('reference-missing', '#1', { issues }), []);
    assert.deepEqual(check('reference-missing', '#1', { own: lantern }), []);
  });
});
