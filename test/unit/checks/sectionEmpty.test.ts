import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { assertFinds } from '../../helpers/check.ts';

describe('section-empty', () => {
  it('is off by default', () => assert.equal(defaultSeverities['section-empty'], 'off'));
  it('marks headings with nothing under them but comments', () => {
    assertFinds('section-empty', '# T\n\n‹## A›\n\n<!-- c -->\n\n## B\n\n### C\n\ntext\n\n‹## D›\n');
  });
  it('leaves a task in a heading alone', () => {
    assertFinds('section-empty', '# T\n\n## Action items\n\n### Sign it -- seph\n');
  });
});
