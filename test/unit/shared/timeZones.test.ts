/** Days are days in every time zone, over changes of the clock and days that a zone skipped, and whatever the clock says. */

import { deepEqual, equal, ok } from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../../../server/cli/arguments.ts';
import { run } from '../../../server/cli/run.ts';
import { proposeDates } from '../../../server/core/template/rhythm/cadence.ts';
import { systemClock } from '../../../server/host/clock.ts';
import { addDays, daysBetween, isValidDate, weekday } from '../../../shared/calendar.ts';

/** Samoa had no 30 December 2011, Kwajalein no 21 August 1993; the others change at midnight, by half an hour, or not at all. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'America/St_Johns',
];
const skipped = [
  '2011-12-30',
  '1993-08-21',
  '1994-12-31',
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
];

describe('days', () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  for (const zone of zones) {
    it(`follow one another in ${zone}`, () => {
      process.env.TZ = zone;
      for (const around of skipped) {
        const start = addDays(around, -200);
        const days = Array.from({ length: 400 }, (_, at) => addDays(start, at));
        equal(new Set(days).size, 400);
        for (const [at, date] of days.entries()) {
          ok(isValidDate(date), date);
          equal(daysBetween(start, date), at);
          equal(weekday(date), (weekday(start) + at) % 7);
        }
      }
    });

    it(`are proposed as everywhere in ${zone}`, () => {
      const proposals = () =>
        skipped.map((date) => {
          const dates = [1, 2, 3, 4, 5, 6].map((count) => addDays(date, -14 * count));
          return proposeDates(dates, addDays(date, -1), undefined);
        });
      process.env.TZ = 'UTC';
      const expected = proposals();
      process.env.TZ = zone;
      deepEqual(proposals(), expected);
      deepEqual(
        expected.map(([first]) => first?.date),
        skipped,
      );
    });

    it(`begin at local midnight in ${zone}`, () => {
      process.env.TZ = zone;
      const { now } = Date;
      const RealDate = Date;
      const at = (moment: number) => {
        class FixedDate extends RealDate {
          constructor() {
            super(moment);
          }
        }
        globalThis.Date = FixedDate as DateConstructor;
        try {
          return systemClock.today();
        } finally {
          globalThis.Date = RealDate;
        }
      };
      const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
      for (const date of skipped) {
        for (let hour = -30; hour < 54; hour++) {
          const moment = RealDate.parse(`${date}T00:30:00Z`) + hour * 3_600_000;
          equal(at(moment), local.format(moment));
        }
      }
      equal(Date.now, now);
    });
  }
});

describe('a clock that is wrong by years', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-hours-clock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** All files of the samples after `check --fix`. */
  async function fixed(today: string): Promise<Record<string, string>> {
    const root = join(folder, today);
    cpSync('samples', root, { recursive: true });
    mkdirSync(join(root, '.git'));
    const request = readArguments(['check', '--fix', '--offline', '.']);
    ok(request.kind === 'check');
    const quiet = { write: () => true };
    const now = () => Date.parse(`${today}T12:00:00Z`);
    await run(
      request,
      { cwd: () => root, env: {}, stdout: quiet, stderr: quiet },
      { now, today: () => today },
    );
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    return Object.fromEntries(
      files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
    );
  }

  it('changes no fix', async () => {
    const expected = await fixed('2026-09-01');
    for (const today of ['1970-01-01', '1999-12-31', '2026-01-01', '2038-01-19', '9999-12-31']) {
      deepEqual(await fixed(today), expected, today);
    }
  });

  for (const today of ['1970-01-01', '1999-12-31', '2038-01-19', '9999-12-31']) {
    it(`proposes days that there are on ${today}`, () => {
      const proposals = proposeDates(['2026-01-06', '2026-01-20', '2026-02-03'], today, undefined);
      ok(proposals.length > 0);
      for (const { date } of proposals) ok(isValidDate(date), date);
    });
  }
});
