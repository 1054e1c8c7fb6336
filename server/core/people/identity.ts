/** Who is the same person, whatever the roster, the notes and GitHub call them. */

import type { PresentPerson, Series } from '../archive/noteSummary.ts';
import type { Person } from '../note/conventions.ts';
import { nameKey } from '../note/names.ts';
import type { Note, PersonMention } from '../note/note.ts';
import { readingOf } from '../note/reading.ts';
import { personCalled, personNamed } from '../note/roster.ts';

/** Somebody whom GitHub knows. */
interface Account {
  /** Without `@`. */
  readonly login: string;
  readonly name?: string;
}

export interface PeopleSource {
  readonly note: Note;
  readonly series?: Series | undefined;
  /** The people of the repository; absent: GitHub was not asked. */
  readonly accounts?: readonly Account[] | undefined;
}

export interface Identity {
  /** The same for all names of one person. */
  readonly key: string | Person;
  /** Whom the roster calls that. */
  readonly person?: Person | undefined;
  /** The name that the notes write; absent: they write the login only. */
  readonly name?: string | undefined;
  /** Without `@`, where it is known. */
  readonly login?: string | undefined;
}

interface Pair {
  readonly name?: string | undefined;
  readonly login: string;
}

interface Names {
  /** By the keys of names and of logins. */
  readonly pairs: ReadonlyMap<string, Pair>;
  /** Names without a login's `@`, by their letters and digits. */
  readonly names: ReadonlyMap<string, string>;
  /** By a first word, the only name of several words that begins with it; undefined: there are several. */
  readonly fullNames: ReadonlyMap<string, string | undefined>;
  /** By what a login may be short for, the only login that is; undefined: there are several. */
  readonly logins: ReadonlyMap<string, string | undefined>;
}

/**
 * Tells who is called a name, with or without `@`: by the roster; by names and logins that stand side by side where the
 * present are listed or on GitHub; by the first word of one full name; by a login that is made of the name: `Tove` and
 * `tove-lantern`, `Ada King` and `adaking`. `mentions` are those of the note that count.
 */
export function identities(
  { note, series, accounts = [] }: PeopleSource,
  mentions: readonly PersonMention[] = note.people,
): (name: string) => Identity {
  const { roster } = readingOf(note.conventions);
  const earlier = series && namesOfSeries(series);
  const written = mentions.map(({ name }) => name);
  const logins = mentions.filter((each) => isLogin(note, each)).map(({ name }) => name);
  const here = namesIn(written, logins, mentions, accounts, earlier?.names);
  const scopes = earlier ? [here, earlier] : [here];

  const pairOf = (name: string): Pair | undefined => {
    const key = nameKey(name);
    return scopes.map(({ pairs }) => pairs.get(key)).find((pair) => pair !== undefined);
  };
  /** The full name that a first name alone stands for. */
  const fullName = (name: string): string | undefined =>
    scopes.map(({ fullNames }) => fullNames.get(nameKey(name))).find((full) => full !== undefined);
  const loginOf = (name: string): string | undefined =>
    scopes.map((scope) => scope.logins.get(letters(name))).find((login) => login !== undefined);
  const derivedPair = (name: string): Pair | undefined => {
    const login = loginOf(name);
    if (login !== undefined && nameKey(login) !== nameKey(name)) return { name, login };
    for (const short of shortForms(nameKey(name))) {
      const other = scopes.map(({ names }) => names.get(short)).find((each) => each !== undefined);
      if (other === undefined || nameKey(other) === nameKey(name)) continue;
      const isSame = nameKey(loginOf(other) ?? '') === nameKey(name);
      if (isSame && pairOf(other) === undefined && fullName(other) === undefined)
        return { name: other, login: name.startsWith('@') ? name.slice(1) : name };
    }
    return undefined;
  };

  return (name) => {
    const whole = pairOf(name) ? name : (fullName(name) ?? name);
    const pair = pairOf(whole) ?? derivedPair(whole);
    const person =
      personCalled(roster, name) ??
      (pair && (personNamed(roster, pair.login) ?? (pair.name && personNamed(roster, pair.name)))) ??
      undefined;
    if (person) return { key: person, person, name: person.name, login: person.login ?? pair?.login };
    if (pair) return { key: nameKey(pair.login), ...pair };
    return { key: nameKey(whole), name: whole };
  };
}

/** Whether a mention is written as a login. */
export function isLogin(note: Note, { range, evidence, name, login }: PersonMention): boolean {
  return evidence === 'login' || login === name || note.written.charAt(range.from) === '@';
}

const ofSeries = new WeakMap<Series, Names>();

/** Made once: a series may have very many notes. */
function namesOfSeries(series: Series): Names {
  let names = ofSeries.get(series);
  if (names === undefined) {
    const present = series.notes.flatMap((note) => note.present ?? []);
    const logins = present.flatMap(({ login }) => login ?? []);
    names = namesIn(series.people, logins, present, []);
    ofSeries.set(series, names);
  }
  return names;
}

function namesIn(
  written: readonly string[],
  logins: readonly string[],
  present: readonly PresentPerson[],
  accounts: readonly Account[],
  earlier?: ReadonlyMap<string, string>,
): Names {
  const allLogins = [...logins, ...accounts.map(({ login }) => login), ...written.filter(looksLikeLogin)];
  const isLoginKey = new Set(allLogins.map(nameKey));
  const names = new Map<string, string>();
  const fullNames = new Map<string, string | undefined>();
  for (const name of written) {
    if (isLoginKey.has(nameKey(name))) continue;
    const key = letters(name);
    if (!names.has(key)) names.set(key, name);
    for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
      const first = nameKey(name.slice(0, at));
      const known = fullNames.get(first);
      const isOther = fullNames.has(first) && (known === undefined || nameKey(known) !== nameKey(name));
      fullNames.set(first, isOther ? undefined : name);
    }
  }
  const pairs = new Map<string, Pair>();
  // The first to be called so counts.
  for (const { name, login } of present) {
    if (login === undefined || nameKey(login) === nameKey(name)) continue;
    const pair = pairs.get(nameKey(login)) ?? { name, login };
    if (!pairs.has(nameKey(name))) pairs.set(nameKey(name), pair);
    pairs.set(nameKey(login), pair);
  }
  for (const { login, name } of accounts) {
    if (name === undefined || nameKey(login) === nameKey(name) || pairs.has(nameKey(login))) continue;
    const pair = { name: names.get(letters(name)) ?? earlier?.get(letters(name)), login };
    pairs.set(nameKey(login), pair);
    if (!pairs.has(nameKey(name))) pairs.set(nameKey(name), pair);
  }
  const shorts = new Map<string, string | undefined>();
  for (const login of allLogins) {
    for (const short of shortForms(nameKey(login))) {
      const known = shorts.get(short);
      const isOther = shorts.has(short) && (known === undefined || nameKey(known) !== nameKey(login));
      shorts.set(short, isOther ? undefined : login);
    }
  }
  return { pairs, names, fullNames, logins: shorts };
}

/** The index of the notes has names without their `@`. */
function looksLikeLogin(name: string): boolean {
  return name.includes('-') && !name.includes(' ') && name === name.toLowerCase();
}

/** The letters and digits of a login, and those before its first hyphen: `adaking` and `ada` of `ada-king`. */
function shortForms(login: string): readonly string[] {
  const hyphen = login.indexOf('-');
  return hyphen > 0 ? [letters(login), letters(login.slice(0, hyphen))] : [letters(login)];
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
