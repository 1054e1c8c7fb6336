/** Short titles after references, for a writer who wants to see what all the numbers are. */

import { type InlayHint, MarkupKind } from 'vscode-languageserver-types';
import { literalText } from '../../../shared/literalText.ts';
import type { IssueMemory } from '../checks/problem.ts';
import { cutGraphemes } from '../github/text.ts';
import { linkedReferences } from '../note/linkedReferences.ts';
import type { Note, Repository, Span } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { resolveReference } from '../references/issueKey.ts';

export interface HintInputs {
  readonly note: Note;
  readonly own?: Repository | undefined;
  readonly issues?: IssueMemory | undefined;
  /** The client shows Markdown in tooltips; VS Code makes links of the URLs in a plain one (inlayHintsHover.ts). */
  readonly markdown?: boolean | undefined;
}

/** In graphemes: beside a sentence there is not much room. */
const longest = 40;

/**
 * Hints for the references that end in `span`, from the cache alone. A link has words of its own and gets none. Labels are
 * plain text: LSP 3.18, `InlayHint.label`.
 */
export function inlayHints(document: TextDocument, inputs: HintInputs, span: Span): InlayHint[] {
  const { note, own, issues, markdown } = inputs;
  if (issues === undefined) return [];
  const linked = linkedReferences(note);
  return note.references.flatMap((reference) => {
    const { from, to } = reference.range;
    if (to < span.from || from > span.to || linked.has(reference)) return [];
    const key = resolveReference(reference, own);
    const cached = key && issues.peek(key);
    if (cached?.kind !== 'found') return [];
    const { title } = cached.issue;
    const isEnclosed = note.text[from - 1] === '<' && note.text[to] === '>';
    const label = literalText(cutGraphemes(title, longest), 'plain');
    const tooltip = markdown
      ? { kind: MarkupKind.Markdown, value: literalText(title, 'markdown') }
      : literalText(title, 'plain');
    return {
      position: document.positionAt(isEnclosed ? to + 1 : to),
      label,
      paddingLeft: true,
      ...(label !== title && { tooltip }),
    };
  });
}
