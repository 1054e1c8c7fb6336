/** The people a note, its series and its roster know, as the rules about owners need them. */

import type { Series } from '../archive/noteSummary.ts';
import type { Person } from '../note/conventions.ts';
import { isNobody, nameKey } from '../note/names.ts';
import type { ActionItem, Note, Owner, PersonMention, Span } from '../note/note.ts';
import { sectionAt } from '../note/sections.ts';
import { canonicalUri } from '../uri.ts';
import type { CheckContext } from './problem.ts';

/** The roster: the template file's people, else bare names. */
export function rosterOf({ definition, roster }: CheckContext): readonly Person[] {
  return definition?.conventions.people ?? roster.map((name) => ({ name, aliases: [] }));
}

/** All that somebody is called, without `@`: the name and its first word, login, initials, aliases. */
export function spellingsOf({ name, login, initials, aliases }: Person): string[] {
  const [first] = name.split(' ');
  return [name, first, login, initials, ...aliases]
    .filter((each) => each !== undefined)
    .filter((each) => each !== '')
    .map((each) => (each.startsWith('@') ? each.slice(1) : each));
}

/** Whether somebody is called so; upper and lower case and an `@` do not count. */
export type IsKnown = (name: string) => boolean;

/**
 * Who is known here. Owners of this note's own items count only where `owners` says so, though the index of the notes,
 * this one among them, has them, too.
 */
export function knownNames(context: CheckContext, owners: boolean): IsKnown {
  const { note, series } = context;
  const here = new Set<string>();
  for (const { name, evidence } of note.people) if (owners || evidence !== 'owner') here.add(nameKey(name));
  const roster = rosterKeys(context);
  const index = series && namesIn(series);
  return (name) => {
    const key = nameKey(name);
    if (here.has(key) || roster.has(key)) return true;
    return index?.keys.has(key) === true && (owners || !isOnlyHere(index.only.get(key), context));
  };
}

/** The people of the series without those whom this note alone names. */
export function namesElsewhere(context: CheckContext): readonly string[] {
  const { series } = context;
  if (series === undefined) return [];
  const { only } = namesIn(series);
  return series.people.filter((name) => !isOnlyHere(only.get(nameKey(name)), context));
}

function isOnlyHere(only: string | undefined, { uri }: CheckContext): boolean {
  return only !== undefined && uri !== undefined && canonicalUri(only) === uri;
}

interface SeriesNames {
  readonly keys: ReadonlySet<string>;
  /** By a name's key the URI of the note that names somebody so; undefined where several do. */
  readonly only: ReadonlyMap<string, string | undefined>;
  /** By a name's key that of the login beside it. */
  readonly logins: ReadonlyMap<string, string>;
}

const bySeries = new WeakMap<Series, SeriesNames>();

/** Made once: a series may have very many notes, and each is checked by it. */
function namesIn(series: Series): SeriesNames {
  let names = bySeries.get(series);
  if (names === undefined) {
    const only = new Map<string, string | undefined>();
    for (const { uri, people } of series.notes)
      for (const key of people.map(nameKey)) only.set(key, only.has(key) ? undefined : uri);
    const logins = new Map(series.notes.flatMap(({ present = [] }) => loginPairs(present)));
    names = { keys: new Set(series.people.map(nameKey)), only, logins };
    bySeries.set(series, names);
  }
  return names;
}

const byRoster = new WeakMap<object, ReadonlySet<string>>();

function rosterKeys(context: CheckContext): ReadonlySet<string> {
  const source = context.definition?.conventions.people ?? context.roster;
  let keys = byRoster.get(source);
  if (keys === undefined) {
    keys = new Set(rosterOf(context).flatMap(spellingsOf).map(nameKey));
    byRoster.set(source, keys);
  }
  return keys;
}

/** Who owns the item: those named so, or its first word when somebody is called that. */
export function ownersOf(item: ActionItem, isKnown: IsKnown): readonly Owner[] {
  if (item.owners.length > 0) return item.owners;
  return item.possibleOwner && isKnown(item.possibleOwner.name) ? [item.possibleOwner] : [];
}

/**
 * Who may be asked to own what stands at `range`: the roster's people, those of the section and of the note first, as
 * the roster writes them; then the section's other people, the note's, earlier notes'. Each once, whether by name or by
 * login, and none of the template's blanks.
 */
export function candidates(context: CheckContext, range: Span, limit: number): string[] {
  const { note, series } = context;
  const section = sectionAt(note.sections, range.from)?.range;
  const near = note.people.filter(
    (each) => section && each.range.from >= section.from && each.range.to <= section.to,
  );
  const mentions = [...near, ...note.people];
  const roster = rosterOf(context);
  const byKey = new Map(
    roster.flatMap((person) => spellingsOf(person).map((each) => [nameKey(each), person])),
  );
  const named = mentions.map(({ name }) => byKey.get(nameKey(name))).filter((person) => person !== undefined);
  const names = new Map<string, string>();
  for (const person of [...named, ...roster]) names.set(nameKey(person.name), asOwner(person));
  const others = [...mentions.map((each) => asWritten(note, each)), ...(series?.people ?? [])];
  const logins = loginsOf(context);
  const blanks = blanksOf(context);
  const beginnings = new Set(others.flatMap(beginningsOf));
  for (const name of others) {
    if (names.size >= limit) break;
    const key = nameKey(name);
    const login = logins(key) ?? key;
    if (isNobody(key) || byKey.has(key) || byKey.has(login) || names.has(login)) continue;
    if (blanks.has(key) || beginnings.has(name)) continue;
    names.set(login, name);
  }
  return [...names.values()].slice(0, limit);
}

/** What a name begins with, before each of its blanks: `Grace` of `Grace Hopper`. */
function beginningsOf(name: string): string[] {
  return [...name.matchAll(/ /g)].map(({ index }) => name.slice(0, index));
}

/** By the key of a name that of the login which is written beside it where the present are listed. */
function loginsOf({ note, series }: CheckContext): (key: string) => string | undefined {
  const here = new Map(loginPairs(note.people));
  const elsewhere = series && namesIn(series).logins;
  return (key) => elsewhere?.get(key) ?? here.get(key);
}

function loginPairs(people: readonly Pick<Person, 'name' | 'login'>[]): [string, string][] {
  return people.flatMap(({ name, login }): [string, string][] =>
    login === undefined ? [] : [[nameKey(name), nameKey(login)]],
  );
}

/** What stands where a name is to be filled in looks like one in a note that is not finished. */
function blanksOf({ template }: CheckContext): ReadonlySet<string> {
  const parts = template.placeholderLines.flatMap((line) => line.parts);
  return new Set(parts.filter(({ kind }) => kind === 'stop').map(({ text }) => text.toLowerCase()));
}

/** Somebody the roster knows by the login alone is named by it. */
function asOwner({ name, login }: Person): string {
  return name === login ? `@${name}` : name;
}

function asWritten(note: Note, { name, range }: PersonMention): string {
  return note.text[range.from] === '@' ? `@${name}` : name;
}
