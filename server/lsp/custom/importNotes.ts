/** The request for the notes in pasted text: what would be written, and what would be reported there. */

import type { Connection } from 'vscode-languageserver';
import {
  type ImportNotesParams,
  type ImportNotesResult,
  importNotes as importNotesRequest,
} from '../../../shared/importNotes.ts';
import { sayAll, t } from '../../../shared/l10n.ts';
import { findProblems } from '../../core/checks/findProblems.ts';
import { effectiveSeverity } from '../../core/checks/severity.ts';
import { replacement } from '../../core/features/draft/draft.ts';
import { type ImportedFile, importNotes } from '../../core/features/importNotes.ts';
import { toRange } from '../../core/features/range.ts';
import { NoteDocument } from '../../core/note/noteDocument.ts';
import { canonicalUri } from '../../core/uri.ts';
import { OpenDocument } from '../../core/workspace/openDocument.ts';
import { type Answer, handler } from '../handler.ts';
import type { Session } from '../session.ts';
import { newNoteState } from './newNote.ts';

export function serveImportNotes(connection: Connection, session: Session): void {
  const failed: ImportNotesResult = {
    kind: 'refused',
    message: session.say(t('The text could not be read. See the Office Hours log.')),
  };
  connection.onRequest<Answer<ImportNotesResult>, never>(
    importNotesRequest,
    handler<ImportNotesParams, ImportNotesResult>(session, importNotesRequest, failed, (params) =>
      answer(params, session),
    ),
  );
}

async function answer(params: ImportNotesParams, session: Session): Promise<ImportNotesResult> {
  await session.archiveRead();
  const { repositoryOf, say } = session;
  const step = await importNotes(params, { ...newNoteState(session), repositoryOf });
  if (step.kind !== 'notes')
    return sayAll<Exclude<ImportNotesResult, { kind: 'notes' }>, 'message' | 'reason' | 'description'>(
      step,
      say,
    );
  const notes = step.notes.map(({ text: _, ...note }) => ({
    ...sayAll<Omit<typeof note, 'message'> & { readonly message?: string }, 'message'>(note, say),
    problems:
      note.state === 'new' || note.state === 'added'
        ? problemsOf(note.day, note.uri, step.files, session)
        : [],
  }));
  return {
    kind: 'notes',
    notes,
    files: step.files.flatMap(({ uri, before, note }) =>
      before === undefined ? [{ uri, text: note.text }] : [],
    ),
    changes: step.files.flatMap((file) => changeOf(file, session) ?? []),
  };
}

/** What is reported in the note of a day, once it is written. */
function problemsOf(
  day: string,
  uri: string | null,
  files: readonly ImportedFile[],
  session: Session,
): string[] {
  const file = files.find((each) => each.uri === uri);
  if (!file || uri === null) return [];
  const { templates } = session.archive;
  const text = new NoteDocument(uri, file.note.text);
  const context = session.inputsFor(new OpenDocument(text, (each) => templates.conventionsOf(each)));
  if (context === undefined) return [];
  const meeting = context.meetings?.find((each) => each.context.note.title?.date?.value === day);
  const { meetings: _, ...whole } = context;
  const severities = effectiveSeverity(session.settingsFor(uri).severity, context.definition);
  return findProblems({ ...whole, ...meeting?.context }, severities).map(({ message }) =>
    session.say(message),
  );
}

/** One edit of whole lines. */
function changeOf({ uri, before, note }: ImportedFile, { documents }: Session) {
  const edit = before === undefined ? undefined : replacement(before, note.text);
  if (before === undefined || uri === null || edit === undefined) return undefined;
  const open = documents.all().find((each) => each.canonicalUri === canonicalUri(uri));
  const range = toRange(edit.range, new NoteDocument(uri, before));
  return { uri: open?.uri ?? uri, version: open?.version ?? null, edits: [{ range, newText: edit.text }] };
}
