/** `workspace/symbol`: headings only for clients other than VS Code, whose own Markdown support has them. */

import type { Connection, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { documentSymbols } from '../core/features/documentSymbols.ts';
import { recallSymbols } from '../core/features/recallSymbols.ts';
import { flatSymbols, matchesQuery, notesWithHeading } from '../core/features/workspaceSymbols.ts';
import { NoteDocument } from '../core/note/noteDocument.ts';
import { parseNote } from '../core/note/parse.ts';
import type { Cancellation } from '../core/ports.ts';
import { canonicalUri } from '../core/uri.ts';
import { handler } from './handler.ts';
import type { Session } from './session.ts';

/** Files read together; cancelling is looked at as often. */
const batchSize = 8;

export function serveWorkspaceSymbols(connection: Connection, session: Session): void {
  const withMarkdown = session.clientKind === 'extension';
  connection.onWorkspaceSymbol(
    handler<WorkspaceSymbolParams, SymbolInformation[]>(
      session,
      'workspace/symbol',
      [],
      async ({ query }, token) => {
        await (withMarkdown ? session.archiveReadSoon() : session.archiveRead());
        const lists = session.recall.lists().map(({ notes }) => notes);
        const headings = withMarkdown ? [] : await symbolsFor(query, session, token);
        return [...headings, ...recallSymbols(query, lists, session.say)];
      },
    ),
  );
}

/** What the archive keeps of a heading is its text: where it is, the note says as it is now. */
async function symbolsFor(
  query: string,
  { archive, documents, files }: Session,
  cancellation: Cancellation,
): Promise<SymbolInformation[]> {
  const notes = notesWithHeading(query, archive.allSeries());
  const found: SymbolInformation[] = [];
  for (let from = 0; from < notes.length && !cancellation.isCancellationRequested; from += batchSize) {
    const batch = notes.slice(from, from + batchSize);
    const results = await files.read(batch.map(({ uri }) => uri));
    for (const [index, { uri, fileName }] of batch.entries()) {
      const canonical = canonicalUri(uri);
      const open = documents.all().find((document) => document.canonicalUri === canonical);
      const file = results[index];
      if (open === undefined && file?.kind !== 'text') continue;
      const text = file?.kind === 'text' ? file.text : '';
      const document = open?.document ?? new NoteDocument(uri, text);
      const note = open?.note ?? parseNote(text, undefined, archive.templates.conventionsOf(uri));
      for (const { name, kind, range } of flatSymbols(documentSymbols(document, note))) {
        if (!matchesQuery(query, name)) continue;
        found.push({ name, kind, location: { uri: document.uri, range }, containerName: fileName });
      }
    }
  }
  return found;
}
