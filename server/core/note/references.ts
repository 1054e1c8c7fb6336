/**
 * Every spelling of an issue or pull request in prose. One pass from left to right; each character is looked at a
 * bounded number of times, whatever the line holds.
 */

import { isDigit, isWord, skipDigits } from './characters.ts';
import { externalAt } from './externals.ts';
import { parseIssueUrl, readNumber, urlEnd } from './issueUrl.ts';
import type {
  ExternalReference,
  OpaqueSpan,
  Reference,
  ReferenceForm,
  ReferenceKind,
  Repository,
  Span,
  UnfilledReference,
} from './note.ts';
import type { Prose } from './prose.ts';
import type { Reading } from './reading.ts';
import { type Chain, startOfHash, startOfNumber } from './referenceStarts.ts';
import { isEdge, keywordBefore } from './referenceWords.ts';

export interface FoundReferences {
  readonly references: readonly Reference[];
  readonly unfilled: readonly UnfilledReference[];
  readonly external: readonly ExternalReference[];
  /** Bare URLs of every kind, references or not. */
  readonly urls: readonly OpaqueSpan[];
}

/** Offsets are relative to the prose. Link targets are not prose; see `referenceInTarget`. */
export function findReferences(prose: Prose, reading: Reading): FoundReferences {
  const { text } = prose;
  const { prefixStarts } = reading;
  const references: Reference[] = [];
  const unfilled: UnfilledReference[] = [];
  const external: ExternalReference[] = [];
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
    const other = prefixStarts?.has(code) ? externalAt(text, at, reading) : undefined;
    if (other) {
      external.push(other);
      at = other.range.to - 1;
    } else if ((code === 104 || code === 72) && startsUrl(text, at)) {
      const to = urlEnd(text, at);
      const url = parseIssueUrl(text.slice(at, to), reading.enterpriseHost);
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
        const read = startOfHash(text, at, chain, reading);
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
        if (keyword?.digits !== undefined) unfilled.push({ range: { from: keyword.from, to } });
        at = to - 1;
      }
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

/** Past three or more of the same of `x`, `X`, `N` that stand for a number; undefined when there are none. */
function unfilledAfter(text: string, at: number): number | undefined {
  const first = text[at];
  if (first === undefined || !'xXN'.includes(first)) return undefined;
  let to = at;
  while (text[to] === first) to++;
  return to - at >= 3 && isEdge(text, to) ? to : undefined;
}
