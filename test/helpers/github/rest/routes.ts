/** The routes that are played, by their templates in GitHub's description. */

import { type Answer, refusal } from '../answer.ts';
import { anonymous, type Ledger, type Resource } from '../ledger.ts';
import { parseQuery, search } from '../search.ts';
import { issueJson } from './issueShapes.ts';
import { getComment, getIssue, getPull, listIssues } from './issues.ts';
import { getCommit, getRelease, listReleases } from './pages.ts';
import { repositoryJson } from './repositoryShape.ts';
import { inRepository, pageLinks, paging, type RestRequest, type Route } from './route.ts';
import { type Json, older, userJson } from './shapes.ts';

/** GitHub finds more, but gives no more. */
const mostHits = 1_000;
const searchPage = '/search/search#search-issues-and-pull-requests';

const searchIssues: Route = {
  plays: ['q', 'sort', 'order', 'per_page', 'page', 'advanced_search'],
  answer({ world, account, query, roots, complain }) {
    const wanted = parseQuery(query.get('q') ?? '');
    for (const token of wanted.unknown) complain(`the stand-in does not play "${token}" in a search`);
    const sort = query.get('sort');
    if (sort !== null && sort !== 'updated' && sort !== 'created')
      complain(`the stand-in does not sort a search by ${sort}`);
    const ascending = query.get('order') === 'asc';
    if (ascending && sort !== 'created') complain('the stand-in sorts a search ascending by creation only');
    const outcome = search(world, account, wanted, 'rest');
    if (outcome.kind === 'refused') return validationFailed(outcome.message);
    const { page, per } = paging(query);
    if (page * per > mostHits)
      return refusal(422, 'Only the first 1000 search results are available', searchPage);
    const hits =
      sort === 'created'
        ? [...outcome.hits].sort((a, b) => (ascending ? a.number - b.number : b.number - a.number))
        : outcome.hits;
    const items = hits.slice((page - 1) * per, page * per).map(({ repository, number }) => {
      const item = repository.item(number)!;
      // In a list an empty body is null; here the description does not allow that.
      return { ...issueJson(roots, repository, item), body: item.body, score: 1 };
    });
    const pages = Math.ceil(Math.min(outcome.hits.length, mostHits) / per);
    const total = { total_count: outcome.hits.length, incomplete_results: false };
    return {
      status: 200,
      headers: pageLinks(`${roots.api}/search/issues`, query, page, pages),
      body: { ...total, items, search_type: 'lexical' },
    };
  },
};

function validationFailed(message: string): Answer {
  const answer = refusal(422, message.startsWith('Query') ? message : 'Validation Failed', searchPage);
  const errors = [{ message, resource: 'Search', field: 'q', code: 'invalid' }];
  return { ...answer, body: { ...(answer.body as object), errors } };
}

/** Lists of people, the most active first. */
function people(request: RestRequest, all: readonly Json[], name: string, id: number): Answer {
  const { page, per } = paging(request.query);
  const url = `${request.roots.api}/repositories/${id}/${name}`;
  const headers = pageLinks(url, request.query, page, Math.ceil(all.length / per));
  return { status: 200, headers, body: all.slice((page - 1) * per, page * per) };
}

const assignees = inRepository(['per_page', 'page'], (request, repository) =>
  people(
    request,
    repository.origin.people.map(({ login }) => userJson(request.roots, login)),
    'assignees',
    repository.id,
  ),
);

const contributors = inRepository(['per_page', 'page'], (request, repository) =>
  people(
    request,
    repository.origin.people.map(({ login }, index) => ({
      ...userJson(request.roots, login),
      contributions: Math.ceil(1_000 / (index + 1)),
    })),
    'contributors',
    repository.id,
  ),
);

const user: Route = {
  plays: [],
  answer({ account, roots }) {
    if (account === undefined) return refusal(401, 'Requires authentication', '/users/users');
    const nothing = { blog: '', company: null, email: null, bio: null, location: null, hireable: null };
    const counts = { public_gists: 0, public_repos: 3, followers: 1, following: 2 };
    const since = '2020-02-29T12:00:00Z';
    const profile = {
      name: account.name ?? null,
      ...nothing,
      ...counts,
      created_at: since,
      updated_at: since,
    };
    return { status: 200, body: { ...userJson(roots, account.login), ...profile } };
  },
};

/** Needs the ledger, and costs nothing. */
function rateLimit(ledger: Ledger): Route {
  return {
    plays: [],
    answer({ account, roots }) {
      const who = account?.login ?? anonymous;
      const of = (resource: Resource): Json => ({ ...ledger.of(who, resource), resource });
      const resources = { core: of('core'), search: of('search'), graphql: of('graphql') };
      return { status: 200, body: { resources, ...older(roots, { rate: resources.core }) } };
    },
  };
}

export function createRoutes(ledger: Ledger): ReadonlyMap<string, Route> {
  return new Map([
    ['/rate_limit', rateLimit(ledger)],
    [
      '/repos/{owner}/{repo}',
      inRepository([], ({ roots }, it) => ({ status: 200, body: repositoryJson(roots, it) })),
    ],
    ['/repos/{owner}/{repo}/assignees', assignees],
    ['/repos/{owner}/{repo}/commits/{ref}', getCommit],
    ['/repos/{owner}/{repo}/contributors', contributors],
    ['/repos/{owner}/{repo}/issues', listIssues],
    ['/repos/{owner}/{repo}/issues/comments/{comment_id}', getComment],
    ['/repos/{owner}/{repo}/issues/{issue_number}', getIssue],
    ['/repos/{owner}/{repo}/pulls/{pull_number}', getPull],
    ['/repos/{owner}/{repo}/releases', listReleases],
    ['/repos/{owner}/{repo}/releases/tags/{tag}', getRelease],
    ['/search/issues', searchIssues],
    ['/user', user],
  ]);
}
