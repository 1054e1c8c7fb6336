/** What is where in a note: all that is asked across notes. Kept small, as plain data that can be stored. */

import { isEach, type Steps } from '../../../shared/steps.ts';
import type { TaskStatus } from '../note/lexicon/status.ts';
import { nameKey } from '../note/names.ts';
import type { ActionItem, Note, Owner, PersonMention, Reference, Span } from '../note/note.ts';
import { copyOf, sharedCopyOf } from './copyOf.ts';
import { withoutOrigin } from './origin.ts';
import { placesIn } from './place.ts';
import { type TaskCell, taskCellsIn } from './taskCells.ts';

export interface NoteFacts {
  /** Pairs: an index into the summary's `references`, and the packed place of a mention. In document order. */
  readonly references: readonly number[];
  /** The same for `people`. */
  readonly people: readonly number[];
  readonly items: readonly ItemFact[];
}

export interface ItemFact {
  /** Packed, of the whole item. */
  readonly place: number;
  /** As written, on one line, without where it was copied from. */
  readonly text: string;
  /** As written, without `@`; absent: nobody. */
  readonly owners?: readonly string[];
  /** Where nobody owns it for certain, words that are its owner only if somebody is called so; as written, without `@`. */
  readonly possibleOwners?: readonly string[];
  /** Absent: open. */
  readonly state?: TaskStatus;
  /** Indexes into the summary's `references`. */
  readonly references?: readonly number[];
  /** Of a row in a table of tasks: what else it says. */
  readonly cells?: readonly TaskCell[];
}

/** Of one note. */
const mostItems = 200;
const mostMentions = 2000;
/** Of an item, in UTF-16 code units; a longer one is cut, and is then only for lists. */
export const longestItem = 2_000;

export interface FactInputs {
  readonly note: Note;
  /** The line that the note begins in, 0-based. */
  readonly line: number;
  /** The index of a reference in the summary; undefined: it is not kept there. */
  referenceIndex(reference: Reference): number | undefined;
  /** The keys of the summary's people by `nameKey`. */
  readonly people: readonly string[];
}

export function* factSteps({ note, line, referenceIndex, people }: FactInputs): Steps<NoteFacts> {
  const placeOf = placesIn(note.text, line);
  yield;
  const mentions = yield* mentionsOf(note.references, referenceIndex);
  const indexes = new Map(people.map((name, index) => [nameKey(name), index]));
  const references = mentions.slice(0, mostMentions).flatMap(({ index, span }) => [index, placeOf(span)]);
  yield;
  const persons = note.people.slice(0, mostMentions).flatMap((mention) => {
    const index = indexes.get(nameKey(mention.name));
    return index === undefined ? [] : [index, placeOf(nameSpan(mention, note.text))];
  });
  yield;
  const items: ItemFact[] = [];
  const cellsOf = taskCellsIn(note);
  for (const item of note.actionItems) {
    if (items.length === mostItems) break;
    if (!isTask(item)) continue;
    const cells = cellsOf(item);
    items.push({ ...itemFact(item, mentions, placeOf), ...(cells.length > 0 && { cells }) });
    if (isEach(10, items.length)) yield;
  }
  return { references, people: persons, items };
}

export function isEmpty({ references, people, items }: NoteFacts): boolean {
  return references.length + people.length + items.length === 0;
}

/** What somebody else said to do is a task only where somebody took it. */
function isTask({ quoted, owners }: ActionItem): boolean {
  return !quoted || owners.length > 0;
}

function itemFact(
  { range, text, owners, possibleOwners = [], done, inProgress }: ActionItem,
  mentions: readonly Mention[],
  placeOf: (span: Span) => number,
): ItemFact {
  const references = [
    ...new Set(
      mentions
        .filter(({ span }) => range.from <= span.from && span.from < range.to)
        .map(({ index }) => index),
    ),
  ];
  const names = namesOf(owners);
  const possible = names.length > 0 ? [] : namesOf(possibleOwners);
  return {
    place: placeOf(range),
    text: copyOf(withoutOrigin(text), longestItem),
    ...(names.length > 0 && { owners: names }),
    ...(possible.length > 0 && { possibleOwners: possible }),
    ...(done ? { state: 'done' as const } : inProgress && { state: 'inProgress' as const }),
    ...(references.length > 0 && { references }),
  };
}

function namesOf(owners: readonly Owner[]): readonly string[] {
  return [
    ...new Set(
      owners.map(({ name }) => sharedCopyOf(name.startsWith('@') ? name.slice(1) : name, longestItem)),
    ),
  ];
}

interface Mention {
  readonly index: number;
  readonly span: Span;
}

/**
 * A link is one mention. It stands where its target is, if that names the same: VS Code's own Markdown support finds the same
 * links there, and shows a place once that two have found.
 */
function* mentionsOf(
  references: readonly Reference[],
  referenceIndex: FactInputs['referenceIndex'],
): Steps<Mention[]> {
  const found: Mention[] = [];
  let link: { readonly from: number; readonly index: number; readonly at: number } | undefined;
  for (let read = 0; read < references.length; read++) {
    if (isEach(1_000, read)) yield;
    const reference = references[read]!;
    const index = referenceIndex(reference);
    if (index === undefined) continue;
    const from = reference.link?.range.from;
    if (from !== undefined && link?.from === from && link.index === index) {
      if (reference.link?.half === 'target') found[link.at] = { index, span: reference.range };
      continue;
    }
    if (from !== undefined) link = { from, index, at: found.length };
    found.push({ index, span: reference.range });
  }
  return found;
}

/** Without `@`. */
function nameSpan({ range }: PersonMention, text: string): Span {
  return text[range.from] === '@' ? { from: range.from + 1, to: range.to } : range;
}
