/**
 * Completion of sections, owners and references, from the note, its series and what is cached of GitHub.
 *
 * What the writer typed is never changed by a key that is not meant for the list. No item is preselected, has commit
 * characters or snippet syntax, and every edit is spelled out. VS Code gives the focus to the first item of a list that
 * opened by itself, and Enter and Tab accept what has the focus; so our client puts the typed text itself in front, as an
 * item for which these keys mean what they mean without a list (client/typedText.ts). For that it needs to know where the
 * typed text begins (`typedTextAt`), and that no item matches anything else than this text (`CompletionInputs.filtered`).
 */

import { CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import { inEnglish } from '../../../../shared/l10n.ts';
import type { ReferenceStyle } from '../../../../shared/settings.ts';
import { meetingContextAt } from '../../checks/meetingContext.ts';
import type { MeetingContext } from '../../checks/problem.ts';
import { isDigit } from '../../note/characters.ts';
import type { Span } from '../../note/note.ts';
import type { TextDocument } from '../../note/noteDocument.ts';
import { shift } from '../../note/shift.ts';
import { findCandidates, type Question, questionOf, type ReferencesSource } from './candidates.ts';
import type { CompletionContext, ReferenceContext, SectionContext } from './context.ts';
import { contextAt } from './contextAt.ts';
import { insertionAt } from './insertion.ts';
import { type Candidates, completionList, type ListOptions } from './list.ts';
import { namesAt } from './names.ts';
import { type OwnerInputs, ownerItems } from './ownerItems.ts';
import { type Draft, type ItemOptions, referenceItem } from './referenceItem.ts';
import { sectionCandidates } from './sections.ts';
import { isPlaceholder } from './typedText.ts';

export interface CompletionInputs extends OwnerInputs, ReferencesSource, ListOptions {
  /** How references are written; when left out, as the writer began. */
  readonly style?: ReferenceStyle;
  /** Milliseconds since 1970, for the age of titles. */
  readonly now?: number;
  /** See `CheckContext`. */
  readonly meetings?: readonly MeetingContext[];
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
  const candidates = candidatesAt(inputs, offset, trigger);
  return candidates ? completionList(document, inputs, offset, candidates) : null;
}

/** What `complete` lists, before it becomes the protocol's. */
export function candidatesAt(
  inputs: CompletionInputs,
  offset: number,
  trigger?: string,
): Candidates | undefined {
  const meeting = meetingContextAt(inputs.meetings, offset);
  if (meeting !== undefined) return candidatesInMeeting(inputs, meeting, offset, trigger);
  const list = contextList(inputs, offset, trigger);
  const lists = [list, namesAt(inputs.note, offset, trigger)];
  const drafts = lists.flatMap((each) => each?.items.map((draft) => ({ draft, range: each.range })) ?? []);
  if (drafts.length === 0) return undefined;
  return {
    drafts,
    more: lists.some((each) => each?.more === true),
    placeholder: list?.placeholder === true,
  };
}

/** The meeting's own sections, people and references count there, and those of the meetings beside it as other notes. */
function candidatesInMeeting(
  { meetings: _, ...inputs }: CompletionInputs,
  { from, context: { note, template, series } }: MeetingContext,
  offset: number,
  trigger: string | undefined,
): Candidates | undefined {
  const found = candidatesAt({ ...inputs, note, template, series }, offset - from, trigger);
  return (
    found && {
      ...found,
      drafts: found.drafts.map(({ draft, range }) => ({ draft, range: shift(range, from) })),
    }
  );
}

function contextList(
  inputs: CompletionInputs,
  offset: number,
  trigger: string | undefined,
): Required<Drafts> | undefined {
  const found = openContextAt(inputs, offset, trigger);
  if (found === undefined) return undefined;
  const { context, placeholder } = found;
  return { range: context.range, placeholder, ...listFor(context, inputs, offset, trigger) };
}

function openContextAt(
  { note, template }: Pick<CompletionInputs, 'note' | 'template'>,
  offset: number,
  trigger: string | undefined,
): { readonly context: CompletionContext; readonly placeholder: boolean } | undefined {
  const context = contextAt(note, offset);
  if (context === undefined || (trigger !== undefined && !opensOn(context, trigger))) return undefined;
  const placeholder = context.kind !== 'section' && isPlaceholder(context.typed, template);
  return { context: placeholder ? { ...context, typed: '' } : context, placeholder };
}

/** Whose issues `complete` lists, and for what; undefined where it lists none. Costs what finding the context does. */
export function questionAt(
  inputs: Pick<CompletionInputs, 'note' | 'template' | 'own'>,
  offset: number,
  trigger?: string,
): Question | undefined {
  const context = openContextAt(inputs, offset, trigger)?.context;
  return context?.kind === 'reference' ? questionOf(context, inputs.own) : undefined;
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
  readonly range?: Span;
  readonly placeholder?: boolean;
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
  const { note, own, style = 'typed', now = 0, labelDetails = true, filtered = false } = inputs;
  const { say = inEnglish } = inputs;
  // What is typed next asks for other numbers, or for other words of titles.
  const more = true;
  const candidates = findCandidates(inputs, context, offset);
  const repository = context.repository ?? own;
  const { range, textOf } = insertionAt(note, context, style, repository, context.bare ?? own);
  const typed = note.written.slice(range.from, offset);
  const whole = note.written.slice(range.from, range.to);
  const [first, ...others] = candidates;
  const isExact = first !== undefined && String(first.number) === context.typed;
  // There is nothing to choose, and nothing to learn of the number.
  if (isExact && others.length === 0 && first.title === undefined && textOf(first) === whole)
    return { items: [], more };
  const options: ItemOptions = { now, labelDetails, say };
  const items = candidates.map((candidate) =>
    referenceItem(candidate, context, textOf(candidate), typed, options),
  );
  // Many editors accept the first item with Enter; the number as it is typed is to survive that.
  if (filtered || first === undefined || isExact || !isDigit(context.typed.charCodeAt(0)))
    return { items, more, range };
  const asTyped = { label: typed, kind: CompletionItemKind.Text, filterText: typed, newText: whole };
  return { items: [asTyped, ...items], more, range };
}

/** A blank inside a heading was typed when `continued`: only what still fits is worth keeping the list open for. */
function sectionItems(context: SectionContext, inputs: CompletionInputs, continued: boolean): Draft[] {
  const { note, template, series, filtered, say = inEnglish } = inputs;
  const typed = context.typed.trimEnd().toLowerCase();
  return sectionCandidates(context, note, template, series)
    .filter(({ heading }) => {
      const lower = heading.toLowerCase();
      if (continued && (!lower.startsWith(typed) || lower === typed)) return false;
      return !filtered || lower.includes(typed);
    })
    .map(({ heading, known }) => ({
      label: heading,
      labelDetails: { description: say(known) },
      kind: CompletionItemKind.EnumMember,
      detail: say(known),
      filterText: heading,
      newText: heading,
    }));
}
