import { deepEqual } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FoundProblem } from '../../../server/core/checks/problem.ts';
import { toDiagnostics } from '../../../server/core/features/diagnostics.ts';
import { inEnglish, t } from '../../../shared/l10n.ts';
import { atOnce } from '../../../shared/steps.ts';

const document = TextDocument.create('file:///n.md', 'markdown', 1, 'a\r\n😀 b\n');

const problem: FoundProblem = {
  code: 'section-duplicate',
  range: { from: 3, to: 5 },
  message: t('Twice.'),
  severity: 'hint',
  related: [{ range: { from: 6, to: 7 }, message: t('The first.') }],
  fixes: [],
};

describe('diagnostics', () => {
  it('says all to a client that shows all', () => {
    deepEqual(
      atOnce(
        toDiagnostics([problem], document, { relatedInformation: true, codeDescription: true }, inEnglish),
      ),
      [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } },
          severity: 4,
          code: 'section-duplicate',
          source: 'office-hours',
          message: 'Twice.',
          codeDescription: {
            href: 'https://github.com/office-hours-notes/office-hours-notes/blob/main/docs/rules/section-duplicate.md',
          },
          relatedInformation: [
            {
              location: {
                uri: 'file:///n.md',
                range: { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } },
              },
              message: 'The first.',
            },
          ],
        },
      ],
    );
  });

  it('says the rest to one that does not', () => {
    deepEqual(
      atOnce(
        toDiagnostics([problem], document, { relatedInformation: false, codeDescription: false }, inEnglish),
      ),
      [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } },
          severity: 4,
          code: 'section-duplicate',
          source: 'office-hours',
          message: 'Twice.',
        },
      ],
    );
  });

  it('gives the severest of very many, and how many it does not give', () => {
    const many = Array.from({ length: 1_200 }, (_, at): FoundProblem => {
      return { ...problem, message: t('Problem {0}.', at), severity: at === 1_100 ? 'error' : 'warning' };
    });
    const support = { relatedInformation: false, codeDescription: false };
    const given = atOnce(toDiagnostics(many, document, support, inEnglish));
    deepEqual(
      [given.length, ...given.slice(-3).map(({ message }) => message)],
      [1_000, 'Problem 997.', 'Problem 1100.', '201 more problems are not shown.'],
    );
    deepEqual(atOnce(toDiagnostics(many.slice(0, 1_000), document, support, inEnglish)).length, 1_000);
  });
});
