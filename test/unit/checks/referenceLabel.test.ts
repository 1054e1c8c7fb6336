import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check } from '../../helpers/check.ts';

const url = 'https://github.com/o/r/pull/5444';

describe('reference-label', () => {
  it('marks a text that names another number than the target', () => {
    const text = `see [PR #5445](${url})`;
    const [problem] = assertFinds('reference-label', `see [‹PR #5445›](${url})`);
    assert.equal(applyFix(text, problem?.fixes[0]), `see [PR #5444](${url})`);
    assert.equal(applyFix(text, problem?.fixes[1]), 'see [PR #5445](https://github.com/o/r/pull/5445)');
  });
  it('marks a text that names another repository', () => {
    const [problem] = assertFinds('reference-label', `[‹o/other#5444›](${url})`);
    assert.deepEqual(problem?.fixes, []);
  });
  it('keeps the spelling without a hash', () => {
    assert.equal(
      applyFix(`[pr1](${url})`, check('reference-label', `[pr1](${url})`)[0]?.fixes[0]),
      `[pr5444](${url})`,
    );
  });
  for (const text of ['#5445', 'pr5445', 'o/r#5445', '**PR #5445**', '(#5445)', '#1, #2', 'issue 5445'])
    it(`compares ${text}`, () => assert.equal(check('reference-label', `[${text}](${url})`).length, 1));
  for (const text of [
    'Revert PR #72389 - "x"',
    'Revert "Fix #5445"',
    'Follow-up of #5445',
    '#5445 was wrong',
    'Backport o/r#5445 to v8',
    '#1 und #2',
  ])
    it(`takes ${text} for a title`, () =>
      assert.deepEqual(check('reference-label', `[${text}](${url})`), []));
  it('lets what agrees, and what cannot disagree, be', () => {
    for (const text of [
      `[PR #5444](${url})`,
      `[O/R#5444](${url})`,
      `[the fix](${url})`,
      `[#1 and #5444](${url})`,
      '[#1](https://example.org/2)',
      '[#1][x]',
    ]) {
      assert.deepEqual(check('reference-label', text), [], text);
    }
  });
});
