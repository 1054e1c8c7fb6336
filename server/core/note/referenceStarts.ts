/** What stands before a number and makes it a reference: a word, a repository, an alias, a list that goes on. */

import { isRepositoryName, joinsWord, skipDigits } from './characters.ts';
import type { ReferenceForm, ReferenceKind, Repository } from './note.ts';
import type { Reading } from './reading.ts';
import { isEdge, keywordBefore, separatorBetween } from './referenceWords.ts';
import { ownerAndNameBefore } from './repositoryNames.ts';

/** What a list such as `PRs #1, #2 and #3`, or `#1/#2`, carries on from one number to the next. */
export interface Chain {
  readonly to: number;
  readonly number: number;
  readonly kind: ReferenceKind;
  /** It goes on behind blanks and conjunctions, too. */
  readonly plural: boolean;
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
  const member = chain && memberBehind(text, hash, chain);
  if (member) return member;
  // `_#1_` and `-#1` are markup and a dash; `a_b#1` and `a.b#1` end a repository's name.
  const inName = hash > 0 && (joinsWord(before) || (hash > 1 && joinsWord(text.charCodeAt(hash - 2))));
  if (inName && isRepositoryName(before)) {
    return qualifiedBefore(text, hash) ?? aliasBefore(text, hash, reading) ?? attached(text, hash);
  }
  if (hash > 0 && (before === 35 || before === 38 || before === 47 || before === 64 || joinsWord(before)))
    return undefined;
  const keyword = keywordBefore(text, hash);
  if (keyword) return { from: keyword.from, form: 'keyword', kind: keyword.kind, plural: keyword.plural };
  return { from: hash, form: 'hash', kind: 'unknown', plural: false };
}

/** `#2` of `PRs #1, #2` and, without blanks, of `#1/#2`, `#1-#2`. */
function memberBehind(text: string, hash: number, chain: Chain): Start | undefined {
  const { to, kind, plural, repository } = chain;
  if (!chain.hash) return undefined;
  // `&#38;` is an entity.
  const isAttached = hash === to + 1 && '/-–~&'.includes(text[to]!) && !isEntity(text, hash);
  if (plural && separatorBetween(text, to, hash))
    return { from: hash, form: 'hash', kind, plural, repository };
  return isAttached ? { from: hash, form: 'hash', kind: 'unknown', plural, repository } : undefined;
}

function isEntity(text: string, hash: number): boolean {
  return text[hash - 1] === '&' && text[skipDigits(text, hash + 1)] === ';';
}

/** Whether a number without `#` is the next of a list: `PRs 101, 102`; or the end of a range: `PRs #12-15`, `PRs 101 to 120`. */
function goesOnWith(text: string, at: number, digits: number, chain: Chain): boolean {
  const separator = separatorBetween(text, chain.to, at);
  if (separator === 'list') return (!chain.hash && digits > 1) || endsList(text, chain.to, at, at + digits);
  return separator === 'range' && digits < 10 && Number(text.slice(at, at + digits)) > chain.number;
}

/** What only a whole list is followed by: `PRs #5 and 6 are in`, and never `PRs #5 and 6 weeks`. */
const afterList = /^[ \t]+(?:are|were|have|had|need|will|would|can|could|should|must|may|might)\b/;
const afterNumber = /^(?:$|[)\]}.;:!?]*(?:$|[\r\n]|[.;:!?)\]}][ \t])|,?[ \t]+(?:and|or|&)[ \t]+\d|,[ \t]+\d)/;

/**
 * Whether a bare number behind one with `#` is of its kind: `PRs #5 & 6`, `PRs #5, 6 and 7`. It may be a count as well, so the list has to
 * end there or to go on: `PRs #5, 3 of them merged` does neither. `from`: behind the number before.
 */
function endsList(text: string, from: number, at: number, to: number): boolean {
  const behind = text.slice(to, to + 24);
  return afterNumber.test(behind) || (!/^[,、]\s*$/.test(text.slice(from, at)) && afterList.test(behind));
}

/** `PR#1`, `GH#1`: the keyword without a blank. */
function attached(text: string, hash: number): Start | undefined {
  const keyword = keywordBefore(text, hash);
  return keyword && { from: keyword.from, form: 'keyword', kind: keyword.kind, plural: keyword.plural };
}

/** `owner/repo` before the `#`; a keyword may stand before it: `PR owner/repo#1`. */
function qualifiedBefore(text: string, hash: number): Start | undefined {
  const named = ownerAndNameBefore(text, hash);
  return named && qualified(text, named.from, { host: 'github.com', owner: named.owner, name: named.name });
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
  if (from > 0 && joinsWord(text.charCodeAt(from - 1))) return undefined;
  return qualified(text, from, repository);
}

function qualified(text: string, at: number, repository: Repository): Start {
  const { from = at, kind = 'unknown', plural = false } = keywordBefore(text, at) ?? {};
  return { from, form: 'qualified', kind, plural, repository };
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
  if (chain?.plural && goesOnWith(text, at, digits, chain))
    return { from: at, form: 'keyword', kind: chain.kind, plural: true, repository: chain.repository };
  const keyword = keywordBefore(text, at);
  const fewest = keyword?.digits;
  if (!keyword || fewest === undefined || digits < fewest) return undefined;
  // "… a PR" at a line's end and a count at the next one's start.
  if (digits < 3 && text.slice(keyword.from, at).includes('\n')) return undefined;
  return { from: keyword.from, form: 'keyword', kind: keyword.kind, plural: keyword.plural };
}
