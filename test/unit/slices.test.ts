import { deepEqual, equal, ok } from 'node:assert/strict';
import { inSlices } from '../../server/core/slices.ts';
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
    const result = inSlices(lasting(time, [5, 5, 5, 40, 5, 5, 100, 1], done), host);
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

  it('is the same at once', () => {
    equal(atOnce(lasting(new FakeTime(), [1, 100, 1], [])), 'result');
  });
});
