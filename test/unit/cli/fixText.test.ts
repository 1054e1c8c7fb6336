import { deepEqual, equal, ok } from 'node:assert/strict';
import { fixText } from '../../../server/cli/fixText.ts';
import type { Edit, Fix, FoundProblem } from '../../../server/core/checks/problem.ts';
import { t } from '../../../shared/l10n.ts';

/** A problem with one fix that does this. */
function problem(title: string, edits: readonly Edit[], more: Partial<Fix> = {}): FoundProblem {
  return {
    code: 'section-missing',
    severity: 'warning',
    range: edits[0]?.range ?? { from: 0, to: 0 },
    message: t(title),
    fixes: [{ title: t(title), edits, safe: true, ...more }],
  };
}

const replace = (from: number, to: number, text: string): Edit => ({ range: { from, to }, text });

/** Every `x` is to be a `y`, every `y` before a blank a `z`. */
function letters(text: string): FoundProblem[] {
  return [...text].flatMap((letter, at) => {
    if (letter === 'x') return [problem(`x at ${at}`, [replace(at, at + 1, 'y')])];
    return letter === 'y' && text[at + 1] === ' ' ? [problem(`y at ${at}`, [replace(at, at + 2, 'z')])] : [];
  });
}

describe('fixText', () => {
  it('goes on while there is something to fix, and tells where it is in the end', () => {
    deepEqual(fixText('ax bx c', letters), {
      text: 'azbzc',
      applied: [
        { code: 'section-missing', title: 'x at 1', at: 1 },
        { code: 'section-missing', title: 'y at 1', at: 1 },
        { code: 'section-missing', title: 'x at 4', at: 3 },
        { code: 'section-missing', title: 'y at 4', at: 3 },
      ],
    });
  });

  it('takes fixes that touch one another one at a time', () => {
    const once = (text: string) =>
      text === 'abcd' ? [problem('one', [replace(0, 3, '')]), problem('other', [replace(2, 4, '')])] : [];
    deepEqual(fixText('abcd', once), {
      text: 'd',
      applied: [{ code: 'section-missing', title: 'one', at: 0 }],
    });
  });

  it('keeps insertions at one place in order, in lines of their own', () => {
    const missing = (text: string) =>
      ['A', 'B']
        .filter((name) => !text.includes(name))
        .map((name) => problem(name, [replace(2, 2, `\n\n${name}`)]));
    deepEqual(fixText('# \r\nend', missing), {
      text: '# \r\n\r\nA\r\n\r\nB\r\nend',
      applied: [
        { code: 'section-missing', title: 'A', at: 6 },
        { code: 'section-missing', title: 'B', at: 11 },
      ],
    });
  });

  for (const [what, problems] of [
    ['what is not safe', problem('unsafe', [replace(0, 0, '!')], { safe: false })],
    ['a new name, even one said to be safe', problem('rename', [], { renameTo: 'x.md' })],
  ] as const) {
    it(`leaves ${what}`, () =>
      deepEqual(
        fixText('a', () => [problems]),
        { text: 'a', applied: [] },
      ));
  }

  it('does nothing that mends nothing, nor quarrels for ever', () => {
    equal(fixText('a', () => [problem('vain', [replace(0, 0, '!')])]).text, 'a');
    const beside = (text: string) => [problem('vain', [replace(0, 0, '!')]), ...letters(text)];
    equal(fixText('ax bx', beside).text, 'azby');
    let asked = 0;
    const { text } = fixText('a', (text) => {
      asked++;
      return [text === 'a' ? problem('to b', [replace(0, 1, 'b')]) : problem('to a', [replace(0, 1, 'a')])];
    });
    equal(text, 'a');
    ok(asked < 100);
  });
});
