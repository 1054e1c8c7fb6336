import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { proposeDates } from '../../../../server/core/template/rhythm/cadence.ts';
import { addDays, weekday } from '../../../../shared/calendar.ts';
import { inEnglish } from '../../../../shared/l10n.ts';
import { growsLinearly } from '../../../helpers/growth.ts';

const every = (first: string, days: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index * days));

/** `2026-03-03 every 2 weeks on Tuesday; 2026-02-24 today` */
const said = (dates: readonly string[], today: string): string =>
  proposeDates(dates, today)
    .map(({ date, reason, exists }) => `${date} ${inEnglish(reason)}${exists ? ' (exists)' : ''}`)
    .join('; ');

/** Six first Tuesdays, and six pairs of first and third Wednesdays. */
const firstTuesdays = ['2026-01-06', '2026-02-03', '2026-03-03', '2026-04-07', '2026-05-05', '2026-06-02'];
const firstAndThird = [
  '2026-01-07',
  '2026-01-21',
  '2026-02-04',
  '2026-02-18',
  '2026-03-04',
  '2026-03-18',
  '2026-04-01',
  '2026-04-15',
  '2026-05-06',
  '2026-05-20',
];
const lastFridays = ['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24', '2026-05-29', '2026-06-26'];
const without = (dates: readonly string[], ...left: string[]): string[] =>
  dates.filter((date) => !left.includes(date));

describe('proposeDates', () => {
  describe('proposes a second choice', () => {
    /** Meetings that are so many weeks apart. */
    const from = (...weeks: number[]): string[] => {
      const dates = ['2026-01-06'];
      for (const each of weeks) dates.push(addDays(dates.at(-1)!, 7 * each));
      return dates;
    };
    for (const [name, dates, expected] of [
      ['where the rhythm is weak', from(2, 2, 1, 2, 3, 2, 1), 2],
      ['not where it is strong', from(2, 2, 2, 2, 2, 2), 1],
      ['not where one meeting was cancelled', from(2, 2, 2, 4, 2, 2), 1],
    ] as const) {
      it(name, () => {
        const all = proposeDates(dates, addDays(dates.at(-1)!, 1));
        const next = all.filter(({ kind }) => kind === (expected > 1 ? 'perhaps' : 'next'));
        assert.equal(all.length, expected + 1, JSON.stringify(all));
        assert.equal(next.length, expected, JSON.stringify(next));
        assert.equal(new Set(next.map(({ date }) => date)).size, expected);
      });
    }
  });

  const biweekly = every('2026-01-06', 14, 6);
  for (const [name, dates, today, expected] of [
    ['no notes', [], '2026-03-04', '2026-03-04 today; there are no earlier notes'],
    ['one note', ['2026-03-03'], '2026-03-04', '2026-03-17 two weeks after 2026-03-03; 2026-03-04 today'],
    [
      'one note long ago',
      ['2021-03-02'],
      '2026-03-04',
      '2026-03-10 Tuesday, in steps of two weeks from 2021-03-02; 2026-03-04 today',
    ],
    [
      'two weeks apart',
      every('2026-02-17', 14, 2),
      '2026-03-04',
      '2026-03-17 every 2 weeks on Tuesday; 2026-03-04 today',
    ],
    [
      'every fourth week, where the month tells as much of the gaps',
      every('2025-12-09', 28, 3),
      '2026-02-04',
      '2026-03-03 every 4 weeks on Tuesday; 2026-02-04 today',
    ],
    ['every second week', biweekly, '2026-03-20', '2026-03-31 every 2 weeks on Tuesday; 2026-03-20 today'],
    ['on the day itself', biweekly, '2026-03-31', '2026-03-31 every 2 weeks on Tuesday'],
    [
      'on the day, its note written',
      biweekly,
      '2026-03-17',
      '2026-03-31 every 2 weeks on Tuesday; 2026-03-17 today (exists)',
    ],
    ['a day too late', biweekly, '2026-04-01', '2026-04-14 every 2 weeks on Tuesday; 2026-04-01 today'],
    ['long after the last', biweekly, '2027-01-01', '2027-01-05 every 2 weeks on Tuesday; 2027-01-01 today'],
    ['every week', every('2026-01-07', 7, 8), '2026-02-26', '2026-03-04 every Wednesday; 2026-02-26 today'],
    [
      'every third week',
      every('2026-01-08', 21, 5),
      '2026-04-03',
      '2026-04-23 every 3 weeks on Thursday; 2026-04-03 today',
    ],
    [
      'every fourth week',
      every('2026-01-06', 28, 8),
      '2026-07-22',
      '2026-08-18 every 4 weeks on Tuesday; 2026-07-22 today',
    ],
    [
      'once a month',
      firstTuesdays,
      '2026-06-20',
      '2026-07-07 the first Tuesday of the month; 2026-06-20 today',
    ],
    [
      'at the end of a month',
      lastFridays,
      '2026-07-01',
      '2026-07-31 the last Friday of the month; 2026-07-01 today',
    ],
    [
      'twice a month',
      firstAndThird,
      '2026-05-21',
      '2026-06-03 the first and third Wednesday of the month; 2026-05-21 today',
    ],
    [
      'across the end of a year',
      every('2025-11-04', 14, 4),
      '2025-12-20',
      '2025-12-30 every 2 weeks on Tuesday; 2025-12-20 today',
    ],
    [
      'meetings cancelled',
      without(every('2026-01-06', 14, 8), '2026-02-03', '2026-03-17'),
      '2026-04-15',
      '2026-04-28 every 2 weeks on Tuesday; 2026-04-15 today',
    ],
    [
      'a meeting moved by a day',
      [...without(biweekly, '2026-02-17'), '2026-02-18'],
      '2026-03-20',
      '2026-03-31 every 2 weeks on Tuesday; 2026-03-20 today',
    ],
    [
      'the last meeting moved to the day before',
      [...without(biweekly, '2026-03-17'), '2026-03-16'],
      '2026-03-16',
      '2026-03-31 every 2 weeks on Tuesday; 2026-03-16 today (exists)',
    ],
    [
      'a holiday shifted the weeks',
      [...every('2025-10-07', 14, 4), ...every('2025-12-09', 14, 4)],
      '2026-01-21',
      '2026-02-03 every 2 weeks on Tuesday; 2026-01-21 today',
    ],
    [
      'the rhythm changed a while ago',
      [...every('2025-09-02', 7, 12), ...every('2025-12-02', 14, 6)],
      '2026-02-11',
      '2026-02-24 every 2 weeks on Tuesday; 2026-02-11 today',
    ],
    [
      'a long break',
      [...every('2025-01-07', 14, 6), ...every('2025-10-07', 14, 2)],
      '2025-10-22',
      '2025-11-04 every 2 weeks on Tuesday; 2025-10-22 today',
    ],
    [
      'notes prepared ahead',
      [...biweekly, '2026-03-31', '2026-04-14'],
      '2026-03-18',
      '2026-04-28 every 2 weeks on Tuesday; 2026-03-18 today',
    ],
    [
      'a hole among notes prepared ahead',
      [...biweekly, '2026-04-14'],
      '2026-03-18',
      '2026-03-31 every 2 weeks on Tuesday; 2026-03-18 today',
    ],
    [
      'a wrong year in one note',
      [...biweekly, '2091-01-06'],
      '2026-03-20',
      '2026-03-31 every 2 weeks on Tuesday; 2026-03-20 today',
    ],
    ['only a wrong year', ['2091-01-06'], '2026-03-20', '2026-03-20 today'],
    [
      'no rhythm at all',
      ['2026-01-01', '2026-01-13', '2026-02-08', '2026-02-19', '2026-03-14'],
      '2026-03-15',
      '2026-03-28 two weeks after 2026-03-14; 2026-03-15 today',
    ],
    [
      'in no order, twice, and invalid',
      ['2026-03-03', '2026-02-17', '2026-03-03', '2026-02-03', '2026-02-30', 'today'],
      '2026-03-04',
      '2026-03-17 every 2 weeks on Tuesday; 2026-03-04 today',
    ],
  ] as const) {
    it(name, () => assert.equal(said(dates, today), expected));
  }

  it('never proposes a past day, nor as next a day that has a note, whatever the notes', () => {
    let seed = 20_260_303;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let run = 0; run < 500; run++) {
      const dates = Array.from({ length: random(20) }, () => addDays('2026-01-01', random(400)));
      const today = addDays('2026-01-01', random(500));
      const proposals = proposeDates(dates, today);
      assert.ok(proposals.length > 0);
      for (const { date, kind, exists } of proposals) {
        assert.ok(date >= today);
        assert.equal(exists, dates.includes(date));
        assert.ok(kind === 'today' ? date === today : !exists);
      }
    }
  });

  it('keeps the weekday over forty years', () => {
    for (const date of every('2000-01-04', 14, 1000)) {
      const [next] = proposeDates([addDays(date, -28), addDays(date, -14), date], addDays(date, 1));
      assert.equal(next?.date, addDays(date, 14));
      assert.equal(weekday(next.date), 2);
    }
  });

  it('is linear in the notes', () => {
    growsLinearly((size) => {
      const dates = every('1700-01-05', 7, size);
      return () => proposeDates(dates, '2026-03-03');
    }, 10_000);
  });
});
