/** Lists for a note that is drafted: what was merged, what has a label, the oldest pull requests, the releases. Whole, or not at all. */

import { t } from '../../../../shared/l10n.ts';
import type { Repository } from '../../note/note.ts';
import type { Issue } from '../../references/issue.ts';
import type { Unavailable } from '../answer.ts';
import { items, member, text, time } from '../json.ts';
import { refusedBy } from './fetchIssues.ts';
import type { Gateway, GatewayRequest, Reply } from './gateway.ts';
import { labelledPath, mergedPath, oldestPullsPath, pageSize, releasesPath } from './paths.ts';
import { nextPage, readIssue, readIssues, readTitle } from './restAnswers.ts';
import { unavailable } from './status.ts';

export interface Release {
  /** One visible line. */
  readonly tag: string;
  /** Absent where it is the tag. */
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
}

export type ListAnswer<Item> =
  | { readonly kind: 'found'; readonly items: readonly Item[] }
  /** The repository is not there, or may not be seen. */
  | { readonly kind: 'missing' }
  | Unavailable;

/** Pages of 100. */
const mostPages = 5;

/** Pull requests merged from one day to another, both `YYYY-MM-DD` and inclusive, in UTC. Never rejects. */
export async function fetchMerged(
  gateway: Gateway,
  repository: Repository,
  from: string,
  to: string,
): Promise<ListAnswer<Issue>> {
  const found: Issue[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const reply = await send(gateway, mergedPath(repository, from, to, page), repository);
    if (reply.kind !== 'reply') return reply;
    const read = readSearch(reply.value, repository);
    if (read === undefined) return unreadable();
    if (read.total > mostPages * pageSize) return tooMany();
    found.push(...read.issues);
    if (found.length >= read.total || read.issues.length === 0) return { kind: 'found', items: found };
  }
  return tooMany();
}

/** Open pull requests, the one opened first first. Never rejects. */
export async function fetchOldestPulls(
  gateway: Gateway,
  repository: Repository,
  count: number,
): Promise<ListAnswer<Issue>> {
  const reply = await send(gateway, oldestPullsPath(repository, count), repository);
  if (reply.kind !== 'reply') return reply;
  const read = readSearch(reply.value, repository);
  return read === undefined ? unreadable() : { kind: 'found', items: read.issues };
}

/** Open issues and pull requests with the label, the one opened first first. Never rejects. */
export async function fetchLabelled(
  gateway: Gateway,
  repository: Repository,
  label: string,
): Promise<ListAnswer<Issue>> {
  const found: Issue[] = [];
  let path: string | undefined = labelledPath(repository, label);
  for (let page = 0; page < mostPages; page++) {
    const reply = await send(gateway, path, repository);
    if (reply.kind !== 'reply') return reply;
    const { ok, issues } = readIssues(reply.value, repository);
    if (!ok) return unreadable();
    found.push(...issues);
    path = nextPage(reply.headers.link);
    if (path === undefined) return { kind: 'found', items: found };
  }
  return tooMany();
}

/** Those published since then, in milliseconds since 1970, the newest first; drafts are left out. Never rejects. */
export async function fetchReleases(
  gateway: Gateway,
  repository: Repository,
  since: number,
): Promise<ListAnswer<Release>> {
  const found: Release[] = [];
  let path: string | undefined = releasesPath(repository);
  for (let page = 0; page < mostPages; page++) {
    const reply = await send(gateway, path, repository);
    if (reply.kind !== 'reply') return reply;
    if (!Array.isArray(reply.value)) return unreadable();
    const releases = items(reply.value).flatMap((item) => readRelease(item) ?? []);
    found.push(...releases.filter(({ publishedAt }) => publishedAt >= since));
    path = nextPage(reply.headers.link);
    // A release may be published some time after it was created, which is what the list goes by.
    const isPast = releases.length > 0 && releases.every(({ publishedAt }) => publishedAt < since);
    if (path === undefined || isPast) return { kind: 'found', items: found };
  }
  return tooMany();
}

async function send(
  gateway: Gateway,
  request: GatewayRequest,
  repository: Repository,
): Promise<Reply | Exclude<ListAnswer<never>, { readonly kind: 'found' }>> {
  const reply = await gateway.send(request, [repository], 'interactive');
  if (reply.kind === 'unavailable' || reply.status === 200) return reply;
  // 422: the repository cannot be searched, as it is not there or may not be seen. 410: it has no issues.
  const isMissing = reply.status === 404 || reply.status === 410 || reply.status === 422;
  return isMissing ? { kind: 'missing' } : refusedBy(reply);
}

/** Undefined: it is no answer, or GitHub did not look through everything. */
function readSearch(
  value: unknown,
  repository: Repository,
): { readonly issues: readonly Issue[]; readonly total: number } | undefined {
  const list = member(value, 'items');
  const total = member(value, 'total_count');
  if (!Array.isArray(list) || typeof total !== 'number' || member(value, 'incomplete_results') === true)
    return undefined;
  const issues = items(list).map((item) => readIssue(item, repository));
  const read = issues.filter((issue) => issue !== undefined);
  return read.length === issues.length ? { issues: read, total } : undefined;
}

function readRelease(value: unknown): Release | undefined {
  const publishedAt = time(member(value, 'published_at'));
  const tag = readTitle(text(member(value, 'tag_name')));
  if (publishedAt === undefined || tag === undefined || member(value, 'draft') === true) return undefined;
  const name = readTitle(text(member(value, 'name')) || undefined);
  return { tag, publishedAt, ...(name !== undefined && name !== tag && { name }) };
}

function tooMany(): Unavailable {
  return unavailable('trouble', t('There are more than are read.'));
}

function unreadable(): Unavailable {
  return unavailable('trouble', t("GitHub's response could not be read."));
}
