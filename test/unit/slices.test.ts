import { deepEqual, equal, ok } from 'node:assert/strict';
import { inSlices } from '../../server/core/slices.ts';
import { systemTimers } from '../../server/host/clock.ts';
import { atOnce, type Steps } from '../../shared/steps.ts';
import { FakeTime } from './github/fakes.ts';

/** Steps that take so many milliseconds each. */
function* lasting(time: FakeTime, steps: readonly number[], done: number[]): Steps<string> {
  for (const [index, milliseconds] of steps.entries()) {
    time.setClock(time.now() + milliseconds);
    done.push(index);
    yield;
  }
  return 'result';
}

describe('work in slices', () => {
  it('lets others be served once it has taken a while, and gives its result', async () => {
    const time = new FakeTime();
    const done: number[] = [];
    const host = { clock: time, timers: time };
    const result = inSlices(lasting(time, [3, 3, 3, 40, 3, 3, 100, 1], done), host);
    deepEqual(done, [0, 1, 2, 3]);
    await time.advance(1);
    deepEqual(done, [0, 1, 2, 3, 4, 5, 6]);
    await time.advance(1_000);
    equal(await result, 'result');
  });

  it('takes no turn for what is done soon', async () => {
    const time = new FakeTime();
    equal(await inSlices(lasting(time, [1, 1, 1], []), { clock: time, timers: time }), 'result');
    equal(time.waiting, 0);
  });

  it('ends when nobody wants it any more, or when the clock was set back', async () => {
    const time = new FakeTime();
    const done: number[] = [];
    const result = inSlices(
      lasting(time, [40, 40, 40], done),
      { clock: time, timers: time },
      () => done.length < 2,
    );
    await time.advance(1_000);
    await time.advance(1_000);
    equal(await result, undefined);
    deepEqual(done, [0, 1]);
    const back = inSlices(lasting(time, [-1_000, 1], []), { clock: time, timers: time });
    ok(time.waiting > 0);
    await time.advance(5_000);
    equal(await back, 'result');
  });

  it('lets messages be handled between any two slices, whoever does them', async () => {
    let [now, rounds] = [0, 0];
    // Each step is a slice.
    const host = { clock: { now: () => (now += 100) }, timers: systemTimers };
    const seen: string[] = [];
    function* job(name: string): Steps<void> {
      for (let step = 0; step < 10; step++) {
        seen.push(`${name} ${rounds}`);
        // Other timers are due by the time that this is done.
        for (const started = performance.now(); performance.now() < started + 2; );
        yield;
      }
    }
    // The event loop comes by here once a round, after what has arrived.
    let goesOn = true;
    const round = () => {
      rounds++;
      if (goesOn) setImmediate(round);
    };
    setImmediate(round);
    await new Promise(setImmediate);
    await Promise.all(['a', 'b', 'c'].map((name) => inSlices(job(name), host)));
    goesOn = false;
    // The first of each is done before it waits.
    const later = seen.slice(3).map((each) => each.split(' ')[1]);
    equal(later.length, 27);
    equal(new Set(later).size, later.length, seen.join(', '));
  });

  it('is the same at once', () => {
    equal(atOnce(lasting(new FakeTime(), [1, 100, 1], [])), 'result');
  });
});
