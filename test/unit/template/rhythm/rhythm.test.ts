import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { proposeDates } from '../../../../server/core/template/rhythm/cadence.ts';
import { parseRhythm, readRhythm } from '../../../../server/core/template/rhythm/parseRhythm.ts';
import type { Rhythm } from '../../../../server/core/template/rhythm/rhythm.ts';
import { addDays } from '../../../../shared/calendar.ts';
import { inEnglish } from '../../../../shared/l10n.ts';

const rhythmOf = (text: string): Rhythm => {
  const rhythm = parseRhythm(text);
  assert.ok(rhythm, text);
  return rhythm;
};

describe('parseRhythm', () => {
  for (const [text, words] of [
    ['Tuesday', 'every Tuesday'],
    ['tue', 'every Tuesday'],
    ['Tuesdays', 'every Tuesday'],
    ['every Tuesday', 'every Tuesday'],
    ['weekly on Wednesday', 'every Wednesday'],
    ['second Tuesday', 'every 2 weeks on Tuesday'],
    ['every other Tuesday', 'every 2 weeks on Tuesday'],
    ['2nd Tuesday', 'every 2 weeks on Tuesday'],
    ['two weeks on Tuesday', 'every 2 weeks on Tuesday'],
    ['every second week on Tuesday', 'every 2 weeks on Tuesday'],
    ['fortnightly on Sunday', 'every 2 weeks on Sunday'],
    ['every third Monday', 'every 3 weeks on Monday'],
    ['3 weeks on Monday', 'every 3 weeks on Monday'],
    ['Monday, every 6 weeks', 'every 6 weeks on Monday'],
    ['52 weeks on Monday', 'every 52 weeks on Monday'],
    ['first Friday', 'the first Friday of the month'],
    ['1st Friday of the month', 'the first Friday of the month'],
    ['second Friday of the month', 'the second Friday of the month'],
    ['first and third Friday of the month', 'the first and third Friday of the month'],
    ['third and first Friday', 'the first and third Friday of the month'],
    ['2nd & last Friday in each month', 'the second and last Friday of the month'],
    ['first, second and fourth Friday', 'the first, second and fourth Friday of the month'],
    ['last Thursday', 'the last Thursday of the month'],
    ['monthly on the last Thursday', 'the last Thursday of the month'],
    ['  EVERY   Second  TUESDAY ', 'every 2 weeks on Tuesday'],
  ] as const) {
    it(text, () => {
      assert.equal(rhythmOf(text).words, words);
      assert.equal(rhythmOf(words).words, words);
    });
  }

  for (const text of [
    '',
    'often',
    'second',
    '2 weeks',
    'Tuesday and Friday',
    '0 weeks on Monday',
    '53 weeks on Monday',
    'fifth Monday of the month',
    'first and first Monday',
    'monthly on Monday',
    'month of the month first Monday',
    '2 Tuesday',
    'second third weeks Monday',
    'every 2 days on Monday',
    'the 15th of the month',
    'constructor Tuesday',
    'constructor weeks on Tuesday',
    '__proto__ weeks on Tuesday',
    'Tuesday '.repeat(20),
  ]) {
    it(`${JSON.stringify(text.slice(0, 30))} is none`, () => assert.equal(parseRhythm(text), undefined));
  }
});

describe('an ordinal that says neither weeks nor a month', () => {
  for (const [text, weeks, month] of [
    ['second Tuesday', '2 weeks on Tuesday', 'second Tuesday of the month'],
    ['every second Tuesday', '2 weeks on Tuesday', 'second Tuesday of the month'],
    ['2nd tue', '2 weeks on Tuesday', 'second Tuesday of the month'],
    ['third Mondays', '3 weeks on Monday', 'third Monday of the month'],
    ['the fourth Friday', '4 weeks on Friday', 'fourth Friday of the month'],
  ] as const) {
    it(`${text}: ${weeks}, or ${month}`, () => {
      const result = readRhythm(text);
      assert.deepEqual(result?.clearer, { weeks, month });
      assert.equal(result.rhythm.words, `every ${weeks}`);
      assert.equal(rhythmOf(weeks).words, `every ${weeks}`);
      assert.equal(rhythmOf(month).words, `the ${month}`);
    });
  }

  for (const text of [
    'Tuesday',
    '2 weeks on Tuesday',
    'every 2 weeks on Tuesday',
    'every other Tuesday',
    'second week on Tuesday',
    'fortnightly on Tuesday',
    'second Tuesday of the month',
    'first Tuesday',
    'last Tuesday',
    'second and fourth Tuesday',
  ]) {
    it(`${text} is clear`, () => {
      const result = readRhythm(text);
      assert.ok(result);
      assert.equal(result.clearer, undefined);
    });
  }
});

describe('proposeDates in a given rhythm', () => {
  const said = (rhythm: string, dates: readonly string[], today: string): string =>
    proposeDates(dates, today, rhythmOf(rhythm))
      .map(({ date, reason }) => `${date} ${inEnglish(reason)}`)
      .join('; ');

  for (const [name, rhythm, dates, today, expected] of [
    [
      'without notes',
      'second Tuesday',
      [],
      '2026-03-04',
      '2026-03-10 every 2 weeks on Tuesday; 2026-03-04 today',
    ],
    ['without notes, on the day', 'Wednesday', [], '2026-03-04', '2026-03-04 every Wednesday'],
    [
      'without notes, once a month',
      'first Tuesday',
      [],
      '2026-03-04',
      '2026-04-07 the first Tuesday of the month; 2026-03-04 today',
    ],
    [
      'without notes, at the end of the month',
      'last Friday',
      [],
      '2026-02-28',
      '2026-03-27 the last Friday of the month; 2026-02-28 today',
    ],
    [
      'counted from the latest note',
      'second Tuesday',
      ['2026-02-17', '2026-03-03'],
      '2026-03-04',
      '2026-03-17 every 2 weeks on Tuesday; 2026-03-04 today',
    ],
    [
      'against what the notes would teach',
      '3 weeks on Tuesday',
      ['2026-02-03', '2026-02-17', '2026-03-03'],
      '2026-03-04',
      '2026-03-24 every 3 weeks on Tuesday; 2026-03-04 today',
    ],
    [
      'long after the latest note',
      'second Tuesday',
      ['2026-01-06'],
      '2026-03-04',
      '2026-03-17 every 2 weeks on Tuesday; 2026-03-04 today',
    ],
    [
      'the latest meeting moved by a day',
      'second Tuesday',
      ['2026-02-17', '2026-03-04'],
      '2026-03-05',
      '2026-03-17 every 2 weeks on Tuesday; 2026-03-05 today',
    ],
    [
      'all notes on another weekday',
      'second Tuesday',
      ['2026-02-18', '2026-03-04'],
      '2026-03-05',
      '2026-03-17 every 2 weeks on Tuesday; 2026-03-05 today',
    ],
    [
      'one note on another weekday, long ago',
      'Tuesday',
      ['2025-02-19'],
      '2026-03-05',
      '2026-03-10 every Tuesday; 2026-03-05 today',
    ],
    [
      'notes prepared ahead',
      'Tuesday',
      ['2026-03-10', '2026-03-17'],
      '2026-03-05',
      '2026-03-24 every Tuesday; 2026-03-05 today',
    ],
    [
      'the note of today is written',
      'Tuesday',
      ['2026-03-03'],
      '2026-03-03',
      '2026-03-10 every Tuesday; 2026-03-03 today',
    ],
    ['a wrong year', 'Tuesday', ['2062-03-07'], '2026-03-04', '2026-03-10 every Tuesday; 2026-03-04 today'],
  ] as const) {
    it(name, () => assert.equal(said(rhythm, dates, today), expected));
  }

  it('always proposes a day of the rhythm that is not past', () => {
    for (const text of [
      'Monday',
      'second Tuesday',
      '7 weeks on Sunday',
      'first and third Friday',
      'last Monday',
    ]) {
      const rhythm = rhythmOf(text);
      for (let run = 0; run < 400; run++) {
        const today = addDays('2026-01-01', run);
        const dates = Array.from({ length: run % 4 }, (_, index) =>
          addDays('2025-11-03', index * 13 + (run % 90)),
        );
        const [next] = proposeDates(dates, today, rhythm);
        assert.ok(
          next && next.date >= today && rhythm.fits(next.date),
          `${text} ${today} ${dates.join(' ')}`,
        );
        if (next.kind === 'next') assert.ok(!dates.includes(next.date));
      }
    }
  });
});
