/** `textDocument/codeAction`. */

import type { ClientCapabilities, CodeAction, CodeActionParams, Connection } from 'vscode-languageserver';
import { codeActions, type EditSupport } from '../core/features/codeActions.ts';
import { toSpan } from '../core/features/range.ts';
import type { Checks } from './checks.ts';
import { documentHandler, type HandlerState } from './handler.ts';

export function serveCodeActions(
  connection: Connection,
  state: HandlerState,
  checks: Checks,
  capabilities: ClientCapabilities,
): void {
  const support = editSupport(capabilities);
  connection.onCodeAction(
    documentHandler<CodeActionParams, CodeAction[] | null>(
      state,
      'textDocument/codeAction',
      null,
      async (document, { range, context }) => {
        await checks.ready;
        const problems = checks.problemsOf(document);
        if (problems.length === 0) return [];
        const span = toSpan(range, document.document);
        const { only, diagnostics } = context;
        const request = { range: span, diagnostics, ...(only === undefined ? {} : { only }) };
        return codeActions(document.document, document.note, problems, request, support);
      },
    ),
  );
}

function editSupport(capabilities: ClientCapabilities): EditSupport {
  const edit = capabilities.workspace?.workspaceEdit;
  return {
    documentChanges: edit?.documentChanges === true,
    rename: edit?.resourceOperations?.includes('rename') === true,
  };
}
