/**
 * Every spelling of an issue or pull request in prose. One pass from left to right; each character is looked at a
 * bounded number of times, whatever the line holds.
 */

import { isAsciiLetter, isDigit, isRepositoryName, isWord, skipDigits } from './characters.ts';
import { parseIssueUrl, readNumber, urlEnd } from './issueUrl.ts';
import type {
  OpaqueSpan,
  Reference,
  ReferenceForm,
  ReferenceKind,
  Repository,
  Span,
  UnfilledReference,
} from './note.ts';
import type { Prose } from './prose.ts';
import { isEdge, isListSeparator, keywordBefore, keywordsWithoutHash } from './referenceWords.ts';

export interface FoundReferences {
  readonly references: readonly Reference[];
  readonly unfilled: readonly UnfilledReference[];
  /** Bare URLs of every kind, references or not. */
  readonly urls: readonly OpaqueSpan[];
}

/** What a list such as `PRs #1, #2 and #3` carries on from one number to the next. */
interface Chain {
  readonly to: number;
  readonly kind: ReferenceKind;
  readonly hash: boolean;
  readonly repository: Repository | undefined;
}

/** Offsets are relative to the prose. Link targets are not prose; see `referenceInTarget`. */
export function findReferences(prose: Prose): FoundReferences {
  const { text } = prose;
  const references: Reference[] = [];
  const unfilled: UnfilledReference[] = [];
  const urls: OpaqueSpan[] = [];
  let chain: Chain | undefined;

  const add = (
    range: Span,
    numberRange: Span,
    form: ReferenceForm,
    more: { kind: ReferenceKind; plural: boolean; repository?: Repository | undefined; tail?: string },
  ): boolean => {
    const digitsFrom = text[numberRange.from] === '#' ? numberRange.from + 1 : numberRange.from;
    const number = readNumber(text, digitsFrom, numberRange.to);
    if (number === undefined) return false;
    const { kind, plural, repository, tail } = more;
    references.push({
      range,
      numberRange,
      number,
      kind,
      form,
      ...(repository && { repository }),
      ...(tail && { tail }),
    });
    const hash = digitsFrom > numberRange.from;
    chain = plural ? { to: range.to, kind, hash, repository } : undefined;
    return true;
  };

  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code === 104 || code === 72) && startsUrl(text, at)) {
      const to = urlEnd(text, at);
      const url = parseIssueUrl(text.slice(at, to));
      if (url) {
        const { digits, kind, repository, tail } = url;
        const numberRange = { from: at + digits.from, to: at + digits.to };
        add({ from: at, to }, numberRange, 'url', { kind, plural: false, repository, tail });
      }
      urls.push({ from: at, to, kind: 'url' });
      at = Math.max(at, to - 1);
    } else if (code === 35) {
      const to = skipDigits(text, at + 1);
      if (to > at + 1) {
        const read = startOfHash(text, at, chain);
        if (read && !continuesNumber(text, to))
          add({ from: read.from, to }, { from: at, to }, read.form, read);
      } else {
        const gap = unfilledAfter(text, at + 1);
        if (gap && keywordBefore(text, at))
          unfilled.push({ range: { from: keywordBefore(text, at)?.from ?? at, to: gap } });
      }
      at = Math.max(at, to - 1);
    } else if (isDigit(code)) {
      const to = skipDigits(text, at);
      const read = startOfNumber(text, at, to - at, chain);
      if (read && !continuesNumber(text, to)) add({ from: read.from, to }, { from: at, to }, read.form, read);
      at = to - 1;
    } else if (code === 120 || code === 88 || code === 78) {
      // `PRxxxx`, `PR NNNN`: what people leave for a number they meant to look up.
      const to = unfilledAfter(text, at);
      if (to) {
        const keyword = keywordBefore(text, at);
        if (keyword && keyword.word in keywordsWithoutHash)
          unfilled.push({ range: { from: keyword.from, to } });
        at = to - 1;
      }
    }
  }
  return { references: withLinks(references, prose), unfilled, urls };
}

/** The reference that a link's target is, if it is one. `range` is the target's span. */
export function referenceInTarget(target: string, range: Span, link: Span): Reference | undefined {
  const url = parseIssueUrl(target);
  if (!url) return undefined;
  const { repository, number, kind, digits, tail } = url;
  return {
    range,
    numberRange: { from: range.from + digits.from, to: range.from + digits.to },
    number,
    kind,
    form: 'link-target',
    repository,
    ...(tail && { tail }),
    link: { range: link, half: 'target' },
  };
}

function withLinks(references: readonly Reference[], prose: Prose): Reference[] {
  let next = 0;
  return references.map((reference) => {
    const { from, to } = reference.range;
    while (next < prose.links.length && (prose.links[next]?.text.to ?? 0) < to) next++;
    const link = prose.links[next];
    return link && link.text.from <= from
      ? { ...reference, link: { range: link.range, half: 'text' } }
      : reference;
  });
}

function startsUrl(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  if (at > 0 && isWord(code)) return false;
  const scheme = text.slice(at, at + 8).toLowerCase();
  return scheme === 'https://' || scheme.startsWith('http://');
}

/** After the digits: a letter, a decimal or an ISO date makes them something else. */
function continuesNumber(text: string, to: number): boolean {
  if (to >= text.length) return false;
  const code = text.charCodeAt(to);
  if (isWord(code) || code === 37) return true;
  return (code === 46 || code === 45 || code === 58 || code === 47) &&
    isWord(text.charCodeAt(to + 1)) &&
    to + 1 < text.length
    ? code !== 58 || isDigit(text.charCodeAt(to + 1))
    : false;
}

interface Start {
  readonly from: number;
  readonly form: ReferenceForm;
  readonly kind: ReferenceKind;
  readonly plural: boolean;
  readonly repository?: Repository | undefined;
}

/** What stands before a `#` at `hash` and belongs to it. Undefined: the `#` is no reference's. */
function startOfHash(text: string, hash: number, chain: Chain | undefined): Start | undefined {
  const before = text.charCodeAt(hash - 1);
  // `_#1_` and `-#1` are markup and a dash; `a_b#1` and `a.b#1` end a repository's name.
  const inName = hash > 0 && (isWord(before) || (hash > 1 && isWord(text.charCodeAt(hash - 2))));
  if (inName && isRepositoryName(before)) return qualifiedBefore(text, hash) ?? attached(text, hash);
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

function isOwnerName(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code) || code === 45;
}

/** What stands before a number without `#` and makes it a reference: `PR 1`, `pr1`, `GH-1`, or a list going on. */
function startOfNumber(
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
  const fewest = keyword && keywordsWithoutHash[keyword.word];
  if (!keyword || fewest === undefined || digits < fewest) return undefined;
  // "… a PR" at a line's end and a count at the next one's start.
  if (digits < 3 && text.slice(keyword.from, at).includes('\n')) return undefined;
  return { from: keyword.from, form: 'keyword', kind: keyword.kind, plural: keyword.plural };
}

/** Past three or more of the same of `x`, `X`, `N` that stand for a number; undefined when there are none. */
function unfilledAfter(text: string, at: number): number | undefined {
  const first = text[at];
  if (first === undefined || !'xXN'.includes(first)) return undefined;
  let to = at;
  while (text[to] === first) to++;
  return to - at >= 3 && isEdge(text, to) ? to : undefined;
}
