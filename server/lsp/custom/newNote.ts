/** `officeHours/newNote`: called once in a while, so it waits until all notes have been read, unless the writer cancels. */

import type { CancellationToken, Connection } from 'vscode-languageserver';
import { sayAll, t } from '../../../shared/l10n.ts';
import {
  type NewNoteParams,
  type NewNoteResult,
  type NewNoteStep,
  newNote,
} from '../../../shared/protocol.ts';
import { type NewNoteState, nextStep } from '../../core/workspace/newNote.ts';
import { handler } from '../handler.ts';
import type { Session } from '../session.ts';
import { latestNotesState } from './drafts.ts';
import { withParts } from './newNoteParts.ts';

export function newNoteState(session: Session): NewNoteState {
  const { clock, configuration, workspace } = session;
  return {
    ...latestNotesState(session),
    clock,
    settingsFor: (uri) => configuration.settingsFor(uri),
    isReadWhole: (folder) => workspace.isReadWhole(folder),
  };
}

/** The next step of a new note. Undefined: it was cancelled while notes were read. */
export type NextStep = (
  params: NewNoteParams,
  token: CancellationToken,
) => Promise<NewNoteResult | undefined>;

export function newNoteSteps(session: Session): NextStep {
  const state = newNoteState(session);
  return async (params, token) => {
    const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    await Promise.race([session.archiveRead(), cancelled]);
    if (token.isCancellationRequested) return undefined;
    const step = await nextStep(params, state);
    return sayAll<NewNoteResult, 'message' | 'reason' | 'description'>(step, session.say);
  };
}

export function serveNewNote(connection: Connection, session: Session): void {
  const failed: NewNoteResult = {
    kind: 'refused',
    message: session.say(t('The note could not be created. See the Office Hours log.')),
  };
  const next = newNoteSteps(session);
  connection.onRequest<NewNoteStep, never>(
    newNote,
    handler<NewNoteParams, NewNoteStep>(session, newNote, failed, async (params, token) => {
      const step = await next(params, token);
      return step === undefined ? failed : withParts(step, params, newNoteState(session), session, token);
    }),
  );
}
