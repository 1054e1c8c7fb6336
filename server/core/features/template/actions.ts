/** Quick fixes of a template file. */

import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { inEnglish, type Say } from '../../../../shared/l10n.ts';
import type { TextDocument } from '../../note/noteDocument.ts';
import type { ReadTemplate } from '../../template/definition.ts';
import type { ActionRequest } from '../codeActions.ts';
import { toRange } from '../range.ts';
import { type EditSupport, editOf, wants } from '../workspaceEdit.ts';

/** The fixes of the problems in the requested range. `read` is of the document's text. */
export function templateActions(
  document: TextDocument,
  read: ReadTemplate,
  request: ActionRequest,
  support: EditSupport,
  say: Say = inEnglish,
): CodeAction[] {
  if (!wants(request.only ?? [CodeActionKind.QuickFix], CodeActionKind.QuickFix)) return [];
  return read.problems.flatMap(({ range, fix, otherFix, code }): CodeAction[] => {
    if (range.from > request.range.to || request.range.from > range.to) return [];
    const { start } = toRange(range, document);
    return [fix, otherFix].flatMap((each) =>
      each === undefined
        ? []
        : [
            {
              title: say(each.title),
              kind: CodeActionKind.QuickFix,
              ...(each === fix && { isPreferred: true }),
              diagnostics: request.diagnostics.filter(
                (shown) =>
                  shown.code === code &&
                  shown.range.start.line === start.line &&
                  shown.range.start.character === start.character,
              ),
              edit: editOf(document, [each], support),
            },
          ],
    );
  });
}
