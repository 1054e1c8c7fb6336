/** Open action items with who owns them, for lists: whatever a note calls a person, the list has one name for all notes. */

import { type Message, t } from '../../../shared/l10n.ts';
import type { ItemFact } from '../archive/facts.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import type { Conventions } from '../note/conventions.ts';
import { nameKey } from '../note/names.ts';
import { parseNote } from '../note/parse.ts';
import { identities } from '../people/identity.ts';
import { type IsKnown, knownNames } from '../people/knownNames.ts';
import { type OpenItem, openItems } from './openItems.ts';

export interface ListedItem extends OpenItem {
  /** The names of the list; none: nobody owns it. */
  readonly owners: readonly string[];
}

export interface ListInputs {
  readonly series: Series;
  /** Newest first. */
  readonly notes: readonly NoteSummary[];
  readonly conventions: Conventions;
}

/** `meetings`: see `openItems`. */
export function listedItems({ series, notes, conventions }: ListInputs, meetings?: number): ListedItem[] {
  const ownersOf = ownersBy(series, conventions);
  return openItems(notes, meetings).map((open) => ({ ...open, owners: ownersOf(open.item) }));
}

/** Gives the names of an item's owners for a list: as the rules do, also of one who is an owner only as the notes know them. */
export function ownersBy(series: Series, conventions: Conventions): (item: ItemFact) => string[] {
  const nameOf = namesBy(series, conventions);
  const isKnown = knownNames({ note: parseNote('', undefined, conventions), series }, true);
  return (item) => [...new Set(writtenOwners(item, isKnown).map(nameOf))];
}

/** Who owns an item, as it is written: one who is an owner only as the notes know them, where nobody else is. */
export function writtenOwners(
  { owners, possibleOwners = [] }: ItemFact,
  isKnown: IsKnown,
): readonly string[] {
  return owners ?? possibleOwners.filter(isKnown).slice(0, 1);
}

/** Gives the one name of whoever is called a name; the first spelling that is asked about stays. */
export function namesBy(series: Series, conventions: Conventions): (name: string) => string {
  const identityOf = identities({ note: parseNote('', undefined, conventions), series });
  const names = new Map<unknown, string>();
  const known = new Map<string, string>();
  return (written) => {
    const plain = written.startsWith('@') ? written.slice(1) : written;
    const key = nameKey(plain);
    let name = known.get(key);
    if (name === undefined) {
      const { key: person, name: full, login } = identityOf(plain);
      name = names.get(person) ?? full ?? login ?? plain;
      names.set(person, name);
      known.set(key, name);
    }
    return name;
  };
}

/** `open for 5 meetings`; a promise of the latest meeting has no age yet. */
export function ageInWords(age: number): Message {
  if (age === 0) return t('new');
  return age === 1 ? t('open for 1 meeting') : t('open for {0} meetings', age);
}
