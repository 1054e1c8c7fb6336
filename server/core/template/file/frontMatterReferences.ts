/** `repository`, `repositories`, `references`: what numbers and words such as `TSC#1` and `EIP-1` mean. */

import { type Message, t } from '../../../../shared/l10n.ts';
import { isAsciiLetter, isDigit, isRepositoryName } from '../../note/characters.ts';
import type { ReferencePrefix } from '../../note/conventions.ts';
import { referenceWords } from '../../note/lexicon/references.ts';
import type { Repository } from '../../note/note.ts';
import { isName, isOwner } from '../../note/repositoryNames.ts';
import type { YamlEntry, YamlValue } from './frontMatterTree.ts';
import { mostItems, readText } from './frontMatterValues.ts';
import type { Report } from './report.ts';

const longestPrefix = 30;

/** `owner/name`, or the address of the repository's page. */
export function readRepository(value: YamlValue, report: Report): Repository | undefined {
  const text = readText(value, t('a repository such as lantern-org/lantern'), report);
  const repository = text && parseRepository(text.text);
  if (text !== undefined && repository === undefined) {
    report.error('template-value', text.range, t('"{0}" is not a repository. Write owner/name.', text.text));
  }
  return repository;
}

function parseRepository(text: string): Repository | undefined {
  const isUrl = text.startsWith('https://');
  const parts = (isUrl ? text.slice('https://'.length) : text).split('/');
  const host = isUrl ? (parts.shift() ?? '').toLowerCase() : 'github.com';
  if (isUrl && parts.at(-1) === '') parts.pop();
  const [owner = '', name = ''] = parts;
  const bare = isUrl && name.endsWith('.git') ? name.slice(0, -'.git'.length) : name;
  if (parts.length !== 2 || !isOwner(owner) || !isName(bare)) return undefined;
  return isHost(host) ? { host, owner, name: bare } : undefined;
}

function isHost(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/.test(text);
}

/** Aliases, in lower case. */
export function readRepositories(value: YamlValue, report: Report): ReadonlyMap<string, Repository> {
  const repositories = new Map<string, Repository>();
  for (const { key, value: target } of entriesOf(value, 'TSC: lantern-org/TSC', report)) {
    const repository = readRepository(target, report);
    const alias = key.text.toLowerCase();
    if (!isName(key.text) || !hasLetter(key.text)) {
      const message = t('"{0}" is not a valid short name. Use letters, digits, "-", "_" and ".".', key.text);
      report.error('template-key', key.range, message);
    } else if (referenceWords.has(alias) || alias === 'gh') {
      report.error(
        'template-key',
        key.range,
        t('"{0}#1" already refers to the repository of the series. Choose another name.', key.text),
      );
    } else if (repositories.has(alias)) {
      report.error(
        'template-key',
        key.range,
        t('"{0}" is a duplicate. Names are not case-sensitive.', key.text),
      );
    } else if (repository !== undefined) {
      repositories.set(alias, repository);
    }
  }
  return repositories;
}

/** In the order of the file. */
export function readPrefixes(value: YamlValue, report: Report): ReferencePrefix[] {
  const entries = entriesOf(value, "'EIP-': https://eips.ethereum.org/EIPS/eip-{id}", report);
  return entries.flatMap(({ key, value: target }): ReferencePrefix[] => {
    const problem = whyNoPrefix(key.text);
    if (problem !== undefined) report.error('template-key', key.range, problem);
    const url = readText(target, t("a URL such as 'https://example.org/{id}'"), report);
    const wrong = url && whyNoAddress(url.text);
    if (wrong !== undefined) report.error('template-value', url!.range, wrong);
    return url === undefined || problem !== undefined || wrong !== undefined
      ? []
      : [{ prefix: key.text, url: url.text }];
  });
}

function whyNoPrefix(prefix: string): Message | undefined {
  if (prefix.length > longestPrefix) return t('A prefix has at most {0} characters.', longestPrefix);
  const known = [...prefix].every((char) => isRepositoryName(char.charCodeAt(0)) || char === '#');
  if (!known || !isAsciiLetter(prefix.charCodeAt(0)) || isDigit(prefix.charCodeAt(prefix.length - 1))) {
    return t(
      '"{0}" is not a valid prefix. A prefix begins with a letter and ends before the number, such as EIP-.',
      prefix,
    );
  }
  if (prefix.toLowerCase() === 'gh-' || referenceWords.has(prefix.toLowerCase())) {
    return t('"{0}" already refers to issues and pull requests on GitHub. Choose another prefix.', prefix);
  }
  return undefined;
}

function whyNoAddress(url: string): Message | undefined {
  const start = 'https://';
  if (!url.startsWith(start)) return t('The URL must begin with https://.');
  const slash = url.indexOf('/', start.length);
  const host = url.slice(start.length, slash < 0 ? url.length : slash).toLowerCase();
  if (!isHost(host))
    return t('"{0}" is not a valid host name. Write, for example, https://example.org/{id}.', host);
  if (hasOddCharacter(url)) return t('A URL must not contain spaces, quotes or brackets.');
  if (slash < 0 || !url.includes('{id}', slash)) {
    return t('The URL must contain {id}, for example https://example.org/{id}.');
  }
  return undefined;
}

/**
 * Written out or percent-encoded, as VS Code decodes an address before it stands in Markdown: nothing may end a link or begin
 * another, or show itself as what it is not.
 */
function hasOddCharacter(url: string): boolean {
  return (
    /[\s<>[\]"`\\]|\p{Cc}|\p{Cf}|\p{Cs}/u.test(url) || /%(?:[01][0-9a-f]|2[02]|3[ce]|5[b-d]|60|7f)/i.test(url)
  );
}

function entriesOf(value: YamlValue, example: string, report: Report): readonly YamlEntry[] {
  if (value.kind === 'map') {
    if (value.entries.length <= mostItems) return value.entries;
    report.error('template-value', value.range, t('At most {0} entries are allowed.', mostItems));
    return value.entries.slice(0, mostItems);
  }
  if (value.kind === 'nothing') {
    report.warning('template-value', value.range, t('Missing value. Write lines such as "{0}".', example));
  } else if (value.kind !== 'refused') {
    report.error('template-value', value.range, t('Write lines such as "{0}", indented.', example));
  }
  return [];
}

function hasLetter(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isAsciiLetter(text.charCodeAt(at))) return true;
  return false;
}
