import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../shared/settings.ts';
import { assertFinds, check, seriesOf } from '../../helpers/check.ts';

describe('owner-unknown', () => {
  it('is off by default', () => assert.equal(defaultSettings.severity['owner-unknown'], 'off'));
  it('marks an owner nobody else mentions and offers the near spellings', () => {
    const [problem] = assertFinds(
      'owner-unknown',
      'Sharvil: hello\n\nTODO(‹Sharvl›): it\n\nTODO(Sharvil): that\n',
    );
    assert.deepEqual(
      problem?.fixes.map(({ title }) => title),
      ['Change it to Sharvil'],
    );
  });
  it('knows the people of earlier notes and the roster, whatever the case', () => {
    assert.deepEqual(
      check('owner-unknown', 'TODO(Seph): a\n\nTODO(@ann): b', {
        series: seriesOf({ people: ['seph'] }),
        roster: ['Ann'],
      }),
      [],
    );
  });
});
