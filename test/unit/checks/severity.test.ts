import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { effectiveSeverity } from '../../../server/core/checks/severity.ts';

describe('effectiveSeverity', () => {
  const template = { severity: { 'section-empty': 'hint', 'title-missing': 'error' } } as const;

  it('is the usual one where nobody says anything', () =>
    assert.deepEqual(effectiveSeverity({}), defaultSeverities));
  it('is the template’s before the usual one, and the user’s before both', () => {
    const {
      'section-empty': empty,
      'title-missing': title,
      ...others
    } = effectiveSeverity({ 'title-missing': 'off' }, template);
    assert.deepEqual([empty, title], ['hint', 'off']);
    const { 'section-empty': _, 'title-missing': __, ...usual } = defaultSeverities;
    assert.deepEqual(others, usual);
  });
});
