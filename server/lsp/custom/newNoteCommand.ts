/** `officeHours.newNote`, for clients other than VS Code: makes the next note and shows it. */

import {
  type CancellationToken,
  type Connection,
  ShowDocumentRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Message, t } from '../../../shared/l10n.ts';
import type { NewNoteParams, NewNoteResult } from '../../../shared/protocol.ts';
import { canonicalUri } from '../../core/uri.ts';
import { isRecord, optionalText } from '../commandArguments.ts';
import { type CommandRun, showWarning } from '../executeCommand.ts';
import type { Session } from '../session.ts';
import { newNoteSteps } from './newNote.ts';

type End = Extract<NewNoteResult, { kind: 'ready' | 'insert' | 'exists' | 'refused' }>;

/** A client shows these as buttons, or as the lines of a menu. */
const mostChoices = 9;

/**
 * One argument, an object; all of it is optional: `date` (`YYYY-MM-DD`; else the next meeting's day), `folder` (the URI of
 * a workspace folder), `target` (of a folder in it), `document` (of the note in the editor), `template` (of a template
 * file). Which of several series or names is meant, the user is asked. Gives the note's URI, or null where there is none,
 * for a reason that was shown.
 */
export function newNoteRun(connection: Connection, session: Session): CommandRun {
  const next = newNoteSteps(session);
  const warn = (message: string | Message): null => {
    showWarning(connection, typeof message === 'string' ? message : session.say(message));
    return null;
  };
  const ask = async <T>(
    question: Message,
    choices: readonly T[],
    nameOf: (choice: T) => string,
  ): Promise<T | undefined> => {
    const titles = choices.slice(0, mostChoices).map((choice) => ({ title: nameOf(choice), choice }));
    const answer = await connection.window.showInformationMessage(
      `Office Hours: ${session.say(question)}`,
      ...titles.map(({ title }) => ({ title })),
    );
    return titles.find(({ title }) => title === answer?.title)?.choice;
  };
  /** The first step waits for the notes. */
  const begin = async (
    params: NewNoteParams,
    token: CancellationToken,
  ): Promise<NewNoteResult | undefined> => {
    if (!session.workspace.isReading) return next(params, token);
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Office Hours', undefined, session.say(t('Reading notes…')), true);
    token.onCancellationRequested(() => progress.done());
    try {
      return await next(params, progress.token);
    } finally {
      progress.done();
    }
  };
  return async ([given], token) => {
    await session.ready;
    const options = isRecord(given) ? given : {};
    let params: NewNoteParams = {
      folder: optionalText(options.folder) ?? session.workspace.folders[0] ?? null,
      target: optionalText(options.target) ?? null,
      document: optionalText(options.document) ?? null,
      meeting: optionalText(options.template) ?? null,
    };
    let day = optionalText(options.date);
    let step = await begin({ ...params, ...(day !== undefined && { date: day }) }, token);
    let end: End | undefined;
    while (step !== undefined && end === undefined) {
      if (step.kind === 'meeting') {
        const chosen = await ask(t('Choose the series of the note'), step.meetings, describe);
        if (chosen === undefined) return null;
        params = { ...params, meeting: chosen.id };
      } else if (step.kind === 'date') {
        const free = step.proposals.find(({ exists }) => !exists) ?? step.proposals[0];
        day = free?.date ?? session.clock.today();
      } else if (step.kind === 'name') {
        const chosen = await ask(t('{0} Choose one', step.reason), step.names, pathOf);
        if (chosen === undefined) return null;
        params = { ...params, uri: chosen.uri };
      } else {
        end = step;
        continue;
      }
      step = await next({ ...params, ...(day !== undefined && { date: day }) }, token);
    }
    if (end === undefined) return null;
    if (end.kind === 'refused') return warn(end.message);
    if (end.uri === null) return warn(t('no folder is open. Open the folder of the notes.'));
    const { uri } = end;
    if (end.kind === 'ready' || end.kind === 'insert') {
      const label = session.say(t('New Office Hours Note ({0})', day ?? ''));
      const { applied, failureReason } = await connection.workspace.applyEdit({
        label,
        edit: end.kind === 'ready' ? creation(uri, end.text) : insertion(end, session),
      });
      if (!applied)
        return warn(t('the note was not created. {0}', failureReason ?? t('The editor gave no reason.')));
    }
    if (session.capabilities.window?.showDocument?.support)
      await connection.sendRequest(ShowDocumentRequest.type, { uri, takeFocus: true });
    return uri;
  };
}

function describe({ name, description }: { readonly name: string; readonly description: string }): string {
  return description === '' ? name : `${name} (${description})`;
}

function pathOf({ folder, name }: { readonly folder: string; readonly name: string }): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Into the version that was read, where the file is open. */
function insertion(
  { uri, position, text }: Extract<NewNoteResult, { kind: 'insert' }>,
  { documents }: Session,
): WorkspaceEdit {
  const file = canonicalUri(uri);
  const open = documents.all().find((document) => document.canonicalUri === file);
  const edits = [{ range: { start: position, end: position }, newText: text }];
  return {
    documentChanges: [{ textDocument: { uri: open?.uri ?? uri, version: open?.version ?? null }, edits }],
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
