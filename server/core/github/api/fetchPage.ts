/** Asking GitHub about a commit or a release that a note names. */

import { t } from '../../../../shared/l10n.ts';
import type { Unavailable } from '../answer.ts';
import { member, memberAt, text, time } from '../json.ts';
import { nameOf } from '../text.ts';
import { refusedBy } from './fetchIssues.ts';
import type { Gateway } from './gateway.ts';
import { pagePath } from './paths.ts';
import { readTitle } from './restAnswers.ts';
import { unavailable } from './status.ts';
import type { TitledPage } from './titledPage.ts';

interface PageTitle {
  /** A commit's subject, a release's name. */
  readonly title: string;
  readonly author?: string;
  /** When it was committed or published; milliseconds since 1970. */
  readonly at?: number;
  /** Of a release. */
  readonly isPrerelease?: boolean;
}

export type PageAnswer =
  | { readonly kind: 'found'; readonly page: PageTitle }
  | { readonly kind: 'missing' }
  | Unavailable;

/** Through REST, so that no token is needed. Never rejects. */
export async function fetchPage(gateway: Gateway, page: TitledPage): Promise<PageAnswer> {
  const reply = await gateway.send(pagePath(page), [page.repository], 'interactive');
  if (reply.kind === 'unavailable') return reply;
  switch (reply.status) {
    case 200: {
      const found = page.kind === 'commit' ? readCommit(reply.value, page.sha) : readRelease(reply.value);
      return found
        ? { kind: 'found', page: found }
        : unavailable('trouble', t("GitHub's response could not be read."));
    }
    case 404:
    case 410:
    // "Git Repository is empty.", "No commit found for SHA": https://docs.github.com/en/rest/commits/commits#get-a-commit
    case 409:
    case 422:
      return { kind: 'missing' };
    default:
      return refusedBy(reply);
  }
}

/** Undefined when it is none, or another one: a branch may be called like the beginning of a hash. */
function readCommit(value: unknown, sha: string): PageTitle | undefined {
  const message = text(memberAt(value, 'commit', 'message'));
  if (message === undefined || text(member(value, 'sha'))?.startsWith(sha) !== true) return undefined;
  const title = readTitle(/^[^\r\n]*/.exec(message.trimStart())?.[0]);
  if (title === undefined) return undefined;
  const author =
    nameOf(memberAt(value, 'author', 'login')) ?? nameOf(memberAt(value, 'commit', 'author', 'name'));
  const at =
    time(memberAt(value, 'commit', 'committer', 'date')) ?? time(memberAt(value, 'commit', 'author', 'date'));
  return { title, ...(author !== undefined && { author }), ...(at !== undefined && { at }) };
}

/** A release without a name is called by its tag. */
function readRelease(value: unknown): PageTitle | undefined {
  const title = readTitle(text(member(value, 'name')) || member(value, 'tag_name'));
  if (title === undefined) return undefined;
  const author = nameOf(memberAt(value, 'author', 'login'));
  const at = time(member(value, 'published_at')) ?? time(member(value, 'created_at'));
  return {
    title,
    ...(author !== undefined && { author }),
    ...(at !== undefined && { at }),
    ...(member(value, 'prerelease') === true && { isPrerelease: true }),
  };
}
