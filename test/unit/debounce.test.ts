import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Debounce } from '../../server/core/debounce.ts';
import { Emitter } from '../../server/core/emitter.ts';
import type { Timers } from '../../server/core/ports.ts';

/** Time that passes when the test says so. */
class FakeTimers implements Timers {
  now = 0;
  #waiting: { readonly at: number; readonly run: () => void }[] = [];

  after(milliseconds: number, run: () => void): () => void {
    const entry = { at: this.now + milliseconds, run };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry);
    };
  }

  passTo(time: number): void {
    this.now = time;
    const due = this.#waiting.filter(({ at }) => at <= time);
    this.#waiting = this.#waiting.filter(({ at }) => at > time);
    for (const { run } of due) run();
  }
}

describe('a debounce', () => {
  type Step = readonly [time: number, call: 'schedule' | 'restart' | 'cancel'];
  for (const [name, steps, runs] of [
    ['runs once', [[0, 'schedule']], [10]],
    [
      'runs in the time that was asked first',
      [
        [0, 'schedule'],
        [5, 'schedule'],
      ],
      [10],
    ],
    [
      'runs again when it is asked again',
      [
        [0, 'schedule'],
        [12, 'schedule'],
      ],
      [10, 22],
    ],
    [
      'waits for quiet',
      [
        [0, 'restart'],
        [6, 'restart'],
        [12, 'restart'],
      ],
      [22],
    ],
    [
      'does not run when it was cancelled',
      [
        [0, 'schedule'],
        [9, 'cancel'],
      ],
      [],
    ],
    [
      'runs after it was cancelled',
      [
        [0, 'schedule'],
        [2, 'cancel'],
        [3, 'schedule'],
      ],
      [13],
    ],
  ] satisfies readonly (readonly [string, readonly Step[], readonly number[]])[]) {
    it(name, () => {
      const timers = new FakeTimers();
      const found: number[] = [];
      const debounce = new Debounce(timers, () => found.push(timers.now));
      for (let time = 0; time <= 40; time++) {
        timers.passTo(time);
        for (const [at, call] of steps)
          if (at === time) call === 'cancel' ? debounce.cancel() : debounce[call](10);
      }
      deepEqual(found, runs);
    });
  }
});

describe('an emitter', () => {
  it('calls all who listen, in the order they came', () => {
    const emitter = new Emitter<number>();
    const found: string[] = [];
    emitter.on((value) => found.push(`first ${value}`));
    emitter.emit(1);
    emitter.on((value) => found.push(`second ${value}`));
    emitter.emit(2);
    deepEqual(found, ['first 1', 'first 2', 'second 2']);
  });
});
