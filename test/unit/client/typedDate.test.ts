import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTypedDate } from '../../../client/commands/typedDate.ts';

const form = 'Write the date as YYYY-MM-DD, for example 2026-03-17.';

describe('readTypedDate', () => {
  for (const [text, date, words] of [
    ['2026-03-17', '2026-03-17', 'Tuesday, 17 March 2026'],
    [' 2026-3-7 ', '2026-03-07', 'Saturday, 7 March 2026'],
    ['2026/03/17', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['2026.03.17', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['2026 03 17', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['20260317', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['2024-02-29', '2024-02-29', 'Thursday, 29 February 2024'],
    ['2026-03-7', '2026-03-07', 'Saturday, 7 March 2026'],
    ['17.03.2026', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['17.3.2026', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['3/17/2026', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['03/03/2026', '2026-03-03', 'Tuesday, 3 March 2026'],
    ['17 March 2026', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['Tue, Mar 17th, 2026', '2026-03-17', 'Tuesday, 17 March 2026'],
    ['sept 1 2026', '2026-09-01', 'Tuesday, 1 September 2026'],
  ] as const) {
    it(`${JSON.stringify(text)} is ${words}`, () =>
      assert.deepEqual(readTypedDate(text), { kind: 'date', date, words }));
  }

  for (const [text, message] of [
    ['', form],
    ['2026', form],
    ['2026-', form],
    ['2026-03-', form],
    ['2026-03-171', form],
    ['2026-03/17', form],
    ['tomorrow', form],
    ['on 17 March 2026', form],
    ['17 March', form],
    ['03/04/2026', `Ambiguous date: Wednesday, 4 March 2026 or Friday, 3 April 2026. ${form}`],
    ['0026-03-17', form],
    ['../../etc', form],
    ['2026-02-29', `February 2026 has 28 days. ${form}`],
    ['2024-02-30', `February 2024 has 29 days. ${form}`],
    ['2026-04-31', `April 2026 has 30 days. ${form}`],
    ['2026-13-01', `There is no month 13. ${form}`],
    ['2026-00-01', `There is no month 0. ${form}`],
    ['20261301', `There is no month 13. ${form}`],
    ['2026-03-00', `March 2026 has 31 days. ${form}`],
  ] as const) {
    it(`${JSON.stringify(text)}: ${message}`, () =>
      assert.deepEqual(readTypedDate(text), { kind: 'wrong', message }));
  }
});
