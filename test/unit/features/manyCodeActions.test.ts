import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FoundProblem } from '../../../server/core/checks/problem.ts';
import { type ChosenFix, codeActions, withoutOverlaps } from '../../../server/core/features/codeActions.ts';
import { toDiagnostics } from '../../../server/core/features/diagnostics.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { inEnglish, t } from '../../../shared/l10n.ts';
import { atOnce } from '../../../shared/steps.ts';
import { growsLinearly } from '../../helpers/growth.ts';

/** A problem in each line, with a fix. */
function problemsOf(lines: number): FoundProblem[] {
  return Array.from({ length: lines }, (_, index) => {
    const range = { from: index * 4, to: index * 4 + 3 };
    const fixes = [{ title: t('Fix {0}', index), safe: true, edits: [{ range, text: 'xyz' }] }];
    return { code: 'reference-missing', severity: 'warning', message: t('Problem {0}', index), range, fixes };
  });
}

function actionsFor(lines: number) {
  const text = '#12\n'.repeat(lines);
  const document = TextDocument.create('file:///w/n.md', 'markdown', 1, text);
  const note = parseNote(text);
  const problems = problemsOf(lines);
  const none = { relatedInformation: false, codeDescription: false };
  const diagnostics = atOnce(toDiagnostics(problems, document, none, inEnglish));
  const request = { range: { from: 0, to: text.length }, diagnostics };
  return () =>
    atOnce(
      codeActions(document, note, problems, request, { documentChanges: true, rename: true }, inEnglish),
    );
}

describe('code actions for a selection of many problems (acceptance 42)', () => {
  it('are a list that can be read, each with its diagnostic', () => {
    const actions = actionsFor(2_000)();
    assert.ok(actions.length >= 100 && actions.length <= 300, String(actions.length));
    assert.deepEqual(
      actions[99]?.diagnostics?.map(({ message }) => message),
      ['Problem 99'],
    );
  });

  it('cost what there is to read', () => growsLinearly(actionsFor, 4_000));

  it('apply fixes at a cost that grows with their number', () =>
    growsLinearly((count) => {
      const fixes = problemsOf(Math.ceil(count)).map((problem) => ({ problem, fix: problem.fixes[0]! }));
      return () => withoutOverlaps(fixes);
    }, 8_000));

  it('apply the same fixes as a comparison of each with each', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(4)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(fc.array(span, { minLength: 1, maxLength: 2 }), { maxLength: 12 }), (all) => {
        const fixes = all.map(
          (ranges, index) =>
            ({
              fix: { title: `${index}`, edits: ranges.map((range) => ({ range, text: '' })) },
            }) as unknown as ChosenFix,
        );
        const taken: { from: number; to: number }[] = [];
        const expected = fixes.filter(({ fix: { edits } }) => {
          const isFree = edits.every(({ range: a }) => taken.every((b) => !(a.from < b.to && b.from < a.to)));
          if (isFree) taken.push(...edits.map(({ range }) => range));
          return isFree;
        });
        assert.deepEqual(withoutOverlaps(fixes), expected);
      }),
    );
  });
});
