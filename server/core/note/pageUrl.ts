/** Pages of GitHub that are neither an issue nor a pull request: commits, releases, comparisons, files. */

import { isDigit, joinsWord } from './characters.ts';
import { readRepositoryUrl } from './issueUrl.ts';
import type { GitHubPage, PageReference } from './note.ts';
import { ownerAndNameBefore } from './repositoryNames.ts';

/** Of a path or a tag, in UTF-16 code units. */
const longestPart = 400;

/**
 * Reads `https://HOST/OWNER/NAME/…` of a commit, a release, a comparison, or a file or folder at some state. The hosts are
 * `parseIssueUrl`'s. Else undefined.
 */
export function parsePageUrl(url: string, enterpriseHost?: string): GitHubPage | undefined {
  const start = readRepositoryUrl(url, enterpriseHost);
  if (start === undefined) return undefined;
  const { repository, to } = start;
  const hash = url.indexOf('#', to);
  const query = url.indexOf('?', to);
  const end = Math.min(...[hash, query, url.length].filter((at) => at >= 0));
  const [page = '', ...parts] = url.slice(to + 1, end).split('/');
  if (end - to > longestPart * 2) return undefined;
  switch (page) {
    case 'commit':
    case 'commits':
      return commitOf(repository, parts);
    case 'releases': {
      const tag = parts[0] === 'tag' ? refOf(parts.slice(1)) : undefined;
      return tag === undefined ? undefined : { kind: 'release', repository, tag };
    }
    case 'compare': {
      const range = refOf(parts, true);
      const dots = range?.indexOf('..') ?? 0;
      return dots > 0 ? { kind: 'comparison', repository, range: range! } : undefined;
    }
    case 'blob':
    case 'blame':
    case 'raw':
    case 'tree':
      return fileOf(repository, page, parts, hash < 0 ? '' : url.slice(hash + 1));
    default:
      return undefined;
  }
}

function commitOf(repository: GitHubPage['repository'], parts: readonly string[]): GitHubPage | undefined {
  const sha = parts[0]?.replace(/\.(?:patch|diff)$/, '') ?? '';
  const isWhole = parts.length === 1 || (parts.length === 2 && parts[1] === '');
  return isWhole && /^[0-9a-f]{7,40}$/i.test(sha)
    ? { kind: 'commit', repository, sha: sha.toLowerCase() }
    : undefined;
}

function fileOf(
  repository: GitHubPage['repository'],
  page: string,
  parts: readonly string[],
  hash: string,
): GitHubPage | undefined {
  // `refs/heads/main` is one name.
  const length = parts[0] === 'refs' && (parts[1] === 'heads' || parts[1] === 'tags') ? 3 : 1;
  const ref = refOf(parts.slice(length === 3 ? 2 : 0, length));
  const path = decode(parts.slice(length).join('/'))?.replace(/\/$/, '');
  if (ref === undefined || path === undefined || path.length > longestPart || hasControl(path))
    return undefined;
  const kind = page === 'tree' ? 'folder' : 'file';
  if (kind === 'file' && path === '') return undefined;
  const lines = linesOf(hash);
  return { kind, repository, ref, path, ...(lines && { lines }) };
}

/** Of `L10`, `L10-L20`, `L10C3-L20C5`. */
function linesOf(hash: string): readonly [from: number, to: number] | undefined {
  const [, first, last] = /^L(\d{1,7})(?:C\d{1,5})?(?:-L?(\d{1,7})(?:C\d{1,5})?)?$/.exec(hash) ?? [];
  if (first === undefined) return undefined;
  const lines = [Number(first), Number(last ?? first)].sort((a, b) => a - b);
  return [lines[0]!, lines[1]!];
}

/** A branch or a tag, decoded; git's own rules say what a name may hold. `range`: two of them, with dots between. */
function refOf(parts: readonly string[], range = false): string | undefined {
  const name = decode(parts.join('/'))?.replace(/\/$/, '');
  if (name === undefined || name === '' || name.length > longestPart || hasControl(name)) return undefined;
  if (/[\s~^?*[\\]/.test(name) || /^[./-]|\/\.|[./]$/.test(name)) return undefined;
  return !range && (name.includes('..') || name.includes(':')) ? undefined : name;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

const fewestDigits = 7;
const mostDigits = 40;

/** `owner/repo@sha` around the `@` at `at` of a prose's text; not `owner/repo@v2` nor a date. */
export function commitAt(text: string, at: number): PageReference | undefined {
  let to = at + 1;
  let letters = 0;
  let digits = 0;
  for (; to < text.length && to - at <= mostDigits + 1; to++) {
    const code = text.charCodeAt(to);
    if (isDigit(code)) digits++;
    else if ((code | 32) >= 97 && (code | 32) <= 102) letters++;
    else break;
  }
  const length = to - at - 1;
  const isSha =
    length >= fewestDigits && length <= mostDigits && digits > 0 && (letters > 0 || length === mostDigits);
  if (!isSha || goesOn(text, to)) return undefined;
  const named = ownerAndNameBefore(text, at);
  if (named === undefined) return undefined;
  const { from, owner, name } = named;
  const repository = { host: 'github.com', owner, name };
  const sha = text.slice(at + 1, to).toLowerCase();
  return {
    range: { from, to },
    url: `https://github.com/${owner}/${name}/commit/${sha}`,
    form: 'name',
    page: { kind: 'commit', repository, sha },
  };
}

/** In a longer word, a path, an address. */
function goesOn(text: string, to: number): boolean {
  if (to >= text.length) return false;
  if (joinsWord(text.charCodeAt(to)) || text[to] === '@' || text[to] === '/') return true;
  return '-_.'.includes(text[to]!) && to + 1 < text.length && joinsWord(text.charCodeAt(to + 1));
}
