import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

const one = '## Outreach\n\nfirst\n\n';

describe('section-duplicate', () => {
  it('marks the second of two that stand side by side', () => {
    const [problem] = assertFinds('section-duplicate', `# T\n\n${one}‹## outreach:›\n\nsecond\n\n## Z\n`);
    assert.equal(problem?.related?.length, 1);
  });
  it('marks an alias of the same section of the template', () => {
    assertFinds(
      'section-duplicate',
      '# T\n\n## Highlights since the last meeting\n\na\n\n‹## Announcements and Highlights since the last meeting›\n\nb\n',
    );
  });
  it('lets the same sub-heading stand under different topics, and at different levels', () => {
    assert.deepEqual(
      check('section-duplicate', '# T\n\n## A\n\n### Status\n\n## B\n\n### Status\n\n## Status\n'),
      [],
    );
  });
  it('merges the second into the first', () => {
    const text = `# T\n\n${one}## Z\n\nz\n\n## Outreach\n\nsecond\n`;
    const [fix] = check('section-duplicate', text)[0]?.fixes ?? [];
    assert.equal(fix?.safe, false);
    assert.equal(applyFix(text, fix), '# T\n\n## Outreach\n\nfirst\n\nsecond\n\n## Z\n\nz\n');
  });
  it('removes a duplicate that adds nothing', () => {
    for (const body of ['', 'first\n\n']) {
      const text = `# T\n\n${one}## Outreach\n\n${body}## Z\n`;
      const [fix] = check('section-duplicate', text)[0]?.fixes ?? [];
      assert.equal(fix?.safe, true);
      assert.equal(applyFix(text, fix), `# T\n\n${one}## Z\n`);
    }
  });
});

describe('section-duplicate, by template', () => {
  const template = templateOf(
    '# T\n\n## Team\n\n### Done\n\n## Misc\n\n### Done\n\n## ${1:x}\n\n## ${2:x}\n',
    {
      Team: { many: true },
      Misc: { aliases: ['Other'] },
    },
  );
  for (const text of [
    '# T\n\n## Team\n\na\n\n## Team\n\nb\n',
    '# T\n\n## Team\n\n### Done\n\n## Misc\n\n### Done\n',
    '# T\n\n## x\n\n## x\n',
  ]) {
    it(`is not in ${text.replaceAll('\n', '⏎')}`, () =>
      assert.deepEqual(check('section-duplicate', text, definedBy(template)), []));
  }
  it('is in the others', () => {
    assertFinds(
      'section-duplicate',
      '# T\n\n## Misc\n\n‹## Other›\n\n## Team\n\n### Done\n\n‹### Done›\n',
      definedBy(template),
    );
  });
});
