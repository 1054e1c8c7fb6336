/** The client's requests of what a note is checked by, and of the folders of notes, for the language status. */

import type { Connection } from 'vscode-languageserver';
import { type Message, t } from '../../../shared/l10n.ts';
import {
  type DocumentParams,
  describeNote,
  type FolderParams,
  findNotesFolders,
  type NoteDescription,
  type NotesFolder,
  type NotesFoldersResult,
} from '../../../shared/protocol.ts';
import type { Series } from '../../core/archive/noteSummary.ts';
import { canonicalUri, componentsBelow, isBelow } from '../../core/uri.ts';
import { describeSeries } from '../../core/workspace/learnSeries.ts';
import { seriesIn } from '../../core/workspace/noteDestination.ts';
import { type SchemaSource, sourceOf } from '../../core/workspace/schema.ts';
import { type Answer, handler } from '../handler.ts';
import type { Session } from '../session.ts';

export function serveDescribeNote(connection: Connection, session: Session): void {
  connection.onRequest<Answer<NoteDescription | null>, never>(
    describeNote,
    handler<DocumentParams, NoteDescription | null>(session, describeNote, null, async ({ uri }) => {
      // While notes are read, the answer would change with each of them.
      await session.archiveRead();
      const document = await session.documentRead(uri);
      const context = document && session.notes.contextOf(document, undefined);
      if (context === undefined) return null;
      const template = session.archive.templates.of(uri);
      // The context has the series without the note itself.
      const series = session.archive.seriesOf(uri);
      const root = session.workspace.folders.find((each) => series && isBelow(series.folder, each));
      return {
        checkedBy: session.say(wordsOf(sourceOf(context, template?.name))),
        // What was never saved is in no folder.
        folder: series?.folder || null,
        ...(series && root !== undefined && { notesFolder: notesFolderOf(series, root, session) }),
        template: template?.uri ?? null,
      };
    }),
  );
}

/** Answers which folders of notes were found, so that the writer can choose another one. */
export function serveNotesFolders(connection: Connection, session: Session): void {
  const none: NotesFoldersResult = { folders: [] };
  connection.onRequest<Answer<NotesFoldersResult>, never>(
    findNotesFolders,
    handler<FolderParams, NotesFoldersResult>(session, findNotesFolders, none, async ({ folder }, token) => {
      const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
      await Promise.race([session.archiveRead(), cancelled]);
      const root = canonicalUri(folder);
      return {
        folders: seriesIn(root, session.archive).map((series) => notesFolderOf(series, root, session)),
      };
    }),
  );
}

function notesFolderOf(series: Series, root: string, { say }: Session): NotesFolder {
  return {
    path: componentsBelow(series.folder, root).join('/'),
    description: say(describeSeries(series, root).description),
  };
}

function wordsOf(source: SchemaSource): Message {
  switch (source.kind) {
    case 'built-in':
      return t('Built-in template');
    case 'notes':
      return source.count > 0
        ? t('Learned from {0} notes', source.count)
        : t('Too few notes to compare with');
    case 'template':
      return source.since === undefined
        ? t('Template {0}', source.name)
        : t('Template {0} since {1}', source.name, source.since);
  }
}
