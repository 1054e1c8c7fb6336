import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { systemClock, systemTimers } from '../../../server/host/clock.ts';

/** `YYYY-MM-DD` is how Sweden writes dates. */
const dayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date());

describe('systemClock', () => {
  // At any moment it is another day than in Greenwich in one of the first two.
  for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12', 'UTC', 'America/St_Johns', 'Asia/Kathmandu']) {
    it(`knows what day it is in ${zone}`, () => {
      const before = process.env.TZ;
      // Node reads a changed TZ at once (nodejs.org/api/cli.html, TZ).
      process.env.TZ = zone;
      try {
        const days = [dayIn(zone), systemClock.today(), dayIn(zone)];
        assert.ok(days[1] === days[0] || days[1] === days[2], days.join());
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    });
  }
});

describe('systemTimers', () => {
  it('waits for as long as there can be a timer, where it is to wait for longer', async () => {
    const ran: string[] = [];
    const stops = [2 ** 31, 2 ** 40, Infinity].map((wait) =>
      systemTimers.after(wait, () => ran.push(String(wait))),
    );
    await new Promise<void>((resolve) => systemTimers.after(20, resolve));
    for (const stop of stops) stop();
    assert.deepEqual(ran, []);
  });
});
