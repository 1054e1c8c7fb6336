import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check } from '../../helpers/check.ts';
import { lantern, memoryOf } from '../../helpers/issueMemory.ts';
import { parseMarked } from '../../helpers/markedText.ts';

const issues = memoryOf({ 1: 'issue', 2: 'pull', 3: 'not-found', 'github.com/octo/other#1': 'pull' });
const options = { own: lantern, issues };
const web = 'https://github.com/octo/lantern';

describe('reference-kind', () => {
  for (const [marked, fixed] of [
    ['see ‹PR #1›.', 'see issue #1.'],
    ['‹pr1›', 'issue1'],
    ['‹PR#1›', 'issue#1'],
    ['‹Pull request #1›', 'Issue #1'],
    ['‹pull  request #1›', 'issue #1'],
    ['‹Pull #1›', 'Issue #1'],
    ['‹PR octo/lantern#1›', 'issue octo/lantern#1'],
    ['‹issue octo/other#1›', 'PR octo/other#1'],
    ['‹Issue 2› and ‹bug #2›', 'PR 2 and bug #2'],
    ['[‹issue #2›](https://example.org)', '[PR #2](https://example.org)'],
  ] as const) {
    it(marked, () => {
      const [problem] = assertFinds('reference-kind', marked, options);
      assert.equal(problem?.fixes[0]?.safe, false);
      assert.equal(applyFix(parseMarked(marked).text, problem?.fixes[0]), fixed);
    });
  }

  for (const [marked, fixed] of [
    [`‹${web}/issues/2›`, `${web}/pull/2`],
    [`<‹${web}/issues/2#issuecomment-7›>`, `<${web}/pull/2#issuecomment-7>`],
    [`[the fix](‹${web}/issues/2›)`, `[the fix](${web}/pull/2)`],
    [`[the fix](‹${web}/issues/2/›)`, `[the fix](${web}/pull/2/)`],
    [`‹${web}/pull/1›`, `${web}/issues/1`],
  ] as const) {
    it(marked, () => {
      const [problem] = assertFinds('reference-kind', marked, options);
      assert.equal(problem?.fixes[0]?.safe, true);
      assert.equal(applyFix(parseMarked(marked).text, problem?.fixes[0]), fixed);
    });
  }

  it('says what it is', () => {
    const [problem] = check('reference-kind', 'PR #1', options);
    assert.equal(problem?.message, 'octo/lantern#1 is an issue, not a pull request');
  });

  it('mends no word that speaks of several numbers, nor one that is broken over quoted lines', () => {
    for (const marked of ['‹PRs #1› and #2', 'PRs #2, ‹#1›', '> a ‹Pull\n> request #1›']) {
      assert.deepEqual(assertFinds('reference-kind', marked, options)[0]?.fixes, [], marked);
    }
  });

  it('mends no URL below a pull request: an issue has no such page', () => {
    assert.deepEqual(assertFinds('reference-kind', `‹${web}/pull/1/files›`, options)[0]?.fixes, []);
  });

  it('lets be what is right, not called anything, or not known', () => {
    const text = `issue #1 PR #2 #1 #2 GH-1 PR #3 PR #4 ${web}/pull/2 ${web}/discussions/1`;
    assert.deepEqual(check('reference-kind', text, options), []);
  });
});
