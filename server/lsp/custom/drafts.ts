/** The request of a draft in an open note: highlights, agenda, whatever the series has. One edit, or why there is none. */

import type { Connection } from 'vscode-languageserver';
import type { EditItemResult } from '../../../shared/actionItems.ts';
import { type DraftNoteParams, draftNote as draftNoteRequest } from '../../../shared/drafts.ts';
import { t } from '../../../shared/l10n.ts';
import { noteDate } from '../../core/archive/summary.ts';
import { meetingContextAt } from '../../core/checks/meetingContext.ts';
import { draftNote, replacement, withDrafts } from '../../core/features/draft/draft.ts';
import type { DraftSource } from '../../core/features/draft/drafted.ts';
import { draftSource } from '../../core/features/draft/source.ts';
import { toRange } from '../../core/features/range.ts';
import type { Note } from '../../core/note/note.ts';
import type { Cancellation } from '../../core/ports.ts';
import { canonicalUri } from '../../core/uri.ts';
import type { LatestNotesState } from '../../core/workspace/latestNotes.ts';
import { type Answer, handler } from '../handler.ts';
import type { NoteInputs } from '../notes.ts';
import type { Session } from '../session.ts';
import { type ItemEdit, refused, said } from './itemEdit.ts';

/** In milliseconds: several requests may follow one another. */
const longestWaitMs = 20_000;

export const notOfSeries = refused(t('This document is not a note of a series.'));

export function serveDrafts(connection: Connection, session: Session): void {
  const failed = said(refused(t('The note could not be drafted.')), session);
  connection.onRequest<Answer<EditItemResult>, never>(
    draftNoteRequest,
    handler<DraftNoteParams, EditItemResult>(session, draftNoteRequest, failed, async (params, token) =>
      said(await draft(params, session, token), session),
    ),
  );
}

async function draft(
  params: DraftNoteParams,
  session: Session,
  cancellation: Cancellation,
): Promise<ItemEdit> {
  await session.archiveRead();
  const before = await placeOf(params, session);
  if (before === undefined) return notOfSeries;
  const drafts = await draftNote(before.note, params.parts, before.source, {
    timeout: longestWaitMs,
    cancellation,
  });
  if (cancellation.isCancellationRequested) return refused(t('Cancelled.'));
  // Half of a list would be taken for all of it.
  const problem = drafts.find((each) => each.kind === 'none');
  if (problem?.kind === 'none') return refused(problem.message);
  const now = await placeOf(params, session);
  if (now === undefined || now.note.text !== before.note.text)
    return refused(t('The note has changed meanwhile. Try again.'));
  const { text } = withDrafts({ text: now.note.text }, drafts, now.note.conventions);
  const edit = replacement(now.note.text, text);
  if (edit === undefined) return refused(t('The note has all of it already.'));
  const { document, uri, from } = now;
  const range = toRange({ from: from + edit.range.from, to: from + edit.range.to }, document);
  const count = drafts.reduce((sum, each) => sum + (each.kind === 'draft' ? each.count : 0), 0);
  return { kind: 'edit', uri, version: document.version, edits: [{ range, newText: edit.text }], count };
}

export interface NotePlace {
  readonly uri: string;
  readonly document: NonNullable<ReturnType<Session['document']>>['document'];
  /** The note, or the meeting of a file with several, and where it begins. */
  readonly note: Note;
  readonly from: number;
  readonly source: DraftSource;
  /** What the note, or the meeting, is checked by. */
  readonly context: NoteInputs;
}

/** Undefined: the document is not a note of a series. The archive should have been read before. */
export async function placeOf(
  { uri, line }: Pick<DraftNoteParams, 'uri' | 'line'>,
  session: Session,
): Promise<NotePlace | undefined> {
  const open = await session.documentRead(uri);
  const inputs = open && session.inputsFor(open);
  const canonical = canonicalUri(uri);
  const list = session.recall
    .lists()
    .find(({ notes }) => notes.some((note) => canonicalUri(note.uri) === canonical));
  if (!open || !inputs || !list) return undefined;
  const offset = open.document.offsetAt({ line, character: 0 });
  const meeting = meetingContextAt(inputs.meetings, offset);
  const { note, template, definition } = meeting?.context ?? inputs;
  const self = meeting
    ? list.notes.find((each) => canonicalUri(each.uri) === canonical && each.titleText === note.title?.text)
    : list.notes.find((each) => canonicalUri(each.uri) === canonical);
  const source = await draftSource(
    {
      uri: open.uri,
      day: self && noteDate(self),
      list,
      own: inputs.own,
      template,
      definition,
      settings: session.settingsFor(uri),
      store: session.store,
    },
    latestNotesState(session),
  );
  const context = { ...inputs, ...meeting?.context };
  return { uri: open.uri, document: open.document, note, from: meeting?.from ?? 0, source, context };
}

export function latestNotesState({ archive, files, timers, documents }: Session): LatestNotesState {
  return {
    archive,
    files,
    timers,
    openNote: (uri) => documents.all().find((document) => document.canonicalUri === canonicalUri(uri))?.note,
  };
}
