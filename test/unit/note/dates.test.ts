import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dateInFileName, findDate } from '../../../server/core/note/dates.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';
import { parseMarked } from '../../helpers/markedText.ts';

describe('findDate', () => {
  for (const [marked, value] of [
    ['lantern office hours ‹2026-01-06›', '2026-01-06'],
    ['‹2026/01/06›', '2026-01-06'],
    ['meeting of ‹2026.01.06›.', '2026-01-06'],
    ['(‹2026_01_06›)', '2026-01-06'],
    ['‹2024-02-29› is there', '2024-02-29'],
    ['not 2023-02-29 but ‹2023-03-01›', '2023-03-01'],
    ['‹2000-02-29›, not 1900-02-29', '2000-02-29'],
    ['1900-02-29 and then ‹1900-02-28›', '1900-02-28'],
    ['12026-01-06 ‹2026-01-07›', '2026-01-07'],
    ['2026-01-061 ‹2026-01-07›', '2026-01-07'],
    ['2026-13-01 ‹2026-12-31›', '2026-12-31'],
    ['v2026-1-6 ‹2026-01-06›', '2026-01-06'],
    ['2026-01/06 ‹2026-01-07›', '2026-01-07'],
    ['‹2026-01-06›-2', '2026-01-06'],
    ['‹2026-01-06›T10:00', '2026-01-06'],
    ['会议‹2026-01-06›', '2026-01-06'],
  ] as const) {
    it(marked, () => {
      const { text, ranges } = parseMarked(marked);
      assert.deepEqual(findDate(text), { range: ranges[0], value });
    });
  }

  for (const text of [
    '',
    '2026',
    '2026-',
    '2026-01-0',
    '20260106',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-04-31',
    '0999-01-01',
    '2026–01–06',
    '2026-0a-06',
    '٢٠٢٦-٠١-٠٦',
  ]) {
    it(`finds none in ${JSON.stringify(text)}`, () => assert.equal(findDate(text), undefined));
  }

  it('stays between its offsets', () => {
    const text = '2026-01-06 and 2026-01-07';
    assert.equal(findDate(text, 1)?.value, '2026-01-07');
    assert.equal(findDate(text, 0, 9), undefined);
    assert.equal(findDate(text, 0, 10)?.value, '2026-01-06');
  });

  it('never begins inside a run of digits, even when asked to start there', () => {
    assert.equal(findDate('12026-01-06', 1), undefined);
  });

  it('is linear', () => {
    growsLinearlyIn(['2026-', '1'], 1_000_000, (text) => assert.equal(findDate(text), undefined));
  });
});

describe('dateInFileName', () => {
  for (const [fileName, date] of [
    ['20191015_meeting_notes.md', '2019-10-15'],
    ['2019-10-15.md', '2019-10-15'],
    ['meeting-2019_10_15.md', '2019-10-15'],
    ['notes 2019.10.15.md', '2019-10-15'],
    ['tsc20191015.md', '2019-10-15'],
    ['12345678-2019-10-15.md', '2019-10-15'],
    ['10001231.md', undefined],
    ['20190230.md', undefined],
    ['201910151.md', undefined],
    ['20191015120000.md', undefined],
    ['2019-10.md', undefined],
    ['README.md', undefined],
    ['', undefined],
  ] as const) {
    it(`${fileName} → ${date}`, () => assert.equal(dateInFileName(fileName), date));
  }
});
