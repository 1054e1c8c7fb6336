/** Edits in offsets as the protocol wants them. */

import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../checks/problem.ts';
import { isLineEnd } from '../note/lines.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { toRange } from './range.ts';

/** What the client's `workspace.workspaceEdit` can do. */
export interface EditSupport {
  readonly documentChanges: boolean;
  /** `resourceOperations` names `rename`. */
  readonly rename: boolean;
  /** `window.showDocument`: actions may go to another place. */
  readonly select?: boolean;
}

/** `edits` in offsets into the text of `document`, with `\n` line ends; the note's own are used. */
export function editOf(document: TextDocument, edits: readonly Edit[], support: EditSupport): WorkspaceEdit {
  const text = document.getText();
  const textEdits: TextEdit[] = edits.map((edit) => ({
    range: toRange(edit.range, document),
    newText: withLineEndsOf(text, edit),
  }));
  if (!support.documentChanges) return { changes: { [document.uri]: textEdits } };
  const { uri, version } = document;
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits: textEdits };
  return { documentChanges: [change] };
}

/** What `edit` puts into `text`, with the line ends that are in use there. */
export function withLineEndsOf(text: string, edit: Edit): string {
  return edit.text.replaceAll('\n', lineEndNear(text, edit.range.from));
}

/** A kind names itself and all below it: `source` asks for `source.fixAll.officeHours` (LSP 3.18, CodeActionKind). */
export function wants(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** The line end in use around `at`: the one before it, else the first after it. */
function lineEndNear(text: string, at: number): string {
  let end = at - 1;
  while (end >= 0 && !isLineEnd(text, end)) end--;
  if (end < 0) {
    end = at;
    while (end < text.length && !isLineEnd(text, end)) end++;
  }
  if (end >= text.length) return '\n';
  if (text[end] === '\r') return text[end + 1] === '\n' ? '\r\n' : '\r';
  return text[end - 1] === '\r' ? '\r\n' : '\n';
}
