import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { dateInFileName, findDate, findDateInFileName } from '../../../../shared/dates/findDate.ts';
import { growsLinearlyIn } from '../../../helpers/growth.ts';
import { parseMarked } from '../../../helpers/markedText.ts';

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
    '2026—01—06',
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
    growsLinearlyIn(['2026-', '1', '1/2/', '20260101'], 1_000_000, (text) =>
      assert.equal(findDate(text), undefined),
    );
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
    ['2026-1-6.md', '2026-01-06'],
    ['06.01.2026.md', '2026-01-06'],
    ['6-januar-2026.md', '2026-01-06'],
    ['January 6, 2026.md', '2026-01-06'],
    ['13-01-2026-minutes.md', '2026-01-13'],
    ['2026年1月6日.md', '2026-01-06'],
    ['06-01-2026.md', undefined],
    ['release-1.2.3.md', undefined],
    ['v2026.1.6.md', undefined],
    ['2019-10.md', undefined],
    ['README.md', undefined],
    ['', undefined],
  ] as const) {
    it(`${fileName} → ${date}`, () => assert.equal(dateInFileName(fileName), date));
  }
});

describe('findDate in words', () => {
  for (const [marked, value] of [
    ['‹Thursday 19th August 2021›', '2021-08-19'],
    ['meeting of ‹August 19, 2021›', '2021-08-19'],
    ['‹19 August 2021›', '2021-08-19'],
    ['‹Thu, 19 Aug 2021›', '2021-08-19'],
    ['‹Thurs. 19 Aug. 2021›', '2021-08-19'],
    ['‹Thursday, August 19th, 2021›, 14:00 UTC', '2021-08-19'],
    ['on the ‹19th of August, 2021›', '2021-08-19'],
    ['‹Thursday the 19th of August 2021›', '2021-08-19'],
    ['‹SEPT 1 2021›', '2021-09-01'],
    ['‹may 5 2021›', '2021-05-05'],
    ['31 June 2021, ‹1 July 2021›', '2021-07-01'],
    ['Monday morning, ‹19 August 2021›', '2021-08-19'],
    ['someday ‹2 March 2020›', '2020-03-02'],
  ] as const) {
    it(marked, () => {
      const { text, ranges } = parseMarked(marked);
      assert.deepEqual(findDate(text), { range: ranges[0], value });
    });
  }

  for (const text of [
    '',
    'August 2021',
    'August 19',
    '19 August',
    '19 August 21',
    '119 August 2021',
    '19 Augusta 2021',
    '29 February 2021',
    'August 19, 20211',
    '19August 2021',
    'We may 5',
    'March',
  ]) {
    it(`finds none in ${JSON.stringify(text)}`, () => assert.equal(findDate(text), undefined));
  }

  it('stays between its offsets', () => {
    const text = 'Thursday 19 August 2021';
    assert.equal(findDate(text, 11), undefined);
    assert.equal(findDate(text, 0, text.length - 1), undefined);
    assert.deepEqual(findDate(text, 9)?.range, { from: 9, to: text.length });
  });

  for (const part of ['may ', '1 may ', 'may 1', '1st of ', '     ', 'mayy']) {
    it(`is linear in many of ${JSON.stringify(part)}`, () => {
      growsLinearlyIn([part], 1_000_000, (text) => assert.equal(findDate(text), undefined));
    });
  }
});

describe('findDate where the readers before it disagreed', () => {
  for (const [marked, value] of [
    // Only what learns a template read these.
    ['sync of ‹2026-1-6›', '2026-01-06'],
    ['sync of ‹2026-01-6›', '2026-01-06'],
    ['sync of ‹2026/10/6›', '2026-10-06'],
    ['‹19-Aug-2021› sync', '2021-08-19'],
    ['‹2021 August 19›', '2021-08-19'],
    ['‹19\u00a0August\u00a02021›', '2021-08-19'],
    // Only what reads notes read these.
    ['‹1 Sept 2021›', '2021-09-01'],
    ['‹Thurs, 19 Aug 2021›', '2021-08-19'],
    ['‹Thursday the 19th of August 2021›', '2021-08-19'],
    ['‹2026-01-06›T10:00', '2026-01-06'],
    // The year first goes before words, wherever it is.
    ['19 August 2021, moved from ‹2021-08-12›', '2021-08-12'],
    ['Tue ‹2026-03-03›', '2026-03-03'],
    // With dots the day is first.
    ['‹3.4.2026›', '2026-04-03'],
    ['Treffen ‹06.01.2026›', '2026-01-06'],
    ['‹31.12.2026›, 1.1.2027', '2026-12-31'],
    ['‹6\u00a0January\u202f2026›', '2026-01-06'],
  ] as const) {
    it(marked, () => {
      const { text, ranges } = parseMarked(marked);
      assert.deepEqual(findDate(text), { range: ranges[0], value });
    });
  }

  for (const text of [
    // Either may be the day.
    '03/04/2026',
    '12/03/2026',
    '13.14.2026',
    '1.2.3.2026',
    '03.04-2026',
    // A version.
    '2026.1.6',
    '2026_1_6',
    'v2026-1-6',
    'Meeting 12, March 2021',
  ]) {
    it(`finds none in ${text}`, () => assert.equal(findDate(text), undefined));
  }
});

describe('findDateInFileName', () => {
  it('finds the same at the start of a name, where it looks first, and behind a word', () => {
    const pieces = ['-', '_', '.', ' ', 'a', 'T', '1', '06', '2026', 'md'];
    const name = fc.tuple(
      fc.constantFrom('2026', '1999', '2100', '1800'),
      fc.constantFrom('', '-', '_', '.'),
      fc.constantFrom('01', '02', '12', '13', '00', '1'),
      fc.constantFrom('', '-', '_', '.'),
      fc.constantFrom('01', '28', '29', '31', '00', '1'),
      fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(name, (parts) => {
        const found = findDateInFileName(parts.join(''));
        const range = found && { from: found.range.from + 2, to: found.range.to + 2 };
        assert.deepEqual(findDateInFileName(`a ${parts.join('')}`), found && { ...found, range });
      }),
      { numRuns: 5_000, seed: 20260101 },
    );
  });
});
