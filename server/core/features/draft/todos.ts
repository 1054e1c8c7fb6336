/** The open action items of earlier notes, and those of them that are done by what GitHub says. */

import { t } from '../../../../shared/l10n.ts';
import type { Edit } from '../../checks/problem.ts';
import type { WaitOptions } from '../../github/api/timeout.ts';
import { lineEnd, lineStart } from '../../note/lines.ts';
import type { Note } from '../../note/note.ts';
import { itemKey } from '../../recall/itemKey.ts';
import { type OpenItem, openItems } from '../../recall/openItems.ts';
import { concluded, issueKeys } from '../actionItemList.ts';
import { itemAt, markDone } from '../itemEdits.ts';
import { actionSection, carryOver } from './carryOver.ts';
import { type Drafter, type DraftSource, type DraftStep, none } from './drafted.ts';

/** Also for one that is copied. */
export const hasAll = t('The note has these action items already.');
export const noSection = t('The note has no section for action items. Insert one first.');

export const draftTodos: Drafter = async (note, source) => {
  const part = 'todos';
  const items = promised(source);
  const done = carryOver(note, source, items);
  if (done.kind === 'noSection') return none(part, 'noSection', noSection);
  if (items.length === 0) return none(part, 'nothing', t('The earlier notes have no open action items.'));
  if (done.kind === 'nothing') return none(part, 'nothing', hasAll);
  return {
    kind: 'draft',
    part,
    count: done.count,
    brings: done.count === 1 ? t('1 open action item') : t('{0} open action items', done.count),
    steps: [carrying(source, items)],
  };
};

/** The same items, written as done; those that stand there as open are marked. */
export const draftDone: Drafter = async (note, source, wait) => {
  const part = 'done';
  if (actionSection(note) === undefined) return none(part, 'noSection', noSection);
  const { store } = source;
  const items = promised(source);
  if (store === undefined) return none(part, 'notConfigured', t('Looking up issues on GitHub is off.'));
  await lookUp(items, source, wait);
  const over = items.filter((item) => concluded(issueKeys(item, source.own), store) !== undefined);
  const wanted = over.filter(({ item }) => !isDoneIn(note, itemKey(item)));
  if (wanted.length === 0)
    return none(part, 'nothing', t('No open action item is done by what GitHub says.'));
  return {
    kind: 'draft',
    part,
    count: wanted.length,
    brings:
      wanted.length === 1
        ? t('1 action item, all of its issues closed')
        : t('{0} action items, all of their issues closed', wanted.length),
    steps: [carrying(source, wanted), ...wanted.map(({ item }) => marking(itemKey(item)))],
  };
};

/** What was promised lately. */
function promised({ earlier, meetings }: DraftSource): OpenItem[] {
  return openItems(earlier, meetings).filter(({ isOlder }) => !isOlder);
}

async function lookUp(
  items: readonly OpenItem[],
  { store, own }: DraftSource,
  wait: WaitOptions,
): Promise<void> {
  const keys = items.flatMap((item) => issueKeys(item, own));
  const unknown = keys.filter((key) => store?.peek(key) === undefined);
  if (unknown.length > 0) await store?.fetchAll(unknown, wait);
}

function carrying(source: DraftSource, items: readonly OpenItem[]): DraftStep {
  return (note) => {
    const done = carryOver(note, source, items);
    return done.kind === 'edit' ? done.edit : undefined;
  };
}

function isDoneIn(note: Note, key: string): boolean {
  const item = itemAt(note, -1, key);
  return item?.done === true;
}

/** One edit of the whole line, which may be marked at two places. */
function marking(key: string): DraftStep {
  return (note) => {
    const item = itemAt(note, -1, key);
    const edits = item && !item.done ? markDone(note, item) : undefined;
    return edits && joined(note, edits);
  };
}

function joined({ text }: Note, edits: readonly Edit[]): Edit {
  const from = lineStart(text, Math.min(...edits.map(({ range }) => range.from)));
  const to = lineEnd(text, Math.max(...edits.map(({ range }) => range.to)));
  const sorted = [...edits].sort((a, b) => b.range.from - a.range.from);
  const line = sorted.reduce(
    (result, { range, text: put }) =>
      result.slice(0, range.from - from) + put + result.slice(range.to - from),
    text.slice(from, to),
  );
  return { range: { from, to }, text: line };
}
