import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { addDays } from '../../../../shared/calendar.ts';
import {
  type DateFormat,
  formatDay,
  parseDateFormat,
  readDateFormat,
} from '../../../../shared/dates/format.ts';
import { findFormattedDate } from '../../../../shared/dates/readFormatted.ts';
import { inEnglish } from '../../../../shared/l10n.ts';
import { growsLinearlyIn } from '../../../helpers/growth.ts';
import { markRanges, parseMarked } from '../../../helpers/markedText.ts';

const formatOf = (source: string): DateFormat => {
  const format = parseDateFormat(source);
  assert.ok(format, source);
  return format;
};

const formats: readonly (readonly [format: string, written: string])[] = [
  ['YYYY-MM-DD', '2021-08-09'],
  ['YYYYMMDD', '20210809'],
  ['YY.MM.DD', '21.08.09'],
  ['D/M/YYYY', '9/8/2021'],
  ['MMM D, YYYY', 'Aug 9, 2021'],
  ['dddd Do MMMM YYYY', 'Monday 9th August 2021'],
  ['ddd, D MMMM YYYY', 'Mon, 9 August 2021'],
  ['[the] Do [of] MMMM YYYY', 'the 9th of August 2021'],
  ['the Do of MMMM YYYY', 'the 9th of August 2021'],
  ['YYYY年MM月DD日', '2021年08月09日'],
];

describe('formatDay', () => {
  for (const [format, written] of formats)
    it(format, () => assert.equal(formatDay(formatOf(format), '2021-08-09'), written));

  for (const [day, written] of [
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [22, '22nd'],
    [23, '23rd'],
    [30, '30th'],
    [31, '31st'],
  ] as const) {
    it(`Do of ${day}`, () =>
      assert.equal(
        formatDay(formatOf('Do-YYYY-MM'), `2021-01-${String(day).padStart(2, '0')}`),
        `${written}-2021-01`,
      ));
  }
});

describe('parseDateFormat', () => {
  for (const source of ['', 'YYYY', 'YYYY-MM', 'MM-DD', 'YYYY-DD', 'date', 'dddd', 'x'.repeat(101)]) {
    it(`${JSON.stringify(source.slice(0, 20))} is no day`, () =>
      assert.equal(parseDateFormat(source), undefined));
  }

  for (const [marked, message] of [
    [
      '‹words›',
      '"words" is not a date token. Write YYYY for the year, MM for the month, DD for the day, and text in brackets: [of].',
    ],
    ['YYYY‹MD›', 'M followed by D is ambiguous. Write MM, or put a "-" between them.'],
    ['MM‹DYYYY›', 'D followed by YYYY is ambiguous. Write DD, or put a "-" between them.'],
    ['YYYY ‹[of›', 'This "[" is not closed. Add "]".'],
  ] as const) {
    it(marked, () => {
      const { text, ranges } = parseMarked(marked);
      const result = readDateFormat(text);
      assert.ok(result.kind === 'wrong');
      assert.equal(inEnglish(result.message), message);
      assert.deepEqual(result.range, ranges[0]);
    });
  }

  for (const source of ['Date', 'Day', 'Month', 'YYYYx', 'xYYYY', 'D of Month', 'YYYY-MM-DDTHH']) {
    it(`${source} has letters beside a token`, () => assert.equal(readDateFormat(source).kind, 'wrong'));
  }

  for (const [source, instead] of [
    ['yyyy-mm-dd', 'YYYY-MM-DD'],
    ['dd.mm.yyyy', 'DD.MM.YYYY'],
    ['yyyymmdd', 'YYYYMMDD'],
    ['day', undefined],
    ['date', undefined],
  ] as const) {
    it(`${source} may be ${instead}`, () => {
      const result = readDateFormat(source);
      assert.equal(result.kind === 'wrong' ? result.instead : source, instead);
    });
  }

  it('reads a part of a day for a folder', () => assert.equal(readDateFormat('YYYY').kind, 'format'));
});

describe('findFormattedDate', () => {
  for (const [format, marked, value] of [
    ['YYYY-MM-DD', 'Notes ‹2021-08-19›.', '2021-08-19'],
    ['YYYY-MM-DD', '2021-02-30 or ‹2021-03-02›', '2021-03-02'],
    ['YYYY-MM-DD', '12021-08-19 2021-08-191', undefined],
    ['YYYYMMDD', 'notes‹20210819›_x', '2021-08-19'],
    ['dddd Do MMMM YYYY', 'Date: ‹Thursday 19th August 2021›', '2021-08-19'],
    ['dddd Do MMMM YYYY', 'Date: ‹thursday 19TH august 2021›', '2021-08-19'],
    ['dddd Do MMMM YYYY', '‹Monday 19th August 2021› (it was a Thursday)', '2021-08-19'],
    ['dddd Do MMMM YYYY', '‹Thu 2nd Aug 2021›', '2021-08-02'],
    ['dddd Do MMMM YYYY', '‹Thursday\u00a01st\tAugust 2021›', '2021-08-01'],
    ['dddd Do MMMM YYYY', 'Thursday 19 August 2021', undefined],
    ['dddd Do MMMM YYYY', 'Thursday 32nd August 2021', undefined],
    ['dddd Do MMMM YYYY', 'Thursday 19th Augustus 2021', undefined],
    ['MMM D, YYYY', 'on ‹August 9, 2021›', '2021-08-09'],
    ['MMM D, YYYY', 'on ‹may 19, 2021›', '2021-05-19'],
    ['MMM D, YYYY', 'dismay 19, 2021', undefined],
    ['D.M.YY', '‹9.8.21›', '2021-08-09'],
    ['D.M.YY', '‹9.8.99›', '1999-08-09'],
    ['D.M.YY', '9.8.2021', undefined],
    ['YYYY', '2021', undefined],
    ['YYYY-MM-DD', '', undefined],
  ] as const) {
    it(`${format} in ${marked}`, () => {
      const { text, ranges } = parseMarked(marked);
      const result = readDateFormat(format);
      assert.ok(result.kind === 'format');
      const found = findFormattedDate(result.format, text);
      assert.equal(found?.value, value);
      assert.equal(markRanges(text, found ? [found.range] : []), markRanges(text, ranges));
    });
  }

  it('keeps to its part of the text', () => {
    const format = formatOf('YYYY-MM-DD');
    const text = '2021-08-19 2021-08-20';
    assert.equal(findFormattedDate(format, text, 0, 10)?.value, '2021-08-19');
    assert.equal(findFormattedDate(format, text, 0, 9), undefined);
    assert.equal(findFormattedDate(format, text, 1)?.value, '2021-08-20');
  });

  it('finds every day it has written', () => {
    for (const [source] of formats) {
      const format = formatOf(source);
      for (let day = '2023-12-25'; day < '2025-01-05'; day = addDays(day, 1)) {
        const text = `x ${formatDay(format, day)} y`;
        assert.equal(findFormattedDate(format, text)?.value, day, text);
      }
    }
  });

  it('is linear', () => {
    const format = formatOf('D D D D [ ] YYYY MMMM');
    growsLinearlyIn(['1 ', '1', ' ', 'January', '1 1 1 1   2'], 100_000, (text) =>
      findFormattedDate(format, text),
    );
  });
});
