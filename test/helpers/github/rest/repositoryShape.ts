/** A repository as the REST API writes it. */

import { count } from '../listing.ts';
import { nodeId } from '../names.ts';
import type { Repository } from '../repository.ts';
import { isoTime } from '../world.ts';
import { type Json, older, type Roots, userJson } from './shapes.ts';

/** Addresses below the repository's own, by the name of the key. */
const below: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

export function repositoryJson(roots: Roots, repository: Repository): Json {
  const { spec, fullName, id, origin } = repository;
  const url = `${roots.api}/repos/${fullName}`;
  const html = `${roots.web}/${fullName}`;
  const open = count(repository, {
    name: 'open',
    accepts: ({ state }) => state === 'open',
    sort: 'created',
    ascending: false,
    since: undefined,
  });
  return {
    id,
    node_id: nodeId('R', id),
    name: spec.name,
    full_name: fullName,
    private: spec.private ?? false,
    owner: userJson(roots, spec.owner),
    html_url: html,
    description: spec.description ?? null,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(below).map(([key, path]) => [key, `${url}${path}`])),
    created_at: isoTime(origin.opened(1)),
    updated_at: isoTime(origin.until),
    pushed_at: isoTime(origin.until),
    git_url: `git://github.com/${fullName}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 12_345,
    stargazers_count: 321,
    watchers_count: 321,
    watchers: 321,
    language: 'C',
    has_issues: true,
    has_projects: false,
    ...older(roots, { has_downloads: true }),
    has_wiki: false,
    has_pages: false,
    has_discussions: spec.discussions ?? false,
    forks_count: 12,
    forks: 12,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    open_issues: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: spec.private ? 'private' : 'public',
    default_branch: 'main',
    network_count: 12,
    subscribers_count: 9,
  };
}
