/** The commands that clients other than VS Code are offered. VS Code's are the extension's, which asks in VS Code's own way. */

import type { Connection } from 'vscode-languageserver';
import type { ServerCommand } from '../executeCommand.ts';
import type { Session } from '../session.ts';
import { insertReferenceRun } from './insertReferenceCommand.ts';
import { newNoteRun } from './newNoteCommand.ts';

export function plainClientCommands(connection: Connection, session: Session): ServerCommand[] {
  const { clientKind, capabilities } = session;
  if (clientKind !== 'plain' || !capabilities.workspace?.applyEdit) return [];
  const { documentChanges, resourceOperations } = capabilities.workspace.workspaceEdit ?? {};
  const createsFiles = documentChanges === true && resourceOperations?.includes('create') === true;
  return [
    ...(createsFiles ? [{ name: 'officeHours.newNote', run: newNoteRun(connection, session) }] : []),
    { name: 'officeHours.insertReference', run: insertReferenceRun(connection, session) },
  ];
}
