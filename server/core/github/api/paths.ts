/** The REST requests, as paths below the interface's root. `Gateway.send` checks the names. */

import type { Repository } from '../../note/note.ts';
import type { IssueKind } from '../../references/issue.ts';
import type { CommentPlace, IssueKey } from '../../references/issueKey.ts';
import type { TitledPage } from './titledPage.ts';

/** GitHub's most per page. */
export const pageSize = 100;

function root({ owner, name }: Repository): string {
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
}

/** The repository itself. */
export function repositoryPath(repository: Repository): string {
  return root(repository);
}

/** An issue or a pull request with its details: pull requests are issues here. */
export function issuePath({ repository, number }: IssueKey): string {
  return `${root(repository)}/issues/${number}`;
}

/**
 * Issues and pull requests, the latest change first. `since`, in milliseconds, is inclusive and GitHub's clock counts in
 * seconds. https://docs.github.com/en/rest/issues/issues#list-repository-issues
 */
export function recentPath(repository: Repository, since?: number): string {
  const from = since === undefined ? '' : `&since=${new Date(since).toISOString().slice(0, 19)}Z`;
  return `${root(repository)}/issues?state=all&sort=updated&direction=desc&per_page=${pageSize}${from}`;
}

/** A comment; one of a review needs the pull request's number. */
export function commentPath({ repository, number }: IssueKey, { kind, id }: CommentPlace): string {
  switch (kind) {
    case 'comment':
      return `${root(repository)}/issues/comments/${id}`;
    case 'review-comment':
      return `${root(repository)}/pulls/comments/${id}`;
    case 'review':
      return `${root(repository)}/pulls/${number}/reviews/${id}`;
  }
}

/**
 * A commit, or the release of a tag. Of the files that a commit changed, which come with it, one is enough.
 * https://docs.github.com/en/rest/commits/commits#get-a-commit
 */
export function pagePath(page: TitledPage): string {
  return page.kind === 'commit'
    ? `${root(page.repository)}/commits/${encodeURIComponent(page.sha)}?per_page=1`
    : `${root(page.repository)}/releases/tags/${encodeURIComponent(page.tag)}`;
}

export function assigneesPath(repository: Repository): string {
  return `${root(repository)}/assignees?per_page=${pageSize}`;
}

export function contributorsPath(repository: Repository): string {
  return `${root(repository)}/contributors?per_page=${pageSize}`;
}

/** https://docs.github.com/en/rest/search/search#search-issues-and-pull-requests */
export function searchPath(repository: Repository, words: readonly string[], kind?: IssueKind): string {
  const query = encodeURIComponent(searchQuery(repository, words, kind));
  return `/search/issues?q=${query}&per_page=${mostSearchResults}`;
}

export const mostSearchResults = 30;

/** Pull requests merged from one day to another, both `YYYY-MM-DD` and inclusive; `page` from 1. */
export function mergedPath(repository: Repository, from: string, to: string, page: number): string {
  const query = encodeURIComponent(`${pullsOf(repository)} is:merged merged:${from}..${to}`);
  return `/search/issues?q=${query}&per_page=${pageSize}&page=${page}`;
}

/** Open pull requests, the one opened first first; at most 100. */
export function oldestPullsPath(repository: Repository, count: number): string {
  const query = encodeURIComponent(`${pullsOf(repository)} is:open`);
  return `/search/issues?q=${query}&sort=created&order=asc&per_page=${count}`;
}

function pullsOf({ owner, name }: Repository): string {
  return `repo:${owner}/${name} is:pull-request`;
}

/** Open issues and pull requests with a label, the one opened first first. */
export function labelledPath(repository: Repository, label: string): string {
  const order = 'state=open&sort=created&direction=asc';
  return `${root(repository)}/issues?${order}&labels=${encodeURIComponent(label)}&per_page=${pageSize}`;
}

/** The newest first. https://docs.github.com/en/rest/releases/releases#list-releases */
export function releasesPath(repository: Repository): string {
  return `${root(repository)}/releases?per_page=${pageSize}`;
}

/**
 * GitHub's search syntax for titles with all of these words. They are letters and digits only (see `searchWords`), so
 * that none can be taken for a qualifier or an operator. Without a kind only for requests without a token: with some
 * tokens GitHub answers 422 unless one is named.
 */
export function searchQuery({ owner, name }: Repository, words: readonly string[], kind?: IssueKind): string {
  const type = kind === 'pull' ? 'is:pull-request' : kind === 'issue' ? 'is:issue' : '';
  const quoted = words.map((word) => `"${word}"`).join(' ');
  return [`repo:${owner}/${name}`, type, 'in:title', quoted].filter((part) => part !== '').join(' ');
}

/** At most eight words of what a writer typed, without anything that means something to GitHub's search. */
export function searchWords(typed: string): readonly string[] {
  const words = typed.slice(0, 200).split(/[^\p{L}\p{N}\p{M}]+/u);
  return words.filter((word) => word !== '').slice(0, 8);
}
