/**
 * Code actions for a client that knows commands alone (LSP 3.18, `textDocument/codeAction`: without
 * `codeActionLiteralSupport` a server answers with commands). The command has the server send the edit back.
 */

import type { ClientCapabilities, CodeAction, Command, Connection } from 'vscode-languageserver';
import { ApplyWorkspaceEditRequest } from 'vscode-languageserver';
import type { Logger } from '../core/ports.ts';
import { handler } from './handler.ts';

/** Its arguments: the edit's title and the `WorkspaceEdit`. */
export const applyEditCommand = 'officeHours.applyEdit';

/** A client that can do neither gets the actions as they are: there is nothing else it could do with them. */
export function needsCommands(capabilities: ClientCapabilities): boolean {
  return !knowsLiterals(capabilities) && capabilities.workspace?.applyEdit === true;
}

export function knowsLiterals(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
}

/** All actions of ours have an edit and no command of their own. */
export function toCommand({ title, edit }: CodeAction): Command {
  return { title, command: applyEditCommand, arguments: [title, edit] };
}

export function serveActionCommands(connection: Connection, log: Logger): void {
  connection.onExecuteCommand(
    handler({ log }, 'workspace/executeCommand', null, async ({ command, arguments: given = [] }) => {
      const [label, edit] = given;
      if (command !== applyEditCommand || typeof label !== 'string' || typeof edit !== 'object') return null;
      const { applied, failureReason } = await connection.sendRequest(ApplyWorkspaceEditRequest.type, {
        label,
        edit: edit ?? {},
      });
      if (!applied)
        log.info(`The editor did not apply "${label}": ${failureReason ?? 'it does not say why'}`);
      return null;
    }),
  );
}
