/** `textDocument/definition`, for clients other than VS Code, whose own Markdown support has it. */

import type { Connection, DefinitionParams, Location, Position } from 'vscode-languageserver';
import { headingOffset, linkedPlace } from '../core/features/definition.ts';
import type { Note } from '../core/note/note.ts';
import { parseNote } from '../core/note/parse.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

const firstLine: Position = { line: 0, character: 0 };

export function serveDefinition(connection: Connection, session: Session): void {
  if (session.clientKind === 'extension') return;
  connection.onDefinition(
    documentHandler<DefinitionParams, Location | null>(
      session,
      'textDocument/definition',
      null,
      (document, { position }) => {
        if (!session.notes.isNote(document)) return null;
        return definition(session, document, document.document.offsetAt(position));
      },
    ),
  );
}

/** Null when there is no such file: an editor would make an empty one of it. */
async function definition(
  { files, documents }: Session,
  from: OpenDocument,
  offset: number,
): Promise<Location | null> {
  const place = linkedPlace(from.note, from.uri, offset);
  if (place === undefined) return null;
  const { uri, heading } = place;
  // What is open is not always what the file says, and its editor knows it by its own spelling.
  const open = documents.all().find(({ canonicalUri }) => canonicalUri === uri);
  if (open !== undefined) return locate(open.uri, open.note, heading);
  const [file] = await files.read([uri]);
  if (file === undefined || file.kind === 'missing' || file.kind === 'failed') return null;
  return locate(uri, file.kind === 'text' ? parseNote(file.text) : undefined, heading);
}

function locate(uri: string, note: Note | undefined, heading: string): Location {
  const at = heading === '' || note === undefined ? undefined : headingOffset(note, heading);
  const start = at === undefined ? firstLine : { line: lineOf(note!.text, at), character: 0 };
  return { uri, range: { start, end: start } };
}

/** 0-based; a lone CR ends a line, as everywhere in the protocol (LSP 3.18, "Text Documents"). */
function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = 0; at < offset; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line++;
  }
  return line;
}
