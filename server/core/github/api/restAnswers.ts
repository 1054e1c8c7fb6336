/** What GitHub's REST interface answers, read without trust: what is not as described is left out. */

import type { Repository } from '../../note/note.ts';
import type { Issue, IssueState } from '../../references/issue.ts';
import { isValidNumber, isValidRepository } from '../../references/issueKey.ts';
import { excerptOf } from '../excerpt.ts';
import { isObject, items, member, memberAt, text, time } from '../json.ts';
import { longestTitle, nameOf, oneLine } from '../text.ts';

const mostLabels = 20;

/**
 * An issue or a pull request as `GET /repos/{o}/{r}/issues/{n}` and the lists give it; `asked` is the repository that was
 * asked, for the host and for an answer that names none. Undefined when number, title or dates are not what they ought
 * to be. https://docs.github.com/en/rest/issues/issues
 */
export function readIssue(value: unknown, asked: Repository): Issue | undefined {
  const number = member(value, 'number');
  const createdAt = time(member(value, 'created_at'));
  const updatedAt = time(member(value, 'updated_at'));
  const title = readTitle(member(value, 'title'));
  const pull = member(value, 'pull_request');
  if (typeof number !== 'number' || !isValidNumber(number) || title === undefined) return undefined;
  if (createdAt === undefined || updatedAt === undefined) return undefined;
  const mergedAt = time(member(pull, 'merged_at'));
  const closedAt = time(member(value, 'closed_at'));
  const state = readState({
    isPull: isObject(pull),
    isOpen: member(value, 'state') === 'open',
    isMerged: mergedAt !== undefined,
    isDraft: member(value, 'draft') === true,
    reason: member(value, 'state_reason'),
  });
  const author = nameOf(memberAt(value, 'user', 'login'));
  const milestone = nameOf(memberAt(value, 'milestone', 'title'));
  return {
    repository: readRepository(member(value, 'repository_url'), asked),
    number,
    kind: isObject(pull) ? 'pull' : 'issue',
    title,
    state,
    ...(author !== undefined && { author }),
    createdAt,
    updatedAt,
    ...(closedAt !== undefined && { closedAt }),
    ...(mergedAt !== undefined && { mergedAt }),
    details: {
      asOf: updatedAt,
      labels: readLabels(member(value, 'labels')),
      ...(milestone !== undefined && { milestone }),
      excerpt: excerptOf(text(member(value, 'body')) ?? ''),
    },
  };
}

/** The issues of a list; `ok` is false when it is no list at all. */
export function readIssues(
  value: unknown,
  asked: Repository,
): { readonly ok: boolean; readonly issues: readonly Issue[] } {
  const issues = items(value).map((item) => readIssue(item, asked));
  return { ok: Array.isArray(value), issues: issues.filter((issue) => issue !== undefined) };
}

/** A title fit to be kept. Undefined when it is no text; one that shows nothing is said to. */
export function readTitle(value: unknown): string | undefined {
  return typeof value === 'string' ? oneLine(value, longestTitle) || '(no visible title)' : undefined;
}

/** One state out of what both interfaces tell; `reason` in either one's case. */
export function readState(said: {
  readonly isPull: boolean;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly isDraft: boolean;
  readonly reason: unknown;
}): IssueState {
  if (said.isPull)
    return said.isMerged ? 'merged' : !said.isOpen ? 'closed' : said.isDraft ? 'draft' : 'open';
  if (said.isOpen) return 'open';
  switch (text(said.reason)?.toLowerCase()) {
    case 'completed':
      return 'completed';
    case 'not_planned':
      return 'not-planned';
    case 'duplicate':
      return 'duplicate';
    default:
      return 'closed';
  }
}

function readLabels(value: unknown): readonly string[] {
  // A label is an object, or in old answers a string.
  const names = items(value).map((label) => nameOf(isObject(label) ? member(label, 'name') : label));
  return names.filter((name) => name !== undefined).slice(0, mostLabels);
}

/** `https://api.github.com/repos/OWNER/NAME`; only the names count, the host is the one that was asked. */
function readRepository(url: unknown, asked: Repository): Repository {
  const parts = text(url)?.split('/') ?? [];
  const name = parts.at(-1) ?? '';
  const owner = parts.at(-2) ?? '';
  if (parts.at(-3) !== 'repos' || (owner === asked.owner && name === asked.name)) return asked;
  const repository = { host: asked.host, owner, name };
  return isValidRepository(repository) ? repository : asked;
}

export interface IssueComment {
  readonly author?: string;
  readonly createdAt: number;
  /** The comment's beginning; see `excerptOf`. */
  readonly excerpt: readonly string[];
}

/** A comment on an issue, on a line of a pull request, or of a review. Undefined when it is none. */
export function readComment(value: unknown): IssueComment | undefined {
  const createdAt = time(member(value, 'created_at')) ?? time(member(value, 'submitted_at'));
  const body = text(member(value, 'body'));
  if (createdAt === undefined || body === undefined) return undefined;
  const author = nameOf(memberAt(value, 'user', 'login'));
  return { ...(author !== undefined && { author }), createdAt, excerpt: excerptOf(body) };
}

/** Logins of a list of accounts: assignees, contributors. */
export function readLogins(value: unknown): readonly string[] {
  return items(value)
    .map((item) => readLogin(item))
    .filter((login) => login !== undefined);
}

/** Logins have letters, digits, hyphens and, for managed accounts, one underscore; `[bot]` accounts are not people. */
export function readLogin(value: unknown): string | undefined {
  const login = text(member(value, 'login'));
  return login !== undefined && /^[A-Za-z0-9_-]{1,100}$/.test(login) ? login : undefined;
}

/**
 * The path of the next page out of a `Link` header, below the interface's root; undefined when there is none. Whatever
 * host the header names, only its path is used, and only when it leads to a repository.
 */
export function nextPage(link: string | undefined): string | undefined {
  for (const part of (link ?? '').slice(0, 8_192).split(',')) {
    const [target = '', ...parameters] = part.split(';');
    if (!parameters.some((parameter) => parameter.trim() === 'rel="next"')) continue;
    const url = target.trim();
    if (!url.startsWith('<https://') && !url.startsWith('<http://')) return undefined;
    const root = ['/repositories/', '/repos/'].map((start) => url.indexOf(start)).filter((at) => at > 0);
    const path = root.length === 0 ? '' : url.slice(Math.min(...root), -1);
    const isPlain = /^[\w/.?&=%:+-]+$/.test(path) && !/\/(?:\.|%2e){1,2}(?:[/?]|$)/i.test(path);
    return isPlain ? path : undefined;
  }
  return undefined;
}
