import { deepEqual, equal } from 'node:assert/strict';
import { Crashes } from '../../../../client/host/crashes.ts';

describe('crashes (acceptance 26)', () => {
  it('allows four in three minutes, not the fifth', () => {
    const crashes = new Crashes();
    const answers = [0, 1_000, 2_000, 3_000, 179_999].map((now) => crashes.note(now));
    deepEqual(answers, [true, true, true, true, false]);
  });

  it('forgets the older ones', () => {
    const crashes = new Crashes();
    for (const now of [0, 1_000, 2_000, 3_000]) crashes.note(now);
    equal(crashes.note(180_000), true);
    equal(crashes.note(180_500), false);
  });

  it('starts afresh when the user does', () => {
    const crashes = new Crashes();
    for (const now of [0, 1, 2, 3, 4]) crashes.note(now);
    crashes.forget();
    equal(crashes.note(5), true);
  });
});
