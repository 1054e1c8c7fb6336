import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  addDays,
  dateParts,
  daysBetween,
  isValidDate,
  weekday,
  weekdayNames,
} from '../../../shared/calendar.ts';

/** Node reads a changed TZ at once (nodejs.org/api/cli.html, TZ). */
function inTimeZone(zone: string, run: () => void): void {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

describe('calendar', () => {
  for (const [date, valid] of [
    ['2026-01-06', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-00-01', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['0999-12-31', false],
    ['2026-1-6', false],
    ['2026-01-06 ', false],
    ['2026-01-06\n', false],
    ['', false],
  ] as const) {
    it(`${JSON.stringify(date)} is ${valid ? 'a' : 'no'} date`, () => assert.equal(isValidDate(date), valid));
  }

  for (const [date, count, expected] of [
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-01-06', 0, '2026-01-06'],
    ['2026-01-06', 14, '2026-01-20'],
    ['1969-12-31', 1, '1970-01-01'],
    // Days on which Europe and the United States change their clocks.
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-03-08', 14, '2026-03-22'],
    // A day that Samoa left out.
    ['2011-12-29', 1, '2011-12-30'],
    ['9999-12-31', 1, '9999-12-31'],
    ['1000-01-01', -1, '1000-01-01'],
  ] as const) {
    it(`${date} and ${count} days is ${expected}`, () => assert.equal(addDays(date, count), expected));
  }

  it('counts days over years and back', () => {
    assert.equal(daysBetween('2019-10-15', '2022-06-07'), 966);
    assert.equal(daysBetween('2022-06-07', '2019-10-15'), -966);
  });

  for (const [date, name] of [
    ['2019-10-15', 'Tuesday'],
    ['1970-01-01', 'Thursday'],
    ['1969-12-31', 'Wednesday'],
    ['2000-02-29', 'Tuesday'],
    ['1000-01-05', 'Sunday'],
  ] as const) {
    it(`${date} is a ${name}`, () => assert.equal(weekdayNames[weekday(date)], name));
  }

  for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'America/St_Johns', 'Pacific/Apia']) {
    it(`is the same in ${zone}`, () =>
      inTimeZone(zone, () => {
        assert.equal(addDays('2011-12-29', 1), '2011-12-30');
        assert.equal(addDays('2026-03-08', 14), '2026-03-22');
        assert.equal(daysBetween('2026-03-01', '2026-11-30'), 274);
        assert.equal(weekday('2026-01-06'), 2);
      }));
  }

  it('agrees with itself over 400 years', () => {
    let date = '1900-01-01';
    for (let count = 0; count < 146_097; count++) {
      const next = addDays(date, 1);
      assert.ok(next > date && isValidDate(next) && weekday(next) === (weekday(date) + 1) % 7, date);
      date = next;
    }
    assert.deepEqual(dateParts(date), { year: 2300, month: 1, day: 1 });
  });
});
