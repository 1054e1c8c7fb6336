import type { ActionItem, Note, Span } from '../note/note.ts';
import { ownerCandidates } from '../people/candidates.ts';
import { knownNames, ownersOf } from '../people/knownNames.ts';
import type { CheckContext, Fix, Rule } from './problem.ts';

export const todoOwnerMissing: Rule = {
  code: 'todo-owner-missing',
  summary: 'Something is to be done and nobody is named who will do it.',
  find(context) {
    const isKnown = knownNames(context, true);
    return context.note.actionItems
      .filter((item) => !item.done && !item.quoted && ownersOf(item, isKnown).length === 0)
      .map((item) => ({
        code: 'todo-owner-missing',
        range: item.marker ?? firstLine(context.note, item.range),
        message: `Nobody owns this${quote(item)}. Name who will do it.`,
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
    title: `Assign it to ${name}`,
    edits: [{ range, text: `${before}${name}${after}` }],
    safe: false,
  }));
}

function quote({ text }: ActionItem): string {
  if (text === '') return '';
  return `: "${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

function firstLine(note: Note, range: Span): Span {
  const end = note.text.slice(range.from, range.to).search(/[\r\n]/);
  return end < 0 ? range : { from: range.from, to: range.from + end };
}
