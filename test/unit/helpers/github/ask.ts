/** Asks the stand-in as any client would, through the platform's own fetch. */

import type { GitHub } from '../../../helpers/github/github.ts';

export interface Asking {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON, undefined where it is none; tests look into it freely. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export async function rest(github: Pick<GitHub, 'url'>, path: string, asking: Asking = {}): Promise<Told> {
  return ask(path.startsWith('http') ? path : `${github.url}${path}`, { method: 'GET' }, asking);
}

export async function graphql(
  github: Pick<GitHub, 'url'>,
  query: string,
  asking: Asking & { readonly variables?: Readonly<Record<string, unknown>> },
): Promise<Told> {
  const body = JSON.stringify({ query, variables: asking.variables ?? {} });
  return ask(`${github.url}/graphql`, { method: 'POST', body }, asking);
}

async function ask(url: string, init: RequestInit, { token, headers, signal }: Asking): Promise<Told> {
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(signal ? { signal } : {}),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The address of a relation in a `Link` header. */
export function linked(headers: Headers, relation: string): string | undefined {
  const links = (headers.get('link') ?? '').split(', ');
  return links
    .find((link) => link.endsWith(`; rel="${relation}"`))
    ?.slice(1)
    .split('>')[0];
}
