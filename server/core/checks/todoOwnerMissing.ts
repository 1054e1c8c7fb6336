import { type Message, t } from '../../../shared/l10n.ts';
import { isEach } from '../../../shared/steps.ts';
import type { ActionItem, Note, Span } from '../note/note.ts';
import { ownerCandidates } from '../people/candidates.ts';
import { qualifiedText } from '../references/issueKey.ts';
import { itemsWithoutOwner, notMerged } from './itemsWithoutOwner.ts';
import type { CheckContext, Fix, Problem, Rule } from './problem.ts';
import { quote } from './quote.ts';

export const todoOwnerMissing: Rule = {
  code: 'todo-owner-missing',
  summary: 'An action item has no owner.',
  severity: 'warning',
  *find(context) {
    const problems: Problem[] = [];
    for (const item of yield* itemsWithoutOwner(context)) {
      if (isEach(100, problems.length)) yield;
      problems.push({
        range: item.marker ?? firstLine(context.note, item.range),
        message: messageFor(item, context),
        get fixes() {
          return assignments(context, item);
        },
      });
    }
    return problems;
  },
};

function messageFor(item: ActionItem, context: CheckContext): Message {
  const [first] = notMerged(item, context) ?? [];
  const text = quote(item.text);
  if (first === undefined)
    return item.text === '' ? t('Action item has no owner') : t('Action item has no owner: {0}', text);
  const reference = qualifiedText(first);
  return item.text === ''
    ? t('Action item has no owner; {0} is not merged', reference)
    : t('Action item has no owner: {0}; {1} is not merged', text, reference);
}

/** More names than this are a list to scroll, not a choice. */
const offered = 6;

function assignments(context: CheckContext, item: ActionItem): Fix[] {
  const { range, before, after } = item.ownerSlot;
  const candidates = ownerCandidates(context, range)
    .filter(({ uncertain }) => !uncertain)
    .slice(0, offered);
  return candidates.map(({ name }) => ({
    title: t('Assign to {0}', name),
    edits: [{ range, text: `${before}${name}${after}` }],
    safe: false,
  }));
}

function firstLine(note: Note, range: Span): Span {
  const end = note.text.slice(range.from, range.to).search(/[\r\n]/);
  return end < 0 ? range : { from: range.from, to: range.from + end };
}
