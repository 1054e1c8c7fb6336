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
import { waitFor } from '../../core/github/api/timeout.ts';
import { canonicalUri } from '../../core/uri.ts';
import { type NewNoteState, preparedNote, proposedDates } from '../../core/workspace/newNote.ts';
import { handler } from '../handler.ts';
import type { Session } from '../session.ts';

/** A writer who waits for a prompt notices no more than this. */
const archiveWaitMs = 1_500;

/** The two steps of a new note; each waits for the archive, but not for ever. */
export interface NewNotes {
  dates(params: ProposeDatesParams): Promise<ProposeDatesResult>;
  prepare(params: PrepareNoteParams): Promise<PrepareNoteResult>;
}

export function newNotes(session: Session): NewNotes {
  const { archive, archiveRead, clock, configuration, documents, files, timers } = session;
  const state: NewNoteState = {
    archive,
    clock,
    files,
    timers,
    openNote: (uri) => documents.all().find((document) => document.canonicalUri === canonicalUri(uri))?.note,
    settingsFor: (uri) => configuration.settingsFor(uri),
  };
  const ready = () => waitFor(archiveRead(), { timeout: archiveWaitMs }, timers);
  return {
    dates: async (params) => {
      await ready();
      return proposedDates(params, state);
    },
    prepare: async (params) => {
      await ready();
      return preparedNote(params, state);
    },
  };
}

export function serveNewNote(connection: Connection, session: Session): void {
  const { dates, prepare } = newNotes(session);
  const noDates: ProposeDatesResult = { proposals: [] };
  connection.onRequest<ProposeDatesResult, never>(
    proposeDates,
    handler<ProposeDatesParams, ProposeDatesResult>(session, proposeDates, noDates, dates),
  );
  const refused: PrepareNoteResult = {
    kind: 'refused',
    message: 'The note could not be created. See the Office Hours log.',
  };
  connection.onRequest<PrepareNoteResult, never>(
    prepareNote,
    handler<PrepareNoteParams, PrepareNoteResult>(session, prepareNote, refused, prepare),
  );
}
