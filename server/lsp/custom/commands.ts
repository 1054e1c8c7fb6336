/** The commands that clients other than VS Code are offered. VS Code's are the extension's, which asks in VS Code's own way. */

import type { Connection } from 'vscode-languageserver';
import type { ServerCommand } from '../executeCommand.ts';
import type { Session } from '../session.ts';
import { insertReferenceRun } from './insertReferenceCommand.ts';
import { neighbourRun } from './neighbours.ts';
import { newNoteRun } from './newNoteCommand.ts';

export function plainClientCommands(connection: Connection, session: Session): ServerCommand[] {
  const { clientKind, capabilities } = session;
  if (clientKind !== 'plain') return [];
  const canEdit = capabilities.workspace?.applyEdit === true;
  // These come in `documentChanges` alone, which Neovim 0.7 does not name.
  const createsFiles =
    canEdit && capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create');
  return [
    ...(createsFiles ? [{ name: 'officeHours.newNote', run: newNoteRun(connection, session) }] : []),
    ...(canEdit
      ? [{ name: 'officeHours.insertReference', run: insertReferenceRun(connection, session) }]
      : []),
    { name: 'officeHours.previousNote', run: neighbourRun(connection, session, 'previous') },
    { name: 'officeHours.nextNote', run: neighbourRun(connection, session, 'next') },
  ];
}
