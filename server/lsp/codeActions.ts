/** `textDocument/codeAction` */

import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Command,
  type Connection,
} from 'vscode-languageserver';
import type { Steps } from '../../shared/steps.ts';
import { type ActionRequest, codeActions } from '../core/features/codeActions.ts';
import { toSpan } from '../core/features/range.ts';
import { type RewriteRequest, referenceActions } from '../core/features/referenceActions.ts';
import { templateActions } from '../core/features/template/actions.ts';
import type { EditSupport } from '../core/features/workspaceEdit.ts';
import { inSlices } from '../core/slices.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import { canSelect, needsCommands } from './clientCapabilities.ts';
import { toCommand } from './executeCommand.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

export function serveCodeActions(connection: Connection, session: Session): void {
  const { capabilities } = session;
  const support = editSupport(capabilities);
  const asCommands = needsCommands(capabilities);
  connection.onCodeAction(
    documentHandler<CodeActionParams, (CodeAction | Command)[] | null>(
      session,
      'textDocument/codeAction',
      null,
      async (document, { range, context }, token) => {
        await session.ready;
        const span = toSpan(range, document.document);
        const { only, diagnostics, triggerKind } = context;
        const automatic = triggerKind === CodeActionTriggerKind.Automatic;
        const request = { range: span, diagnostics, automatic, ...(only === undefined ? {} : { only }) };
        const { version } = document;
        const steps = actionsFor(document, request, support, session);
        // An editor asks again once its text is another one.
        const isWanted = () => !token.isCancellationRequested && document.version === version;
        const actions = await inSlices(steps, session, isWanted);
        if (actions === undefined) return null;
        return asCommands ? actions.map(toCommand) : actions;
      },
    ),
  );
}

function* actionsFor(
  document: OpenDocument,
  request: ActionRequest & RewriteRequest,
  support: EditSupport,
  { inputsFor, problems, say, templateOf }: Session,
): Steps<CodeAction[]> {
  const template = templateOf(document);
  if (template !== undefined) return templateActions(document.document, template.read, request, support, say);
  const inputs = inputsFor(document);
  const fixes = yield* codeActions(
    document.document,
    document.note,
    yield* problems.problemSteps(document),
    request,
    support,
    say,
    inputs?.meetings,
  );
  if (inputs === undefined) return fixes;
  return [...fixes, ...(yield* referenceActions(document.document, inputs, request, support, say))];
}

function editSupport(capabilities: ClientCapabilities): EditSupport {
  const edit = capabilities.workspace?.workspaceEdit;
  return {
    documentChanges: edit?.documentChanges === true,
    rename: edit?.resourceOperations?.includes('rename') === true,
    select: canSelect(capabilities),
  };
}
