/** What the API says before it becomes bytes. */

export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Becomes JSON; undefined: no body. */
  readonly body: unknown;
  /** The body's JSON, where it is known already. */
  readonly text?: string;
}

export type ApiVersion = '2022-11-28' | '2026-03-10';

/** Without the header, and the newest: docs.github.com, "API versions". */
export const apiVersions: readonly ApiVersion[] = ['2022-11-28', '2026-03-10'];

/** An error as GitHub words it; `page` is the part of its documentation. */
export function refusal(
  status: number,
  message: string,
  page = '',
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const documentation = `https://docs.github.com/rest${page}`;
  return { status, headers, body: { message, documentation_url: documentation, status: String(status) } };
}

export const notFound = (page = ''): Answer => refusal(404, 'Not Found', page);

export const badCredentials: Answer = refusal(401, 'Bad credentials');

export const samlMessage =
  'Resource protected by organization SAML enforcement. You must grant your OAuth token access to this organization.';

export function samlRefusal(web: string, owner: string): Answer {
  return refusal(403, samlMessage, '', {
    'x-github-sso': `required; url=${web}/orgs/${owner}/sso?authorization_request=SAMPLE`,
  });
}

/** `who` is a login or `anonymous`. */
export function primaryLimit(who: string, status: 403 | 429 = 403): Answer {
  const message =
    who === 'anonymous'
      ? "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)"
      : `API rate limit exceeded for user ID ${who}.`;
  return refusal(status, message, '/using-the-rest-api/rate-limits-for-the-rest-api');
}

/** `retryAfter` in seconds; undefined: the header is missing, or a browser does not show it. */
export function secondaryLimit(retryAfter: number | undefined, status: 403 | 429 = 403): Answer {
  return refusal(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    '/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}
