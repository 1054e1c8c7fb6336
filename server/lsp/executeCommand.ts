/** `workspace/executeCommand` */

import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type Command,
  type Connection,
  type ExecuteCommandParams,
  MessageType,
  type ServerCapabilities,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { literalText } from '../../shared/literalText.ts';
import type { Logger } from '../core/ports.ts';
import { isRecord } from './commandArguments.ts';
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

/** An action of ours has either an edit or a command of its own. */
export function toCommand({ title, edit, command }: CodeAction): Command {
  return command ?? { title, command: applyEditCommand, arguments: [title, edit] };
}

/** Takes the command's arguments, gives its result. */
export type CommandRun = (given: readonly unknown[], cancellation: CancellationToken) => Promise<unknown>;

export interface ServerCommand {
  readonly name: string;
  readonly run: CommandRun;
}

/** `others`: those beside that for code actions. */
export function serveExecuteCommand(
  connection: Connection,
  session: Session,
  others: readonly ServerCommand[],
): ServerCapabilities {
  const needed = needsCommands(session.capabilities);
  const applyEdit = { name: applyEditCommand, run: applyEditRun(connection, session.log) };
  const commands = [...(needed ? [applyEdit] : []), ...others];
  if (commands.length === 0) return {};
  connection.onExecuteCommand(
    handler<ExecuteCommandParams, unknown>(
      session,
      'workspace/executeCommand',
      null,
      async ({ command, arguments: given = [] }, token) =>
        (await commands.find(({ name }) => name === command)?.run(given, token)) ?? null,
    ),
  );
  return { executeCommandProvider: { commands: commands.map(({ name }) => name) } };
}

function applyEditRun(connection: Connection, log: Logger): CommandRun {
  return async ([label, edit]) => {
    if (typeof label !== 'string' || !isRecord(edit)) return null;
    const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit });
    if (!applied) log.info(`The editor did not apply "${label}": ${failureReason ?? 'no reason given'}`);
    return null;
  };
}

/** For whoever ran a command; nothing waits for an answer. `message`: a sentence that goes on after a colon. */
export function showWarning(connection: Connection, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message: literalText(`Office Hours: ${message}`, 'message'),
  });
}
