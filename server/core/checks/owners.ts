/** The people a note, its series and its roster know, as the rules about owners need them. */

import type { Series } from '../archive/noteSummary.ts';
import { canonicalUri } from '../archive/uri.ts';
import type { Person } from '../note/conventions.ts';
import { isNobody, nameKey } from '../note/names.ts';
import type { ActionItem, Note, Owner, PersonMention, Span } from '../note/note.ts';
import { sectionAt } from '../note/sections.ts';
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

/**
 * Every known name's key. Owners of this note's own items count only where `owners` says so, though the index of the
 * notes, this one among them, has them, too.
 */
export function knownNames(context: CheckContext, owners: boolean): Set<string> {
  const { note, series } = context;
  const here = note.people.filter((mention) => owners || mention.evidence !== 'owner');
  const roster = rosterOf(context).flatMap(spellingsOf);
  const others = owners ? (series?.people ?? []) : namesElsewhere(context);
  return new Set([...here.map(({ name }) => name), ...others, ...roster].map(nameKey));
}

/** The people of the series without those whom this note alone names. */
export function namesElsewhere({ series, uri }: CheckContext): readonly string[] {
  if (series === undefined) return [];
  const notes = namingNotes(series);
  const isOnlyHere = (only: string | undefined) =>
    only !== undefined && uri !== undefined && canonicalUri(only) === uri;
  return series.people.filter((name) => !isOnlyHere(notes.get(nameKey(name))));
}

const indexes = new WeakMap<Series, ReadonlyMap<string, string | undefined>>();

/** By a name's key the URI of the note that names somebody so; undefined where several do. */
function namingNotes(series: Series): ReadonlyMap<string, string | undefined> {
  let index = indexes.get(series) as Map<string, string | undefined> | undefined;
  if (index) return index;
  index = new Map();
  for (const { uri, people } of series.notes) {
    for (const key of people.map(nameKey)) index.set(key, index.has(key) ? undefined : uri);
  }
  indexes.set(series, index);
  return index;
}

/** Who owns the item: those named so, or its first word when somebody is called that. */
export function ownersOf(item: ActionItem, known: ReadonlySet<string>): readonly Owner[] {
  if (item.owners.length > 0) return item.owners;
  return item.possibleOwner && known.has(nameKey(item.possibleOwner.name)) ? [item.possibleOwner] : [];
}

/**
 * Who may be asked to own what stands at `range`: the roster's people, those of the section and of the note first, as
 * the roster writes them; then the section's other people, the note's, earlier notes'.
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
  for (const name of [...mentions.map((each) => asWritten(note, each)), ...(series?.people ?? [])]) {
    if (isNobody(name) || byKey.has(nameKey(name)) || names.has(nameKey(name))) continue;
    names.set(nameKey(name), name);
  }
  return [...names.values()].slice(0, limit);
}

/** Somebody the roster knows by the login alone is named by it. */
function asOwner({ name, login }: Person): string {
  return name === login ? `@${name}` : name;
}

function asWritten(note: Note, { name, range }: PersonMention): string {
  return note.text[range.from] === '@' ? `@${name}` : name;
}
