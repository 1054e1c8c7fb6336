import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findLongDate } from '../../../server/core/note/longDates.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';
import { parseMarked } from '../../helpers/markedText.ts';

describe('findLongDate', () => {
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
      assert.deepEqual(findLongDate(text), { range: ranges[0], value });
    });
  }

  for (const text of [
    '',
    'August 2021',
    'August 19',
    '19 August',
    '19 August 21',
    '119 August 2021',
    '19 Augustus 2021',
    '29 February 2021',
    'August 19, 20211',
    '19August 2021',
    'We may 5',
    'March',
  ]) {
    it(`finds none in ${JSON.stringify(text)}`, () => assert.equal(findLongDate(text), undefined));
  }

  it('stays between its offsets', () => {
    const text = 'Thursday 19 August 2021';
    assert.equal(findLongDate(text, 11), undefined);
    assert.equal(findLongDate(text, 0, text.length - 1), undefined);
    assert.deepEqual(findLongDate(text, 9)?.range, { from: 9, to: text.length });
  });

  for (const part of ['may ', '1 may ', 'may 1', '1st of ', '     ', 'mayy']) {
    it(`is linear in many of ${JSON.stringify(part)}`, () => {
      growsLinearlyIn([part], 1_000_000, (text) => assert.equal(findLongDate(text), undefined));
    });
  }
});
