import assert from 'node:assert/strict';
import { settledDate } from '../../../../shared/dates/settledDate.ts';
import { growsLinearlyIn } from '../../../helpers/growth.ts';

describe('a day that another one settles', () => {
  it('is linear', () =>
    growsLinearlyIn(['6 Januar ', 'Januar 6 ', '6–7 ', '1/2 '], 200_000, (text) =>
      assert.equal(settledDate(text, 0, text.length, '2026-12-31'), undefined),
    ));
});
