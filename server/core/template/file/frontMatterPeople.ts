/** `people`: the roster, with logins, initials and other spellings, none of which may mean two people. */

import { t } from '../../../../shared/l10n.ts';
import type { Person } from '../../note/conventions.ts';
import { nameKey } from '../../note/names.ts';
import { inQuotes } from './frontMatterErrors.ts';
import type { YamlText, YamlValue } from './frontMatterTree.ts';
import { itemsOf, readKeys, readText, readTexts, replacing } from './frontMatterValues.ts';
import type { Report } from './report.ts';

export const personKeys = ['name', 'login', 'initials', 'aliases'] as const;

const longestName = 100;

/** Somebody and the spellings with their places. */
export interface PlacedPerson {
  readonly person: Person;
  readonly name?: YamlText;
  /** Without `@`. */
  readonly login?: YamlText;
  readonly spellings: readonly YamlText[];
}

export function readPeople(value: YamlValue, report: Report): Person[] {
  if (value.kind === 'map') {
    report.error('template-value', value.range, t('Write a list with a line "- Name" for each person.'));
    return [];
  }
  const placed = readPlacedPeople(value, report);
  reportCollisions(placed, report);
  return placed.map(({ person }) => person);
}

export function readPlacedPeople(value: YamlValue, report: Report): PlacedPerson[] {
  return itemsOf(value, report).flatMap((item) => readPerson(item, report) ?? []);
}

function readPerson(value: YamlValue, report: Report): PlacedPerson | undefined {
  if (value.kind !== 'map') {
    const name = readName(value, report);
    if (name === undefined) return undefined;
    if (!name.text.startsWith('@'))
      return withLogin(name, report) ?? { person: { name: name.text, aliases: [] }, name, spellings: [name] };
    const login = withoutAt(name);
    if (!isGoodLogin(login, report)) return undefined;
    return { person: { name: login.text, login: login.text, aliases: [] }, login, spellings: [login] };
  }
  const keys = readKeys(value, personKeys, report);
  const read = (key: 'name' | 'login' | 'initials'): YamlText | undefined => {
    const entry = keys.get(key);
    return entry && readName(entry.value, report, key);
  };
  const login = readLogin(read('login'), report);
  const named = read('name');
  const name = named ?? login;
  const initials = readInitials(read('initials'), report);
  const others = keys.get('aliases');
  const aliases = others ? readTexts(others.value, t('a name'), report) : [];
  if (name === undefined) {
    report.warning(
      'template-person',
      value.range,
      t('Missing name. Write, for example, "name: Grace Hopper".'),
    );
    return undefined;
  }
  return {
    person: {
      name: name.text,
      ...(login && { login: login.text }),
      ...(initials && { initials: initials.text }),
      aliases: aliases.map((alias) => alias.text),
    },
    ...(named && { name: named }),
    ...(login && { login }),
    // A login that is the name as well is no collision.
    spellings: [name, login, initials, ...aliases].filter((each) => each !== undefined),
  };
}

/** `Grace Hopper (@ghopper)`, as notes list those who were there. */
function withLogin(name: YamlText, report: Report): PlacedPerson | undefined {
  const at = name.text.lastIndexOf('@');
  if (at < 0) return undefined;
  let end = at;
  while (end > 0 && ' (-'.includes(name.text[end - 1]!)) end--;
  const written = name.text.slice(0, end);
  const login = name.text.slice(at + 1).replace(/\)$/, '');
  if (written === '' || !isLogin(login)) return undefined;
  const better = `{name: ${/^[\p{L} .'-]+$/u.test(written) ? written : inQuotes(written)}, login: ${login}}`;
  const message = t('Write the login as a key of its own: {0}', better);
  report.warning('template-person', name.range, message, replacing(name.range, better));
  const { textFrom, ...rest } = name;
  const part = (text: string, from: number): YamlText => ({
    ...rest,
    text,
    ...(textFrom !== undefined && { textFrom: textFrom + from }),
  });
  const [first, second] = [part(written, 0), part(login, at + 1)];
  return {
    person: { name: written, login, aliases: [] },
    name: first,
    login: second,
    spellings: [first, second],
  };
}

const examples = {
  name: t('a name such as Grace Hopper'),
  login: t('a login such as ghopper'),
  initials: t('initials such as GH'),
};

function readName(
  value: YamlValue,
  report: Report,
  what: keyof typeof examples = 'name',
): YamlText | undefined {
  const name = readText(value, examples[what], report);
  if (name === undefined || name.text.length <= longestName) return name;
  report.warning('template-person', name.range, t('A name has at most {0} characters.', longestName));
  return undefined;
}

function readLogin(login: YamlText | undefined, report: Report): YamlText | undefined {
  if (login === undefined) return undefined;
  const bare = withoutAt(login);
  if (bare !== login) {
    const message = t('Write the login without "@".');
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
function isLogin(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?(?:_[a-z0-9]{1,20})?$/i.test(text);
}

function isGoodLogin(login: YamlText, report: Report): boolean {
  if (isLogin(login.text)) return true;
  const message = t(
    '"{0}" is not a valid GitHub login. Use letters and digits, with "-" between them, 39 characters at most.',
    login.text,
  );
  report.warning('template-person', login.range, message);
  return false;
}

function readInitials(initials: YamlText | undefined, report: Report): YamlText | undefined {
  if (initials === undefined || /^\p{L}{1,5}$/u.test(initials.text)) return initials;
  report.warning('template-person', initials.range, t('Initials have one to five letters, such as GH.'));
  return undefined;
}

/** Each name that already belongs to another person. */
function reportCollisions(placed: readonly PlacedPerson[], report: Report): void {
  const owners = new Map<string, Person>();
  for (const { person, spellings } of placed) {
    const own = new Set<string>();
    for (const spelling of spellings) {
      const key = nameKey(spelling.text);
      const other = owners.get(key);
      if (other !== undefined && other !== person) {
        const message = t(
          '"{0}" is already used for {1}. Names, logins, initials and aliases must be unique.',
          spelling.text,
          other.name,
        );
        report.warning('template-person', spelling.range, message);
      } else if (!own.has(key)) {
        owners.set(key, person);
      }
      own.add(key);
    }
  }
}
