/** The request behind the editor's language model tools: questions across the notes. It writes nothing. */

import type { Connection } from 'vscode-languageserver';
import { type AskParams, type AskResult, askNotes } from '../../../shared/assistantTools.ts';
import { answerTo } from '../../core/assistant/answer.ts';
import type { ReadResult } from '../../core/ports.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow } from '../../core/uri.ts';
import { type Answer, handler } from '../handler.ts';
import type { Session } from '../session.ts';

export function serveAsk(connection: Connection, session: Session): void {
  const failed: AskResult = { kind: 'refused', message: 'The notes could not be read.' };
  connection.onRequest<Answer<AskResult>, never>(
    askNotes,
    handler<AskParams, AskResult>(session, askNotes, failed, async ({ tool, input }) => {
      await session.archiveRead();
      return answerTo(tool, input, {
        lists: session.recall.lists(),
        meetingsOf: ({ notes }) => session.settingsFor(notes[0]?.uri ?? '').actionItemMeetings,
        read: (uris) => read(uris, session),
        pathOf: (uri) => pathOf(uri, session.workspace.folders),
      });
    }),
  );
}

/** As their editors have them, else as they are on disk. */
async function read(uris: readonly string[], { documents, files }: Session): Promise<readonly ReadResult[]> {
  const open = new Map(documents.all().map((document) => [document.canonicalUri, document.note.text]));
  const closed = uris.filter((uri) => !open.has(canonicalUri(uri)));
  const results = new Map((await files.read(closed)).map((result, index) => [closed[index]!, result]));
  return uris.map((uri) => {
    const text = open.get(canonicalUri(uri));
    return text === undefined ? (results.get(uri) ?? { kind: 'missing' }) : { kind: 'text', text };
  });
}

/** From the workspace folder, whose name stands first where there are several. */
function pathOf(uri: string, folders: readonly string[]): string {
  const canonical = canonicalUri(uri);
  const folder = folders.map(canonicalUri).find((each) => isBelow(canonical, each));
  if (folder === undefined) return fileNameOf(canonical);
  const path = componentsBelow(canonical, folder).join('/');
  return folders.length > 1 ? `${fileNameOf(folder)}/${path}` : path;
}
