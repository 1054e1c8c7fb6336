/** Commits and releases: those that a repository's spec has. */

import { type Answer, notFound, refusal } from '../answer.ts';
import { hash } from '../hash.ts';
import { nodeId } from '../names.ts';
import type { Repository } from '../repository.ts';
import type { KnownCommit, KnownRelease } from '../repositorySpec.ts';
import { inRepository, pageLinks, paging, type RestRequest } from './route.ts';
import { type Json, type Roots, userJson } from './shapes.ts';

/** The files that a commit changed are played by one. */
export const getCommit = inRepository(['per_page'], (request, repository) => {
  const { parameters, complain } = request;
  const ref = parameters.ref ?? '';
  if (!/^[0-9a-f]{7,40}$/.test(ref)) complain(`the stand-in knows commits by their hash, not "${ref}"`);
  const found = (repository.spec.commits ?? []).find(({ sha }) => sha.startsWith(ref));
  return found
    ? ok(commitJson(request, repository, found))
    : refusal(422, `No commit found for SHA: ${ref}`, '/commits/commits#get-a-commit');
});

export const getRelease = inRepository([], (request, repository) => {
  const found = (repository.spec.releases ?? []).find(({ tag }) => tag === request.parameters.tag);
  return found
    ? ok(releaseJson(request.roots, repository, found))
    : notFound('/releases/releases#get-a-release-by-tag-name');
});

/** The newest first; the stand-in has no drafts. */
export const listReleases = inRepository(['per_page', 'page'], ({ roots, query }, repository) => {
  const { page, per } = paging(query);
  const all = [...(repository.spec.releases ?? [])].sort((a, b) => (a.at < b.at ? 1 : -1));
  const url = `${roots.api}/repositories/${repository.id}/releases`;
  return {
    status: 200,
    headers: pageLinks(url, query, page, Math.ceil(all.length / per)),
    body: all.slice((page - 1) * per, page * per).map((release) => releaseJson(roots, repository, release)),
  };
});

const ok = (body: unknown): Answer => ({ status: 200, body });

function commitJson({ roots }: RestRequest, repository: Repository, commit: KnownCommit): Json {
  const { sha, message, author, at } = commit;
  const root = `${roots.api}/repos/${repository.fullName}`;
  const person = { name: author, email: `${author}@example.org`, date: at };
  const url = `${root}/commits/${sha}`;
  const parent = sha.split('').reverse().join('');
  return {
    url,
    sha,
    node_id: nodeId('C', hash(repository.origin.seed, sha.length, 71)),
    html_url: `${roots.web}/${repository.fullName}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${root}/git/commits/${sha}`,
      author: person,
      committer: person,
      message,
      comment_count: 0,
      tree: { sha: parent, url: `${root}/git/trees/${parent}` },
    },
    author: userJson(roots, author),
    committer: userJson(roots, author),
    parents: [{ sha: parent, url: `${root}/commits/${parent}` }],
    stats: { additions: 1, deletions: 0, total: 1 },
    files: [],
  };
}

function releaseJson(roots: Roots, repository: Repository, release: KnownRelease): Json {
  const { tag, name = null, author, at, prerelease = false } = release;
  const id = 1 + (hash(repository.origin.seed, tag.length, 72) % 1_000_000);
  const root = `${roots.api}/repos/${repository.fullName}`;
  const web = `${roots.web}/${repository.fullName}`;
  const url = `${root}/releases/${id}`;
  return {
    url,
    html_url: `${web}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${root}/tarball/${tag}`,
    zipball_url: `${root}/zipball/${tag}`,
    id,
    node_id: nodeId('RE', id),
    tag_name: tag,
    target_commitish: 'main',
    name,
    body: null,
    draft: false,
    prerelease,
    created_at: at,
    published_at: at,
    author: userJson(roots, author),
    assets: [],
  };
}
