/** Where a host's API is. */

import { type Message, t } from './l10n.ts';

export interface ApiRoots {
  /** Without a trailing slash: `https://api.github.com`. */
  readonly rest: string;
  readonly graphql: string;
}

export type RootsResult =
  | { readonly kind: 'roots'; readonly roots: ApiRoots }
  /** In words that name what is wrong and the remedy. */
  | { readonly kind: 'refused'; readonly message: Message };

/**
 * The API of a GitHub host: github.com, a tenant with data residency (`SUB.ghe.com`) or an Enterprise server
 * (docs.github.com, "Endpoint URL" of REST and "Forming calls with GraphQL").
 */
export function rootsOf(host: string): ApiRoots {
  if (host === 'github.com')
    return { rest: 'https://api.github.com', graphql: 'https://api.github.com/graphql' };
  if (host.endsWith('.ghe.com'))
    return { rest: `https://api.${host}`, graphql: `https://api.${host}/graphql` };
  return { rest: `https://${host}/api/v3`, graphql: `https://${host}/api/graphql` };
}

/**
 * Roots that the user has named, as `GITHUB_API_URL` and `GITHUB_GRAPHQL_URL` do. Plain http is for loopback only: a
 * token must not travel in the clear. `name` is what to call the setting in an error.
 */
export function customRoots(rest: string, graphql: string | undefined, name: string): RootsResult {
  for (const url of [rest, graphql]) {
    if (url === undefined) continue;
    const origin = originOf(url);
    if (origin === undefined)
      return {
        kind: 'refused',
        message: t('{0}: "{1}" is not a URL. Write it as {2}.', name, url, 'https://HOST/PATH'),
      };
    if (!origin.secure && !origin.loopback) {
      return {
        kind: 'refused',
        message: t('{0}: "{1}" does not use https. http is allowed only for localhost.', name, url),
      };
    }
  }
  if (graphql !== undefined && originOf(graphql)?.text !== originOf(rest)?.text) {
    // One token, one origin.
    return {
      kind: 'refused',
      message: t('{0}: "{1}" and "{2}" are on different servers. Use one server.', name, rest, graphql),
    };
  }
  const root = withoutSlash(rest);
  // An Enterprise server's REST root ends in /api/v3, its GraphQL beside it in /api/graphql.
  const beside = `${root.endsWith('/api/v3') ? root.slice(0, -'/v3'.length) : root}/graphql`;
  return {
    kind: 'roots',
    roots: { rest: root, graphql: graphql === undefined ? beside : withoutSlash(graphql) },
  };
}

/** The Enterprise server whose API a URL is, by its form; undefined for GitHub's own API, a proxy, or this machine. */
export function enterpriseHostOfApi(url: string): string | undefined {
  const origin = originOf(url);
  if (origin === undefined || origin.loopback) return undefined;
  const host = origin.text.slice(origin.text.indexOf('://') + 3);
  if (host.startsWith('api.') && host.endsWith('.ghe.com')) return host.slice('api.'.length);
  return withoutSlash(url).endsWith('/api/v3') ? host : undefined;
}

export interface Origin {
  /** Scheme, host and port, lower case: `https://api.github.com`. */
  readonly text: string;
  readonly secure: boolean;
  readonly loopback: boolean;
}

/** The origin of an http or https URL without credentials; undefined for anything else. */
export function originOf(url: string): Origin | undefined {
  const match = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?(?=[/?#]|$)/i.exec(url);
  // RFC 1035, 2.3.4.
  if (!match || match[2]!.length > 253) return undefined;
  const scheme = (match[1] ?? '').toLowerCase();
  const host = (match[2] ?? '').toLowerCase();
  const standard = scheme === 'https' ? ':443' : ':80';
  const port = match[3] === undefined || match[3] === standard ? '' : match[3];
  return {
    text: `${scheme}://${host}${port}`,
    secure: scheme === 'https',
    loopback: host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host),
  };
}

function withoutSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url;
}
