/** `workspace/executeCommand` */

import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  type Command,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { handler } from './handler.ts';
import type { Session } from './session.ts';

/** Its arguments: the edit's title and the `WorkspaceEdit`. */
const applyEditCommand = 'officeHours.applyEdit';

/**
 * Whether code actions are to be commands (LSP 3.18, `textDocument/codeAction`: a client without
 * `codeActionLiteralSupport` is answered with these), which have the server send the edit back. A client that can do
 * neither gets the actions as they are: there is nothing else it could do with them.
 */
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

export function serveExecuteCommand(connection: Connection, session: Session): ServerCapabilities {
  const { capabilities, log } = session;
  if (!needsCommands(capabilities)) return {};
  connection.onExecuteCommand(
    handler(session, 'workspace/executeCommand', null, async ({ command, arguments: given = [] }) => {
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
  return { executeCommandProvider: { commands: [applyEditCommand] } };
}
