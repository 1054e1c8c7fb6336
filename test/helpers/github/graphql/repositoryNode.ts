/** A repository as a GraphQL object. */

import type { Item, ItemKind } from '../item.ts';
import { count, type Listing, page } from '../listing.ts';
import { nodeId } from '../names.ts';
import type { Repository } from '../repository.ts';
import { seconds } from '../repositorySpec.ts';
import { isoTime } from '../world.ts';
import {
  checkArguments,
  connectAll,
  connection,
  githubError,
  type PageArguments,
  readPage,
} from './connection.ts';
import type { Context } from './context.ts';
import { itemNode, type Node, userNode } from './nodes.ts';

interface ListArguments extends PageArguments {
  readonly states?: readonly string[] | null;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
  readonly filterBy?: { readonly since?: string | null } | null;
}

/** In a query that also asks for lists inside of each, GitHub has been seen to leave out later ones, without a word. */
const mostWide = 50;

export function repositoryNode(repository: Repository): Node {
  const { spec, fullName, origin } = repository;
  return {
    __typename: 'Repository',
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    name: spec.name,
    nameWithOwner: fullName,
    description: spec.description ?? null,
    url: (_: unknown, { world }: Context) => `${world.web}/${fullName}`,
    owner: (_: unknown, { world }: Context) => ({
      ...userNode(world.web, spec.owner, null),
      __typename: 'Organization',
    }),
    isPrivate: spec.private ?? false,
    isArchived: false,
    isFork: false,
    hasIssuesEnabled: true,
    hasDiscussionsEnabled: spec.discussions ?? false,
    visibility: spec.private ? 'PRIVATE' : 'PUBLIC',
    createdAt: isoTime(origin.opened(1)),
    updatedAt: isoTime(origin.until),
    pushedAt: isoTime(origin.until),
    issueOrPullRequest: ({ number }: { number: number }, context: Context) =>
      single(repository, number, 'an issue or pull request', ['issue', 'pull'], context),
    issue: ({ number }: { number: number }, context: Context) =>
      single(repository, number, 'an Issue', ['issue'], context),
    pullRequest: ({ number }: { number: number }, context: Context) =>
      single(repository, number, 'a PullRequest', ['pull'], context),
    discussion: ({ number }: { number: number }) => {
      if (repository.isDiscussion(number)) return { __typename: 'Discussion', number };
      throw githubError('NOT_FOUND', `Could not resolve to a Discussion with the number of ${number}.`);
    },
    issues: (given: ListArguments, context: Context) => {
      checkArguments(
        'issues',
        given,
        ['first', 'after', 'last', 'before', 'states', 'orderBy', 'filterBy'],
        context,
      );
      checkArguments('issues.filterBy', given.filterBy ?? {}, ['since'], context);
      return list(repository, 'issue', given, context);
    },
    pullRequests: (given: ListArguments, context: Context) => {
      checkArguments(
        'pullRequests',
        given,
        ['first', 'after', 'last', 'before', 'states', 'orderBy'],
        context,
      );
      return list(repository, 'pull', given, context);
    },
    assignableUsers: (given: PageArguments & { query?: string | null }, context: Context) =>
      people('assignableUsers', repository, given, context),
    mentionableUsers: (given: PageArguments & { query?: string | null }, context: Context) =>
      people('mentionableUsers', repository, given, context),
  };
}

function single(
  repository: Repository,
  number: number,
  words: string,
  kinds: readonly ItemKind[],
  context: Context,
): Node | null {
  if (context.cost.wide && ++context.answered > mostWide) return null;
  const item = repository.item(number);
  if (item !== undefined && kinds.includes(item.kind)) return itemNode(repository, item);
  throw githubError('NOT_FOUND', `Could not resolve to ${words} with the number of ${number}.`);
}

function list(repository: Repository, kind: ItemKind, given: ListArguments, context: Context): Node {
  const name = kind === 'pull' ? 'pullRequests' : 'issues';
  const { take, after } = readPage(name, given, context);
  const field = given.orderBy?.field ?? 'CREATED_AT';
  if (field !== 'UPDATED_AT' && field !== 'CREATED_AT')
    context.complain(`the stand-in does not sort ${name} by ${field}`);
  const states = given.states ?? [];
  const since = given.filterBy?.since;
  const listing: Listing = {
    name: `${name} ${states.join(' ')}`,
    accepts: (outline) => outline.kind === kind && (states.length === 0 || states.includes(stateOf(outline))),
    sort: field === 'UPDATED_AT' ? 'updated' : 'created',
    ascending: given.orderBy?.direction !== 'DESC',
    since: since ? seconds(since) : undefined,
  };
  const found = page(repository, listing, { skip: 0, take, after });
  const nodes = found.numbers.map((number, index) => ({
    key: found.keys[index]!,
    node: itemNode(repository, repository.item(number)!),
  }));
  return connection(nodes, found.more, after === undefined, () => count(repository, listing));
}

function stateOf({ state, mergedAt }: Pick<Item, 'state' | 'mergedAt'>): string {
  return mergedAt === null ? state.toUpperCase() : 'MERGED';
}

/** Those whose login or name starts with the query, in any case. */
function people(
  name: string,
  repository: Repository,
  given: PageArguments & { readonly query?: string | null },
  context: Context,
): Node {
  const query = (given.query ?? '').toLowerCase();
  const found = repository.origin.people.filter(
    (person) => person.login.toLowerCase().startsWith(query) || person.name?.toLowerCase().startsWith(query),
  );
  return connectAll(name, found, given, context, (person) =>
    userNode(context.world.web, person.login, person.name),
  );
}
