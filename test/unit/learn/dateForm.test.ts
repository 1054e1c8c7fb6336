import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readDateForms } from '../../../server/core/learn/dateForm.ts';
import { addDays } from '../../../shared/calendar.ts';
import { formatDay, parseDateFormat } from '../../../shared/dates/format.ts';

/** `19 August 2021 D MMMM YYYY 2021-08-19` for each form. */
const said = (text: string, compact = false): string[] =>
  readDateForms(text, compact).map(
    ({ from, to, format, value }) => `${text.slice(from, to)} = ${format} = ${value}`,
  );

describe('readDateForms', () => {
  for (const [text, ...expected] of [
    ['office hours 2026-03-03', '2026-03-03 = YYYY-MM-DD = 2026-03-03'],
    ['2026/03/03 sync', '2026/03/03 = YYYY/MM/DD = 2026-03-03'],
    ['Thursday 19th August 2021', 'Thursday 19th August 2021 = dddd Do MMMM YYYY = 2021-08-19'],
    ['Sync, Aug 9, 2021', 'Aug 9, 2021 = MMM D, YYYY = 2021-08-09'],
    ['the 3rd of March 2026', '3rd of March 2026 = Do [of] MMMM YYYY = 2026-03-03'],
    ['2026 March 03', '2026 March 03 = YYYY MMMM DD = 2026-03-03'],
    ['TSC 14/03/2026', '14/03/2026 = DD/MM/YYYY = 2026-03-14'],
    ['TSC 3/14/2026', '3/14/2026 = M/D/YYYY = 2026-03-14'],
    ['Tue 2026-03-03 call', 'Tue 2026-03-03 = ddd YYYY-MM-DD = 2026-03-03'],
    ['call #12 2026-03-03', '2026-03-03 = YYYY-MM-DD = 2026-03-03'],
    ['1 May 2026', '1 May 2026 = D MMMM YYYY = 2026-05-01', '1 May 2026 = D MMM YYYY = 2026-05-01'],
    ['2026-02-30'],
    ['20260303'],
    ['version 1.2.2026x'],
    ['March of the penguins'],
    [''],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(said(text), expected));
  }

  it('takes eight digits for a day where a file is named so', () => {
    assert.deepEqual(said('20260303_notes.md', true), ['20260303 = YYYYMMDD = 2026-03-03']);
    assert.deepEqual(said('12345678_notes.md', true), []);
  });

  it('finds every format again', () => {
    const formats = [
      'YYYY-MM-DD',
      'dddd Do MMMM YYYY',
      'D MMM YYYY',
      'MMMM D, YYYY',
      'DD.MM.YYYY',
      'M/D/YYYY',
    ];
    const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2010-01-01', days));
    fc.assert(
      fc.property(fc.constantFrom(...formats), day, fc.constantFrom('', 'call '), (source, date, before) => {
        const format = parseDateFormat(source);
        const text = `${before}${format && formatDay(format, date)}`;
        const found = readDateForms(text).find((form) => form.format === source);
        assert.deepEqual([found?.value, found?.from], [date, before.length]);
      }),
    );
  });

  it('is linear', () => {
    for (const piece of ['1 ', 'May ', '2026-', 'of ', '1st '])
      assert.ok(readDateForms(piece.repeat(100_000)).length < 200);
  });
});
