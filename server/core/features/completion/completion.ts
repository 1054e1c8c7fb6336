/**
 * Completion of sections, owners and references, from the note, its series and what is in memory of GitHub.
 *
 * Nothing is taken over by itself. No item is preselected, has commit characters or snippet syntax, and every edit is
 * spelled out. That Enter behind `PR #` stays a line end is the editor's to decide: VS Code focuses the first item of a
 * list that a trigger character opened, and Enter accepts what has the focus. Hence the `[markdown]` defaults in
 * package.json: `editor.suggest.selectionMode` `whenQuickSuggestion` leaves such a list without focus until the writer
 * types on or presses Down, and `editor.acceptSuggestionOnEnter` `smart` makes Enter a line end where the item is already
 * typed in full (VS Code's suggestController.ts and suggestModel.ts; microsoft/vscode#169830).
 */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CompletionItemKind, type CompletionList, InsertTextFormat } from 'vscode-languageserver-types';
import type { ReferenceStyle } from '../../../../shared/settings.ts';
import type { Span } from '../../note/note.ts';
import { toRange } from '../range.ts';
import { findCandidates, type Question, questionOf, type ReferencesSource } from './candidates.ts';
import type { CompletionContext, ReferenceContext, SectionContext } from './context.ts';
import { contextAt } from './contextAt.ts';
import { insertionAt } from './insertion.ts';
import { namesAt } from './names.ts';
import { type OwnerInputs, ownerItems } from './ownerItems.ts';
import { type Draft, type ItemOptions, referenceItem } from './referenceItem.ts';
import { sectionCandidates } from './sections.ts';

/** Each is a request whenever it is typed in a Markdown document: no more than the contexts need. */
export const triggerCharacters: readonly string[] = ['#', '@', '(', ':', ' ', '-'];

export interface CompletionInputs extends OwnerInputs, ReferencesSource {
  /** How references are written; when left out, as the writer began. */
  readonly style?: ReferenceStyle;
  /** Milliseconds since 1970; what is told of issues has an age. */
  readonly now?: number;
  /** False: the client does not show `labelDetails`. */
  readonly labelDetails?: boolean;
}

/**
 * The list at `offset`, or null where there is nothing to offer. `trigger` is the trigger character just typed; without
 * one the writer asked. `document` holds the text of `inputs.note`.
 */
export function complete(
  document: TextDocument,
  inputs: CompletionInputs,
  offset: number,
  trigger?: string,
): CompletionList | null {
  const lists = [contextList(inputs, offset, trigger), namesAt(inputs.note, offset, trigger)];
  const drafts = lists.flatMap((list) => list?.items.map((item) => ({ item, place: list.place })) ?? []);
  if (drafts.length === 0) return null;
  const digits = String(drafts.length).length;
  return {
    isIncomplete: lists.some((list) => list?.more === true),
    items: drafts.map(({ item: { newText, filterText, ...item }, place }, index) => ({
      ...item,
      // Left out, it is the label. Neovim's own list, up to 0.10, begins at the edit only where there is none.
      ...(filterText !== item.label && { filterText }),
      sortText: String(index).padStart(digits, '0'),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range: toRange(place, document), newText },
    })),
  };
}

function contextList(
  inputs: CompletionInputs,
  offset: number,
  trigger: string | undefined,
): Required<Drafts> | undefined {
  const context = contextAt(inputs.note, offset);
  if (context === undefined || (trigger !== undefined && !opensOn(context, trigger))) return undefined;
  return { place: context.range, ...listFor(context, inputs, offset, trigger) };
}

/** Whose issues `complete` lists, and for what; undefined where it lists none. Costs what finding the context does. */
export function questionAt(
  { note, own }: Pick<CompletionInputs, 'note' | 'own'>,
  offset: number,
  trigger?: string,
): Question | undefined {
  const context = contextAt(note, offset);
  if (context?.kind !== 'reference' || (trigger !== undefined && !opensOn(context, trigger)))
    return undefined;
  return questionOf(context, own);
}

/** Whether a character that was typed, most often for its own sake, is to open a list. */
function opensOn(context: CompletionContext, trigger: string): boolean {
  switch (context.kind) {
    case 'section':
      return trigger === ' ';
    case 'owner':
      if (context.quiet) return false;
      // `mary-` goes on in a name.
      if (trigger === '-') return context.typed !== '';
      return (
        trigger ===
        { login: '@', parenthesis: '(', marker: context.before === '' ? ' ' : ':', item: '' }[context.form]
      );
    case 'reference':
      if (context.quiet) return false;
      if (context.typed === '') return context.prefix.endsWith(trigger);
      // `#pars lim` goes on in words; a number has none behind it.
      return context.typed.endsWith(trigger) && (trigger === ' ' || trigger === '-');
  }
}

interface Drafts {
  readonly items: readonly Draft[];
  /** There are more than fit: the editor is to ask again when more is typed. */
  readonly more: boolean;
  /** What the edits replace, where that is not the context's own range. */
  readonly place?: Span;
}

function listFor(
  context: CompletionContext,
  inputs: CompletionInputs,
  offset: number,
  trigger: string | undefined,
): Drafts {
  switch (context.kind) {
    case 'section':
      return { items: sectionItems(context, inputs, trigger !== undefined), more: false };
    case 'owner':
      return ownerItems(context, inputs);
    case 'reference':
      return referenceItems(context, inputs, offset);
  }
}

function referenceItems(context: ReferenceContext, inputs: CompletionInputs, offset: number): Drafts {
  const { note, own, style = 'typed', now = 0, labelDetails = true } = inputs;
  const { candidates, more } = findCandidates(inputs, context, offset);
  const repository = context.repository ?? own;
  const { range, textOf } = insertionAt(note, context, style, repository, context.bare ?? own);
  const typed = note.text.slice(range.from, offset);
  const options: ItemOptions = { now, labelDetails };
  const items = candidates.map((candidate) =>
    referenceItem(candidate, context, textOf(candidate), typed, options),
  );
  return { items, more, place: range };
}

/** `continued`: a blank inside the heading was typed; only what still fits is worth keeping the list open for. */
function sectionItems(context: SectionContext, inputs: CompletionInputs, continued: boolean): Draft[] {
  const { note, template, series } = inputs;
  const typed = continued ? context.typed.trimEnd().toLowerCase() : '';
  return sectionCandidates(context, note, template, series)
    .filter(({ heading }) => heading.toLowerCase().startsWith(typed) && heading.toLowerCase() !== typed)
    .map(({ heading, known }) => ({
      label: heading,
      labelDetails: { description: known },
      kind: CompletionItemKind.EnumMember,
      detail: known,
      filterText: heading,
      newText: heading,
    }));
}
