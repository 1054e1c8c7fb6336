/** Issues, pull requests and people as GraphQL objects; a field that takes long or arguments is a function. */

import { type Comment, commentsOf } from '../comments.ts';
import { hashText } from '../hash.ts';
import type { Item } from '../item.ts';
import { nodeId, webUrl } from '../names.ts';
import { bot, ghost, userId } from '../people.ts';
import type { Repository } from '../repository.ts';
import { isoTime } from '../world.ts';
import { connectAll, type PageArguments } from './connection.ts';
import type { Context } from './context.ts';
import { repositoryNode } from './repositoryNode.ts';

export type Node = Readonly<Record<string, unknown>>;

export function userNode(web: string, login: string, name: string | null): Node {
  const id = userId(login);
  return {
    __typename: 'User',
    login,
    name,
    id: nodeId('U', id),
    databaseId: id,
    url: `${web}/${login}`,
    resourcePath: `/${login}`,
    avatarUrl: `https://avatars.githubusercontent.com/u/${id}?v=4`,
  };
}

/** Who wrote something; null for a deleted account. */
function actorNode(web: string, repository: Repository, login: string): Node | null {
  if (login === ghost) return null;
  const name = repository.origin.people.find((person) => person.login === login)?.name ?? null;
  if (login !== bot) return userNode(web, login, name);
  const short = login.replace('[bot]', '');
  return { ...userNode(web, short, null), __typename: 'Bot', url: `${web}/apps/${short}` };
}

const orNull = (time: number | null): string | null => (time === null ? null : isoTime(time));

export function itemNode(repository: Repository, item: Item): Node {
  const id = repository.id * 1_000 + item.number;
  const pull = item.kind === 'pull';
  return {
    __typename: pull ? 'PullRequest' : 'Issue',
    id: nodeId(pull ? 'PR' : 'I', id),
    databaseId: null,
    fullDatabaseId: String(id),
    number: item.number,
    title: item.title,
    titleHTML: item.title,
    body: item.body,
    bodyText: item.body,
    url: (_: unknown, { world }: Context) => webUrl(world.web, repository, item),
    resourcePath: `/${repository.fullName}/${pull ? 'pull' : 'issues'}/${item.number}`,
    createdAt: isoTime(item.createdAt),
    updatedAt: isoTime(item.updatedAt),
    publishedAt: isoTime(item.createdAt),
    closed: item.state === 'closed',
    closedAt: orNull(item.closedAt),
    locked: false,
    author: (_: unknown, { world }: Context) => actorNode(world.web, repository, item.author),
    repository: () => repositoryNode(repository),
    milestone: () => (item.milestone === null ? null : milestoneNode(repository, item.milestone)),
    labels: (page: PageArguments, context: Context) =>
      connectAll('labels', item.labels, page, context, (name) => labelNode(repository, name)),
    assignees: (page: PageArguments, context: Context) =>
      connectAll('assignees', item.assignees, page, context, (login) =>
        actorNode(context.world.web, repository, login),
      ),
    comments: (page: PageArguments, context: Context) =>
      connectAll('comments', commentsOf(repository, item), page, context, (comment) =>
        commentNode(context.world.web, repository, item, comment),
      ),
    ...(pull
      ? pullFields(item)
      : { state: item.state.toUpperCase(), stateReason: item.reason?.toUpperCase() ?? null }),
  };
}

function pullFields(item: Item): Node {
  return {
    state: item.mergedAt === null ? item.state.toUpperCase() : 'MERGED',
    isDraft: item.draft,
    merged: item.mergedAt !== null,
    mergedAt: orNull(item.mergedAt),
    baseRefName: 'main',
    headRefName: `change-${item.number}`,
    additions: item.number % 300,
    deletions: item.number % 120,
    changedFiles: 1 + (item.number % 9),
  };
}

function labelNode(repository: Repository, name: string): Node {
  const id = hashText(name);
  return {
    id: nodeId('LA', id),
    name,
    color: (id % 0x1000000).toString(16).padStart(6, '0'),
    description: null,
    isDefault: false,
    url: (_: unknown, { world }: Context) =>
      `${world.web}/${repository.fullName}/labels/${encodeURIComponent(name)}`,
  };
}

function milestoneNode(repository: Repository, title: string): Node {
  const number = repository.origin.milestones.indexOf(title) + 1;
  return {
    id: nodeId('MI', number),
    number,
    title,
    description: null,
    state: 'OPEN',
    dueOn: null,
    url: (_: unknown, { world }: Context) => `${world.web}/${repository.fullName}/milestone/${number}`,
  };
}

function commentNode(web: string, repository: Repository, item: Item, comment: Comment): Node {
  return {
    __typename: 'IssueComment',
    id: nodeId('IC', comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: actorNode(web, repository, comment.author),
    body: comment.body,
    bodyText: comment.body,
    createdAt: isoTime(comment.createdAt),
    updatedAt: isoTime(comment.createdAt),
    url: `${webUrl(web, repository, item)}#issuecomment-${comment.id}`,
  };
}
