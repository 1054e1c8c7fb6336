/** Lists in GraphQL: pages with cursors, and what GitHub says to a page that was asked for wrongly. */

import { GraphQLError } from 'graphql';
import { cursor, readCursor } from '../listing.ts';
import type { Context } from './context.ts';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** An error as GitHub types it: `type` beside `message`. */
export function githubError(
  type: string,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { type, ...extensions } });
}

/** How many are wanted and after which key; throws as GitHub answers when that is not said properly. */
export function readPage(
  name: string,
  page: PageArguments,
  context: Context,
): { readonly take: number; readonly after: number | undefined } {
  const { first, last, after, before } = page;
  const limit = first ?? last;
  const which = first === null || first === undefined ? 'last' : 'first';
  if (limit === null || limit === undefined) {
    throw githubError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (limit > 100) {
    throw githubError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${limit} records on the \`${name}\` connection exceeds the \`${which}\` limit of 100 records.`,
    );
  }
  if (limit < 0) {
    throw githubError(
      'INVALID_CURSOR_ARGUMENTS',
      `\`${which}\` on the \`${name}\` connection cannot be less than zero.`,
    );
  }
  if ((last ?? before ?? undefined) !== undefined)
    context.complain(`the stand-in does not page ${name} backwards`);
  const key = readCursor(after);
  if (key === 'wrong') {
    throw githubError('INVALID_CURSOR_ARGUMENTS', `\`${after}\` does not appear to be a valid cursor.`);
  }
  return { take: limit, after: key };
}

export interface Connected<T> {
  readonly key: number;
  readonly node: T;
}

/** A connection's object; `total` is counted only when asked for. */
export function connection<T>(
  nodes: readonly Connected<T>[],
  more: boolean,
  start: boolean,
  total: () => number,
): Readonly<Record<string, unknown>> {
  const first = nodes[0];
  const last = nodes.at(-1);
  return {
    totalCount: total,
    nodes: nodes.map(({ node }) => node),
    edges: nodes.map(({ key, node }) => ({ cursor: cursor(key), node })),
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: !start,
      startCursor: first ? cursor(first.key) : null,
      endCursor: last ? cursor(last.key) : null,
    },
  };
}

/** A connection over what is all at hand; `toNode` sees only what the page shows. */
export function connectAll<T>(
  name: string,
  all: readonly T[],
  page: PageArguments,
  context: Context,
  toNode: (each: T) => unknown,
): Readonly<Record<string, unknown>> {
  const { take, after = 0 } = readPage(name, page, context);
  const nodes = all
    .slice(after, after + take)
    .map((each, index) => ({ key: after + index + 1, node: toNode(each) }));
  return connection(nodes, all.length > after + take, after === 0, () => all.length);
}

/** Complains of arguments that would change the answer, but do not here. */
export function checkArguments(
  name: string,
  given: object,
  played: readonly string[],
  context: Context,
): void {
  for (const [argument, value] of Object.entries(given)) {
    // The schema's own defaults are null and false.
    if (value === null || value === undefined || value === false || played.includes(argument)) continue;
    context.complain(`the stand-in does not play the argument "${argument}" of ${name}`);
  }
}
