import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTypedDate } from '../../../client/commands/typedDate.ts';
import { inEnglish } from '../../../shared/l10n.ts';

const form = 'Write the date as YYYY-MM-DD, for example 2026-03-17.';

/** What is wrong with the text; undefined: it is a date. */
function wrong(text: string, language: string): string | undefined {
  const read = readTypedDate(text, language);
  return read.kind === 'wrong' ? inEnglish(read.message) : undefined;
}

describe('readTypedDate', () => {
  for (const [text, date, words] of [
    ['2026-03-17', '2026-03-17', 'Tuesday, March 17, 2026'],
    [' 2026-3-7 ', '2026-03-07', 'Saturday, March 7, 2026'],
    ['2026/03/17', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['2026.03.17', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['2026 03 17', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['20260317', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['2024-02-29', '2024-02-29', 'Thursday, February 29, 2024'],
    ['2026-03-7', '2026-03-07', 'Saturday, March 7, 2026'],
    ['17.03.2026', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['17.3.2026', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['3/17/2026', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['03/03/2026', '2026-03-03', 'Tuesday, March 3, 2026'],
    ['17 March 2026', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['Tue, Mar 17th, 2026', '2026-03-17', 'Tuesday, March 17, 2026'],
    ['sept 1 2026', '2026-09-01', 'Tuesday, September 1, 2026'],
  ] as const) {
    it(`${JSON.stringify(text)} is ${words}`, () =>
      assert.deepEqual(readTypedDate(text, 'en'), { kind: 'date', date, words }));
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
    ['03/04/2026', `Ambiguous date: Wednesday, March 4, 2026 or Friday, April 3, 2026. ${form}`],
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
    it(`${JSON.stringify(text)}: ${message}`, () => assert.equal(wrong(text, 'en'), message));
  }

  it('says the day as the language of the editor does', () => {
    for (const [language, words] of [
      ['de', 'Dienstag, 17. März 2026'],
      ['es', 'martes, 17 de marzo de 2026'],
      ['ja', '2026年3月17日火曜日'],
    ] as const)
      assert.deepEqual(readTypedDate('2026-03-17', language), { kind: 'date', date: '2026-03-17', words });
    assert.match(wrong('03/04/2026', 'de') ?? '', /Mittwoch, 4. März 2026 oder Freitag, 3. April 2026/);
    assert.match(wrong('2026-02-29', 'de') ?? '', /^Februar 2026 /);
  });
});
