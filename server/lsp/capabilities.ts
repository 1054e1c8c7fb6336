/** What the server can do for a client: the answer to `initialize`, which comes before the features are loaded. */

import {
  type ClientCapabilities,
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { completionTriggers } from '../../shared/protocol.ts';
import {
  fixAllKind,
  selectCommand,
  source,
  templateTriggers,
  tokenLegend,
} from '../core/features/announced.ts';
import {
  canCreateFiles,
  canEdit,
  canPull,
  canSelect,
  knowsLiterals,
  needsCommands,
} from './clientCapabilities.ts';
import type { ClientKind } from './clientKind.ts';

export type CommandName =
  | typeof selectCommand
  | 'officeHours.applyEdit'
  | 'officeHours.newNote'
  | 'officeHours.insertReference'
  | 'officeHours.previousNote'
  | 'officeHours.nextNote';

/** The commands that a client is offered. VS Code's are the extension's, which asks in VS Code's own way. */
export function commandsFor(capabilities: ClientCapabilities, clientKind: ClientKind): CommandName[] {
  const names: CommandName[] = needsCommands(capabilities) ? ['officeHours.applyEdit'] : [];
  if (clientKind === 'plain') {
    if (canCreateFiles(capabilities)) names.push('officeHours.newNote');
    if (canEdit(capabilities)) names.push('officeHours.insertReference');
    names.push('officeHours.previousNote', 'officeHours.nextNote');
  }
  if (canSelect(capabilities)) names.push(selectCommand);
  return names;
}

/** Events of whole folders come here; the watcher's patterns see files alone. */
const fileOperation = {
  filters: [
    { pattern: { glob: '**/*.{md,markdown}' } },
    { pattern: { glob: '**/*', matches: 'folder' as const } },
  ],
};

const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

export function capabilitiesFor(
  capabilities: ClientCapabilities,
  clientKind: ClientKind,
): ServerCapabilities {
  const commands = commandsFor(capabilities, clientKind);
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    // One note's text is nothing to another's problems; what the archive teaches arrives with a refresh.
    ...(canPull(capabilities) && {
      diagnosticProvider: { identifier: source, interFileDependencies: false, workspaceDiagnostics: false },
    }),
    hoverProvider: true,
    completionProvider: {
      triggerCharacters: [...new Set([...completionTriggers, ...templateTriggers])],
      resolveProvider: true,
    },
    // Options are for clients that know literals (LSP 3.18, `textDocument/codeAction`).
    codeActionProvider: knowsLiterals(capabilities) ? { codeActionKinds } : true,
    ...(commands.length > 0 && { executeCommandProvider: { commands } }),
    documentLinkProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    ...(capabilities.textDocument?.semanticTokens && {
      semanticTokensProvider: { legend: tokenLegend, full: true },
    }),
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    // The commands of a lens are the extension's; VS Code's own Markdown support has the others.
    ...(clientKind === 'extension'
      ? { codeLensProvider: {} }
      : { definitionProvider: true, documentSymbolProvider: true }),
    workspaceSymbolProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: fileOperation, didRename: fileOperation, didDelete: fileOperation },
    },
  };
}
