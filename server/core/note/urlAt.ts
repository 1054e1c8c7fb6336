/** URLs in prose, with a scheme or without: where one begins, what it names, where it ends. */

import { joinsWord } from './characters.ts';
import { hostsWithoutScheme, type IssueUrl, parseIssueUrl, urlEnd } from './issueUrl.ts';
import type { GitHubPage, PageReference } from './note.ts';
import { parsePageUrl } from './pageUrl.ts';
import type { Reading } from './reading.ts';

/** `bare-url`: without a scheme, of GitHub. */
type UrlForm = 'url' | 'bare-url';

/** What begins at `at`, where `code` stands; undefined in the middle of a word, a path or an address. */
export function startsUrl(
  text: string,
  at: number,
  code: number,
  { enterpriseHost }: Reading,
): UrlForm | undefined {
  // A scheme, `github.com`, `www.`, `redirect.`, or the first letter of the user's own server.
  const lower = code | 32;
  const isOwn = enterpriseHost !== undefined && lower === enterpriseHost.charCodeAt(0);
  if (lower !== 104 && lower !== 103 && lower !== 119 && lower !== 114 && !isOwn) return undefined;
  if (at > 0 && joinsWord(text.charCodeAt(at - 1))) return undefined;
  if (lower === 104) {
    const scheme = text.slice(at, at + 8).toLowerCase();
    if (scheme === 'https://' || scheme.startsWith('http://')) return 'url';
  }
  if (at > 0 && './-@\\'.includes(text[at - 1]!)) return undefined;
  const isHost = (host: string) =>
    text[at + host.length] === '/' && text.slice(at, at + host.length).toLowerCase() === host;
  return hostsWithoutScheme.some(isHost) || (isOwn && isHost(enterpriseHost)) ? 'bare-url' : undefined;
}

const scheme = 'https://';

/**
 * The URL at `at`: what it names, offsets relative to `at`, and where it ends. One that names an issue or a commit is ASCII: another
 * character is that of a sentence that goes on without a blank.
 */
export function readUrl(
  text: string,
  at: number,
  form: UrlForm,
  { enterpriseHost }: Reading,
): {
  readonly to: number;
  readonly url?: IssueUrl;
  readonly page?: Pick<PageReference, 'page' | 'url'>;
} {
  const to = urlEnd(text, at, 127);
  const added = form === 'url' ? '' : scheme;
  const ascii = added + text.slice(at, to);
  const issue = parseIssueUrl(ascii, enterpriseHost);
  if (issue) {
    const digits = { from: issue.digits.from - added.length, to: issue.digits.to - added.length };
    return { to, url: { ...issue, digits } };
  }
  const end = urlEnd(text, at);
  const page = parsePageUrl(ascii, enterpriseHost);
  if (page && !isPath(page)) return { to, page: { page, url: secure(ascii) } };
  const url = added + text.slice(at, end);
  const path = parsePageUrl(url, enterpriseHost);
  return path && isPath(path) ? { to: end, page: { page: path, url: secure(url) } } : { to: end };
}

/** Names of files are in any script. */
function isPath({ kind }: GitHubPage): boolean {
  return kind === 'file' || kind === 'folder';
}

function secure(url: string): string {
  return url.replace(/^http:/i, 'https:');
}
