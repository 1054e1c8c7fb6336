/** URLs of issues and pull requests. */

import { isAsciiLetter, isDigit, isRepositoryName, skipDigits } from './characters.ts';
import type { ReferenceKind, Repository, Span } from './note.ts';
import { isName, isOwner } from './repositoryNames.ts';

export interface IssueUrl {
  readonly repository: Repository;
  readonly number: number;
  readonly kind: ReferenceKind;
  /** The digits, relative to the URL's start. */
  readonly digits: Span;
  /** What follows the number: `/files`, `#issuecomment-1`, `/`. */
  readonly tail: string;
}

const kinds: Readonly<Record<string, ReferenceKind>> = {
  pull: 'pull',
  pulls: 'pull',
  issues: 'issue',
  issue: 'issue',
  discussions: 'discussion',
};

/**
 * Reads `https://HOST/OWNER/NAME/(pull|issues|discussions)/NUMBER…`. Hosts are github.com, data residency
 * (`*.ghe.com`), Enterprise servers called `github.*` as many are, and the user's own: `enterpriseHost`, in lower case.
 * Else undefined.
 */
export function parseIssueUrl(url: string, enterpriseHost?: string): IssueUrl | undefined {
  const start = readRepositoryUrl(url, enterpriseHost);
  const page = start && readPart(url, start.to + 1);
  const kind = page && Object.hasOwn(kinds, page.text) ? kinds[page.text] : undefined;
  if (!start || !page || !kind) return undefined;
  const from = page.to + 1;
  const to = skipDigits(url, from);
  const number = readNumber(url, from, to);
  if (number === undefined) return undefined;
  const after = url.charCodeAt(to);
  if (to < url.length && (isDigit(after) || isAsciiLetter(after) || after === 45 || after === 46))
    return undefined;
  return { repository: start.repository, number, kind, digits: { from, to }, tail: url.slice(to) };
}

/** Reads `https://HOST/OWNER/NAME/` at the beginning of a URL; `to` is the slash behind it. The hosts are `parseIssueUrl`'s. */
export function readRepositoryUrl(
  url: string,
  enterpriseHost?: string,
): { readonly repository: Repository; readonly to: number } | undefined {
  const hostFrom = url.indexOf('://') + 3;
  const hostTo = url.indexOf('/', hostFrom);
  if (hostFrom < 3 || hostTo < 0) return undefined;
  const host = url.slice(hostFrom, hostTo).toLowerCase();
  if (!isHostName(host) || !isGitHubHost(host, enterpriseHost)) return undefined;
  const owner = readPart(url, hostTo + 1);
  const name = owner && readPart(url, owner.to + 1);
  if (!owner || !name || !isOwner(owner.text) || !isName(name.text)) return undefined;
  return { repository: { host: canonicalHost(host), owner: owner.text, name: name.text }, to: name.to };
}

/** Reads `https://HOST/OWNER/NAME`, with `/` or `.git` behind it or not; the hosts are `parseIssueUrl`'s. Else undefined. */
export function parseRepositoryUrl(url: string, enterpriseHost?: string): Repository | undefined {
  const start = readRepositoryUrl(`${url}/`, enterpriseHost);
  if (!start || (start.to !== url.length && start.to !== url.length - 1)) return undefined;
  const { repository } = start;
  if (!repository.name.endsWith('.git')) return repository;
  const name = repository.name.slice(0, -4);
  return isName(name) ? { ...repository, name } : undefined;
}

/** GitHub counts from 1 and without leading zeros; nine digits are more than any repository has. */
export function readNumber(text: string, from: number, to: number): number | undefined {
  if (to <= from || to - from > 9 || text.charCodeAt(from) === 48) return undefined;
  return Number(text.slice(from, to));
}

/** Letters, digits, dots and hyphens, a port perhaps; not `github.com@example.org`, which is example.org. */
function isHostName(host: string): boolean {
  return /^[a-z0-9.-]{1,253}(:\d{1,5})?$/.test(host);
}

/**
 * Hosts with the paths of github.com: `redirect.github.com` and `togithub.com` are in what Renovate and Dependabot write, so that nothing is
 * linked back; `github.dev` is the editor.
 */
const otherHosts: ReadonlySet<string> = new Set([
  'github.com',
  'www.github.com',
  'redirect.github.com',
  'togithub.com',
  'www.togithub.com',
  'github.dev',
]);

/** Those that people write without a scheme. */
export const hostsWithoutScheme: readonly string[] = ['github.com', 'www.github.com', 'redirect.github.com'];

function canonicalHost(host: string): string {
  return otherHosts.has(host) ? 'github.com' : host;
}

function isGitHubHost(host: string, enterpriseHost: string | undefined): boolean {
  return (
    otherHosts.has(host) || host.endsWith('.ghe.com') || host.startsWith('github.') || host === enterpriseHost
  );
}

/** A path component of a repository's URL, which must be followed by a slash. */
function readPart(url: string, from: number): { readonly text: string; readonly to: number } | undefined {
  let to = from;
  while (to < url.length && isRepositoryName(url.charCodeAt(to))) to++;
  if (to === from || to - from > 100 || url[to] !== '/') return undefined;
  return { text: url.slice(from, to), to };
}

/** Where the URL that starts at `from` ends, by the rules GitHub uses for bare ones; before a code unit above `highest` in any case. */
export function urlEnd(text: string, from: number, highest = 0xffff): number {
  let to = from;
  let open = 0;
  let close = 0;
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to);
    // Blanks, `<`, `>`, the mask and brackets of a link's text end a URL.
    if (
      code <= 32 ||
      code > highest ||
      code === 60 ||
      code === 62 ||
      code === 0xa0 ||
      code === 0xe000 ||
      code === 93
    )
      break;
    if (code === 40) open++;
    if (code === 41) close++;
  }
  for (; to > from; to--) {
    const last = text[to - 1] as string;
    if (last === ')') {
      if (close <= open) break;
      close--;
    } else if (!'?!.,:;*_~\'"|`’”'.includes(last)) break;
  }
  return to;
}
