/** Which repository a clone is of: git's remotes, as text. */

import { parseIssueUrl } from '../note/issueUrl.ts';
import type { Repository } from '../note/note.ts';

export interface Remote {
  readonly name: string;
  /** As in git's configuration. */
  readonly url: string;
}

/**
 * The repository that a clone's notes are about: a fork's notes speak of what it was forked from, so `upstream` goes before
 * `origin`, and any other remote is taken only when it is the one there is. Undefined when none of these is on GitHub or on
 * `enterpriseHost`.
 */
export function repositoryOfRemotes(
  remotes: readonly Remote[],
  enterpriseHost?: string,
): Repository | undefined {
  const byName = (name: string) => remotes.filter((remote) => remote.name === name);
  const likely = [...byName('upstream'), ...byName('origin'), ...(remotes.length === 1 ? remotes : [])];
  for (const { url } of likely) {
    const repository = parseRemoteUrl(url, enterpriseHost);
    if (repository !== undefined) return repository;
  }
  return undefined;
}

const longestUrl = 2_000;

/**
 * Reads `https://HOST/OWNER/NAME.git`, `ssh://git@HOST:PORT/OWNER/NAME` and `git@HOST:OWNER/NAME` (git-scm.com, "Git
 * URLs"). Undefined for what is not on GitHub, by the same rule as URLs in notes.
 */
export function parseRemoteUrl(url: string, enterpriseHost?: string): Repository | undefined {
  if (url.length > longestUrl) return undefined;
  const scheme = url.indexOf('://');
  // Without a scheme a colon parts host and path, unless a slash comes first: then it is a folder.
  const colon = url.indexOf(':');
  const slash = url.indexOf('/');
  const isScp = scheme < 0 && colon > 0 && (slash < 0 || colon < slash);
  if (scheme < 0 && !isScp) return undefined;
  const from = scheme < 0 ? 0 : scheme + 3;
  const hostTo = isScp ? colon : url.indexOf('/', from);
  if (hostTo < 0) return undefined;
  const authority = url.slice(from, hostTo);
  const host = withoutPort(authority.slice(authority.lastIndexOf('@') + 1)).toLowerCase();
  const parts = url
    .slice(hostTo + 1)
    .split('/')
    .filter((part) => part !== '');
  const [owner, last = ''] = parts;
  if (parts.length !== 2) return undefined;
  const name = last.endsWith('.git') ? last.slice(0, -'.git'.length) : last;
  // docs.github.com, "Using SSH over the HTTPS port".
  const known = host === 'ssh.github.com' ? 'github.com' : host;
  const isSsh = isScp || url.startsWith('ssh://') || url.startsWith('git+ssh://');
  const enterprise = enterpriseHost === undefined ? undefined : withoutPort(enterpriseHost);
  const isOf = (server: string): boolean => known === server || (isSsh && isAliasOf(server, known));
  // Its pages may be behind a port, git rarely is behind the same.
  const pages =
    enterprise !== undefined && isOf(enterprise) ? enterpriseHost : isOf('github.com') ? 'github.com' : known;
  return parseIssueUrl(`https://${pages}/${owner}/${name}/issues/1`, enterpriseHost)?.repository;
}

/**
 * Whether a host is likely a `Host` of the user's SSH configuration for that server: people with two accounts call it
 * `github.com-work` or `github-personal`. No server on the internet has such a name.
 */
function isAliasOf(server: string, host: string): boolean {
  const rest = host.startsWith(server) ? host.slice(server.length) : '';
  if ('-_'.includes(rest[0] ?? ' ')) return !rest.includes('.');
  return server === 'github.com' && !host.includes('.') && host.split(/[-_]/).includes('github');
}

function withoutPort(host: string): string {
  const colon = host.indexOf(':');
  return colon < 0 ? host : host.slice(0, colon);
}

/**
 * The remotes in a git configuration file (git-scm.com, git-config, "Syntax"); included files are not read. Addresses are
 * rewritten as `url.<base>.insteadOf` says, here or in `userConfigs`, the user's own files.
 */
export function parseGitConfig(text: string, userConfigs: readonly string[] = []): readonly Remote[] {
  const remotes: Remote[] = [];
  const rewritten: Rewriting[] = [];
  for (const { section, name, key, value } of [text, ...userConfigs].flatMap(entriesOf)) {
    if (section === 'url' && key === 'insteadof' && value !== '')
      rewritten.push({ base: name, prefix: value });
  }
  for (const { section, name, key, value } of entriesOf(text)) {
    if (section === 'remote' && key === 'url') remotes.push({ name, url: rewrite(value, rewritten) });
  }
  return remotes;
}

interface Rewriting {
  readonly base: string;
  readonly prefix: string;
}

/** As git does: the longest prefix wins, and once. */
function rewrite(url: string, rewritten: readonly Rewriting[]): string {
  let best: Rewriting | undefined;
  for (const each of rewritten)
    if (url.startsWith(each.prefix) && each.prefix.length > (best?.prefix.length ?? 0)) best = each;
  return best ? best.base + url.slice(best.prefix.length) : url;
}

interface Entry {
  /** `remote` and `origin` of `[remote "origin"]`; section and key are in lower case. */
  readonly section: string;
  readonly name: string;
  readonly key: string;
  readonly value: string;
}

function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  let header: { readonly section: string; readonly name: string } | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line.startsWith('[')) {
      const [, section, name] = /^\[(remote|url)\s"([^"\\\]]{1,200})"\]/i.exec(line) ?? [];
      header = section && name ? { section: section.toLowerCase(), name } : undefined;
      continue;
    }
    const equals = line.indexOf('=');
    if (header === undefined || equals < 0) continue;
    const key = line.slice(0, equals).trim().toLowerCase();
    entries.push({ ...header, key, value: unquoted(line.slice(equals + 1).trim()) });
  }
  return entries;
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}

/**
 * The repository of a virtual workspace (`vscode-vfs://github/OWNER/NAME/…`, of the Remote Repositories extension); the
 * authority may go on with `+` and a state in hexadecimal. Undefined for any other URI.
 */
export function repositoryOfVirtualUri(uri: string): Repository | undefined {
  const match =
    /^vscode-vfs:\/\/github(?:(?:\+|%2B)[^/]{0,4000})?\/([^/]{1,100})\/([^/?#]{1,100})(?=[/?#]|$)/i.exec(uri);
  const [, owner, name] = match ?? [];
  if (owner === undefined || name === undefined) return undefined;
  return parseIssueUrl(`https://github.com/${owner}/${name}/issues/1`)?.repository;
}
