/** `textDocument/rename` and `textDocument/prepareRename`, of people in all notes; headings and links are VS Code's Markdown's. */

import {
  type Connection,
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { t } from '../../shared/l10n.ts';
import { toRange } from '../core/features/range.ts';
import { type RenameSubject, renameEdits, renameSubject, wrongName } from '../core/features/renamePerson.ts';
import { NoteDocument } from '../core/note/noteDocument.ts';
import { parseNote } from '../core/note/parse.ts';
import { mentionPlaces } from '../core/recall/mentionPlaces.ts';
import { renameInTemplate } from '../core/template/file/renamePerson.ts';
import { canonicalUri } from '../core/uri.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import { type Answer, documentHandler } from './handler.ts';
import type { Session } from './session.ts';

/** The client shows what would change and asks (LSP 3.18, `ChangeAnnotation`). */
const annotation = 'rename';

export function serveRename(connection: Connection, session: Session): void {
  const subjectAt = (document: OpenDocument, position: RenameParams['position']) => {
    const inputs = session.inputsFor(document);
    return inputs && renameSubject(document.document, inputs, document.document.offsetAt(position));
  };
  connection.onPrepareRename(
    documentHandler<PrepareRenameParams, { range: Range; placeholder: string } | null>(
      session,
      'textDocument/prepareRename',
      null,
      (document, { position }) => {
        const subject = subjectAt(document, position);
        return subject ? { range: subject.range, placeholder: subject.name } : null;
      },
    ),
  );
  const rename = documentHandler<RenameParams, Answer<WorkspaceEdit | null>>(
    session,
    'textDocument/rename',
    null,
    async (document, { position, newName }) => {
      const subject = subjectAt(document, position);
      if (subject === undefined) return null;
      const wrong = wrongName(newName);
      if (wrong !== undefined) return new ResponseError(LSPErrorCodes.RequestFailed, session.say(wrong));
      await session.archiveRead();
      return renameIn(subject, newName.trim(), document.uri, session);
    },
  );
  connection.onRenameRequest(rename as Parameters<Connection['onRenameRequest']>[0]);
}

/** `here`: the document that the person was renamed in. */
async function renameIn(
  subject: RenameSubject,
  newName: string,
  here: string,
  session: Session,
): Promise<WorkspaceEdit> {
  const { documents, files, archive, recall, capabilities } = session;
  const notes = recall.lists().flatMap((list) => list.notes);
  const places = mentionPlaces({ kind: 'person', isCalled: subject.isCalled }, notes, undefined);
  const uris = [...new Map(places.map(({ note: { uri } }) => [canonicalUri(uri), uri])).values()];
  const open = new Map(documents.all().map((each) => [each.canonicalUri, each]));
  const templates = new Map(
    [here, ...uris].flatMap((uri) => {
      const template = archive.templates.of(uri);
      return template ? [[template.uri, template.definition.conventions] as const] : [];
    }),
  );
  const closed = [...uris, ...templates.keys()].filter((uri) => !open.has(canonicalUri(uri)));
  const results = await files.read(closed);
  const texts = new Map(closed.map((uri, index) => [uri, results[index]]));
  const support = capabilities.workspace?.workspaceEdit;
  const asks = support?.changeAnnotationSupport !== undefined;
  const changes: TextDocumentEdit[] = [];
  const add = (uri: string, edits: TextEdit[]) => {
    if (edits.length === 0) return;
    const document = open.get(canonicalUri(uri));
    changes.push({
      textDocument: { uri: document?.uri ?? uri, version: document?.document.version ?? null },
      edits: asks ? edits.map((edit) => ({ ...edit, annotationId: annotation })) : edits,
    });
  };
  const textOf = (uri: string) => {
    const result = texts.get(uri);
    return result?.kind === 'text' ? result.text : undefined;
  };
  for (const uri of uris) {
    const document = open.get(canonicalUri(uri));
    const text = textOf(uri);
    // Where a name stands, the text says as it is now.
    const note =
      document?.note ??
      (text === undefined ? undefined : parseNote(text, undefined, archive.templates.conventionsOf(uri)));
    add(uri, note ? renameEdits(note, subject, newName) : []);
  }
  for (const [uri, conventions] of templates) {
    const document = open.get(uri)?.document ?? new NoteDocument(uri, textOf(uri) ?? '');
    const edits = renameInTemplate(document.getText(), conventions, { ...subject, newName });
    add(
      uri,
      edits.map(({ range, text }) => ({ range: toRange(range, document), newText: text })),
    );
  }
  if (!support?.documentChanges)
    return {
      changes: Object.fromEntries(
        changes.map(({ textDocument, edits }) => [textDocument.uri, edits as never]),
      ),
    };
  const label = session.say(t('Rename to {0}', newName));
  return {
    documentChanges: changes,
    ...(asks && { changeAnnotations: { [annotation]: { label, needsConfirmation: true } } }),
  };
}
