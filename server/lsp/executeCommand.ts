/** `workspace/executeCommand` */

import {
  type CancellationToken,
  type CodeAction,
  type Command,
  type Connection,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { literalText } from '../../shared/literalText.ts';
import type { Logger } from '../core/ports.ts';
import { type CommandName, commandsFor } from './capabilities.ts';
import { isRecord } from './commandArguments.ts';
import { handler } from './handler.ts';
import type { Session } from './session.ts';

/** Its arguments: the edit's title and the `WorkspaceEdit`. */
const applyEditCommand = 'officeHours.applyEdit' satisfies CommandName;

/** An action of ours has either an edit or a command of its own. */
export function toCommand({ title, edit, command }: CodeAction): Command {
  return command ?? { title, command: applyEditCommand, arguments: [title, edit] };
}

/** Takes the command's arguments, gives its result. */
export type CommandRun = (given: readonly unknown[], cancellation: CancellationToken) => Promise<unknown>;

/** Those beside that for code actions, which is made here. */
export type CommandRuns = Readonly<Record<Exclude<CommandName, typeof applyEditCommand>, CommandRun>>;

/** `others`: those beside that for code actions. */
export function serveExecuteCommand(connection: Connection, session: Session, others: CommandRuns): void {
  const runs = { ...others, [applyEditCommand]: applyEditRun(connection, session.log) };
  const offered: readonly string[] = commandsFor(session.capabilities, session.clientKind);
  if (offered.length === 0) return;
  connection.onExecuteCommand(
    handler<ExecuteCommandParams, unknown>(
      session,
      'workspace/executeCommand',
      null,
      async ({ command, arguments: given = [] }, token) =>
        offered.includes(command) ? ((await runs[command as CommandName](given, token)) ?? null) : null,
    ),
  );
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
