/**
 * One exchange with a GitHub API, with all its limits: the same in VS Code's extension host, in a browser and in
 * Node. What a platform brings is passed in, so that this file needs none.
 */

import type { ApiRequest, ApiResponse } from './api.ts';
import { type ApiRoots, originOf } from './apiRoots.ts';
import { type Message, t } from './l10n.ts';

/** The parts of `fetch` that are used. */
type Fetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    redirect: 'manual' | 'follow';
    signal: never;
  },
) => Promise<FetchedResponse>;

interface FetchedResponse {
  readonly status: number;
  readonly url: string;
  readonly headers: { forEach(each: (value: string, name: string) => void): void };
  readonly body: { getReader(): Reader } | null;
}

interface Reader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(): Promise<unknown>;
}

export interface Platform {
  readonly fetch: Fetch;
  newAbort(): { readonly signal: unknown; abort(): void };
  /** Runs once after so many milliseconds; gives what takes it back. */
  after(milliseconds: number, run: () => void): () => void;
  decode(bytes: Uint8Array): string;
  /** A browser hides where a redirect leads; there the platform follows it, and keeps the token to its origin. */
  readonly followsRedirects: boolean;
}

/** What every platform brings under the same names: `globalThis`. */
export interface Globals {
  readonly fetch: Fetch;
  readonly AbortController: new () => { readonly signal: unknown; abort(): void };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

export function platformOf(globals: Globals, followsRedirects: boolean): Platform {
  return {
    fetch: (url, init) => globals.fetch(url, init),
    newAbort: () => new globals.AbortController(),
    after(milliseconds, run) {
      const timer = globals.setTimeout(run, milliseconds);
      return () => globals.clearTimeout(timer);
    },
    decode: (bytes) => new globals.TextDecoder().decode(bytes),
    followsRedirects,
  };
}

export interface Destination {
  readonly roots: ApiRoots;
  /** Sent to the roots' origin and to no other. */
  readonly token?: string;
  readonly userAgent?: string;
}

/** A page of a hundred issues with long texts is about half of this. */
const mostBytes = 8_000_000;
const mostRedirects = 3;
/** docs.github.com, "API versions": the version of a request without this header, and known to every Enterprise server. */
const apiVersion = '2022-11-28';

/** Never rejects; the body is read to its end, to the cap or to the timeout, whichever comes first. */
export async function exchange(
  platform: Platform,
  destination: Destination,
  request: ApiRequest,
): Promise<ApiResponse> {
  const abort = platform.newAbort();
  let late = false;
  const cancelTimer = platform.after(request.timeout, () => {
    late = true;
    abort.abort();
  });
  try {
    return await send(platform, destination, request, abort.signal);
  } catch (error) {
    if (late) return failed('timeout', t('No response within {0} s.', request.timeout / 1000));
    if (error instanceof TooLarge)
      return failed('too-large', t('The response is larger than {0} MB.', mostBytes / 1e6));
    return failureOf(error);
  } finally {
    cancelTimer();
    // Whatever is still under way, a drip or an endless body, ends with the exchange.
    abort.abort();
  }
}

async function send(
  platform: Platform,
  destination: Destination,
  request: ApiRequest,
  signal: unknown,
): Promise<ApiResponse> {
  const { roots } = destination;
  let url = request.path === '/graphql' ? roots.graphql : roots.rest + request.path;
  const home = originOf(url);
  if (home === undefined || !request.path.startsWith('/') || originOf(roots.rest) === undefined) {
    return failed('refused', t('The URL is not part of the API.'));
  }
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await platform.fetch(url, {
      method: request.method,
      headers: headersFor(platform, destination, request),
      ...(request.body !== undefined && { body: request.body }),
      redirect: platform.followsRedirects ? 'follow' : 'manual',
      // The platform's own signal, whose type this file does not know.
      signal: signal as never,
    });
    const headers = plainHeaders(response);
    const isRedirect = response.status >= 301 && response.status <= 308 && response.status !== 304;
    if (!isRedirect || headers.location === undefined) {
      if (response.url !== '' && originOf(response.url)?.text !== home.text) {
        return failed('refused', t('The response came from another server.'));
      }
      return { kind: 'response', status: response.status, headers, body: await readBody(platform, response) };
    }
    await response.body?.getReader().cancel();
    const next = headers.location.startsWith('/') ? home.text + headers.location : headers.location;
    // GitHub answers 301 for what has moved; elsewhere than on its own origin we do not follow, with a token or without.
    if (originOf(next)?.text !== home.text || request.method !== 'GET') {
      return failed('refused', t('The response redirects to another server.'));
    }
    url = next;
  }
  return failed('refused', t('Too many redirects.'));
}

function headersFor(
  { followsRedirects: isBrowser }: Platform,
  { token, userAgent }: Destination,
  request: ApiRequest,
): Record<string, string> {
  return {
    ...request.headers,
    accept: 'application/vnd.github+json',
    // Enterprise servers let no browser send it (docs.github.com, "Using CORS"); unsaid, the version is the same.
    ...(!isBrowser && { 'x-github-api-version': apiVersion }),
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...(userAgent !== undefined && { 'user-agent': userAgent }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
}

function plainHeaders(response: FetchedResponse): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  response.headers.forEach((value, name) => {
    headers[name.toLowerCase()] = value;
  });
  return { ...headers };
}

class TooLarge extends Error {}

async function readBody(platform: Platform, { body }: FetchedResponse): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value === undefined) continue;
    size += value.length;
    if (size > mostBytes) {
      // Counted after decompression, so that a small bomb cannot become a large text.
      await reader.cancel();
      throw new TooLarge();
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return platform.decode(whole);
}

function failed(reason: Extract<ApiResponse, { kind: 'failed' }>['reason'], message: Message): ApiResponse {
  return { kind: 'failed', reason, message };
}

/** What Node (tls.html, "X509 certificate error codes"), Chromium and Electron call a certificate that is not trusted. */
const certificateCodes = [
  'CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'HOSTNAME_MISMATCH',
  'ERR_SSL',
  'ERR_TLS',
];

/** Node's fetch says "fetch failed" and hides why in the cause. Its words hold addresses, never headers. */
function failureOf(error: unknown): ApiResponse {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const words = cause instanceof Error ? cause.message : '';
  const named = code === '' ? (/\bERR_[A-Z_]{1,60}/.exec(words)?.[0] ?? '') : code;
  if (certificateCodes.some((part) => named.includes(part)))
    return failed('refused', t('The connection is not secure: the certificate is not trusted ({0}).', named));
  return failed('offline', named === '' ? t('No connection.') : t('No connection ({0}).', named));
}
