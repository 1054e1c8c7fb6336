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
            href: 'https://github.com/office-hours-notes/office-hours-notes/blob/main/docs/rules.md#section-duplicate',
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
});
