import { doesNotThrow, throws } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { growsLinearly, growsLinearlyIn } from '../../helpers/growth.ts';

const work = (steps: number) => () => {
  let sum = 0;
  for (let step = 0; step < steps; step++) sum += step % 7;
  return sum;
};

describe('growsLinearly', () => {
  it('lets through what is constant, linear, or a little more', () => {
    doesNotThrow(() => growsLinearly(() => work(10_000), 100_000));
    doesNotThrow(() => growsLinearly((size) => work(size), 8_000_000));
    doesNotThrow(() => growsLinearly((size) => work(size * Math.log2(size)), 500_000));
  });

  it('measures what is quick, too', () => {
    throws(() => growsLinearly((size) => work(size ** 2), 80), /8 times the size costs/);
  });

  it('fails where there is nothing to measure', () => {
    throws(() => growsLinearly(() => () => {}, 100_000, 'work'), /work costs nothing/);
  });

  it('tells of what is quadratic, and how steep', () => {
    throws(() => growsLinearly((size) => work(size ** 2), 3_000, 'work:'), /work: 8 times the size costs/);
    throws(() => growsLinearlyIn(['ab'], 3_000, (text) => work(text.length ** 2)()), /"ab" 8 times/);
  });
});
