/** Edits of action items from outside their note: marked as done in the form the note uses, given to somebody, copied to another note. */

import { longestItem } from '../archive/facts.ts';
import { originDate, originOf, withoutOrigin } from '../archive/origin.ts';
import { noteDate } from '../archive/summary.ts';
import type { Edit } from '../checks/problem.ts';
import { actionTitleOf } from '../note/actionTitle.ts';
import { lineEnd, lineStart, nextLine } from '../note/lines.ts';
import { nameKey } from '../note/names.ts';
import type { ActionItem, Note, Section, Span } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import { readingOf } from '../note/reading.ts';
import { allSections } from '../note/sections.ts';
import { itemKey } from '../recall/itemKey.ts';
import type { OpenItem } from '../recall/openItems.ts';
import { canonicalUri, componentsBelow, parentUri } from '../uri.ts';

/** The item at a place of the note; the text tells whether it is the one that was meant. */
export function itemAt(note: Note, from: number, key: string): ActionItem | undefined {
  const items = note.actionItems.filter((item) => itemKey(spelled(item)) === key);
  // Lines may have been added above meanwhile; one that says the same is as good.
  return items.find(({ range }) => range.from === from) ?? (items.length === 1 ? items[0] : undefined);
}

function spelled({ text, owners }: ActionItem): {
  readonly text: string;
  readonly owners: readonly string[];
} {
  return { text: withoutOrigin(text).slice(0, longestItem), owners: owners.map(({ name }) => nameKey(name)) };
}

/** A way to say that an item is done. `tells` whether an item that is done says it so. */
interface DoneForm {
  tells(note: Note, item: ActionItem): boolean;
  edits(note: Note, item: ActionItem): Edit[];
}

const forms: readonly DoneForm[] = [
  {
    tells: (note, item) => boxBefore(note, item, /\[[xX]\][ \t]*$/) !== undefined,
    edits: (note, item) => {
      const box = boxBefore(note, item, /\[ \][ \t]*$/);
      return box === undefined ? [] : [{ range: { from: box + 1, to: box + 2 }, text: 'x' }];
    },
  },
  {
    tells: (note, { range }) => note.text.slice(range.from - 2, range.to).includes('~~'),
    edits: (note, { range }) =>
      note.text.slice(range.from, range.to).includes('\n')
        ? []
        : [insert(range.from, '~~'), insert(endOf(note, range), '~~')],
  },
  {
    tells: (note, { range }) => note.text.slice(range.from, endOf(note, range)).endsWith('✅'),
    edits: (note, { range }) => [insert(endOf(note, range), ' ✅')],
  },
  {
    tells: (note, { range }) => /^DONE\b/.test(note.text.slice(range.from, range.to)),
    edits: (_, { range }) => [insert(range.from, 'DONE: ')],
  },
  { tells: () => true, edits: (note, { range }) => [insert(endOf(note, range), ' (done)')] },
];

function insert(at: number, text: string): Edit {
  return { range: { from: at, to: at }, text };
}

function endOf({ text }: Note, { from, to }: Span): number {
  let end = to;
  while (end > from && ' \t\r\n'.includes(text[end - 1]!)) end--;
  return end;
}

/** Where the box of a task begins, which stands before the item on its line. */
function boxBefore({ text }: Note, { range }: ActionItem, box: RegExp): number | undefined {
  const before = text.slice(lineStart(text, range.from), range.from);
  const found = box.exec(before);
  return found ? range.from - before.length + found.index : undefined;
}

/**
 * The item says then that it is done: by its box, else as the note's other items do, and nothing else reads otherwise. Undefined:
 * no form of ours is understood there.
 */
export function markDone(note: Note, item: ActionItem): Edit[] | undefined {
  const [box, ...others] = forms;
  const done = note.actionItems.filter((each) => each.done);
  const used = others.slice(0, -1).filter((form) => done.some((each) => form.tells(note, each)));
  const candidates = [box!, ...used, others.at(-1)!, ...others];
  return candidates
    .map((form) => form.edits(note, item))
    .find((edits) => edits.length > 0 && leaves(note, item, edits, (after) => after.done));
}

/** In place of whoever owns the item, or where its owner belongs. Undefined: the name would not be read as the owner there. */
export function assign(note: Note, item: ActionItem, name: string): Edit[] | undefined {
  const { range, before, after } = item.ownerSlot;
  const [first] = item.owners;
  const last = item.owners.at(-1);
  const candidates: Edit[][] =
    first && last
      ? [[{ range: { from: first.range.from, to: last.range.to }, text: name }]]
      : [[{ range, text: `${before}${name}${after}` }]];
  const isOwner = ({ owners }: ActionItem) =>
    owners.length === 1 && nameKey(owners[0]!.name) === nameKey(name);
  return candidates.find((edits) => leaves(note, item, edits, isOwner));
}

/** Whether the edited note has as many items, with this one as wished and the others as before. */
function leaves(
  note: Note,
  item: ActionItem,
  edits: readonly Edit[],
  isRight: (after: ActionItem) => boolean,
): boolean {
  const after = parseNote(applied(note.text, edits), undefined, note.conventions).actionItems;
  const at = note.actionItems.indexOf(item);
  return (
    after.length === note.actionItems.length &&
    after.every((each, index) => (index === at ? isRight(each) : each.done === note.actionItems[index]!.done))
  );
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.from - a.range.from)
    .reduce(
      (result, { range, text: put }) => result.slice(0, range.from) + put + result.slice(range.to),
      text,
    );
}

/** The sections whose lists are action items. */
export function actionSection({ sections, conventions }: Note): Section | undefined {
  const reading = readingOf(conventions);
  return allSections(sections).find(({ heading }) => actionTitleOf(heading, reading) === 'tasks');
}

export type CarriedOver =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly count: number }
  /** All of them are there. */
  | { readonly kind: 'nothing' }
  /** A note has no section of action items. */
  | { readonly kind: 'noSection' };

/**
 * Puts items of earlier notes into the action section of a note, each with where it was first promised. What the note has already,
 * in whatever state, is not put there again. `uri` is the note's. `openIn`: what a template left open in a part of the note, which the
 * items replace.
 */
export function carryOver(
  note: Note,
  uri: string,
  items: readonly OpenItem[],
  openIn: (span: Span) => Span | undefined = () => undefined,
): CarriedOver {
  const section = actionSection(note);
  if (section === undefined) return { kind: 'noSection' };
  const known = new Set(note.actionItems.map((item) => itemKey(spelled(item))));
  const wanted = items.filter(({ item }) => {
    const key = itemKey(item);
    // Half of an item is not what was promised.
    if (known.has(key) || item.text.length >= longestItem) return false;
    known.add(key);
    return true;
  });
  if (wanted.length === 0) return { kind: 'nothing' };
  const open = openIn({
    from: nextLine(note.text, lineEnd(note.text, Math.max(section.headingRange.to - 1, 0))),
    to: section.children[0]?.range.from ?? section.range.to,
  });
  if (open) {
    const bullet = bulletAt(note.text, open.from) ?? '* ';
    const text = wanted.map((item) => `${bullet}${lineOf(item, uri)}`).join('\n');
    return { kind: 'edits', edits: [{ range: open, text }], count: wanted.length };
  }
  const { at, bullet, before, after } = placeIn(note, section);
  const lines = wanted.map((item) => `${bullet}${lineOf(item, uri)}`);
  return {
    kind: 'edits',
    edits: [insert(at, `${before}${lines.join('\n')}${after}`)],
    count: wanted.length,
  };
}

/** Behind the last item of the section's own list; else below its heading. */
function placeIn(note: Note, { headingRange, range, children }: Section) {
  const { text, actionItems } = note;
  const end = children[0]?.range.from ?? range.to;
  const own = actionItems.filter((item) => item.range.from >= headingRange.to && item.range.from < end);
  const last = own.at(-1);
  if (last) {
    const at = lineEnd(text, endOf(note, last.range));
    return { at, before: '\n', after: '', bullet: bulletAt(text, last.range.from) ?? '* ' };
  }
  const at = lineEnd(text, headingRange.to > 0 ? headingRange.to - 1 : 0);
  const rest = text.slice(at);
  // A blank line stays between the list and what follows.
  const isLast = rest.trim() === '';
  return { at, before: '\n\n', after: isLast || /^\r?\n\r?\n/.test(rest) ? '' : '\n', bullet: '* ' };
}

/** The marker and the empty box of the list item whose line holds an offset. */
function bulletAt(text: string, at: number): string | undefined {
  const line = text.slice(lineStart(text, at), lineEnd(text, at));
  const bullet = /^[ \t]*(?:[*+-]|\d{1,9}[.)])(?:[ \t]+\[[ xX]\](?=[ \t]|$))?(?:[ \t]+|$)/.exec(line)?.[0];
  return (
    bullet &&
    `${bullet
      .replace(/\[[xX]\]/, '[ ]')
      .replace(/\d+/, '1')
      .trimEnd()} `
  );
}

/** With its owners in front, where the text leaves them to a marker. */
function lineOf({ item, first }: OpenItem, uri: string): string {
  const { text, owners = [] } = item;
  const lower = text.toLowerCase();
  const unnamed = owners.filter((owner) => !lower.includes(owner.toLowerCase()));
  const front = unnamed.length > 0 ? `${unnamed.join(', ')}: ` : '';
  const date = noteDate(first);
  const origin =
    date === undefined || originDate(text) !== undefined ? '' : originOf(date, pathTo(first.uri, uri));
  return `${front}${text}${origin}`;
}

/** The relative path from one file to another, encoded for a link. */
export function pathTo(target: string, from: string): string {
  const to = componentsBelow(canonicalUri(target), '');
  const here = componentsBelow(parentUri(canonicalUri(from)), '');
  let same = 0;
  while (same < here.length && same < to.length - 1 && here[same] === to[same]) same++;
  const up = here.slice(same).map(() => '..');
  const down = to
    .slice(same)
    .map((component) =>
      encodeURIComponent(component).replace(/[()]/g, (char) => `%${char.charCodeAt(0).toString(16)}`),
    );
  return [...up, ...down].join('/');
}
