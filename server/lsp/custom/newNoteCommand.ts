/** `officeHours.newNote`, for clients other than VS Code: makes the next note and shows it. */

import { type Connection, ShowDocumentRequest, type WorkspaceEdit } from 'vscode-languageserver';
import type { PrepareNoteParams } from '../../../shared/protocol.ts';
import { isRecord, optionalText } from '../commandArguments.ts';
import { type CommandRun, showWarning } from '../executeCommand.ts';
import type { Session } from '../session.ts';
import { newNotes } from './newNote.ts';

/**
 * One argument, an object; all of it is optional: `date` (`YYYY-MM-DD`; else the next meeting's day), `folder` (the URI of
 * a workspace folder), `target` (of a folder in it), `template` (of a template file). Gives the note's URI, or null where
 * there is none, for a reason that was shown.
 */
export function newNoteRun(connection: Connection, session: Session): CommandRun {
  const { dates, prepare } = newNotes(session);
  const warn = (message: string): null => {
    showWarning(connection, message);
    return null;
  };
  return async ([given]) => {
    await session.ready;
    const options = isRecord(given) ? given : {};
    const where: Omit<PrepareNoteParams, 'date'> = {
      folder: optionalText(options.folder) ?? session.workspace.folders[0] ?? null,
      target: optionalText(options.target) ?? null,
      template: optionalText(options.template) ?? null,
    };
    const { proposals } = await dates(where);
    const next = proposals.find(({ exists }) => !exists) ?? proposals[0];
    const date = optionalText(options.date) ?? next?.date ?? session.clock.today();
    const prepared = await prepare({ ...where, date });
    if (prepared.kind === 'refused') return warn(prepared.message);
    if (prepared.uri === null) return warn('no folder is open. Open the folder of the notes.');
    const { uri } = prepared;
    if (prepared.kind === 'ready') {
      const label = `New Office Hours Note (${date})`;
      const { applied, failureReason } = await connection.workspace.applyEdit({
        label,
        edit: creation(uri, prepared.text),
      });
      if (!applied) return warn(`the note was not created. ${failureReason ?? 'The editor gave no reason.'}`);
    }
    if (session.capabilities.window?.showDocument?.support)
      await connection.sendRequest(ShowDocumentRequest.type, { uri, takeFocus: true });
    return uri;
  };
}

/** Never over another file: the protocol has creation fail where there is one. */
function creation(uri: string, newText: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}
