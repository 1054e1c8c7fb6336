import { deepEqual, equal } from 'node:assert/strict';
import { remembered, rememberedOf } from '../../server/core/remembered.ts';

describe('a function that remembers its results', () => {
  it('is computed once for a text, also where there is no result', () => {
    const asked: string[] = [];
    const length = remembered((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    deepEqual(
      ['ab', '', 'ab', ''].map((text) => length(text)),
      [2, undefined, 2, undefined],
    );
    deepEqual(asked, ['ab', '']);
  });

  it('forgets where very many are asked about', () => {
    let asked = 0;
    const same = remembered((text) => {
      asked++;
      return text;
    });
    for (let round = 0; round < 2; round++)
      for (let text = 0; text < 1_000; text++) equal(same(`${text}`), `${text}`);
    equal(asked, 2_000);
  });

  it('is computed once for an object, also where there is no result', () => {
    const asked: object[] = [];
    const text = rememberedOf((each: { readonly text?: string }) => {
      asked.push(each);
      return each.text;
    });
    const [full, empty] = [{ text: 'ab' }, {}];
    deepEqual([full, empty, full, empty, { text: 'ab' }].map(text), ['ab', undefined, 'ab', undefined, 'ab']);
    equal(asked.length, 3);
  });
});
