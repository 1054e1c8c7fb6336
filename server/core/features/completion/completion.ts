/**
 * Completion of sections, owners and references, from the note and its series alone.
 *
 * Nothing is taken over by itself. No item is preselected, has commit characters or snippet syntax, and every edit is
 * spelled out. That Enter behind `PR #` stays a line end is the editor's to decide: VS Code focuses the first item of a
 * list that a trigger character opened, and Enter accepts what has the focus. Hence the `[markdown]` defaults in
 * package.json: `editor.suggest.selectionMode` `whenQuickSuggestion` leaves such a list without focus until the writer
 * types on or presses Down, and `editor.acceptSuggestionOnEnter` `smart` makes Enter a line end where the item is already
 * typed in full (VS Code's suggestController.ts and suggestModel.ts; microsoft/vscode#169830).
 */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import { nameKey } from '../../note/names.ts';
import type { ReferenceKind } from '../../note/note.ts';
import type { Template } from '../../template/template.ts';
import { toRange } from '../range.ts';
import {
  type CompletionContext,
  contextAt,
  type OwnerContext,
  type ReferenceContext,
  type SectionContext,
} from './context.ts';
import { type KnownPeople, ownerCandidates } from './owners.ts';
import { type NotesSource, type ReferenceCandidate, referencesInNotes } from './references.ts';
import { sectionCandidates } from './sections.ts';

/** Each is a request whenever it is typed in a Markdown document: no more than the contexts need. */
export const triggerCharacters: readonly string[] = ['#', '@', '(', ':', ' ', '-'];

export interface CompletionInputs extends KnownPeople, NotesSource {
  readonly template: Template;
}

/** A longer list is not read; what is typed narrows it. */
const mostReferences = 200;
const mostOwners = 100;

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
  const context = contextAt(inputs.note, offset);
  if (context === undefined || (trigger !== undefined && !opensOn(context, trigger))) return null;
  const { items, more } = listFor(context, inputs, trigger);
  if (items.length === 0) return null;
  const range = toRange(context.range, document);
  const digits = String(items.length).length;
  return {
    isIncomplete: more,
    items: items.map(({ newText, ...item }, index) => ({
      ...item,
      sortText: String(index).padStart(digits, '0'),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText },
    })),
  };
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
      return !context.quiet && context.typed === '' && context.prefix.endsWith(trigger);
  }
}

type Draft = Pick<CompletionItem, 'label' | 'labelDetails' | 'kind' | 'detail' | 'filterText'> & {
  readonly newText: string;
};

interface Drafts {
  readonly items: readonly Draft[];
  /** There are more than fit: the editor is to ask again when more is typed. */
  readonly more: boolean;
}

function listFor(context: CompletionContext, inputs: CompletionInputs, trigger: string | undefined): Drafts {
  switch (context.kind) {
    case 'section':
      return { items: sectionItems(context, inputs, trigger !== undefined), more: false };
    case 'owner':
      return ownerItems(context, inputs);
    case 'reference': {
      const { candidates, more } = referencesInNotes(inputs)(context, mostReferences);
      return { items: candidates.map((candidate) => referenceItem(candidate, context)), more };
    }
  }
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

function ownerItems(context: OwnerContext, inputs: CompletionInputs): Drafts {
  const { before, after, form } = context;
  const typed = nameKey(context.typed);
  const candidates = ownerCandidates(context, inputs).filter(
    // A login is one word.
    ({ name }) => nameKey(name).startsWith(typed) && (form !== 'login' || !name.includes(' ')),
  );
  const items = candidates.slice(0, mostOwners).map(({ name, known }): Draft => {
    const bare = name.startsWith('@') ? name.slice(1) : name;
    const login = form === 'login';
    return {
      label: login ? `@${bare}` : name,
      labelDetails: { description: known },
      kind: CompletionItemKind.Value,
      detail: known,
      filterText: login ? `@${filterTextOf(bare)}` : filterTextOf(bare),
      newText: `${before}${login ? bare : name}${after}`,
    };
  });
  return { items, more: candidates.length > items.length };
}

/** In lower case first: who types so is not to be given another name because this one is written with a capital. */
function filterTextOf(name: string): string {
  const lower = name.toLowerCase();
  return lower === name ? name : `${lower} ${name}`;
}

const kindWords: Readonly<Record<ReferenceKind, string>> = {
  pull: 'pull request',
  issue: 'issue',
  discussion: 'discussion',
  unknown: '',
};

function referenceItem(
  { number, kind, title, seen }: ReferenceCandidate,
  { prefix, wanted }: ReferenceContext,
): Draft {
  const newText = `${prefix}${number}`;
  const detail = [kindWords[kind], seen?.where].filter((part) => part).join(', ');
  return {
    label: newText,
    labelDetails: {
      // Where only one kind is listed, it goes without saying.
      ...(wanted === 'unknown' && kind !== 'unknown' && { detail: ` ${kindWords[kind]}` }),
      ...(seen && { description: seen.brief }),
    },
    kind: CompletionItemKind.Reference,
    ...(detail !== '' && { detail }),
    filterText: title === undefined ? newText : `${newText} ${title}`,
    newText,
  };
}
