/** Edits of action items from outside their note: marked as done in the form the note uses, given to somebody. */

import { longestItem } from '../archive/facts.ts';
import { withoutOrigin } from '../archive/origin.ts';
import type { Edit } from '../checks/problem.ts';
import { lineStart } from '../note/lines.ts';
import { nameKey } from '../note/names.ts';
import type { ActionItem, Note, Span } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import { itemKey } from '../recall/itemKey.ts';
import { applied } from './applied.ts';

/** The item at a place of the note; the text tells whether it is the one that was meant. */
export function itemAt(note: Note, from: number, key: string): ActionItem | undefined {
  const items = note.actionItems.filter((item) => keyOf(item) === key);
  // Lines may have been added above meanwhile; one that says the same is as good.
  return items.find(({ range }) => range.from === from) ?? (items.length === 1 ? items[0] : undefined);
}

/** See `itemKey`: that of the item in the index. */
export function keyOf({ text, owners }: ActionItem): string {
  return itemKey({
    text: withoutOrigin(text).slice(0, longestItem),
    owners: owners.map(({ name }) => nameKey(name)),
  });
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

/** Without the white space behind it. */
export function endOf({ text }: Note, { from, to }: Span): number {
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

/** Behind the item, in brackets. Undefined: it would be another item then. */
export function refer(note: Note, item: ActionItem, reference: string): Edit[] | undefined {
  const edits = [insert(endOf(note, item.range), ` (${reference})`)];
  const owners = item.owners.length;
  const isSame = (after: ActionItem) => after.owners.length === owners && after.done === item.done;
  return leaves(note, item, edits, isSame) ? edits : undefined;
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
