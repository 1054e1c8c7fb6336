/** The command of a code action that goes to another place of the note (`window/showDocument`). */

import { type ClientCapabilities, type Connection, Range } from 'vscode-languageserver';
import { selectCommand } from '../core/features/codeActions.ts';
import type { ServerCommand } from './executeCommand.ts';

export function canSelect(capabilities: ClientCapabilities): boolean {
  return capabilities.window?.showDocument?.support === true;
}

/** Its arguments: the document's URI and the range to select. */
export function selectCommandFor(connection: Connection, capabilities: ClientCapabilities): ServerCommand[] {
  if (!canSelect(capabilities)) return [];
  return [
    {
      name: selectCommand,
      async run([uri, selection]) {
        if (typeof uri !== 'string' || !Range.is(selection)) return null;
        await connection.window.showDocument({ uri, selection, takeFocus: true });
        return null;
      },
    },
  ];
}
