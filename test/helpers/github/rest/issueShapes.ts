/** Issues, pull requests and comments as the REST API writes them, with all the addresses that make them heavy. */

import type { Comment } from '../comments.ts';
import { hashText } from '../hash.ts';
import type { Item } from '../item.ts';
import { nodeId, webUrl } from '../names.ts';
import type { Repository } from '../repository.ts';
import { isoTime } from '../world.ts';
import { repositoryJson } from './repositoryShape.ts';
import {
  association,
  type Json,
  labelJson,
  milestoneJson,
  older,
  type Roots,
  reactionsJson,
  userJson,
} from './shapes.ts';

const orNull = (time: number | null): string | null => (time === null ? null : isoTime(time));

/** What an issue and a pull request have in common. */
function commonJson(roots: Roots, repository: Repository, item: Item): Json {
  const repositoryUrl = `${roots.api}/repos/${repository.fullName}`;
  const issue = `${repositoryUrl}/issues/${item.number}`;
  const id = repository.id * 1_000 + item.number;
  return {
    id,
    node_id: nodeId(item.kind === 'pull' ? 'PR' : 'I', id),
    html_url: webUrl(roots.web, repository, item),
    number: item.number,
    title: item.title,
    user: userJson(roots, item.author),
    labels: item.labels.map((name) => labelJson(repositoryUrl, name)),
    state: item.state,
    locked: false,
    ...older(roots, {
      assignee: item.assignees[0] === undefined ? null : userJson(roots, item.assignees[0]),
    }),
    assignees: item.assignees.map((login) => userJson(roots, login)),
    milestone: item.milestone === null ? null : milestoneJson(roots, repository, item.milestone),
    comments: item.comments,
    comments_url: `${issue}/comments`,
    created_at: isoTime(item.createdAt),
    updated_at: isoTime(item.updatedAt),
    closed_at: orNull(item.closedAt),
    author_association: association(repository, item.author),
    active_lock_reason: null,
    body: item.body === '' ? null : item.body,
  };
}

/** An element of a list of issues, or an issue alone: pull requests are issues too, with the key `pull_request`. */
export function issueJson(roots: Roots, repository: Repository, item: Item): Json {
  const repositoryUrl = `${roots.api}/repos/${repository.fullName}`;
  const url = `${repositoryUrl}/issues/${item.number}`;
  const pull = {
    url: `${repositoryUrl}/pulls/${item.number}`,
    html_url: webUrl(roots.web, repository, item),
    diff_url: `${webUrl(roots.web, repository, item)}.diff`,
    patch_url: `${webUrl(roots.web, repository, item)}.patch`,
    // From 2026-03-10 on the description has no null here: the key is missing.
    ...(item.mergedAt === null ? older(roots, { merged_at: null }) : { merged_at: isoTime(item.mergedAt) }),
  };
  return {
    url,
    repository_url: repositoryUrl,
    labels_url: `${url}/labels{/name}`,
    events_url: `${url}/events`,
    ...commonJson(roots, repository, item),
    ...(item.kind === 'pull'
      ? { draft: item.draft, pull_request: pull }
      : { type: null, sub_issues_summary: { total: 0, completed: 0, percent_completed: 0 } }),
    reactions: reactionsJson(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: item.reason,
  };
}

/** A pull request alone, as `/pulls/{number}` gives it. */
export function pullJson(roots: Roots, repository: Repository, item: Item): Json {
  const root = `${roots.api}/repos/${repository.fullName}`;
  const url = `${root}/pulls/${item.number}`;
  const sha = hashText(`${repository.id} ${item.number}`).toString(16).padStart(40, '0');
  const end = (name: string): Json => ({
    label: `${repository.spec.owner}:${name}`,
    ref: name,
    sha,
    user: userJson(roots, repository.spec.owner),
    repo: repositoryJson(roots, repository),
  });
  const links = {
    self: url,
    html: webUrl(roots.web, repository, item),
    issue: `${root}/issues/${item.number}`,
    comments: `${root}/issues/${item.number}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${root}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${root}/statuses/${sha}`,
  };
  return {
    url,
    diff_url: `${webUrl(roots.web, repository, item)}.diff`,
    patch_url: `${webUrl(roots.web, repository, item)}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    statuses_url: links.statuses,
    ...commonJson(roots, repository, item),
    merged_at: orNull(item.mergedAt),
    ...older(roots, { merge_commit_sha: item.mergedAt === null ? null : sha }),
    requested_reviewers: [],
    requested_teams: [],
    draft: item.draft,
    head: end(`change-${item.number}`),
    base: end('main'),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    auto_merge: null,
    merged: item.mergedAt !== null,
    mergeable: item.state === 'open' ? true : null,
    rebaseable: item.state === 'open' ? true : null,
    mergeable_state: item.state === 'open' ? 'clean' : 'unknown',
    merged_by: item.mergedAt === null ? null : userJson(roots, repository.origin.people[0]!.login),
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1 + (item.number % 5),
    additions: item.number % 300,
    deletions: item.number % 120,
    changed_files: 1 + (item.number % 9),
  };
}

export function commentJson(roots: Roots, repository: Repository, item: Item, comment: Comment): Json {
  const root = `${roots.api}/repos/${repository.fullName}/issues`;
  const url = `${root}/comments/${comment.id}`;
  return {
    url,
    html_url: `${webUrl(roots.web, repository, item)}#issuecomment-${comment.id}`,
    issue_url: `${root}/${item.number}`,
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    user: userJson(roots, comment.author),
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.createdAt),
    body: comment.body,
    author_association: association(repository, comment.author),
    reactions: reactionsJson(url),
    performed_via_github_app: null,
  };
}
