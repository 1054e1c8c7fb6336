/**
 * Every spelling of an issue or pull request in prose. One pass from left to right; each character is looked at a
 * bounded number of times, whatever the line holds.
 */

import type { Mutable } from '../../../shared/mutable.ts';
import { isDigit, joinsWord, skipDigits } from './characters.ts';
import { externalAt } from './externals.ts';
import { parseIssueUrl, readNumber } from './issueUrl.ts';
import { endsReferenceWord } from './lexicon/references.ts';
import type {
  ExternalReference,
  OpaqueSpan,
  PageReference,
  Reference,
  ReferenceForm,
  ReferenceKind,
  Repository,
  Span,
  UnfilledReference,
} from './note.ts';
import { commitAt, parsePageUrl } from './pageUrl.ts';
import type { Prose } from './prose.ts';
import type { Reading } from './reading.ts';
import { type Chain, startOfHash, startOfNumber } from './referenceStarts.ts';
import { isEdge, keywordBefore } from './referenceWords.ts';
import { readUrl, startsUrl } from './urlAt.ts';

export interface FoundReferences {
  readonly references: readonly Reference[];
  readonly unfilled: readonly UnfilledReference[];
  readonly external: readonly ExternalReference[];
  /** Bare URLs of every kind, references or not. */
  readonly urls: readonly OpaqueSpan[];
}

/** With what a reference, a URL or a number to be filled in begins, where the reading adds nothing: by its ASCII code. */
const beginning = new Uint8Array(128);
for (const char of 'hHgGwWrR@#0123456789xXN') beginning[char.charCodeAt(0)] = 1;

/** One of these is in all that is found, where the series has no prefixes of its own. */
const sign = /[#@/0-9]|xxx|XXX|NNN/;

const nothing: FoundReferences = { references: [], unfilled: [], external: [], urls: [] };

/** Offsets are relative to the prose. Link targets are not prose; see `referenceInTarget`. */
export function findReferences(prose: Prose, reading: Reading): FoundReferences {
  const { text } = prose;
  const { enterpriseHost, prefixStarts } = reading;
  if (prefixStarts === undefined && !sign.test(text)) return nothing;
  const references: Reference[] = [];
  const unfilled: UnfilledReference[] = [];
  const external: ExternalReference[] = [];
  const urls: OpaqueSpan[] = [];
  let chain: Chain | undefined;
  // The end of the last run of `x`, `X` or `N`: a run is looked at once, not again from each of its letters.
  let sameTo = 0;

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
    const reference: Mutable<Reference> = { range, numberRange, number, kind, form };
    if (repository) reference.repository = repository;
    if (tail) reference.tail = tail;
    references.push(reference);
    const hash = digitsFrom > numberRange.from;
    chain = { to: range.to, number, kind, plural, hash, repository };
    return true;
  };

  const begins = enterpriseHost === undefined && prefixStarts === undefined ? beginning : undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (begins !== undefined && (code > 127 || begins[code] === 0)) continue;
    const address = startsUrl(text, at, code, reading);
    const other = prefixStarts?.has(code) ? externalAt(text, at, reading) : undefined;
    if (other) {
      external.push(other);
      at = other.range.to - 1;
    } else if (address) {
      const { to, url, page } = readUrl(text, at, address, reading);
      if (url) {
        const { digits, kind, repository, tail } = url;
        const numberRange = { from: at + digits.from, to: at + digits.to };
        add({ from: at, to }, numberRange, address, { kind, plural: false, repository, tail });
      }
      if (page) external.push({ ...page, range: { from: at, to }, form: address });
      if (url || page || address === 'url') urls.push({ from: at, to, kind: 'url' });
      at = Math.max(at, to - 1);
    } else if (code === 64) {
      const commit = commitAt(text, at);
      if (commit) {
        external.push(commit);
        at = commit.range.to - 1;
      }
    } else if (code === 35) {
      const to = skipDigits(text, at + 1);
      if (to > at + 1) {
        const read = startOfHash(text, at, chain, reading);
        if (read && !continuesNumber(text, to, read.plural))
          add({ from: read.from, to }, { from: at, to }, read.form, read);
      } else {
        const end = 'xXN'.includes(text[at + 1] ?? '#') ? sameEnd(text, at + 1) : to;
        const keyword = isUnfilled(text, at + 1, end) ? keywordBefore(text, at) : undefined;
        if (keyword) unfilled.push({ range: { from: keyword.from, to: end } });
      }
      at = Math.max(at, to - 1);
    } else if (isDigit(code)) {
      const to = skipDigits(text, at);
      const read = startOfNumber(text, at, to - at, chain);
      if (read && !continuesNumber(text, to, read.plural))
        add({ from: read.from, to }, { from: at, to }, read.form, read);
      at = to - 1;
    } else if (code === 120 || code === 88 || code === 78) {
      // `PRxxxx`, `PR NNNN`: what people leave for a number they meant to look up.
      if (at < sameTo) continue;
      sameTo = sameEnd(text, at);
      if (!isUnfilled(text, at, sameTo)) continue;
      const keyword = keywordBefore(text, at);
      if (keyword?.digits !== undefined) unfilled.push({ range: { from: keyword.from, to: sameTo } });
      at = sameTo - 1;
    }
  }
  return {
    references: withLinks(references, prose),
    unfilled,
    external: outsideLinks(external, prose),
    urls,
  };
}

/** The reference that a link's target is, if it is one. `range` is the target's span. */
export function referenceInTarget(
  target: string,
  range: Span,
  link: Span,
  { enterpriseHost }: Reading,
): Reference | undefined {
  const url = parseIssueUrl(target, enterpriseHost);
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

/** The page that a link's target is, if it is one. */
export function pageInTarget(
  target: string,
  range: Span,
  link: Span,
  { enterpriseHost }: Reading,
): PageReference | undefined {
  const page = parsePageUrl(target, enterpriseHost);
  return page && { range, url: target, form: 'link-target', page, link: { range: link } };
}

/** A link's text leads where the link does. */
function outsideLinks(
  external: readonly ExternalReference[],
  { links }: Prose,
): readonly ExternalReference[] {
  if (external.length === 0 || links.length === 0) return external;
  let next = 0;
  return external.filter(({ range }) => {
    while (next < links.length && links[next]!.text.to < range.to) next++;
    return (links[next]?.text.from ?? range.to) > range.from;
  });
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

/** After digits that end at `to`: a letter, a decimal, a name or an ISO date makes them something else; `plural`: no range does. */
export function continuesNumber(text: string, to: number, plural = false): boolean {
  if (to >= text.length) return false;
  const code = text.charCodeAt(to);
  if (joinsWord(code) || code === 37) return true;
  if (to + 1 >= text.length || !joinsWord(text.charCodeAt(to + 1))) return false;
  switch (code) {
    case 45:
      return !(plural && endsRange(text, to + 1));
    case 46:
    case 95:
      return true;
    case 47:
      return !startsReference(text, to + 1);
    case 58:
      return isDigit(text.charCodeAt(to + 1));
    default:
      return false;
  }
}

/** `15` of `PRs #12-15`; not `01-06` of a date. */
function endsRange(text: string, at: number): boolean {
  const to = skipDigits(text, at);
  return to > at && !continuesNumber(text, to);
}

/** `PR6` or `GH-6` of `PR5/PR6`. */
function startsReference(text: string, at: number): boolean {
  const word = /^[a-z]{2,8}/i.exec(text.slice(at, at + 8))?.[0].toLowerCase() ?? '';
  return word === 'gh' || endsReferenceWord(word);
}

/** Past all that are the same character as the one at `at`. */
function sameEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let to = at + 1;
  while (text.charCodeAt(to) === code) to++;
  return to;
}

/** Whether a run of `x`, `X` or `N` stands for a number: of three letters or more. */
function isUnfilled(text: string, from: number, to: number): boolean {
  return to - from >= 3 && isEdge(text, to);
}
