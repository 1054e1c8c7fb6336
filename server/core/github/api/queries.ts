/** The GraphQL requests: one body each, scalars only, valid against GitHub's published schema. */

import type { Repository } from '../../note/note.ts';
import type { IssueKind } from '../../references/issue.ts';
import { type IssueKey, repositoryText } from '../../references/issueKey.ts';
import { mostSearchResults, pageSize, searchQuery } from './paths.ts';

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | null>>;
}

/** More in one query makes GitHub drop some without a word. */
export const batchSize = 50;

/** `state` is aliased, as the two types' states are different enums and would conflict. */
const issueFields =
  '__typename number title createdAt updatedAt closedAt author { login } issueState: state stateReason';
const pullFields =
  '__typename number title createdAt updatedAt closedAt author { login } prState: state isDraft mergedAt';
const fields = `fragment I on Issue { ${issueFields} } fragment P on PullRequest { ${pullFields} }`;

/** What a batch asks, and under which aliases the answers come. */
export interface Batch extends GraphqlRequest {
  readonly aliases: readonly BatchAlias[];
}

export interface BatchAlias {
  /** Of the repository, `r0`. */
  readonly repository: string;
  /** Of the number within it, `n1`. */
  readonly number: string;
  readonly key: IssueKey;
}

/**
 * Looks up at most `batchSize` keys in one query, with an alias per repository and number. Names travel as variables,
 * so that nothing of a note becomes a part of the query.
 */
export function batchQuery(keys: readonly IssueKey[]): Batch {
  const repositories = new Map<
    string,
    { readonly alias: string; readonly repository: Repository; numbers: string[] }
  >();
  const aliases: BatchAlias[] = [];
  const variables: Record<string, string> = {};
  for (const key of keys.slice(0, batchSize)) {
    const { repository, number } = key;
    const text = repositoryText(repository);
    let group = repositories.get(text);
    if (group === undefined) {
      group = { alias: `r${repositories.size}`, repository, numbers: [] };
      repositories.set(text, group);
    }
    const alias = `n${number}`;
    if (!group.numbers.includes(alias)) {
      group.numbers.push(alias);
      aliases.push({ repository: group.alias, number: alias, key });
    }
  }
  const declared: string[] = [];
  const selected: string[] = [];
  for (const { alias, repository, numbers } of repositories.values()) {
    variables[`${alias}o`] = repository.owner;
    variables[`${alias}n`] = repository.name;
    declared.push(`$${alias}o: String!`, `$${alias}n: String!`);
    const each = numbers.map(
      (number) => `${number}: issueOrPullRequest(number: ${number.slice(1)}) { ...I ...P }`,
    );
    selected.push(
      `${alias}: repository(owner: $${alias}o, name: $${alias}n) { nameWithOwner ${each.join(' ')} }`,
    );
  }
  return { query: `query(${declared.join(', ')}) { ${selected.join(' ')} } ${fields}`, variables, aliases };
}

/** Where the next page of a list starts; `done` when there is none. */
export interface Cursors {
  readonly issues: string | null | 'done';
  readonly pulls: string | null | 'done';
}

export const firstPage: Cursors = { issues: null, pulls: null };

/** The latest changed 100 issues and 100 pull requests from the cursors on, for one point. */
export function recentQuery({ owner, name }: Repository, { issues, pulls }: Cursors): GraphqlRequest {
  const order = 'orderBy: { field: UPDATED_AT, direction: DESC }';
  const list = (field: string, after: string, fragment: string): string =>
    `${field}(first: ${pageSize}, after: $${after}, ${order}) { nodes { ...${fragment} } pageInfo { hasNextPage endCursor } }`;
  const variables: Record<string, string | null> = { owner, name };
  const declared = ['$owner: String!', '$name: String!'];
  const lists: string[] = [];
  const used: string[] = [];
  if (issues !== 'done') {
    variables.i = issues;
    declared.push('$i: String');
    lists.push(list('issues', 'i', 'I'));
    used.push(`fragment I on Issue { ${issueFields} }`);
  }
  if (pulls !== 'done') {
    variables.p = pulls;
    declared.push('$p: String');
    lists.push(list('pullRequests', 'p', 'P'));
    used.push(`fragment P on PullRequest { ${pullFields} }`);
  }
  const repository = `repository(owner: $owner, name: $name) { nameWithOwner ${lists.join(' ')} }`;
  return { query: `query(${declared.join(', ')}) { ${repository} } ${used.join(' ')}`, variables };
}

/** Titles with all of these words (see `searchWords`); without a kind, both kinds are searched in the one request. */
export function searchIssuesQuery(
  repository: Repository,
  words: readonly string[],
  kind?: IssueKind,
): GraphqlRequest {
  const kinds: readonly IssueKind[] = kind === undefined ? ['pull', 'issue'] : [kind];
  const variables = Object.fromEntries(kinds.map((each) => [each, searchQuery(repository, words, each)]));
  const declared = kinds.map((each) => `$${each}: String!`).join(', ');
  const searches = kinds.map(
    (each) =>
      `${each}: search(query: $${each}, type: ISSUE, first: ${mostSearchResults}) { nodes { ...I ...P } }`,
  );
  return { query: `query(${declared}) { ${searches.join(' ')} } ${fields}`, variables };
}

/** Whether a number is a discussion's, which REST cannot tell. */
export function discussionQuery({ repository: { owner, name }, number }: IssueKey): GraphqlRequest {
  return {
    query:
      'query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) ' +
      `{ discussion(number: ${number}) { number } } }`,
    variables: { owner, name },
  };
}

/** Who can be given an issue: the people of the repository. */
export function peopleQuery({ owner, name }: Repository): GraphqlRequest {
  return {
    query:
      'query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) ' +
      `{ assignableUsers(first: ${pageSize}) { nodes { login name } } } }`,
    variables: { owner, name },
  };
}
