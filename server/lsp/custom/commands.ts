/** The commands that clients other than VS Code are offered. VS Code's are the extension's, which asks in VS Code's own way. */

import type { Connection } from 'vscode-languageserver';
import type { ServerCommand } from '../executeCommand.ts';
import type { Session } from '../session.ts';
import { insertReferenceRun } from './insertReferenceCommand.ts';
import { newNoteRun } from './newNoteCommand.ts';

export function plainClientCommands(connection: Connection, session: Session): ServerCommand[] {
  const { clientKind, capabilities } = session;
  if (clientKind !== 'plain' || !capabilities.workspace?.applyEdit) return [];
  // These come in `documentChanges` alone, which Neovim 0.7 does not name.
  const createsFiles = capabilities.workspace.workspaceEdit?.resourceOperations?.includes('create');
  return [
    ...(createsFiles ? [{ name: 'officeHours.newNote', run: newNoteRun(connection, session) }] : []),
    { name: 'officeHours.insertReference', run: insertReferenceRun(connection, session) },
  ];
}
