import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

const find = (text: string, template: ReturnType<typeof templateOf>) =>
  check('section-missing', text, definedBy(template));
const messages = (text: string, template: ReturnType<typeof templateOf>) =>
  find(text, template).map(({ message }) => message);

describe('section-missing, levels', () => {
  const flat = templateOf('# T\n\n## News\n\n## Misc\n');

  it('is met by a heading of the same level only', () => {
    const text = '# T\n\n### News\n\nx\n\n## Misc\n';
    const [problem] = assertFinds('section-missing', '# T\n\n‹### News›\n\nx\n\n## Misc\n', definedBy(flat));
    assert.equal(
      problem?.message,
      'The section "News" is missing. Here it is a heading of level 3; the template has it at level 2.',
    );
    assert.equal(applyFix(text, problem?.fixes[0]), text.replace('### News', '## News'));
    assert.deepEqual(new Set(problem?.fixes.map(({ safe }) => safe)), new Set([false]));
  });
  it('does not count the marks of an underlined heading', () => {
    const [problem] = find('# T\n\nNews\n---\n\nMisc\n---\n', templateOf('# T\n\n### News\n\n## Misc\n'));
    assert.deepEqual(
      problem?.fixes.map(({ title }) => title),
      ['Insert the section "News"'],
    );
  });
  it('is met at any level where the template says so', () => {
    const template = templateOf('# T\n\n## News\n', { News: { anyLevel: true } });
    assert.deepEqual(messages('# T\n\n#### news:\n', template), []);
  });
});

describe('section-missing, sub-sections', () => {
  const nested = templateOf('# T\n\n## Team\n\n### Done\n\n### Next\n\nn\n\n## Misc\n\n### Done\n');

  it('belong inside their parent', () => {
    const text = '# T\n\n## Team\n\n### Next\n\nx\n\n## Misc\n\n### Done\n\nd\n';
    const [problem, ...others] = find(text, nested);
    assert.deepEqual(others, []);
    assert.equal(problem?.message, 'The section "Done" is missing. It belongs before "Next".');
    const mended = applyFix(text, problem?.fixes[0]);
    assert.equal(mended, '# T\n\n## Team\n\n### Done\n\n### Next\n\nx\n\n## Misc\n\n### Done\n\nd\n');
    assert.deepEqual(messages(mended, nested), []);
  });
  it('go to the end of a parent that has none of them', () => {
    const text = '# T\n\n## Team\n\ntext\n\n## Misc\n\n### Done\n';
    const problems = find(text, nested);
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'The section "Done" is missing. It belongs in "Team".',
        'The section "Next" is missing. It belongs in "Team".',
      ],
    );
    assert.equal(applyFix(text, problems[1]?.fixes[0]), text.replace('text\n', 'text\n\n### Next\n\nn\n'));
  });
  it('come with a missing parent', () => {
    const text = '# T\n\n## Misc\n\n### Done\n';
    const [problem, ...others] = find(text, nested);
    assert.deepEqual(others, []);
    const mended = applyFix(text, problem?.fixes[0]);
    assert.equal(mended, '# T\n\n## Team\n\n### Done\n\n### Next\n\nn\n\n## Misc\n\n### Done\n');
  });
  it('are asked for in each section of a parent that may stand many times, and in none of an absent optional one', () => {
    const template = templateOf('# T\n\n## Team\n\n### Done\n\n## Guests\n\n### Names\n', {
      Team: { many: true },
      Guests: { required: false },
    });
    const text = '# T\n\n## Team\n\n### Done\n\n## Team\n\nx\n\n## Team\n';
    assert.deepEqual(
      find(text, template).map(({ range }) => text.slice(0, range.from).split('\n').length),
      [7, 11],
    );
    assert.deepEqual(
      messages(`${text}\n## Guests\n`, template).at(-1),
      'The section "Names" is missing. It belongs in "Guests".',
    );
  });
  it('below a tab stop are asked for nowhere', () => {
    const template = templateOf('# T\n\n## ${1:Topic}\n\n### Decision\n');
    assert.deepEqual(messages('# T\n\n## Parser\n\ntext\n', template), []);
  });
});

describe('section-missing, the place', () => {
  const open = templateOf('# T\n\n## News\n\n## ${1:Topic}\n\n## Misc\n');

  it('of what comes last is behind the writer’s own sections', () => {
    const text = '# T\n\n## News\n\n## Parser\n\nx\n';
    const [problem] = find(text, open);
    assert.equal(problem?.message, 'The section "Misc" is missing. It belongs at the end.');
    assert.equal(applyFix(text, problem?.fixes[0]), `${text.trimEnd()}\n\n## Misc\n`);
  });
  it('says the day and the project of the note', () => {
    const template = templateOf('# T\n\n## News\n\n${1:project} on $CURRENT_YEAR-$CURRENT_MONTH\n');
    const [problem] = check('section-missing', '# T\n', {
      ...definedBy(template, { project: 'lantern' }),
      fileName: '2026-05-19.md',
    });
    assert.equal(applyFix('# T\n', problem?.fixes[0]), '# T\n\n## News\n\nlantern on 2026-05\n');
  });
  it('leaves one blank line on both sides', () => {
    const template = templateOf('# T\n\n## A\n\n## B\n\n## C\n');
    for (const between of ['\n', '\n\n', '\n\n\n', '\r\n\r\n']) {
      const text = `# T\n\n## A${between}## C\n`;
      const mended = applyFix(text, find(text, template)[0]?.fixes[0]).replaceAll('\r', '');
      assert.match(mended, /## A\n\n## B\n\n\n?## C\n$/);
    }
  });
});

describe('section-missing, in order', () => {
  const ordered = templateOf('# T\n\n## A\n\n## B\n\n## ${1:Topic}\n\n## C\n\n## D\n', {}, true);
  const headings = (text: string) => [...text.matchAll(/^#{2,6} (.*)$/gm)].map((match) => match[1]).join(' ');

  for (const [order, told, mended] of [
    ['A B C D', [], 'A B C D'],
    ['A B x C y D', [], 'A B x C y D'],
    ['B A C D', ['"B" after "A"'], 'A B C D'],
    ['D A B C', ['"D" after "C"'], 'A B C D'],
    ['A C x B D', ['"C" before "D"'], 'A x B C D'],
    ['C A B D', ['"C" before "D"'], 'A B C D'],
    ['D C B A', ['"D" after "A"', '"C" after "A"', '"B" after "A"'], ''],
  ] as const) {
    it(`${order}: ${told.join(', ') || 'nothing'}`, () => {
      const text = `# T\n\n${order
        .split(' ')
        .map((each) => `## ${each}\n\nof ${each}\n`)
        .join('\n')}`;
      const problems = find(text, ordered);
      const short = problems.map(({ message }) =>
        message
          .replace('The section ', '')
          .replace(' is not where the template has it. It belongs', '')
          .slice(0, -1),
      );
      if (mended === '') assert.equal(problems.length, 3);
      else assert.deepEqual(short, told);
      if (problems.length !== 1) return;
      const [fix, ...others] = problems[0]?.fixes ?? [];
      assert.deepEqual([fix?.safe, others.length], [false, 0]);
      const moved = applyFix(text, fix);
      assert.equal(headings(moved), mended);
      assert.equal(moved.replaceAll(/\n{3,}/g, '##'), moved);
      assert.deepEqual(find(moved, ordered), []);
    });
  }
  it('is asked for only where the template does', () => {
    assert.deepEqual(messages('# T\n\n## D\n\n## C\n\n## B\n\n## A\n', { ...ordered, inOrder: false }), []);
  });
  it('counts for the sub-sections of the section that asks', () => {
    const template = templateOf('# T\n\n## P\n\n### A\n\n### B\n\n## Q\n\n### A\n\n### B\n', {
      P: { inOrder: true },
    });
    const text = '# T\n\n## Q\n\n### B\n\n### A\n\n## P\n\n### B\n\nb\n\n### A\n\na\n';
    const [problem, ...others] = find(text, template);
    assert.deepEqual(others, []);
    assert.equal(headings(applyFix(text, problem?.fixes[0])), 'Q B A P A B');
  });
  it('lets a repeated section stand together', () => {
    const template = templateOf('# T\n\n## A\n\n## B\n\n## C\n', { B: { many: true } }, true);
    assert.deepEqual(messages('# T\n\n## A\n\n## B\n\n## B\n\n## C\n', template), []);
    assert.equal(messages('# T\n\n## A\n\n## B\n\n## C\n\n## B\n', template).length, 1);
  });
  it('costs little however many there are', () => {
    const text = `# T\n\n${Array.from({ length: 4_000 }, (_, index) => `## ${'DCBA'[index % 4]}\n`).join('\n')}`;
    // Were it to grow with the square, the runner's limit would end it.
    assert.ok(find(text, ordered).length > 0);
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
