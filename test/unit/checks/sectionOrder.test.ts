import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, check } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

const find = (text: string, template: ReturnType<typeof templateOf>) =>
  check('section-order', text, definedBy(template));
const messages = (text: string, template: ReturnType<typeof templateOf>) =>
  find(text, template).map(({ message }) => message);

describe('section-order', () => {
  const ordered = templateOf('# T\n\n## A\n\n## B\n\n## ${1:Topic}\n\n## C\n\n## D\n', {}, true);
  const headings = (text: string) => [...text.matchAll(/^#{2,6} (.*)$/gm)].map((match) => match[1]).join(' ');

  for (const [order, expected, mended] of [
    ['A B C D', [], 'A B C D'],
    ['A B x C y D', [], 'A B x C y D'],
    ['B A C D', ['"B" after "A"'], 'A B C D'],
    ['D A B C', ['"D" after "C"'], 'A B C D'],
    ['A C x B D', ['"C" before "D"'], 'A x B C D'],
    ['C A B D', ['"C" before "D"'], 'A B C D'],
    ['D C B A', ['"D" after "A"', '"C" after "A"', '"B" after "A"'], ''],
  ] as const) {
    it(`${order}: ${expected.join(', ') || 'nothing'}`, () => {
      const text = `# T\n\n${order
        .split(' ')
        .map((each) => `## ${each}\n\nof ${each}\n`)
        .join('\n')}`;
      const problems = find(text, ordered);
      const short = problems.map(({ message }) =>
        message.replace('Section ', '').replace(' is out of order; expected', ''),
      );
      if (mended === '') assert.equal(problems.length, 3);
      else assert.deepEqual(short, expected);
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
  it('is ignored by a comment that names it, or section-missing, which reported it before', () => {
    for (const code of ['section-order', 'section-missing'])
      assert.deepEqual(find(`# T\n<!-- office-hours-disable ${code} -->\n\n## D\n\n## A\n`, ordered), []);
    assert.equal(
      find('# T\n<!-- office-hours-disable title-missing -->\n\n## D\n\n## A\n', ordered).length,
      1,
    );
  });
  it('says where the section is to go', () => {
    const titles = (text: string) => find(text, ordered).map(({ fixes }) => fixes[0]?.title);
    assert.deepEqual(titles('# T\n\n## D\n\nd\n\n## C\n\nc\n'), ['Move Section After "C"']);
    assert.deepEqual(titles('# T\n\n## C\n\n## A\n\n## B\n\n## D\n'), ['Move Section Before "D"']);
  });
});
