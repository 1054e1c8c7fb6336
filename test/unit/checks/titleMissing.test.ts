import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';
import { parseMarked } from '../../helpers/markedText.ts';

describe('title-missing', () => {
  for (const marked of [
    '‹YouTube Link:›\n\n## A\n',
    '\n‹Some text›\n',
    '‹›',
    '‹## lantern office hours 2026-01-06›\n',
    '---\na: b\n---\n\n‹text›\n',
  ]) {
    it(`is found in ${marked.replaceAll('\n', '⏎')}`, () => {
      assertFinds('title-missing', marked);
    });
  }
  for (const text of ['# T 2026-01-06\n', 'T 2026-01-06\n===\n', '---\na: b\n---\n# T\n', '\n\n# T\n']) {
    it(`is not in ${text.replaceAll('\n', '⏎')}`, () => assert.deepEqual(check('title-missing', text), []));
  }

  it('inserts the title the series writes, with the date of the file name', () => {
    const text = '---\na: b\n---\n\n## A\n';
    const notes = [
      {
        uri: 'x',
        fileName: 'x',
        titleText: 'Lantern office hours 2026-01-06',
        titleDate: '2026-01-06',
        people: [],
        headings: [],
        references: [],
      },
    ];
    const [problem] = check('title-missing', text, {
      fileName: '20260120_meeting_notes.md',
      series: seriesOf({ notes, project: 'Lantern' }),
    });
    assert.equal(
      applyFix(text, problem?.fixes[0]),
      '---\na: b\n---\n\n# Lantern office hours 2026-01-20\n\n## A\n',
    );
    assert.equal(problem?.fixes[0]?.safe, true);
  });

  it('falls back to the template, which is not safe while the project is unknown', () => {
    const [problem] = check('title-missing', 'text\n', { fileName: '2026-01-20.md' });
    assert.equal(applyFix('text\n', problem?.fixes[0]), '# project office hours 2026-01-20\n\ntext\n');
    assert.equal(problem?.fixes[0]?.safe, false);
  });

  it('makes a dated first heading the title', () => {
    const { text } = parseMarked('### lantern 2026-01-06\n\ntext\n');
    assert.equal(applyFix(text, check('title-missing', text)[0]?.fixes[0]), '# lantern 2026-01-06\n\ntext\n');
  });
});
