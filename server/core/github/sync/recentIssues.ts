/**
 * Keeping a repository's recent issues at hand: the newest ones first, then what changed since. What it costs does not
 * depend on how many issues there are.
 */

import { t } from '../../../../shared/l10n.ts';
import type { Issue } from '../../references/issue.ts';
import type { Found, Unavailable } from '../answer.ts';
import { refusedBy } from '../api/fetchIssues.ts';
import type { Gateway } from '../api/gateway.ts';
import { readErrors, readRecent } from '../api/graphqlAnswers.ts';
import { recentPath } from '../api/paths.ts';
import { type Cursors, firstPage, recentQuery } from '../api/queries.ts';
import { nextPage, readIssues } from '../api/restAnswers.ts';
import { unavailable } from '../api/status.ts';
import type { RepositoryCache } from '../cache/repositoryCache.ts';

/** Pages of 100 (REST) that a first use without a token takes, and a delta without or with one. */
const firstPages = 2;
const deltaPages = { anonymous: 2, signedIn: 6 } as const;
/** Pages of 200 (GraphQL) in all: a thousand. */
const filledPages = 5;

const minute = 60_000;
/** Copies of GitHub's lag behind one another; what comes twice does no harm. */
const overlap = minute;

export type SyncResult =
  /** `more`: where the next page starts, of a list that has pages. */
  | { readonly kind: 'done'; readonly more?: Cursors }
  /** The repository is not there, or may not be seen. */
  | { readonly kind: 'hidden' }
  | Unavailable;

/** How soon it may be asked again; milliseconds. */
export function syncInterval(signedIn: boolean, reason: 'opened' | 'edited'): number {
  if (signedIn) return reason === 'opened' ? minute : 3 * minute;
  return reason === 'opened' ? 5 * minute : 10 * minute;
}

/** What the last delta said, so that asking again costs nothing when nothing changed. Only for a token is that so. */
export interface Unchanged {
  readonly path: string;
  readonly etag: string;
}

/**
 * Brings a cache up to date: the newest 200 when nothing is known, else what changed since. A list that breaks off leaves
 * what came of it, and is asked for again the next time. Never rejects.
 */
export async function fetchChanges(
  cache: RepositoryCache,
  gateway: Gateway,
  now: () => number,
  unchanged: { last: Unchanged | undefined },
): Promise<SyncResult> {
  const { cursor } = cache.sync;
  if (cursor === undefined && gateway.signedIn) {
    const result = await syncPages(cache, gateway, now, firstPage, 1);
    // The list of public issues can be read without the sign-in.
    if (result.kind !== 'unavailable' || result.reason !== 'signed-out') return result;
  }
  const pages =
    cursor === undefined ? firstPages : gateway.signedIn ? deltaPages.signedIn : deltaPages.anonymous;
  return syncList(cache, gateway, now, unchanged, pages);
}

/** Fetches the rest of the newest thousand, from where the first page ended. Needs a token. */
export async function fetchOlder(
  cache: RepositoryCache,
  gateway: Gateway,
  now: () => number,
  from: Cursors | undefined,
): Promise<SyncResult> {
  const done = await syncPages(cache, gateway, now, from ?? firstPage, filledPages - (from ? 1 : 0));
  if (done.kind === 'done') cache.sync = { ...cache.sync, filled: true };
  return done;
}

async function syncPages(
  cache: RepositoryCache,
  gateway: Gateway,
  now: () => number,
  from: Cursors,
  pages: number,
): Promise<SyncResult> {
  let at = from;
  for (let page = 0; page < pages && (at.issues !== 'done' || at.pulls !== 'done'); page++) {
    const reply = await gateway.send(recentQuery(cache.repository, at), [cache.repository], 'background');
    if (reply.kind === 'unavailable') return reply;
    const read = reply.status === 200 ? readRecent(reply.value, cache.repository, at) : undefined;
    if (read === undefined) {
      const [error] = readErrors(reply.value);
      if (error?.type === 'NOT_FOUND') return { kind: 'hidden' };
      return error?.type === 'FORBIDDEN' ? refusedBy({ ...reply, status: 403 }) : unreadable();
    }
    const isNewest = at === firstPage;
    keep(cache, read.issues, now);
    at = read.next;
    if (isNewest) moveCursor(cache, read.issues, now());
  }
  return { kind: 'done', more: at };
}

async function syncList(
  cache: RepositoryCache,
  gateway: Gateway,
  now: () => number,
  unchanged: { last: Unchanged | undefined },
  pages: number,
): Promise<SyncResult> {
  const { cursor } = cache.sync;
  const first = recentPath(
    cache.repository,
    cursor === undefined ? undefined : Math.max(0, cursor - overlap),
  );
  const all: Issue[] = [];
  let etag: string | undefined;
  for (let page = 0, path: string | undefined = first; page < pages && path !== undefined; page++) {
    const { last } = unchanged;
    const asked = last?.path === path ? { 'if-none-match': last.etag } : undefined;
    const reply = await gateway.send(path, [cache.repository], 'background', asked);
    if (reply.kind === 'unavailable') return reply;
    if (reply.status === 304 && asked) break;
    // Past the last page that GitHub gives; and a repository without issues.
    if (reply.status === 422 || reply.status === 410) break;
    if (reply.status === 404 && page === 0) return { kind: 'hidden' };
    if (reply.status !== 200) return refusedBy(reply);
    const { ok, issues } = readIssues(reply.value, cache.repository);
    if (!ok) return unreadable();
    if (page === 0) etag = reply.headers.etag;
    all.push(...issues);
    keep(cache, issues, now);
    path = nextPage(reply.headers.link);
  }
  if (etag !== undefined && gateway.signedIn) unchanged.last = { path: first, etag };
  moveCursor(cache, all, now());
  return { kind: 'done' };
}

function keep(cache: RepositoryCache, issues: readonly Issue[], now: () => number): void {
  const fetchedAt = now();
  cache.visible = true;
  const [first] = issues;
  if (first) cache.respell(first.repository);
  cache.put(issues.map((issue): Found => ({ kind: 'found', issue, fetchedAt })));
}

/** The cursor is GitHub's time. A date far ahead, whoever made it up, must not hide all that comes before. */
function moveCursor(cache: RepositoryCache, issues: readonly Issue[], now: number): void {
  const latest = issues.reduce((most, { updatedAt }) => Math.max(most, updatedAt), cache.sync.cursor ?? 0);
  cache.sync = { ...cache.sync, syncedAt: now, cursor: Math.min(latest, now + 24 * 60 * minute) };
}

function unreadable(): Unavailable {
  return unavailable('trouble', t("GitHub's response could not be read."));
}
