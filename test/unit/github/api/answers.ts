/** GitHub's answers, as far as the tests of the store need them. The stand-in plays them in full. */

import type { ApiRequest, ApiResponse } from '../../../../server/core/ports.ts';
import { json } from '../fakes.ts';

export const repository = { host: 'github.com', owner: 'harbor', name: 'tide' };

export function isoTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

const day = 86_400_000;
export const epoch = Date.UTC(2026, 0, 1);

/** Every third is a pull request. The higher the number, the later its last change. */
export function restIssue(
  number: number,
  other: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const isPull = number % 3 === 0;
  return {
    number,
    title: `Title of ${number}`,
    state: 'open',
    state_reason: null,
    user: { login: `author${number % 5}` },
    labels: [{ name: 'bug' }],
    milestone: { title: 'Next' },
    body: `First line of ${number}\n\nSecond line`,
    created_at: isoTime(epoch + number * 1_000),
    updated_at: isoTime(epoch + day + number * 1_000),
    closed_at: null,
    repository_url: `https://api.github.com/repos/${repository.owner}/${repository.name}`,
    html_url: `https://github.com/${repository.owner}/${repository.name}/${isPull ? 'pull' : 'issues'}/${number}`,
    ...(isPull && { pull_request: { merged_at: null }, draft: false }),
    ...other,
  };
}

export function graphqlIssue(
  number: number,
  other: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const isPull = number % 3 === 0;
  return {
    __typename: isPull ? 'PullRequest' : 'Issue',
    number,
    title: `Title of ${number}`,
    author: { login: `author${number % 5}` },
    createdAt: isoTime(epoch + number * 1_000),
    updatedAt: isoTime(epoch + day + number * 1_000),
    closedAt: null,
    ...(isPull
      ? { prState: 'OPEN', isDraft: false, mergedAt: null }
      : { issueState: 'OPEN', stateReason: null }),
    ...other,
  };
}

export const budget = {
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4990',
  'x-ratelimit-reset': String(Math.floor(Date.UTC(2026, 10, 21, 13) / 1_000)),
};

const notFound = json({ message: 'Not Found' }, 404, budget);

/** The number in `/repos/o/r/issues/1`; undefined for another path. */
export function askedNumber(path: string): number | undefined {
  const last = path.split('/').at(-1) ?? '';
  return /^\d+$/.test(last) && path.includes('/issues/') ? Number(last) : undefined;
}

/**
 * A GitHub with one repository of `count` issues, harbor/tide, that answers what the store asks in the way GitHub does.
 */
export function smallGitHub(count: number): (request: ApiRequest) => ApiResponse {
  return ({ path: asked, body }) => {
    const path = asked.replace('/repositories/7/', '/repos/harbor/tide/');
    if (path === '/graphql') return graphql(count, body ?? '');
    const number = askedNumber(path);
    if (path === '/repos/harbor/tide') return json({ name: 'tide', has_discussions: false }, 200, budget);
    if (!path.startsWith('/repos/harbor/tide/')) return notFound;
    if (number !== undefined) return number <= count ? json(restIssue(number), 200, budget) : notFound;
    if (path.startsWith('/repos/harbor/tide/issues?')) return list(count, path);
    return json([], 200, budget);
  };
}

function list(count: number, path: string): ApiResponse {
  const parameters = new URLSearchParams(path.slice(path.indexOf('?')));
  const page = Number(parameters.get('page') ?? '1');
  const since = Date.parse(parameters.get('since') ?? '1970-01-01T00:00:00Z');
  const numbers: number[] = [];
  for (let number = count; number > 0 && numbers.length < page * 100 + 1; number--) {
    if (epoch + day + number * 1_000 < since) break;
    numbers.push(number);
  }
  const shown = numbers.slice((page - 1) * 100, page * 100);
  parameters.set('page', String(page + 1));
  const next = `<https://api.github.com/repositories/7/issues?${parameters}>; rel="next", <https://api.github.com/x>; rel="last"`;
  const answer = shown.map((number) => restIssue(number));
  return json(answer, 200, {
    ...budget,
    etag: `"${shown[0]}"`,
    ...(numbers.length > page * 100 && { link: next }),
  });
}

function graphql(count: number, body: string): ApiResponse {
  const { query, variables } = JSON.parse(body) as {
    query: string;
    variables: Record<string, string | null>;
  };
  if (query.includes('issueOrPullRequest')) return batch(count, query, variables);
  const connection = (after: string | null | undefined, isPull: boolean): unknown => {
    const nodes: unknown[] = [];
    let number = after == null ? count : Number(after) - 1;
    for (; number > 0 && nodes.length < 100; number--)
      if ((number % 3 === 0) === isPull) nodes.push(graphqlIssue(number));
    return { nodes, pageInfo: { hasNextPage: number > 0, endCursor: String(number + 1) } };
  };
  const found = {
    nameWithOwner: 'harbor/tide',
    ...(query.includes(' issues(') && { issues: connection(variables.i, false) }),
    ...(query.includes(' pullRequests(') && { pullRequests: connection(variables.p, true) }),
  };
  return json({ data: { repository: found } }, 200, budget);
}

function batch(
  count: number,
  query: string,
  variables: Readonly<Record<string, string | null>>,
): ApiResponse {
  const data: Record<string, Record<string, unknown> | null> = {};
  const errors: unknown[] = [];
  for (const part of query.split(/(?=\br\d+: repository)/).slice(1)) {
    const alias = part.slice(0, part.indexOf(':'));
    if (variables[`${alias}o`] !== 'harbor' || variables[`${alias}n`] !== 'tide') {
      data[alias] = null;
      errors.push({ type: 'NOT_FOUND', path: [alias], message: 'Could not resolve to a Repository' });
      continue;
    }
    const answers: Record<string, unknown> = { nameWithOwner: 'harbor/tide' };
    for (const [, number] of part.matchAll(/n(\d+): issueOrPullRequest/g)) {
      answers[`n${number}`] = Number(number) <= count ? graphqlIssue(Number(number)) : null;
      if (Number(number) > count)
        errors.push({ type: 'NOT_FOUND', path: [alias, `n${number}`], message: 'no' });
    }
    data[alias] = answers;
  }
  return json({ data, ...(errors.length > 0 && { errors }) }, 200, budget);
}
