/** Asking GitHub about issues that notes name: one with its details, or many at once. */

import { t } from '../../../../shared/l10n.ts';
import type { Issue } from '../../references/issue.ts';
import type { CommentPlace, IssueKey } from '../../references/issueKey.ts';
import type { Answer, MissingReason, Unavailable } from '../answer.ts';
import { member, memberAt, text } from '../json.ts';
import type { Gateway, Reply } from './gateway.ts';
import { type BatchItem, readBatch } from './graphqlAnswers.ts';
import type { Priority } from './limits.ts';
import { commentPath, issuePath, repositoryPath } from './paths.ts';
import { batchQuery, discussionQuery } from './queries.ts';
import { type IssueComment, readComment, readIssue } from './restAnswers.ts';
import { unavailable } from './status.ts';

/** What GitHub said; when, and what it means for what is known already, is the store's. */
export type FetchResult =
  | { readonly kind: 'found'; readonly issue: Issue; readonly movedFrom?: IssueKey }
  | { readonly kind: 'missing'; readonly reason: MissingReason }
  | Unavailable;

/**
 * Fetches one through REST: details, deletions and moves are told there only, and no token is needed. `visibility` is what is
 * known of its repository; it learns.
 */
export async function fetchIssue(
  gateway: Gateway,
  key: IssueKey,
  visibility: Visibility,
  priority: Priority,
): Promise<FetchResult> {
  const reply = await gateway.send(issuePath(key), [key.repository], priority);
  if (reply.kind === 'unavailable') return reply;
  switch (reply.status) {
    case 200: {
      const issue = readIssue(reply.value, key.repository);
      if (issue === undefined) return unreadable();
      // GitHub leads from a moved issue to its new place; a renamed repository keeps its numbers.
      return { kind: 'found', issue, ...(issue.number !== key.number && { movedFrom: key }) };
    }
    case 404:
      return { kind: 'missing', reason: await explainMissing(gateway, key, visibility, priority) };
    case 410:
      // "This issue was deleted", or "Issues are disabled for this repo".
      return messageOf(reply).includes('disabled')
        ? unavailable('forbidden', t('Issues are disabled in this repository.'))
        : { kind: 'missing', reason: 'gone' };
    default:
      return refusedBy(reply);
  }
}

/** What is known of a repository as a whole. */
export interface Visibility {
  visible: boolean | undefined;
  hasDiscussions: boolean | undefined;
}

/**
 * What "not found" means: that the repository cannot be seen, that it has no such number, or neither for certain, as the
 * number may be a discussion's. Learns about the repository, once; then at most one request.
 */
async function explainMissing(
  gateway: Gateway,
  key: IssueKey,
  visibility: Visibility,
  priority: Priority,
): Promise<'hidden' | 'not-found' | 'unconfirmed'> {
  if (visibility.visible === false) return 'hidden';
  if (visibility.hasDiscussions === undefined) {
    const reply = await gateway.send(repositoryPath(key.repository), [key.repository], priority);
    if (reply.kind === 'unavailable' || (reply.status !== 200 && reply.status !== 404)) return 'unconfirmed';
    visibility.visible = reply.status === 200;
    if (!visibility.visible) return 'hidden';
    visibility.hasDiscussions = member(reply.value, 'has_discussions') === true;
  }
  if (!visibility.hasDiscussions) return 'not-found';
  if (!gateway.signedIn) return 'unconfirmed';
  const reply = await gateway.send(discussionQuery(key), [key.repository], priority);
  if (reply.kind === 'unavailable' || reply.status !== 200) return 'unconfirmed';
  const discussion = memberAt(reply.value, 'data', 'repository', 'discussion');
  return discussion === null ? 'not-found' : 'unconfirmed';
}

/** Fetches up to `batchSize` in one query, in the order of the keys; duplicates are left out. Needs a token. */
export async function fetchIssues(
  gateway: Gateway,
  keys: readonly IssueKey[],
): Promise<readonly { readonly key: IssueKey; readonly answer: FetchResult }[] | Unavailable> {
  const batch = batchQuery(keys);
  const about = batch.aliases.map(({ key }) => key.repository);
  const reply = await gateway.send(batch, about, 'background');
  if (reply.kind === 'unavailable') return reply;
  if (reply.status !== 200) return refusedBy(reply);
  const answers = readBatch(reply.value, batch.aliases);
  return batch.aliases.map(({ key }, index) => ({ key, answer: resultOf(answers[index]!) }));
}

function resultOf(item: BatchItem): FetchResult {
  switch (item.kind) {
    case 'found':
    case 'missing':
      return item;
    case 'forbidden':
      return forbidden(item.saml);
    case 'nothing':
      return unreadable();
  }
}

export type CommentAnswer =
  | { readonly kind: 'found'; readonly comment: IssueComment; readonly fetchedAt: number }
  | Exclude<Answer, { readonly kind: 'found' }>;

/** The comment that a URL's tail names; `now` in milliseconds since 1970. */
export async function fetchComment(
  gateway: Gateway,
  key: IssueKey,
  place: CommentPlace,
  now: () => number,
): Promise<CommentAnswer> {
  const reply = await gateway.send(commentPath(key, place), [key.repository], 'interactive');
  if (reply.kind === 'unavailable') return reply;
  const fetchedAt = now();
  if (reply.status === 404 || reply.status === 410)
    return {
      kind: 'missing',
      reason: reply.status === 410 ? 'gone' : 'not-found',
      fetchedAt,
      since: fetchedAt,
    };
  if (reply.status !== 200) return refusedBy(reply);
  const comment = readComment(reply.value);
  return comment === undefined ? unreadable() : { kind: 'found', comment, fetchedAt };
}

/** What a status means that is neither success nor "not found". */
export function refusedBy(reply: Reply): Unavailable {
  if (reply.status === 403 || reply.status === 451)
    return forbidden(reply.headers['x-github-sso'] !== undefined || messageOf(reply).includes('saml'));
  return unavailable('trouble', t('GitHub answered {0}.', reply.status));
}

function forbidden(saml: boolean): Unavailable {
  return unavailable(
    'forbidden',
    saml
      ? t('The organization requires SAML single sign-on, which this sign-in is not authorized for.')
      : t('This sign-in has no access.'),
  );
}

function unreadable(): Unavailable {
  return unavailable('trouble', t("GitHub's response could not be read."));
}

function messageOf({ value }: Reply): string {
  return (text(member(value, 'message')) ?? '').slice(0, 1_000).toLowerCase();
}
