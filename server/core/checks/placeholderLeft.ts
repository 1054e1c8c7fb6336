import { type Message, t } from '../../../shared/l10n.ts';
import { atOnce } from '../../../shared/steps.ts';
import type { Note, Span } from '../note/note.ts';
import { placeholdersIn } from '../template/placeholders.ts';
import { itemsWithoutOwner } from './itemsWithoutOwner.ts';
import type { CheckContext, Fix, Problem, Rule } from './problem.ts';
import { quote } from './quote.ts';
import { isUpcoming } from './titleText.ts';

export const placeholderLeft: Rule = {
  code: 'placeholder-left',
  summary: 'A placeholder of the template is not filled in.',
  severity: 'information',
  find(context) {
    const { note, template } = context;
    const placeholders = placeholdersIn(note, template);
    const all = [...placeholders, ...note.unfilled.map(({ range }) => range)].sort((a, b) => a.from - b.from);
    let next = 0;
    const numbers = note.unfilled
      .filter(({ range }) => {
        while (next < placeholders.length && placeholders[next]!.to <= range.from) next++;
        return next === placeholders.length || placeholders[next]!.from >= range.to;
      })
      .map(({ range }) =>
        problemFor(range, t('Number not filled in: {0}', quoted(note, range)), () => [goToNext(range, all)]),
      );
    // A placeholder in a new note is no mistake; the editor highlights it.
    if (placeholders.length === 0 || isUpcoming(context)) return numbers;
    const ownerSlots = ownerSlotsOf(context);
    const left = placeholders
      .filter(({ from, to }) => !ownerSlots.has(`${from} ${to}`))
      .map((range) =>
        problemFor(range, t('Template placeholder not filled in: {0}', quoted(note, range)), () => [
          removeLine(note, range),
          goToNext(range, all),
        ]),
      );
    return [...numbers, ...left];
  },
};

function problemFor(range: Span, message: Message, fixes: () => readonly (Fix | undefined)[]): Problem {
  return {
    range,
    message,
    get fixes() {
      return fixes().filter((fix) => fix !== undefined);
    },
  };
}

function quoted({ text }: Note, { from, to }: Span): string {
  return quote(text.slice(from, to));
}

/** Reported by todo-owner-missing, which offers names. */
function ownerSlotsOf(context: CheckContext): Set<string> {
  const items = atOnce(itemsWithoutOwner(context));
  return new Set(items.map(({ ownerSlot: { range } }) => `${range.from} ${range.to}`));
}

/** Undefined for the title: a note without one is worse. */
function removeLine({ text, title }: Note, range: Span): Fix | undefined {
  const from = text.lastIndexOf('\n', range.from - 1) + 1;
  if (title && title.range.from <= range.from && range.to <= title.range.to) return undefined;
  const lineEnd = text.indexOf('\n', range.to);
  let to = lineEnd < 0 ? text.length : lineEnd + 1;
  // Of the blank lines on both sides one stays.
  const isAfterBlank = from === 0 || text.slice(text.lastIndexOf('\n', from - 2) + 1, from).trim() === '';
  const next = text.indexOf('\n', to);
  if (isAfterBlank && next >= 0 && text.slice(to, next).trim() === '') to = next + 1;
  return { title: t('Remove the Line'), edits: [{ range: { from, to }, text: '' }], safe: false };
}

/** Undefined when there is no other. After the last one comes the first. */
function goToNext({ from }: Span, all: readonly Span[]): Fix | undefined {
  let low = 0;
  for (let high = all.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (all[middle]!.from > from) high = middle;
    else low = middle + 1;
  }
  const next = all[low] ?? all[0];
  if (next === undefined || next.from === from) return undefined;
  return { title: t('Go to the Next Placeholder'), edits: [], goTo: next, safe: false };
}
