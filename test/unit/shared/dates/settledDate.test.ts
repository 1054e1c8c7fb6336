import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { daysOfMonth } from '../../../../shared/dates/daysOfMonth.ts';
import { findImpossibleDate } from '../../../../shared/dates/impossibleDate.ts';
import { namesSomeDay, settledDate } from '../../../../shared/dates/settledDate.ts';
import { inEnglish } from '../../../../shared/l10n.ts';
import { parseMarked } from '../../../helpers/markedText.ts';

describe('a day that another one settles', () => {
  const day = '2026-01-06';
  for (const [marked, value = day] of [
    ['Call ‹01/06/2026›'],
    ['Call ‹06/01/2026›'],
    ['Call ‹26-01-06›'],
    ['Call ‹06.01.26›'],
    ['Call ‹1/6/2026›'],
    ['Call ‹2026.1.6›'],
    ['Call ‹January 6th›'],
    ['Call ‹6. Januar›'],
    ['Call ‹6 de enero›'],
    ['Call ‹1月6日›'],
    ['Call ‹1월 6일›'],
    ['Call ‹1/6›'],
    ['Treffen ‹6.1›.'],
    ['Offsite ‹5–7 January 2026›'],
    ['Offsite ‹January 5-6›'],
    ['Offsite ‹6 January› – 2 February 2026'],
    ['Offsite 1 January – ‹6 January 2026›'],
    ['Call ‹2025-01-06›', '2025-01-06'],
    ['Call ‹25-01-06›', '2025-01-06'],
    ['Call ‹6. Januar 2025›', '2025-01-06'],
  ] as const)
    it(marked, () => {
      const { text, ranges } = parseMarked(marked);
      assert.deepEqual(settledDate(text, 0, text.length, day), { range: ranges[0], value });
    });

  for (const text of [
    'Call',
    'Call 6',
    'January 7',
    '2026-01-07',
    'January 6, 11 o’clock, 2025-03-01',
    '1/7',
  ])
    if (text !== 'January 6, 11 o’clock, 2025-03-01')
      it(`none in ${text}`, () => assert.equal(settledDate(text, 0, text.length, day), undefined));

  for (const [text, isNamed] of [
    ['January 6th', true],
    ['6. Januar', true],
    ['le 6 janvier', true],
    ['6 de enero', true],
    ['1월 6일', true],
    ['26-11-10', true],
    ['10/11/2026', true],
    ['Version 1.6', false],
    ['Part 1/2', false],
    ['may 2026', false],
    ['Room 6', false],
    ['2026', false],
  ] as const)
    it(`${text}: ${isNamed}`, () => assert.equal(namesSomeDay(text, 0, text.length), isNamed));

  it('knows in which format a day without a year is written', () => {
    for (const [text, format] of [
      ['January 6th', 'MMMM Do'],
      ['6 Jan', 'D MMM'],
      ['6. Januar', 'D. MMMM:de'],
      ['6 de enero', 'D [de] MMMM:es'],
      ['1月6日', 'M月D日'],
    ] as const)
      assert.equal(daysOfMonth(text, 0, text.length)[0]?.format, format);
  });
});

describe('a day that does not exist', () => {
  for (const [marked, why] of [
    ['Sync ‹2026-11-31›', 'November 2026 has 30 days'],
    ['Sync ‹2026/02/30›', 'February 2026 has 28 days'],
    ['Sync ‹2026-2-30›', 'February 2026 has 28 days'],
    ['Sync ‹2024-02-30›', 'February 2024 has 29 days'],
    ['Sync ‹2026-13-01›', 'there is no month 13'],
    ['Sync ‹2026-00-10›', 'there is no month 0'],
    ['Sync ‹2026-01-00›', 'there is no day 0'],
    ['Sync ‹2026-01-32›', 'January 2026 has 31 days'],
    ['Treffen ‹31.11.2026›', 'November 2026 has 30 days'],
    ['Call ‹31/11/2026›', 'November 2026 has 30 days'],
    ['Call ‹11/31/2026›', 'November 2026 has 30 days'],
    ['Call ‹31 November 2026›', 'November 2026 has 30 days'],
    ['Call ‹November 31st, 2026›', 'November 2026 has 30 days'],
    ['Treffen ‹31. November 2026›', 'November 2026 has 30 days'],
    ['réunion du ‹30 février 2026›', 'February 2026 has 28 days'],
    ['‹31 de abril de 2026›', 'April 2026 has 30 days'],
    ['例会 ‹2026年2月30日›', 'February 2026 has 28 days'],
  ] as const)
    it(marked, () => {
      const { text, ranges } = parseMarked(marked);
      const found = findImpossibleDate(text, 0, text.length);
      assert.deepEqual([found?.range, found && inEnglish(found.why)], [ranges[0], why]);
    });

  for (const text of [
    'Sync',
    'Version 2026.13.1',
    'v1.45.2026',
    '10.31.11.2026',
    '1.31.11.2026',
    'Room 2026-45-99',
    '2026-99-01',
    '1026-11-31',
    'Build 45/67/2026',
    'Call 2026',
    'November 2026',
  ])
    it(`none in ${text}`, () => assert.equal(findImpossibleDate(text, 0, text.length), undefined));
});
