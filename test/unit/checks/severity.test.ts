import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { effectiveSeverity } from '../../../server/core/checks/severity.ts';
import { defaultSettings } from '../../../shared/settings.ts';

describe('effectiveSeverity', () => {
  const template = { severity: { 'section-empty': 'hint', 'title-missing': 'error' } } as const;

  it('is the usual one where nobody says anything', () =>
    assert.deepEqual(effectiveSeverity({}), defaultSettings.severity));
  it('is the template’s before the usual one, and the user’s before both', () => {
    const {
      'section-empty': empty,
      'title-missing': title,
      ...others
    } = effectiveSeverity({ 'title-missing': 'off' }, template);
    assert.deepEqual([empty, title], ['hint', 'off']);
    const { 'section-empty': _, 'title-missing': __, ...usual } = defaultSettings.severity;
    assert.deepEqual(others, usual);
  });
});
