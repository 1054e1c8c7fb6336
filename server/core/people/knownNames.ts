/** The known names: of `people`, of the note, of the other notes of its series. */

import { mentionedNames } from '../archive/mentionedNames.ts';
import type { Series } from '../archive/noteSummary.ts';
import type { Person } from '../note/conventions.ts';
import { initialsOf, isInitials } from '../note/initials.ts';
import { nameKey } from '../note/names.ts';
import type { ActionItem, Note, Owner } from '../note/note.ts';
import { wasPresent } from '../note/personEvidence.ts';
import { spellingsOf } from '../note/roster.ts';
import { canonicalUri } from '../uri.ts';

export interface NamesSource {
  readonly note: Note;
  readonly series?: Series | undefined;
  /** Of the note, canonical; absent for an untitled one. */
  readonly uri?: string | undefined;
}

/** Whether a person has this name, or these initials; case and `@` are ignored, but for the case of initials. */
export type IsKnown = (name: string) => boolean;

/**
 * Who is known here. Owners of this note's own items count only where `owners` says so, though the index of the notes,
 * this one among them, has them, too.
 */
export function knownNames(source: NamesSource, owners: boolean): IsKnown {
  const { note, series } = source;
  // Most notes have nobody who has to be known.
  let here: ReadonlySet<string> | undefined;
  let present: ReadonlySet<string> | undefined;
  const roster = rosterKeys(note.conventions.people);
  const whole = series?.whole;
  const index = series && namesOfSeries(whole?.series ?? series);
  return (name) => {
    if (isInitials(name)) {
      present ??= initialsOfPresent(note);
      if (present.has(name) || index?.initials.has(name)) return true;
    }
    const key = nameKey(name);
    here ??= namesHere(note, owners);
    if (here.has(key) || roster.has(key)) return true;
    return index?.keys.has(key) === true && !isOnlyHere(index.only.get(key), source);
  };
}

function namesHere({ people, actionItems }: Note, owners: boolean): ReadonlySet<string> {
  const first = new Set(
    actionItems.flatMap(({ possibleOwners = [] }) => possibleOwners.map(({ range }) => range.from)),
  );
  const names = people.filter(({ evidence, name, range }) => {
    // `NA: write it` does not show that there is a person of these initials.
    return (owners || evidence !== 'owner') && !(isInitials(name) && first.has(range.from));
  });
  return new Set(names.map(({ name }) => nameKey(name)));
}

function initialsOfPresent({ people }: Note): ReadonlySet<string> {
  return initialsOfAll(people.flatMap(({ evidence, name }) => (evidence === 'present' ? [name] : [])));
}

function initialsOfAll(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(initialsOf).filter((initials) => initials !== undefined));
}

/** The people of the series without those whom this note alone names. */
export function namesElsewhere(source: NamesSource): readonly string[] {
  const { series } = source;
  if (series === undefined) return [];
  const { only } = namesOfSeries(series);
  return series.people.filter((name) => !isOnlyHere(only.get(nameKey(name)), source));
}

/** Who owns the item: those named so, or a word that may be a name when a person has it. */
export function ownersOf(item: ActionItem, isKnown: IsKnown): readonly Owner[] {
  if (item.owners.length > 0) return item.owners;
  const known = item.possibleOwners?.find(({ name }) => isKnown(name));
  return known ? [known] : [];
}

function isOnlyHere(only: string | undefined, { uri }: NamesSource): boolean {
  return only !== undefined && uri !== undefined && canonicalUri(only) === uri;
}

interface SeriesNames {
  readonly keys: ReadonlySet<string>;
  /** Of those who were there. */
  readonly initials: ReadonlySet<string>;
  /** By a name's key the URI of the note that has it; undefined: several notes. */
  readonly only: ReadonlyMap<string, string | undefined>;
}

const ofSeries = new WeakMap<Series, SeriesNames>();

/** Made once: a series may have very many notes, and each is checked by it. */
function namesOfSeries(series: Series): SeriesNames {
  let names = ofSeries.get(series);
  if (names === undefined) {
    const mentioned = mentionedNames(series.notes);
    const only = new Map([...mentioned].map(([key, name]) => [key, name.only]));
    // Also a name that is mentioned once may be an owner's: a wrong warning costs more than a missed one.
    const keys = new Set([...series.people.map(nameKey), ...mentioned.keys()]);
    const present = [...mentioned.values()].filter(({ kinds }) => wasPresent(kinds));
    names = { keys, initials: initialsOfAll(present.map(({ name }) => name)), only };
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
