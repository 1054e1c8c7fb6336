import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';

describe('recording-missing', () => {
  it('marks an empty line, else the title', () => {
    assertFinds('recording-missing', '# osq 2026-05-01\n\n‹YouTube Link:›\n');
    assertFinds('recording-missing', '‹# osq 2026-05-01›\n\n## A\n');
  });
  it('waits until the meeting is over', () => {
    for (const day of ['2026-06-01', '2026-06-02'])
      assert.deepEqual(check('recording-missing', `# osq ${day}\n`), []);
    assert.equal(check('recording-missing', '# osq 2026-05-31\n').length, 1);
  });
  it('goes by the file name rather than by the title', () => {
    assert.deepEqual(check('recording-missing', '# osq 2025-06-09\n', { fileName: '20260609.md' }), []);
  });
  it('knows nothing of a note without a date', () =>
    assert.deepEqual(check('recording-missing', '# osq\n'), []));
  it('adds the line as the series writes it', () => {
    const text = '# osq 2026-05-01\n\n## A\n';
    const notes = [
      { uri: 'x', fileName: 'x', recordingLabel: 'Video:', people: [], headings: [], references: [] },
    ];
    const [problem] = check('recording-missing', text, { series: seriesOf({ notes }) });
    assert.equal(applyFix(text, problem?.fixes[0]), '# osq 2026-05-01\n\nVideo: \n\n## A\n');
  });
});
