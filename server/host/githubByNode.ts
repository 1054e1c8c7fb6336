/** `Transport` and `Storage` without an editor: GitHub's own environment variables, and the user's cache folder. */

import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ApiRoots, customRoots, enterpriseHostOfApi, originOf, rootsOf } from '../../shared/apiRoots.ts';
import { exchange, platformOf } from '../../shared/exchange.ts';
import { inEnglish, t } from '../../shared/l10n.ts';
import type { Storage, Transport } from '../core/ports.ts';

export interface NodeGitHub {
  readonly transport: Transport;
  readonly storage: Storage;
}

export type NodeGitHubResult =
  | { readonly kind: 'ready'; readonly github: NodeGitHub }
  /** A variable is wrong; in English that names it and the remedy. */
  | { readonly kind: 'refused'; readonly message: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `GITHUB_SERVER_URL`, `GITHUB_API_URL`, `GITHUB_GRAPHQL_URL`, `GH_TOKEN` and `GITHUB_TOKEN` (docs.github.com, "Default environment
 * variables"; cli.github.com, "gh help environment"). The token goes to the API of one host alone: of `GITHUB_SERVER_URL`, else
 * the one that `GITHUB_API_URL` is the Enterprise API of, else github.com.
 */
export function githubByNode(environment: Environment): NodeGitHubResult {
  const mistake = mistakeIn(environment);
  if (mistake !== undefined) return { kind: 'refused', message: mistake };
  const home = enterpriseHostByNode(environment) ?? 'github.com';
  const usual = rootsOf(home);
  let roots: ApiRoots = usual;
  const { GITHUB_API_URL: rest, GITHUB_GRAPHQL_URL: graphql } = environment;
  if (rest || graphql) {
    const result = customRoots(rest || usual.rest, graphql || undefined, 'GITHUB_API_URL');
    if (result.kind === 'refused') return { kind: 'refused', message: inEnglish(result.message) };
    roots = result.roots;
  }
  const variable = !environment.GH_TOKEN && environment.GITHUB_TOKEN ? 'GITHUB_TOKEN' : 'GH_TOKEN';
  const token = environment[variable];
  const signInHint = t('Set {0} to a valid token for {1} and restart.', variable, home);
  // What another place told is not what this one knows.
  const place = roots.rest === usual.rest ? '' : `@${roots.rest}`;
  const unused = (host: string) =>
    t('{0} is not used, because {1} and {2} are for {3}.', host, 'GITHUB_SERVER_URL', 'GITHUB_API_URL', home);
  const transport: Transport = {
    async account(host) {
      if (host !== home) return { id: `anonymous${place}`, signedIn: false, unused: unused(host) };
      return token
        ? { id: accountId(token) + place, signedIn: true, signInHint }
        : { id: `anonymous${place}`, signedIn: false, signInHint };
    },
    async send(request) {
      if (request.host !== home) {
        return { kind: 'failed', reason: 'refused', message: unused(request.host) };
      }
      loaded ??= loadFetch();
      await loaded;
      const userAgent = 'office-hours-notes';
      return exchange(platform, { roots, userAgent, ...(token && !request.anonymous && { token }) }, request);
    },
  };
  return { kind: 'ready', github: { transport, storage: storageIn(cacheFolder(environment)) } };
}

let loaded: Promise<void> | undefined;

/** Node loads what `fetch` needs when it is first asked for, which takes as long as three slices of other work: in a turn of its own. */
async function loadFetch(): Promise<void> {
  await new Promise(setImmediate);
  void globalThis.Headers;
  await new Promise(setImmediate);
}

/** Tells one token's answers from another's in the cache without being part of either. */
function accountId(token: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < token.length; at++) hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
  return `token-${(hash >>> 0).toString(36)}`;
}

/** The GitHub Enterprise server that the environment names, in lower case; undefined for github.com. */
export function enterpriseHostByNode(environment: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_API_URL: rest } = environment;
  const named = server ? originOf(server)?.text : undefined;
  const host = named ? named.slice(named.indexOf('://') + 3) : enterpriseHostOfApi(rest ?? '');
  return host === undefined || gitHubHosts.has(host) ? undefined : host;
}

const gitHubHosts: ReadonlySet<string> = new Set(['github.com', 'www.github.com']);

/** A token must not go to another server than the one that it is for. */
function mistakeIn({ GITHUB_SERVER_URL: server, GITHUB_API_URL: rest }: Environment): string | undefined {
  const named = server ? originOf(server) : undefined;
  if (server && named === undefined)
    return `GITHUB_SERVER_URL: "${server}" is not a URL. Write it as https://HOST.`;
  if (!named || !rest) return undefined;
  const host = named.text.slice(named.text.indexOf('://') + 3);
  const isPublic = gitHubHosts.has(host);
  const api = originOf(rest)?.text === 'https://api.github.com' ? 'github.com' : enterpriseHostOfApi(rest);
  if (api === undefined || api === (isPublic ? 'github.com' : host)) return undefined;
  return `GITHUB_API_URL is the API of ${api}, but GITHUB_SERVER_URL is ${server}. Set both to one server.`;
}

const platform = platformOf(globalThis, false);

function cacheFolder(environment: Environment): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'office-hours-notes', 'github');
}

const safeName = /^[a-z0-9][a-z0-9._-]{0,150}$/;

/** What stands beside the files: a draft of each write, which a killed process leaves. */
const isDraft = (name: string): boolean => name.endsWith('.tmp');

/** Another process may take a draft for one that was left. */
const mostAttempts = 3;

/** Files are small and read once, so nothing is gained by waiting for them piecemeal. Removes the drafts that were left. */
export function storageIn(folder: string): Storage {
  for (const name of namesIn(folder)) if (isDraft(name)) removeFile(join(folder, name));
  return {
    async read(name) {
      if (!safeName.test(name)) return undefined;
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch {
        return undefined;
      }
    },
    async write(name, text) {
      if (!safeName.test(name)) return false;
      for (let attempt = 0; attempt < mostAttempts; attempt++) if (writeFile(folder, name, text)) return true;
      return false;
    },
    async list(prefix) {
      return namesIn(folder).filter((name) => name.startsWith(prefix));
    },
    async remove(name) {
      if (safeName.test(name)) removeFile(join(folder, name));
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whole or not at all. */
function writeFile(folder: string, name: string, text: string): boolean {
  const draft = join(folder, `${name}.${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, join(folder, name));
    return true;
  } catch {
    removeFile(draft);
    return false;
  }
}

function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What cannot be removed could not be written, either.
  }
}
