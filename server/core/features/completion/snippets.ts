/** The snippets that the VS Code extension ships, as completion items, for other editors. */

import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import snippets from '../../../../snippets/office-hours.json';
import type { IsoDate, Note } from '../../note/note.ts';
import type { TextDocument } from '../../note/noteDocument.ts';
import { dateVariable } from '../../template/snippet/dateVariables.ts';
import { parseSnippet } from '../../template/snippet/parseSnippet.ts';
import { printSnippet, type SnippetNode } from '../../template/snippet/snippet.ts';
import { toRange } from '../range.ts';

/** Longer than any prefix. */
const longestWord = 40;

/**
 * The snippets whose prefix begins with the word before `offset`, which is to be alone on its line; none in code and
 * comments. `document` holds the text of `note`. The days are those of `today`: an editor need not know the variables.
 */
export function snippetItems(
  document: TextDocument,
  { text, opaque }: Pick<Note, 'text' | 'opaque'>,
  offset: number,
  today: IsoDate,
): CompletionItem[] {
  let from = offset;
  while (from > 0 && offset - from <= longestWord && /[a-z]/i.test(text[from - 1]!)) from--;
  if (from > 0 && !'\n\r'.includes(text[from - 1]!)) return [];
  if (opaque.some((span) => span.from <= offset && offset < span.to)) return [];
  const typed = text.slice(from, offset).toLowerCase();
  const range = toRange({ from, to: offset }, document);
  return Object.values(snippets).flatMap(({ prefix, description, body }) => {
    const label = [prefix].flat().find((each) => each.startsWith(typed));
    if (label === undefined) return [];
    const newText = printSnippet(onDay(parseSnippet(body.join('\n')), today));
    return {
      label,
      kind: CompletionItemKind.Snippet,
      detail: description,
      // Below what the notes themselves know.
      sortText: `~${label}`,
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range, newText },
    };
  });
}

function onDay(nodes: readonly SnippetNode[], today: IsoDate): SnippetNode[] {
  return nodes.map((node) => {
    if (node.kind === 'text' || node.kind === 'choice') return node;
    const value = node.kind === 'variable' ? dateVariable(node.name, today) : undefined;
    return value === undefined
      ? { ...node, children: onDay(node.children, today) }
      : { kind: 'text', text: value };
  });
}
