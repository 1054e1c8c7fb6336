import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseTemplate } from '../../../server/core/template/file/parseTemplate.ts';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';

const three = parseTemplate('# T\n\n## One\n\n* a\n\n## ${1:Topic}\n\n## Two\n\n## Three\n\nend\n', {
  required: () => true,
});

describe('section-missing', () => {
  for (const heading of [
    'Highlights since the last meeting',
    'Announcements and Highlights since the last meeting',
    '**highlights since the last meeting**:',
  ]) {
    it(`takes "${heading}" for the section`, () =>
      assert.deepEqual(check('section-missing', `# T 2026-01-06\n\n## ${heading}\n`), []));
  }
  it('marks the heading it belongs before, else the title', () => {
    assertFinds('section-missing', '# T 2026-01-06\n\n‹## Parser›\n\ntext\n');
    assertFinds('section-missing', '‹# T 2026-01-06›\n\ntext\n');
  });
  it('inserts it in template order with its text', () => {
    const text = '# T 2026-01-06\n\nYouTube: https://youtu.be/x\n\n## Parser\n\ntext\n';
    const [problem] = check('section-missing', text);
    assert.equal(
      applyFix(text, problem?.fixes[0]),
      '# T 2026-01-06\n\nYouTube: https://youtu.be/x\n\n## Highlights since the last meeting\n\n* what changed (PR #number)\n\n## Parser\n\ntext\n',
    );
  });
  it('uses the wording of the latest notes', () => {
    const notes = [
      {
        uri: 'x',
        fileName: 'x',
        people: [],
        headings: [{ text: 'Announcements and Highlights since the last meeting', level: 2 }],
        references: [],
      },
    ];
    const [problem] = check('section-missing', '# T 2026-01-06\n', { series: seriesOf({ notes }) });
    assert.match(problem?.message ?? '', /"Announcements and Highlights/);
  });
  it('offers to rename what is nearly named so, and inserts nothing unasked then', () => {
    const text = '# T 2026-01-06\n\n## Highlights\n\n* a\n';
    const fixes = check('section-missing', text)[0]?.fixes ?? [];
    assert.equal(applyFix(text, fixes[0]), text.replace('Highlights', 'Highlights since the last meeting'));
    assert.deepEqual(
      fixes.map(({ safe }) => safe),
      [false, false],
    );
    assert.equal(check('section-missing', '# T 2026-01-06\n\n## Meeting place\n')[0]?.fixes.length, 1);
  });
  it('reports all that are missing, each where it belongs', () => {
    const text = '# T\n\n## Two\n\nx\n';
    const problems = check('section-missing', text, { template: three });
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'The section "One" is missing. It belongs before "Two".',
        'The section "Three" is missing. It belongs after "Two".',
      ],
    );
    const once = applyFix(text, problems[1]?.fixes[0]);
    assert.equal(once, '# T\n\n## Two\n\nx\n\n## Three\n\nend\n');
    const twice = applyFix(once, check('section-missing', once, { template: three })[0]?.fixes[0]);
    assert.equal(twice, '# T\n\n## One\n\n* a\n\n## Two\n\nx\n\n## Three\n\nend\n');
    assert.deepEqual(check('section-missing', twice, { template: three }), []);
  });
  it('mends any subset of a template to a whole one', () => {
    const all = ['One', 'Two', 'Three'];
    for (let subset = 0; subset < 8; subset++) {
      const present = all.filter((_, index) => subset & (1 << index));
      let text = `# T\n\n${present.map((heading) => `## ${heading}\n\nbody\n\n`).join('')}`;
      for (let step = 0; step < 3; step++) {
        const [problem] = check('section-missing', text, { template: three });
        if (problem) text = applyFix(text, problem.fixes[0]);
      }
      assert.deepEqual(
        [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1]),
        all,
        text,
      );
    }
  });
});
