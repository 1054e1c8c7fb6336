import assert from 'node:assert/strict';
import { check, seriesOf } from '../../helpers/check.ts';
import { growsLinearly } from '../../helpers/growth.ts';

describe('todo-owner-missing', () => {
  it('offers somebody in linear time', () => {
    growsLinearly((size) => {
      const people = Array.from({ length: size }, (_, index) => `ann${index}`);
      const [problem] = check('todo-owner-missing', 'TODO: write it', {
        series: seriesOf({ people: [...people, ...people.map((name) => `${name} Ito`)] }),
      });
      return () => assert.equal(problem?.fixes[0]?.title, 'Assign to ann0 Ito');
    }, 20_000);
  });
});
