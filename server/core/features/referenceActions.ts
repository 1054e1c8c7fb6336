/** Refactorings of references: make it a link, expand it, shorten it; one or all of the note. */

import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { type Message, type Say, t } from '../../../shared/l10n.ts';
import type { Steps } from '../../../shared/steps.ts';
import type { Edit } from '../checks/problem.ts';
import { linkedReferences } from '../note/linkedReferences.ts';
import type { TextChange } from '../note/markdown.ts';
import type { Note, Reference, Repository, Span } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { noteSteps } from '../note/parse.ts';
import { repositoryText } from '../references/issueKey.ts';
import { applied } from './applied.ts';
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
  title(text: string): Message;
  readonly all: Message;
}[] = [
  {
    rewrite: toLink,
    title: () => t('Convert to Link'),
    all: t('Convert All References to Links'),
  },
  {
    rewrite: toUrl,
    title: () => t('Convert to URL'),
    all: t('Convert All References to URLs'),
  },
  {
    rewrite: toShort,
    title: (text) => t('Shorten to {0}', text),
    all: t('Shorten All References'),
  },
];

/** Each offer is parsed once more. With more references, or in a longer text, nothing is offered for all of them, nor for a selection of so many. */
const mostReferences = 1_000;
const longestText = 200_000;

/**
 * The rewrites of the references that `request.range` touches. `document` holds the text of `inputs.note`, and is to stay as it is until the
 * last step.
 */
export function* referenceActions(
  document: TextDocument,
  inputs: RewriteInputs,
  request: RewriteRequest,
  support: EditSupport,
  say: Say,
): Steps<CodeAction[]> {
  const kind = CodeActionKind.RefactorRewrite;
  const { range, only, automatic } = request;
  if (only === undefined ? automatic : !wants(only, kind)) return [];
  const touched = inputs.note.references.filter(
    (each) => each.range.from <= range.to && range.from <= each.range.to,
  );
  if (touched.length === 0 || touched.length > mostReferences) return [];
  const { note } = inputs;
  const isLarge = note.references.length > mostReferences || note.text.length > longestText;
  yield;
  const linked = linkedReferences(inputs.note);
  yield;
  const editsFor = (references: readonly Reference[], rewrite: Rewrite): Edit[] =>
    withoutOverlap(
      references.filter((each) => !linked.has(each)).flatMap((each) => rewrite(inputs, each) ?? []),
    );
  const before = namesIn(inputs.note, inputs.own);
  /** Nothing is offered that would make other references of what stands around it. */
  function* isFaithful(edits: readonly Edit[]): Steps<boolean> {
    const changed = { note, changes: changesOf(edits) };
    const after = yield* noteSteps(applied(note.text, edits), changed, note.conventions);
    yield;
    // Its list is put together here.
    void after.references;
    yield;
    return namesIn(after, inputs.own) === before;
  }
  const actions: CodeAction[] = [];
  for (const { rewrite, title, all } of rewrites) {
    yield;
    const here = editsFor(touched, rewrite);
    const [first] = here;
    if (first === undefined) continue;
    const everywhere = isLarge ? [] : editsFor(note.references, rewrite);
    const offers = [
      { title: title(first.text), edits: here },
      ...(everywhere.length > here.length ? [{ title: all, edits: everywhere }] : []),
    ];
    for (const { title: words, edits } of offers)
      if (yield* isFaithful(edits))
        actions.push({ title: say(words), kind, edit: editOf(document, edits, support) });
  }
  return actions;
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

/** In the order of their places. */
function changesOf(edits: readonly Edit[]): TextChange[] {
  let grown = 0;
  return edits.map(({ range: { from, to }, text }) => {
    const fromB = from + grown;
    grown += text.length - (to - from);
    return { fromA: from, toA: to, fromB, toB: fromB + text.length };
  });
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
