/** The steps of a new note as a client takes them. */

import { equal } from 'node:assert/strict';
import {
  type DateProposal,
  type MeetingChoice,
  type NewNoteParams,
  type NewNoteResult,
  newNote,
} from '../../shared/protocol.ts';
import type { Session } from './session.ts';

type Client = Pick<Session['client'], 'sendRequest'>;
type Wanted = Partial<NewNoteParams> & Pick<NewNoteParams, 'folder'>;

export function newNoteStep(client: Client, wanted: Wanted): Promise<NewNoteResult> {
  return client.sendRequest<NewNoteResult>(newNote, { target: null, ...wanted });
}

/** The series to choose from; that of the document first. */
export async function meetingsOf(client: Client, wanted: Wanted): Promise<readonly MeetingChoice[]> {
  const step = await newNoteStep(client, { ...wanted, chooseMeeting: true });
  equal(step.kind, 'meeting');
  return step.kind === 'meeting' ? step.meetings : [];
}

/** The dates to choose from; none where something else is to be chosen first. */
export async function proposalsOf(client: Client, wanted: Wanted): Promise<readonly DateProposal[]> {
  const step = await newNoteStep(client, wanted);
  return step.kind === 'date' ? step.proposals : [];
}
