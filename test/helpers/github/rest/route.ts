/** What every route of the REST API works with. */

import { type Answer, notFound, refusal, samlRefusal } from '../answer.ts';
import type { Repository } from '../repository.ts';
import type { Account, World } from '../world.ts';
import type { Roots } from './shapes.ts';

export interface RestRequest {
  readonly world: World;
  /** Undefined: without a token. */
  readonly account: Account | undefined;
  /** By their names in the route's template, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The address was `/repositories/ID/…`, as `Link` and `Location` give it. */
  readonly linked: boolean;
  readonly roots: Roots;
  /** Says loudly that the stand-in was asked for what it does not play. */
  readonly complain: (violation: string) => void;
}

export interface Route {
  /** Parameters of the query that are played; all others are violations. */
  readonly plays: readonly string[];
  /** The repository is there and may be seen, unless the route has none. */
  answer(request: RestRequest): Answer;
}

/** The route of a repository: finds it, or answers as GitHub does where there is none to be seen. */
export function inRepository(
  plays: readonly string[],
  answer: (request: RestRequest, repository: Repository) => Answer,
): Route {
  return {
    plays,
    answer(request) {
      const { world, account, parameters, query, linked, roots } = request;
      const fullName = `${parameters.owner}/${parameters.repo}`;
      const sight = world.look(account, fullName);
      if (sight.kind === 'missing') return notFound('/repos/repos#get-a-repository');
      if (sight.kind === 'saml') return samlRefusal(world.web, sight.owner);
      const { repository, renamed } = sight;
      if (!renamed || linked) return answer(request, repository);
      const rest = parameters.rest ?? '';
      return moved(
        `${roots.api}/repositories/${repository.id}${rest}${query.size > 0 ? `?${query.toString()}` : ''}`,
      );
    },
  };
}

/** A redirect, with its body. */
export function moved(location: string): Answer {
  const answer = refusal(
    301,
    'Moved Permanently',
    '/using-the-rest-api/best-practices-for-using-the-rest-api',
  );
  return { ...answer, headers: { location }, body: { ...(answer.body as object), url: location } };
}

/** The page wanted: from 1, and at most 100 long. */
export function paging(query: URLSearchParams): { readonly page: number; readonly per: number } {
  const positive = (name: string, otherwise: number): number => {
    const value = Number(query.get(name) ?? otherwise);
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  return { page: positive('page', 1), per: Math.min(positive('per_page', 30), 100) };
}

/** A `Link` header out of addresses by relation; undefined when there is none. */
export function linkHeader(links: Readonly<Record<string, string | undefined>>): { link?: string } {
  const parts = Object.entries(links).flatMap(([relation, url]) =>
    url === undefined ? [] : [`<${url}>; rel="${relation}"`],
  );
  return parts.length > 0 ? { link: parts.join(', ') } : {};
}

/** The query with other values; undefined takes a key away. */
export function withQuery(
  query: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const result = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
  return result.toString();
}

/** Links from page to page where all of it is at hand. */
export function pageLinks(
  url: string,
  query: URLSearchParams,
  page: number,
  pages: number,
): { link?: string } {
  const at = (wanted: number): string => `${url}?${withQuery(query, { page: String(wanted) })}`;
  return linkHeader({
    prev: page > 1 ? at(page - 1) : undefined,
    next: page < pages ? at(page + 1) : undefined,
    last: page < pages ? at(pages) : undefined,
    first: page > 1 ? at(1) : undefined,
  });
}
