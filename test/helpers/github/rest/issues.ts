/** Lists of issues, single issues, pull requests and comments. */

import { type Answer, notFound, refusal } from '../answer.ts';
import { findComment } from '../comments.ts';
import { count, cursor, type Listing, page as pageOf, readCursor } from '../listing.ts';
import type { Repository } from '../repository.ts';
import { seconds } from '../repositorySpec.ts';
import { commentJson, issueJson, pullJson } from './issueShapes.ts';
import { inRepository, linkHeader, moved, pageLinks, paging, type RestRequest, withQuery } from './route.ts';

/** Above this many numbers GitHub counts pages no more, and leads from one to the next by a cursor. */
const large = 1_000;
const listPage = '/issues/issues#list-repository-issues';

export const listIssues = inRepository(
  ['state', 'sort', 'direction', 'since', 'labels', 'per_page', 'page'],
  (request, repository) => {
    const { query, roots, complain } = request;
    const { page, per } = paging(query);
    const after = readCursor(query.get('after'));
    const isLarge = repository.newest > large;
    if (after === 'wrong') return refusal(422, 'Invalid cursor', listPage);
    if (isLarge && page >= 100 && after === undefined) {
      return refusal(
        422,
        'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)',
        listPage,
      );
    }
    if (query.get('sort') === 'comments') complain('the stand-in does not sort by comments');
    const listing = readListing(query, repository);
    const skip = after === undefined ? (page - 1) * per : 0;
    const found = pageOf(repository, listing, { skip, take: per, after });
    const items = found.numbers.map((number) => issueJson(roots, repository, repository.item(number)!));
    const url = `${roots.api}/repositories/${repository.id}/issues`;
    if (!isLarge) {
      const pages = Math.ceil(count(repository, listing) / per);
      return { status: 200, headers: pageLinks(url, query, page, pages), body: items };
    }
    const next = { page: String(page + 1), after: cursor(found.keys.at(-1) ?? 0) };
    const headers = linkHeader({ next: found.more ? `${url}?${withQuery(query, next)}` : undefined });
    return { status: 200, headers, body: items };
  },
);

function readListing(query: URLSearchParams, repository: Repository): Listing {
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').toLowerCase().split(',');
  const wanted = labels.filter((label) => label !== '');
  const since = query.get('since');
  const time = since === null || Number.isNaN(Date.parse(since)) ? undefined : seconds(since);
  return {
    name: `issues and pull requests ${state} ${wanted.join(',')}`,
    accepts: (outline, number) =>
      (state === 'all' || outline.state === state) && hasLabels(repository, number, wanted),
    sort: query.get('sort') === 'updated' ? 'updated' : 'created',
    ascending: query.get('direction') === 'asc',
    since: time,
  };
}

/** All of them, in lower case. */
function hasLabels(repository: Repository, number: number, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const labels = repository.item(number)?.labels.map((label) => label.toLowerCase()) ?? [];
  return wanted.every((label) => labels.includes(label));
}

export const getIssue = inRepository([], (request, repository) => {
  const number = readNumber(request, 'issue_number');
  return (
    absent(request, repository, number) ??
    fresh(issueJson(request.roots, repository, item(repository, number)))
  );
});

export const getPull = inRepository([], (request, repository) => {
  const number = readNumber(request, 'pull_number');
  if (repository.item(number)?.kind !== 'pull') return notFound('/pulls/pulls#get-a-pull-request');
  return fresh(pullJson(request.roots, repository, item(repository, number)));
});

export const getComment = inRepository([], (request, repository) => {
  const comment = findComment(repository, readNumber(request, 'comment_id'));
  if (comment === undefined) return notFound('/issues/comments#get-an-issue-comment');
  return fresh(commentJson(request.roots, repository, item(repository, comment.issue), comment));
});

const fresh = (body: unknown): Answer => ({ status: 200, body });
const item = (repository: Repository, number: number) => repository.item(number)!;

function readNumber({ parameters, complain }: RestRequest, name: string): number {
  const text = parameters[name] ?? '';
  if (!/^\d{1,15}$/.test(text)) complain(`"${text}" is no ${name}`);
  return Number(text);
}

/** What GitHub says where an issue was deleted, moved, or never was; undefined when it is there. */
function absent(request: RestRequest, repository: Repository, number: number): Answer | undefined {
  const fate = repository.fate(number);
  const documentation = '/issues/issues#get-an-issue';
  if (fate === 'here') return undefined;
  if (fate === 'absent') return notFound(documentation);
  if (fate === 'removed') return refusal(410, 'This issue was deleted', documentation);
  // To nobody who may not see where it went: that there is such a repository would be told.
  const { world, account, roots } = request;
  if (world.look(account, fate.repository.fullName).kind !== 'found') return notFound(documentation);
  return moved(`${roots.api}/repositories/${fate.repository.id}/issues/${fate.number}`);
}
