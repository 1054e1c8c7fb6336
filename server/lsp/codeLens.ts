/** `textDocument/codeLens`, for VS Code: its commands are the extension's. */

import {
  type CodeLens,
  type CodeLensParams,
  CodeLensRefreshRequest,
  type Connection,
} from 'vscode-languageserver';
import { codeLenses } from '../core/features/codeLens.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

export function serveCodeLens(connection: Connection, session: Session): void {
  if (session.clientKind !== 'extension') return;
  const { answersChanged, capabilities, settingsFor } = session;
  connection.onCodeLens(
    documentHandler<CodeLensParams, CodeLens[] | null>(
      session,
      'textDocument/codeLens',
      null,
      async (document) => {
        await session.ready;
        const { codeLens, actionItemMeetings: openMeetings } = settingsFor(document.uri);
        const inputs = codeLens ? session.inputsFor(document) : undefined;
        if (inputs === undefined) return null;
        const lists = session.recall.lists().map(({ notes }) => notes);
        return codeLenses(document.document, { ...inputs, lists, openMeetings });
      },
    ),
  );
  if (capabilities.workspace?.codeLens?.refreshSupport) {
    // Nobody waits for the answer, and a client may have gone.
    answersChanged.on(() => void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {}));
  }
}
