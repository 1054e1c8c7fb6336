/** Refactorings of references: make it a link, expand it, shorten it; one or all of the note. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Edit } from '../checks/problem.ts';
import { linkedReferences } from '../note/linkedReferences.ts';
import type { Reference, Span } from '../note/note.ts';
import { type Rewrite, type RewriteInputs, toLink, toShort, toUrl } from './referenceRewrites.ts';
import { type EditSupport, editOf, wants } from './workspaceEdit.ts';

export interface RewriteRequest {
  readonly range: Span;
  /** Only these kinds and their sub-kinds; absent: all. */
  readonly only?: readonly string[];
  /** The editor asks by itself, for a light bulb: not for every reference that the cursor meets. */
  readonly automatic: boolean;
}

const rewrites: readonly {
  readonly rewrite: Rewrite;
  title(text: string): string;
  readonly all: string;
}[] = [
  {
    rewrite: toLink,
    title: () => 'Make it a link',
    all: 'Make links, for all references of this note',
  },
  {
    rewrite: toUrl,
    title: () => 'Expand to a full URL',
    all: 'Expand to full URLs, for all references of this note',
  },
  {
    rewrite: toShort,
    title: (text) => `Shorten to ${text}`,
    all: 'Shorten, for all references of this note',
  },
];

/** The rewrites of the references that `request.range` touches. `document` holds the text of `inputs.note`. */
export function referenceActions(
  document: TextDocument,
  inputs: RewriteInputs,
  request: RewriteRequest,
  support: EditSupport,
): CodeAction[] {
  const kind = CodeActionKind.RefactorRewrite;
  const { range, only, automatic } = request;
  if (only === undefined ? automatic : !wants(only, kind)) return [];
  const touched = inputs.note.references.filter(
    (each) => each.range.from <= range.to && range.from <= each.range.to,
  );
  if (touched.length === 0) return [];
  const linked = linkedReferences(inputs.note);
  const editsFor = (references: readonly Reference[], rewrite: Rewrite): Edit[] =>
    references.filter((each) => !linked.has(each)).flatMap((each) => rewrite(inputs, each) ?? []);
  return rewrites.flatMap(({ rewrite, title, all }) => {
    const here = editsFor(touched, rewrite);
    const [first] = here;
    if (first === undefined) return [];
    const everywhere = editsFor(inputs.note.references, rewrite);
    const actions = [{ title: title(first.text), kind, edit: editOf(document, here, support) }];
    if (everywhere.length > here.length)
      actions.push({ title: all, kind, edit: editOf(document, everywhere, support) });
    return actions;
  });
}
