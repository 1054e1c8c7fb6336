import type { ActionItem, Note, Span } from '../note/note.ts';
import { ownerCandidates } from '../people/candidates.ts';
import { itemsWithoutOwner } from './itemsWithoutOwner.ts';
import type { CheckContext, Fix, Rule } from './problem.ts';
import { quote } from './quote.ts';

export const todoOwnerMissing: Rule = {
  code: 'todo-owner-missing',
  summary: 'An action item has no owner.',
  severity: 'warning',
  find(context) {
    return itemsWithoutOwner(context).map((item) => ({
      range: item.marker ?? firstLine(context.note, item.range),
      message: `Action item has no owner${item.text === '' ? '' : `: ${quote(item.text)}`}`,
      get fixes() {
        return assignments(context, item);
      },
    }));
  },
};

/** More names than this are a list to scroll, not a choice. */
const offered = 6;

function assignments(context: CheckContext, item: ActionItem): Fix[] {
  const { range, before, after } = item.ownerSlot;
  const candidates = ownerCandidates(context, range).slice(0, offered);
  return candidates.map(({ name }) => ({
    title: `Assign to ${name}`,
    edits: [{ range, text: `${before}${name}${after}` }],
    safe: false,
  }));
}

function firstLine(note: Note, range: Span): Span {
  const end = note.text.slice(range.from, range.to).search(/[\r\n]/);
  return end < 0 ? range : { from: range.from, to: range.from + end };
}
