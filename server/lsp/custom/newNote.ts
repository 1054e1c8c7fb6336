/** `officeHours/newNote/*`: asked once in a while, so they wait for the archive, but not for ever. */

import type { Connection } from 'vscode-languageserver';
import {
  type PrepareNoteParams,
  type PrepareNoteResult,
  type ProposeDatesParams,
  type ProposeDatesResult,
  prepareNote,
  proposeDates,
} from '../../../shared/protocol.ts';
import type { Logger } from '../../core/ports.ts';
import { type NewNoteState, preparedNote, proposedDates } from '../../core/workspace/newNote.ts';
import { handler } from '../handler.ts';

/** A writer who waits for a prompt notices no more than this. */
const archiveWaitMs = 1_500;

/** `archiveRead` resolves when all notes of the workspace folders have been read. */
export function serveNewNote(
  connection: Connection,
  log: Logger,
  archiveRead: () => Promise<void>,
  state: NewNoteState,
): void {
  const ready = async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, archiveWaitMs);
    });
    await Promise.race([archiveRead(), late]);
    clearTimeout(timer);
  };
  const noDates: ProposeDatesResult = { proposals: [] };
  connection.onRequest<ProposeDatesResult, never>(
    proposeDates,
    handler<ProposeDatesParams, ProposeDatesResult>({ log }, proposeDates, noDates, async (params) => {
      await ready();
      return proposedDates(params, state);
    }),
  );
  const refused: PrepareNoteResult = {
    kind: 'refused',
    message: 'The note could not be prepared. The log of Office Hours says why.',
  };
  connection.onRequest<PrepareNoteResult, never>(
    prepareNote,
    handler<PrepareNoteParams, PrepareNoteResult>({ log }, prepareNote, refused, async (params) => {
      await ready();
      return preparedNote(params, state);
    }),
  );
}
