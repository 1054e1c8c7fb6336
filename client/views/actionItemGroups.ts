/** How the open action items are grouped, filtered and described in their view. */

import type { ListedActionItem } from '../../shared/actionItems.ts';
import { type Say, t } from '../../shared/l10n.ts';

export const groupings = ['owner', 'note', 'reference'] as const;

export type Grouping = (typeof groupings)[number];

export interface ItemGroup {
  /** The same as long as the group is there. */
  readonly id: string;
  readonly label: string;
  readonly items: readonly ListedActionItem[];
}

export interface GroupOptions {
  readonly by: Grouping;
  /** Words that an item, its owner, note or reference has, in any order; empty: all items. */
  readonly filter: string;
  readonly mine: boolean;
}

export const olderGroup = 'older';

/**
 * Items without an owner, or without a reference, first; then owners by name, notes and references in the order of the items, the newest
 * first; what was promised long ago last. An item of several owners is in the group of each.
 */
export function groupItems(items: readonly ListedActionItem[], options: GroupOptions, say: Say): ItemGroup[] {
  const wanted = items.filter((item) => isWanted(item, options));
  const lately = wanted.filter(({ older }) => !older);
  // Two series may spell a name in two cases.
  const groups = new Map<string, { readonly label: string; readonly items: ListedActionItem[] }>();
  for (const item of lately) {
    for (const label of namesOf(item, options.by)) {
      const group = groups.get(label.toLowerCase()) ?? { label, items: [] };
      group.items.push(item);
      groups.set(label.toLowerCase(), group);
    }
  }
  const without = groups.get('')?.items ?? [];
  groups.delete('');
  const named = [...groups.values()];
  if (options.by === 'owner') named.sort((a, b) => a.label.localeCompare(b.label));
  const older = wanted.filter((item) => item.older);
  return [
    {
      id: `${options.by}:`,
      label: say(options.by === 'owner' ? t('Without an owner') : t('Without a reference')),
      items: without,
    },
    ...named.map(({ label, items: list }) => ({ id: `${options.by}:${label}`, label, items: list })),
    { id: olderGroup, label: say(t('Older')), items: older },
  ].filter(({ items: list }) => list.length > 0);
}

function namesOf(item: ListedActionItem, by: Grouping): readonly string[] {
  if (by === 'note') return [item.note];
  const names = by === 'owner' ? item.owners : item.references;
  return names.length === 0 ? [''] : names;
}

function isWanted(item: ListedActionItem, { filter, mine }: GroupOptions): boolean {
  if (mine && !item.mine) return false;
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [item.text, ...item.owners, item.note, ...item.references].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** An item's row: below its owner's name it does not say the name once more. */
export function labelOf({ text, task, older }: ListedActionItem, by: Grouping): string {
  return by === 'owner' && !older ? (task ?? text) : text;
}

/** What stands beside an item: `done? #12 is merged · Ada · 2026-01-06 · open for 2 meetings`, less what its group says. */
export function describeItem(item: ListedActionItem, by: Grouping, say: Say): string {
  const { maybeDone, owners, note, age, older } = item;
  return [
    ...(maybeDone === undefined ? [] : [say(t('done? {0}', maybeDone))]),
    ...((by === 'owner' && !older) || owners.length === 0 ? [] : [owners.join(', ')]),
    ...(by === 'note' && !older ? [] : [note]),
    age,
  ].join(' · ');
}

/** For a screen reader: the row first, then whose it is and how long it is open. */
export function speakItem(item: ListedActionItem, by: Grouping, say: Say): string {
  const { owners, note, age, maybeDone } = item;
  const who = owners.length === 0 ? t('without an owner') : t('owner {0}', owners.join(', '));
  const done = maybeDone === undefined ? [] : [say(t('maybe done: {0}', maybeDone))];
  return [labelOf(item, by), say(who), say(t('of {0}', note)), age, ...done].join(', ');
}
