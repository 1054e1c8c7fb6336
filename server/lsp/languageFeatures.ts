/** The requests about a place in a note: completion, hover, code actions. */

import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Connection,
  type Hover,
  type HoverParams,
  MarkupKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { codeActions, type EditSupport, fixAllKind } from '../core/features/codeActions.ts';
import {
  type CompletionInputs,
  complete,
  triggerCharacters,
} from '../core/features/completion/completion.ts';
import { type HoverInputs, hover } from '../core/features/hover.ts';
import { toSpan } from '../core/features/range.ts';
import type { Checks } from './checks.ts';
import type { OpenDocument } from './documents.ts';
import { documentHandler, type HandlerState } from './handler.ts';

export interface FeatureState extends HandlerState {
  readonly checks: Checks;
  /** Undefined: the document is no note. */
  inputsFor(document: OpenDocument): (CompletionInputs & HoverInputs) | undefined;
}

export const featureCapabilities: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  completionProvider: { triggerCharacters: [...triggerCharacters] },
  hoverProvider: true,
};

export function serveLanguageFeatures(
  connection: Connection,
  state: FeatureState,
  capabilities: ClientCapabilities,
): void {
  serveCompletion(connection, state);
  serveHover(connection, state, capabilities);
  serveCodeActions(connection, state, capabilities);
}

function serveCompletion(connection: Connection, state: FeatureState): void {
  connection.onCompletion(
    documentHandler<CompletionParams, CompletionList | null>(
      state,
      'textDocument/completion',
      null,
      (document, { position, context }) => {
        const inputs = state.inputsFor(document);
        if (inputs === undefined) return null;
        const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
        const offset = document.document.offsetAt(position);
        return complete(document.document, inputs, offset, typed ? context.triggerCharacter : undefined);
      },
    ),
  );
}

function serveHover(connection: Connection, state: FeatureState, capabilities: ClientCapabilities): void {
  const markdown = capabilities.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
  connection.onHover(
    documentHandler<HoverParams, Hover | null>(
      state,
      'textDocument/hover',
      null,
      (document, { position }) => {
        const inputs = state.inputsFor(document);
        if (inputs === undefined) return null;
        return hover(document.document, inputs, document.document.offsetAt(position), markdown);
      },
    ),
  );
}

function serveCodeActions(
  connection: Connection,
  state: FeatureState,
  capabilities: ClientCapabilities,
): void {
  const { checks } = state;
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
