/** Placeholders as semantic tokens, so that a new note shows what is to be filled in. */

import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Note } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { placeholdersIn } from '../template/placeholders.ts';
import type { Template } from '../template/template.ts';

/** `note` belongs to the text of `document`. The encoding is that of LSP 3.17, "Semantic Tokens". */
export function placeholderTokens(
  document: TextDocument,
  { note, template }: { readonly note: Note; readonly template: Template },
): SemanticTokens {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { from, to } of placeholdersIn(note, template)) {
    const start = document.positionAt(from);
    data.push(start.line - line, start.line === line ? start.character - character : start.character);
    data.push(to - from, 0, 0);
    ({ line, character } = start);
  }
  return { data };
}
