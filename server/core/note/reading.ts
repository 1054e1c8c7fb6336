/** A community's conventions as the scanners want them, made once. */

import type { Conventions, OwnerPattern, ReferencePrefix } from './conventions.ts';
import { headingKey } from './headingKey.ts';
import { type MarkerWord, plainMarker, usualMarkers } from './lexicon/tasks.ts';
import type { Repository } from './note.ts';
import { type Roster, rosterOf } from './roster.ts';

export interface Reading {
  readonly roster: Roster;
  readonly markers: readonly MarkerWord[];
  /** The UTF-16 units that the series' own markers begin with; absent: it has none. */
  readonly markerStarts: ReadonlySet<number> | undefined;
  /** By headingKey. */
  readonly actionSections: ReadonlySet<string>;
  readonly ownerPatterns: readonly OwnerPattern[];
  readonly repositories: ReadonlyMap<string, Repository> | undefined;
  /** The longest first. */
  readonly prefixes: readonly ReferencePrefix[];
  /** The UTF-16 units that prefixes begin with; absent: there are none. */
  readonly prefixStarts: ReadonlySet<number> | undefined;
  readonly repositoryFromHeading: boolean;
  readonly enterpriseHost: string | undefined;
}

const readings = new WeakMap<Conventions, Reading>();

/** The same object for the same conventions. */
export function readingOf(conventions: Conventions): Reading {
  let reading = readings.get(conventions);
  if (reading === undefined) {
    reading = makeReading(conventions);
    readings.set(conventions, reading);
  }
  return reading;
}

function makeReading(conventions: Conventions): Reading {
  const { people, repositories, repositoryFromHeading, ownerPatterns, enterpriseHost } = conventions;
  const roster = rosterOf(people);
  const own = conventions.markers.map(withoutColon).filter((word) => word !== '');
  const prefixes = conventions.prefixes
    .filter(({ prefix, url }) => prefix !== '' && url.startsWith('https://'))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  return {
    roster,
    markers: markersWith(own, roster),
    markerStarts: startsOf(own),
    // Who writes `AI: …` for tasks has lists of them under `AI`.
    actionSections: new Set(
      [...conventions.actionSections, ...own.filter((word) => word === 'AI')].map(headingKey),
    ),
    ownerPatterns,
    repositories: repositories.size === 0 ? undefined : repositories,
    prefixes,
    prefixStarts: startsOf(prefixes.map(({ prefix }) => prefix)),
    repositoryFromHeading,
    enterpriseHost,
  };
}

/** The series' own first, the longest before those it begins with. `AI:` of a person with these initials is a speaker. */
function markersWith(own: readonly string[], { byInitials }: Roster): readonly MarkerWord[] {
  const added = own
    .filter((word) => word === 'AI' || usualMarkers.every((each) => each.word !== word))
    .sort((a, b) => b.length - a.length)
    .map((word): MarkerWord => ({ ...plainMarker, word, anyCase: false }));
  const others = own.includes('AI') ? usualMarkers.filter(({ word }) => word !== 'AI') : usualMarkers;
  return [...added, ...others].filter(({ word }) => word !== 'AI' || !byInitials.has(word));
}

function withoutColon(marker: string): string {
  const word = marker.trim();
  return word.endsWith(':') ? word.slice(0, -1).trim() : word;
}

function startsOf(words: readonly string[]): ReadonlySet<number> | undefined {
  return words.length === 0 ? undefined : new Set(words.map((word) => word.charCodeAt(0)));
}
