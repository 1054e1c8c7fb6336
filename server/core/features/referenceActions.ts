/** Refactorings of references: make it a link, expand it, shorten it; one or all of the note. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Edit } from '../checks/problem.ts';
import { linkedReferences } from '../note/linkedReferences.ts';
import type { Note, Reference, Repository, Span } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import { repositoryText } from '../references/issueKey.ts';
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
    title: () => 'Convert to Link',
    all: 'Convert All References to Links',
  },
  {
    rewrite: toUrl,
    title: () => 'Convert to URL',
    all: 'Convert All References to URLs',
  },
  {
    rewrite: toShort,
    title: (text) => `Shorten to ${text}`,
    all: 'Shorten All References',
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
    withoutOverlap(
      references.filter((each) => !linked.has(each)).flatMap((each) => rewrite(inputs, each) ?? []),
    );
  const before = namesIn(inputs.note, inputs.own);
  /** Nothing is offered that would make other references of what stands around it. */
  const isFaithful = (edits: readonly Edit[]): boolean =>
    namesIn(parseNote(applied(inputs.note.text, edits), undefined, inputs.note.conventions), inputs.own) ===
    before;
  return rewrites.flatMap(({ rewrite, title, all }) => {
    const here = editsFor(touched, rewrite);
    const [first] = here;
    if (first === undefined) return [];
    const everywhere = editsFor(inputs.note.references, rewrite);
    const offers = [
      { title: title(first.text), edits: here },
      ...(everywhere.length > here.length ? [{ title: all, edits: everywhere }] : []),
    ];
    return offers
      .filter(({ edits }) => isFaithful(edits))
      .map(({ title, edits }) => ({ title, kind, edit: editOf(document, edits, support) }));
  });
}

/** Edits of one change must not overlap: LSP 3.18, `TextEdit[]`. */
function withoutOverlap(edits: readonly Edit[]): Edit[] {
  let end = 0;
  return edits.filter(({ range }) => {
    if (range.from < end) return false;
    end = range.to;
    return true;
  });
}

function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, text: inserted } of edits) {
    parts.push(text.slice(at, range.from), inserted);
    at = range.to;
  }
  return parts.join('') + text.slice(at);
}

/** What a note's references name, in their order; the two halves of a link are one place. */
function namesIn(note: Note, own: Repository | undefined): string {
  const places = new Map<number, string>();
  for (const reference of note.references) {
    const repository = reference.repository ?? own;
    const place = reference.link?.range.from ?? reference.range.from;
    places.set(place, `${repository ? repositoryText(repository) : ''}#${reference.number}`);
  }
  return [...places.values()].join(' ');
}
