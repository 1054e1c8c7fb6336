/** What the commands do that clients are offered (`commandsFor`). */

import { type Connection, Range } from 'vscode-languageserver';
import type { CommandRuns } from '../executeCommand.ts';
import type { Session } from '../session.ts';
import { insertReferenceRun } from './insertReferenceCommand.ts';
import { neighbourRun } from './neighbours.ts';
import { newNoteRun } from './newNoteCommand.ts';

export function commandRuns(connection: Connection, session: Session): CommandRuns {
  return {
    'officeHours.newNote': newNoteRun(connection, session),
    'officeHours.insertReference': insertReferenceRun(connection, session),
    'officeHours.previousNote': neighbourRun(connection, session, 'previous'),
    'officeHours.nextNote': neighbourRun(connection, session, 'next'),
    // The command of a code action that goes to another place of the note (`window/showDocument`).
    async 'officeHours.select'([uri, selection]) {
      if (typeof uri !== 'string' || !Range.is(selection)) return null;
      await connection.window.showDocument({ uri, selection, takeFocus: true });
      return null;
    },
  };
}
