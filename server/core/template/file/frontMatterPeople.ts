/** `people`: the roster, with logins, initials and other spellings, none of which may mean two people. */

import type { Person } from '../../note/conventions.ts';
import { nameKey } from '../../note/names.ts';
import type { YamlText, YamlValue } from './frontMatterTree.ts';
import { itemsOf, readKeys, readText, readTexts, replacing } from './frontMatterValues.ts';
import type { Report } from './report.ts';

export const personKeys = ['name', 'login', 'initials', 'aliases'] as const;

const longestName = 100;

/** Somebody and the spellings with their places. */
interface Placed {
  readonly person: Person;
  readonly spellings: readonly YamlText[];
}

export function readPeople(value: YamlValue, report: Report): Person[] {
  if (value.kind === 'map') {
    report.error('template-value', value.range, 'Write a list: a line "- Name" for each of them.');
    return [];
  }
  const placed = itemsOf(value, report).flatMap((item) => readPerson(item, report) ?? []);
  reportCollisions(placed, report);
  return placed.map(({ person }) => person);
}

function readPerson(value: YamlValue, report: Report): Placed | undefined {
  if (value.kind !== 'map') {
    const name = readName(value, report);
    if (name === undefined) return undefined;
    if (!name.text.startsWith('@')) return { person: { name: name.text, aliases: [] }, spellings: [name] };
    const login = withoutAt(name);
    if (!isGoodLogin(login, report)) return undefined;
    return { person: { name: login.text, login: login.text, aliases: [] }, spellings: [login] };
  }
  const keys = readKeys(value, personKeys, report);
  const read = (key: 'name' | 'login' | 'initials'): YamlText | undefined => {
    const entry = keys.get(key);
    return entry && readName(entry.value, report);
  };
  const login = readLogin(read('login'), report);
  const name = read('name') ?? login;
  const initials = readInitials(read('initials'), report);
  const others = keys.get('aliases');
  const aliases = others ? readTexts(others.value, 'a name', report) : [];
  if (name === undefined) {
    report.warning('template-person', value.range, 'Somebody without a name. Write "name: Grace Hopper".');
    return undefined;
  }
  return {
    person: {
      name: name.text,
      ...(login && { login: login.text }),
      ...(initials && { initials: initials.text }),
      aliases: aliases.map((alias) => alias.text),
    },
    // A login that is the name as well is no collision.
    spellings: [name, login, initials, ...aliases].filter((each) => each !== undefined),
  };
}

function readName(value: YamlValue, report: Report): YamlText | undefined {
  const name = readText(value, 'a name such as Grace Hopper', report);
  if (name === undefined || name.text.length <= longestName) return name;
  report.warning('template-person', name.range, `A name has at most ${longestName} characters.`);
  return undefined;
}

function readLogin(login: YamlText | undefined, report: Report): YamlText | undefined {
  if (login === undefined) return undefined;
  const bare = withoutAt(login);
  if (bare !== login) {
    const message = 'Write the login without "@".';
    report.warning('template-person', login.range, message, replacing(login.range, bare.text));
  }
  return isGoodLogin(bare, report) ? bare : undefined;
}

function withoutAt(text: YamlText): YamlText {
  if (!text.text.startsWith('@')) return text;
  const { textFrom, ...rest } = text;
  return { ...rest, text: text.text.slice(1), ...(textFrom !== undefined && { textFrom: textFrom + 1 }) };
}

/**
 * Letters, digits and hyphens, 39 at most, none of them first or last, as GitHub's form for new accounts says; managed
 * accounts have `_` and a short code behind (docs.github.com, "Username considerations for external authentication").
 */
function isGoodLogin(login: YamlText, report: Report): boolean {
  if (/^[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?(?:_[a-z0-9]{1,20})?$/i.test(login.text)) return true;
  const message = `"${login.text}" cannot be a login on GitHub: letters, digits and "-" in between, 39 at most.`;
  report.warning('template-person', login.range, message);
  return false;
}

function readInitials(initials: YamlText | undefined, report: Report): YamlText | undefined {
  if (initials === undefined || /^\p{L}{1,5}$/u.test(initials.text)) return initials;
  report.warning('template-person', initials.range, 'Initials are one to five letters, such as GH.');
  return undefined;
}

/** Each spelling that means somebody else already. */
function reportCollisions(placed: readonly Placed[], report: Report): void {
  const owners = new Map<string, Person>();
  for (const { person, spellings } of placed) {
    const own = new Set<string>();
    for (const spelling of spellings) {
      const key = nameKey(spelling.text);
      const other = owners.get(key);
      if (other !== undefined && other !== person) {
        const message = `"${spelling.text}" is ${other.name} already. Two people cannot be told apart by it.`;
        report.warning('template-person', spelling.range, message);
      } else if (!own.has(key)) {
        owners.set(key, person);
      }
      own.add(key);
    }
  }
}
