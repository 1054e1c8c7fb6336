/** What a client can do, by what it says when it initializes. */

import type { ClientCapabilities } from 'vscode-languageserver';

/** A client that pulls but takes no refresh would not show what GitHub or the other notes change. */
export function canPull({ textDocument, workspace }: ClientCapabilities): boolean {
  if (textDocument?.diagnostic === undefined) return false;
  return workspace?.diagnostics?.refreshSupport === true || textDocument.publishDiagnostics === undefined;
}

export function canEdit({ workspace }: ClientCapabilities): boolean {
  return workspace?.applyEdit === true;
}

/** New files come in `documentChanges` alone, which Neovim 0.7 does not name. */
export function canCreateFiles(capabilities: ClientCapabilities): boolean {
  const { resourceOperations } = capabilities.workspace?.workspaceEdit ?? {};
  return canEdit(capabilities) && resourceOperations?.includes('create') === true;
}

/** To go to another place, `window/showDocument`. */
export function canSelect({ window }: ClientCapabilities): boolean {
  return window?.showDocument?.support === true;
}

export function knowsLiterals({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
}

/**
 * Whether code actions are to be commands (LSP 3.18, `textDocument/codeAction`: a client without
 * `codeActionLiteralSupport` is answered with these), which have the server send the edit back. A client that can do
 * neither gets the actions as they are: there is nothing else it could do with them.
 */
export function needsCommands(capabilities: ClientCapabilities): boolean {
  return !knowsLiterals(capabilities) && canEdit(capabilities);
}
