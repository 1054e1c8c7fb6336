import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check } from '../../helpers/check.ts';

const fileName = '20200107_meeting_notes.md';

describe('title-date-mismatch', () => {
  it('marks the date of another year and mends it safely', () => {
    const [problem] = assertFinds('title-date-mismatch', '# osq ‹2019-01-07›\n', { fileName });
    assert.equal(problem?.fixes[0]?.safe, true);
    assert.equal(applyFix('# osq 2019-01-07\n', problem.fixes[0]), '# osq 2020-01-07\n');
    assert.equal(problem.fixes[1]?.renameTo, '20190107_meeting_notes.md');
  });
  it('does not decide which of two days is right', () => {
    const [problem] = assertFinds('title-date-mismatch', '# osq ‹2020/01/08›\n', {
      fileName: '2020-01-07.md',
    });
    assert.equal(problem?.fixes[0]?.safe, false);
    assert.equal(applyFix('# osq 2020/01/08\n', problem.fixes[0]), '# osq 2020/01/07\n');
    assert.equal(problem.fixes[1]?.renameTo, '2020-01-08.md');
  });
  it('adds the date to a title without one', () => {
    const [problem] = assertFinds('title-date-mismatch', '# ‹osq office hours›\n', { fileName });
    assert.equal(applyFix('# osq office hours\n', problem?.fixes[0]), '# osq office hours 2020-01-07\n');
  });
  it('says nothing where they agree, or where either is not there', () => {
    assert.deepEqual(check('title-date-mismatch', '# osq 2020-01-07\n', { fileName }), []);
    assert.deepEqual(check('title-date-mismatch', '# osq 2020-01-07\n', { fileName: 'notes.md' }), []);
    assert.deepEqual(check('title-date-mismatch', '# osq 2020-01-07\n'), []);
    assert.deepEqual(check('title-date-mismatch', 'text\n', { fileName }), []);
  });
});
