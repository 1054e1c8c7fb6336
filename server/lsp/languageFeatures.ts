/** What the server can do about a place in a note, and code actions. */

import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Command,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { codeActions, fixAllKind } from '../core/features/codeActions.ts';
import { triggerCharacters } from '../core/features/completion/completion.ts';
import { toSpan } from '../core/features/range.ts';
import { referenceActions } from '../core/features/referenceActions.ts';
import type { RewriteInputs } from '../core/features/referenceRewrites.ts';
import { templateActions } from '../core/features/template/actions.ts';
import { templateTriggers } from '../core/features/template/completion.ts';
import type { TemplateInputs } from '../core/features/template/inputs.ts';
import type { EditSupport } from '../core/features/workspaceEdit.ts';
import {
  applyEditCommand,
  knowsLiterals,
  needsCommands,
  serveActionCommands,
  toCommand,
} from './actionCommands.ts';
import type { Checks } from './checks.ts';
import type { OpenDocument } from './documents.ts';
import { documentHandler, type HandlerState } from './handler.ts';

export interface FeatureState extends HandlerState {
  readonly checks: Checks;
  /** Undefined: the document is no note. */
  inputsFor(document: OpenDocument): RewriteInputs | undefined;
  /** Undefined: the document is no template file. */
  templateOf(document: OpenDocument): TemplateInputs | undefined;
}

export function featureCapabilities(capabilities: ClientCapabilities): ServerCapabilities {
  const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];
  return {
    // Options are for clients that know literals (LSP 3.18, `textDocument/codeAction`).
    codeActionProvider: knowsLiterals(capabilities) ? { codeActionKinds } : true,
    ...(needsCommands(capabilities) && { executeCommandProvider: { commands: [applyEditCommand] } }),
    completionProvider: {
      triggerCharacters: [...new Set([...triggerCharacters, ...templateTriggers])],
      resolveProvider: true,
    },
  };
}

export function serveLanguageFeatures(
  connection: Connection,
  state: FeatureState,
  capabilities: ClientCapabilities,
): void {
  serveCodeActions(connection, state, capabilities);
}

function serveCodeActions(
  connection: Connection,
  state: FeatureState,
  capabilities: ClientCapabilities,
): void {
  const { checks } = state;
  const support = editSupport(capabilities);
  const asCommands = needsCommands(capabilities);
  if (asCommands) serveActionCommands(connection, state.log);
  connection.onCodeAction(
    documentHandler<CodeActionParams, (CodeAction | Command)[] | null>(
      state,
      'textDocument/codeAction',
      null,
      async (document, { range, context }) => {
        await checks.ready;
        const span = toSpan(range, document.document);
        const { only, diagnostics, triggerKind } = context;
        const automatic = triggerKind === CodeActionTriggerKind.Automatic;
        const request = { range: span, diagnostics, automatic, ...(only === undefined ? {} : { only }) };
        const template = state.templateOf(document);
        if (template !== undefined) {
          const actions = templateActions(document.document, template.read, request, support);
          return asCommands ? actions.map(toCommand) : actions;
        }
        const problems = checks.problemsOf(document);
        const inputs = state.inputsFor(document);
        const actions = [
          ...codeActions(document.document, document.note, problems, request, support),
          ...(inputs ? referenceActions(document.document, inputs, request, support) : []),
        ];
        return asCommands ? actions.map(toCommand) : actions;
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
