/**
 * What GitHub's GraphQL interface answers, read without trust. An answer may be partial: what is missing is null and has
 * an entry in `errors`, its siblings stand.
 */

import type { Repository } from '../../note/note.ts';
import type { Issue } from '../../references/issue.ts';
import { isValidNumber, isValidRepository } from '../../references/issueKey.ts';
import { items, member, memberAt, text, time } from '../json.ts';
import { nameOf } from '../text.ts';
import type { BatchAlias, Cursors } from './queries.ts';
import { readLogin, readState, readTitle } from './restAnswers.ts';

export interface GraphqlError {
  /** `NOT_FOUND`, `FORBIDDEN`, `RATE_LIMITED`, …; empty when GitHub gives none. */
  readonly type: string;
  /** From the answer's root: `r0`, `n1`. */
  readonly path: readonly string[];
  readonly saml: boolean;
}

/** The errors of an answer; at most as many as a batch can have. */
export function readErrors(answer: unknown): readonly GraphqlError[] {
  return items(member(answer, 'errors'))
    .slice(0, 200)
    .map((error) => ({
      type: text(member(error, 'type')) ?? '',
      path: items(member(error, 'path')).map(String),
      saml: memberAt(error, 'extensions', 'saml_failure') === true,
    }));
}

/** An issue or a pull request with the fields of queries.ts; undefined when it is not what it ought to be. */
export function readNode(node: unknown, repository: Repository): Issue | undefined {
  const type = member(node, '__typename');
  const number = member(node, 'number');
  const title = readTitle(member(node, 'title'));
  const createdAt = time(member(node, 'createdAt'));
  const updatedAt = time(member(node, 'updatedAt'));
  if (type !== 'Issue' && type !== 'PullRequest') return undefined;
  if (typeof number !== 'number' || !isValidNumber(number) || title === undefined) return undefined;
  if (createdAt === undefined || updatedAt === undefined) return undefined;
  const isPull = type === 'PullRequest';
  const closedAt = time(member(node, 'closedAt'));
  const mergedAt = isPull ? time(member(node, 'mergedAt')) : undefined;
  const author = nameOf(memberAt(node, 'author', 'login'));
  return {
    repository,
    number,
    kind: isPull ? 'pull' : 'issue',
    title,
    state: readState({
      isPull,
      isOpen: member(node, isPull ? 'prState' : 'issueState') === 'OPEN',
      isMerged: member(node, 'prState') === 'MERGED' || mergedAt !== undefined,
      isDraft: member(node, 'isDraft') === true,
      reason: member(node, 'stateReason'),
    }),
    ...(author !== undefined && { author }),
    createdAt,
    updatedAt,
    ...(closedAt !== undefined && { closedAt }),
    ...(mergedAt !== undefined && { mergedAt }),
  };
}

export type BatchItem =
  | { readonly kind: 'found'; readonly issue: Issue }
  /** `hidden`: the whole repository; `unconfirmed`: this number. */
  | { readonly kind: 'missing'; readonly reason: 'hidden' | 'unconfirmed' }
  | { readonly kind: 'forbidden'; readonly saml: boolean }
  /** Nothing was said, or nothing that can be read. */
  | { readonly kind: 'nothing' };

/** One answer per alias, in the order of the aliases. */
export function readBatch(answer: unknown, aliases: readonly BatchAlias[]): readonly BatchItem[] {
  const errors = new Map(readErrors(answer).map((error) => [error.path.join('.'), error]));
  return aliases.map(({ repository: alias, number, key }): BatchItem => {
    const repository = memberAt(answer, 'data', alias);
    const error = errors.get(`${alias}.${number}`) ?? errors.get(alias) ?? errors.get('');
    if (error?.type === 'FORBIDDEN') return { kind: 'forbidden', saml: error.saml };
    if (error?.type === 'NOT_FOUND')
      return { kind: 'missing', reason: error.path.length > 1 ? 'unconfirmed' : 'hidden' };
    const issue = readNode(member(repository, number), readName(repository, key.repository));
    return issue !== undefined && issue.number === key.number
      ? { kind: 'found', issue }
      : { kind: 'nothing' };
  });
}

export interface RecentPage {
  readonly issues: readonly Issue[];
  readonly next: Cursors;
}

/** A page of `recentQuery`; undefined when the repository was not answered for. */
export function readRecent(answer: unknown, asked: Repository, at: Cursors): RecentPage | undefined {
  const repository = memberAt(answer, 'data', 'repository');
  if (typeof member(repository, 'nameWithOwner') !== 'string') return undefined;
  const name = readName(repository, asked);
  const read = (list: string): readonly Issue[] =>
    items(memberAt(repository, list, 'nodes'))
      .map((node) => readNode(node, name))
      .filter((issue) => issue !== undefined);
  return {
    issues: [...read('issues'), ...read('pullRequests')],
    next: {
      issues: nextCursor(member(repository, 'issues'), at.issues),
      pulls: nextCursor(member(repository, 'pullRequests'), at.pulls),
    },
  };
}

function nextCursor(list: unknown, at: Cursors['issues']): Cursors['issues'] {
  const cursor = text(memberAt(list, 'pageInfo', 'endCursor'));
  const more = memberAt(list, 'pageInfo', 'hasNextPage') === true;
  return at === 'done' || !more || cursor === undefined || cursor === at ? 'done' : cursor;
}

/** What `searchIssuesQuery` found, pull requests first; undefined when there is no answer. */
export function readSearch(answer: unknown, repository: Repository): readonly Issue[] | undefined {
  const data = member(answer, 'data');
  const found = [member(data, 'pull'), member(data, 'issue')].map((list) => member(list, 'nodes'));
  if (!found.some(Array.isArray)) return undefined;
  return found
    .flatMap(items)
    .map((node) => readNode(node, repository))
    .filter((issue) => issue !== undefined);
}

export interface Person {
  readonly login: string;
  /** The name they go by, when they give one. */
  readonly name?: string;
}

/** The people of `peopleQuery`; undefined when there is no answer. */
export function readPeople(answer: unknown): readonly Person[] | undefined {
  const nodes = memberAt(answer, 'data', 'repository', 'assignableUsers', 'nodes');
  if (!Array.isArray(nodes)) return undefined;
  return items(nodes).flatMap((node) => {
    const login = readLogin(node);
    const name = nameOf(member(node, 'name'));
    return login === undefined ? [] : [{ login, ...(name !== undefined && { name }) }];
  });
}

/** `owner/name` as GitHub spells it, which differs when the repository was renamed. */
function readName(repository: unknown, asked: Repository): Repository {
  const [owner = '', name = '', ...rest] = text(member(repository, 'nameWithOwner'))?.split('/') ?? [];
  const named = { host: asked.host, owner, name };
  if (rest.length > 0 || !isValidRepository(named)) return asked;
  return owner === asked.owner && name === asked.name ? asked : named;
}
