/** The known names: of `people`, of the note, of the other notes of its series. */

import type { Series } from '../archive/noteSummary.ts';
import type { Person } from '../note/conventions.ts';
import { nameKey } from '../note/names.ts';
import type { ActionItem, Note, Owner } from '../note/note.ts';
import { spellingsOf } from '../note/roster.ts';
import { canonicalUri } from '../uri.ts';

export interface NamesSource {
  readonly note: Note;
  readonly series?: Series | undefined;
  /** Of the note, canonical; absent for an untitled one. */
  readonly uri?: string | undefined;
}

/** Whether a person has this name; case and `@` are ignored. */
export type IsKnown = (name: string) => boolean;

/**
 * Who is known here. Owners of this note's own items count only where `owners` says so, though the index of the notes,
 * this one among them, has them, too.
 */
export function knownNames(source: NamesSource, owners: boolean): IsKnown {
  const { note, series } = source;
  const here = new Set<string>();
  for (const { name, evidence } of note.people) if (owners || evidence !== 'owner') here.add(nameKey(name));
  const roster = rosterKeys(note.conventions.people);
  const index = series && namesOfSeries(series);
  return (name) => {
    const key = nameKey(name);
    if (here.has(key) || roster.has(key)) return true;
    return index?.keys.has(key) === true && (owners || !isOnlyHere(index.only.get(key), source));
  };
}

/** The people of the series without those whom this note alone names. */
export function namesElsewhere(source: NamesSource): readonly string[] {
  const { series } = source;
  if (series === undefined) return [];
  const { only } = namesOfSeries(series);
  return series.people.filter((name) => !isOnlyHere(only.get(nameKey(name)), source));
}

/** Who owns the item: those named so, or its first word when a person has that name. */
export function ownersOf(item: ActionItem, isKnown: IsKnown): readonly Owner[] {
  if (item.owners.length > 0) return item.owners;
  return item.possibleOwner && isKnown(item.possibleOwner.name) ? [item.possibleOwner] : [];
}

function isOnlyHere(only: string | undefined, { uri }: NamesSource): boolean {
  return only !== undefined && uri !== undefined && canonicalUri(only) === uri;
}

interface SeriesNames {
  readonly keys: ReadonlySet<string>;
  /** By a name's key the URI of the note that has it; undefined: several notes. */
  readonly only: ReadonlyMap<string, string | undefined>;
}

const ofSeries = new WeakMap<Series, SeriesNames>();

/** Made once: a series may have very many notes, and each is checked by it. */
function namesOfSeries(series: Series): SeriesNames {
  let names = ofSeries.get(series);
  if (names === undefined) {
    const only = new Map<string, string | undefined>();
    for (const { uri, people } of series.notes)
      for (const key of people.map(nameKey)) only.set(key, only.has(key) ? undefined : uri);
    names = { keys: new Set(series.people.map(nameKey)), only };
    ofSeries.set(series, names);
  }
  return names;
}

const ofRoster = new WeakMap<readonly Person[], ReadonlySet<string>>();

function rosterKeys(people: readonly Person[]): ReadonlySet<string> {
  let keys = ofRoster.get(people);
  if (keys === undefined) {
    keys = new Set(people.flatMap(spellingsOf).map(nameKey));
    ofRoster.set(people, keys);
  }
  return keys;
}
