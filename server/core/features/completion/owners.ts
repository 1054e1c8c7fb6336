/** The people to offer as owners, the likeliest first. */

import type { PresentPerson, Series } from '../../archive/noteSummary.ts';
import type { Person as Account } from '../../github/api/graphqlAnswers.ts';
import type { Person } from '../../note/conventions.ts';
import { isNobody, nameKey } from '../../note/names.ts';
import type { Note, PersonMention, Section } from '../../note/note.ts';
import { readingOf } from '../../note/reading.ts';
import { personCalled, personNamed } from '../../note/roster.ts';
import { sectionAt } from '../../note/sections.ts';
import type { OwnerContext } from './context.ts';

export interface OwnerCandidate {
  /** As the roster has it, else as written where it was found first; with `@` where it was written as a login. */
  readonly name: string;
  /** Where, in words. */
  readonly known: string;
  /** Without `@`, where it is known to be another word than the name. */
  readonly login?: string;
}

export interface KnownPeople {
  readonly note: Note;
  readonly series?: Series | undefined;
  /** Names beyond the notes' and the template's. */
  readonly roster: readonly string[];
}

/**
 * The template's people, then others: each group in the order of the section around the cursor, the note, earlier notes,
 * the roster, the repository. Whoever has a name and a login is one person.
 */
export function ownerCandidates(
  context: OwnerContext,
  people: KnownPeople,
  team: readonly Account[] = [],
): OwnerCandidate[] {
  const { note, series, roster } = people;
  const { range } = context;
  const section = sectionAround(note, range.from);
  // What is being typed is not known yet.
  const others = note.people.filter((each) => each.range.to < range.from || each.range.from > range.to);
  const here = others.filter(
    (each) => section && each.range.from >= section.range.from && each.range.to <= section.range.to,
  );
  const identity = identities(note, others, series);
  const template: OwnerCandidate[] = [];
  const found: OwnerCandidate[] = [];
  const taken = new Set<string | Person>(context.named.map((name) => identity(name).key));
  const add = (names: readonly string[], known: string) => {
    for (const name of names) {
      const { key, person, written, login } = identity(name);
      if (taken.has(key) || (person === undefined && isNobody(nameKey(name)))) continue;
      taken.add(key);
      if (person) template.push(candidate(person.name, known, person.login));
      else found.push(candidate(written ?? name, known, login));
    }
  };
  add(mostMentioned(here), 'in this section');
  add(mostMentioned(others), 'in this note');
  add(series?.people ?? [], 'in earlier notes');
  add(
    note.conventions.people.map(({ name }) => name),
    'in the template',
  );
  add(roster, 'on the roster');
  for (const { login, name } of team) add([login], name ?? 'in the repository');
  return [...template, ...found];
}

function candidate(name: string, known: string, login: string | undefined): OwnerCandidate {
  return { name, known, ...(login !== undefined && nameKey(login) !== nameKey(name) && { login }) };
}

interface Identity {
  /** The same for all names of one person. */
  readonly key: string | Person;
  readonly person?: Person;
  /** The name beside the login, and the login beside the name. */
  readonly written?: string;
  readonly login?: string;
}

interface Pair {
  readonly written: string;
  readonly login: string;
}

const known = new WeakMap<Series, ReadonlyMap<string, Pair>>();

/** Who is called that: by the template's roster, else by names and logins that stand side by side where the present are listed. */
function identities(
  note: Note,
  mentions: readonly PersonMention[],
  series: Series | undefined,
): (name: string) => Identity {
  const { roster } = readingOf(note.conventions);
  const here = pairsOf(mentions);
  const earlier = series && pairsOfSeries(series);
  return (name) => {
    const pair = here.get(nameKey(name)) ?? earlier?.get(nameKey(name));
    const person =
      personCalled(roster, name) ??
      (pair && (personNamed(roster, pair.login) ?? personNamed(roster, pair.written)));
    if (person) return { key: person, person };
    return pair ? { key: nameKey(pair.login), ...pair } : { key: nameKey(name) };
  };
}

function pairsOfSeries(series: Series): ReadonlyMap<string, Pair> {
  let pairs = known.get(series);
  if (pairs === undefined) {
    pairs = pairsOf(series.notes.flatMap(({ present }) => present ?? []));
    known.set(series, pairs);
  }
  return pairs;
}

/** By the keys of names and of logins; the first to be called so counts. */
function pairsOf(people: readonly PresentPerson[]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const { name, login } of people) {
    if (login === undefined || nameKey(login) === nameKey(name)) continue;
    const pair = pairs.get(nameKey(login)) ?? { written: name, login };
    if (!pairs.has(nameKey(name))) pairs.set(nameKey(name), pair);
    pairs.set(nameKey(login), pair);
  }
  return pairs;
}

function sectionAround(note: Note, offset: number): Section | undefined {
  // The last section includes the note's end.
  return sectionAt(note.sections, offset < note.text.length ? offset : offset - 1);
}

/** Each name once, the most often mentioned first, else in document order. */
function mostMentioned(mentions: readonly PersonMention[]): string[] {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const { name, evidence } of mentions) {
    const key = nameKey(name);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { name: evidence === 'login' ? `@${name}` : name, count: 1 });
    else known.count++;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ name }) => name);
}
