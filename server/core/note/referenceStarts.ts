/** What stands before a number and makes it a reference: a word, a repository, an alias, a list that goes on. */

import { isAsciiLetter, isDigit, isRepositoryName, isWord } from './characters.ts';
import type { ReferenceForm, ReferenceKind, Repository } from './note.ts';
import type { Reading } from './reading.ts';
import { isEdge, isListSeparator, keywordBefore } from './referenceWords.ts';

/** What a list such as `PRs #1, #2 and #3` carries on from one number to the next. */
export interface Chain {
  readonly to: number;
  readonly kind: ReferenceKind;
  readonly hash: boolean;
  readonly repository: Repository | undefined;
}

export interface Start {
  readonly from: number;
  readonly form: ReferenceForm;
  readonly kind: ReferenceKind;
  readonly plural: boolean;
  readonly repository?: Repository | undefined;
}

/** What stands before a `#` at `hash` and belongs to it. Undefined: the `#` is no reference's. */
export function startOfHash(
  text: string,
  hash: number,
  chain: Chain | undefined,
  reading: Reading,
): Start | undefined {
  const before = text.charCodeAt(hash - 1);
  // `_#1_` and `-#1` are markup and a dash; `a_b#1` and `a.b#1` end a repository's name.
  const inName = hash > 0 && (isWord(before) || (hash > 1 && isWord(text.charCodeAt(hash - 2))));
  if (inName && isRepositoryName(before)) {
    return qualifiedBefore(text, hash) ?? aliasBefore(text, hash, reading) ?? attached(text, hash);
  }
  if (hash > 0 && (before === 35 || before === 38 || before === 47 || before === 64 || isWord(before)))
    return undefined;
  const keyword = keywordBefore(text, hash);
  if (keyword) return { from: keyword.from, form: 'keyword', kind: keyword.kind, plural: keyword.plural };
  if (chain?.hash && isListSeparator(text, chain.to, hash)) {
    return { from: hash, form: 'hash', kind: chain.kind, plural: true, repository: chain.repository };
  }
  return { from: hash, form: 'hash', kind: 'unknown', plural: false };
}

/** `PR#1`, `GH#1`: the keyword without a blank. */
function attached(text: string, hash: number): Start | undefined {
  const keyword = keywordBefore(text, hash);
  return keyword && { from: keyword.from, form: 'keyword', kind: keyword.kind, plural: keyword.plural };
}

/** `owner/repo` before the `#`; a keyword may stand before it: `PR owner/repo#1`. */
function qualifiedBefore(text: string, hash: number): Start | undefined {
  let nameFrom = hash;
  while (nameFrom > 0 && hash - nameFrom <= 100 && isRepositoryName(text.charCodeAt(nameFrom - 1)))
    nameFrom--;
  if (nameFrom === hash || text[nameFrom - 1] !== '/') return undefined;
  let from = nameFrom - 1;
  while (from > 0 && nameFrom - from <= 40 && isOwnerName(text.charCodeAt(from - 1))) from--;
  if (
    from === nameFrom - 1 ||
    (from > 0 && (isRepositoryName(text.charCodeAt(from - 1)) || text[from - 1] === '/'))
  ) {
    return undefined;
  }
  const repository = {
    host: 'github.com',
    owner: text.slice(from, nameFrom - 1),
    name: text.slice(nameFrom, hash),
  };
  const keyword = keywordBefore(text, from);
  return {
    from: keyword ? keyword.from : from,
    form: 'qualified',
    kind: keyword?.kind ?? 'unknown',
    plural: keyword?.plural ?? false,
    repository,
  };
}

/** `TSC#1`; a keyword may stand before it as well. */
function aliasBefore(text: string, hash: number, { repositories }: Reading): Start | undefined {
  if (repositories === undefined) return undefined;
  let from = hash;
  while (from > 0 && hash - from <= 100 && isRepositoryName(text.charCodeAt(from - 1))) from--;
  // `_TSC#1_` is emphasis.
  while (text[from] === '_' && from < hash) from++;
  const repository = repositories.get(text.slice(from, hash).toLowerCase());
  if (repository === undefined || (from > 0 && '/#@&'.includes(text[from - 1]!))) return undefined;
  if (from > 0 && isWord(text.charCodeAt(from - 1))) return undefined;
  const keyword = keywordBefore(text, from);
  return {
    from: keyword ? keyword.from : from,
    form: 'qualified',
    kind: keyword?.kind ?? 'unknown',
    plural: keyword?.plural ?? false,
    repository,
  };
}

function isOwnerName(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code) || code === 45;
}

/** What stands before a number without `#` and makes it a reference: `PR 1`, `pr1`, `GH-1`, or a list going on. */
export function startOfNumber(
  text: string,
  at: number,
  digits: number,
  chain: Chain | undefined,
): Start | undefined {
  if (
    text[at - 1] === '-' &&
    text.slice(Math.max(0, at - 3), at).toLowerCase() === 'gh-' &&
    isEdge(text, at - 4)
  ) {
    return { from: at - 3, form: 'gh', kind: 'unknown', plural: false };
  }
  if (chain && !chain.hash && digits > 1 && isListSeparator(text, chain.to, at)) {
    return { from: at, form: 'keyword', kind: chain.kind, plural: true };
  }
  const keyword = keywordBefore(text, at);
  const fewest = keyword?.digits;
  if (!keyword || fewest === undefined || digits < fewest) return undefined;
  // "… a PR" at a line's end and a count at the next one's start.
  if (digits < 3 && text.slice(keyword.from, at).includes('\n')) return undefined;
  return { from: keyword.from, form: 'keyword', kind: keyword.kind, plural: keyword.plural };
}
