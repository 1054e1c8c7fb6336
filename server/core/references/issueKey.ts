/** Every spelling of a reference to one key, and a key to its URL and its text. */

import { type IssueUrl, parseIssueUrl } from '../note/issueUrl.ts';
import type { Reference, ReferenceKind, Repository } from '../note/note.ts';
import { isName, isOwner } from '../note/repositoryNames.ts';

/** What a reference names, however it is spelled. Names may be in any case; `keyText` makes them comparable. */
export interface IssueKey {
  readonly repository: Repository;
  readonly number: number;
}

/** GraphQL numbers are 32-bit integers; notes have nine digits at most. */
const largestNumber = 999_999_999;

/**
 * What a reference of a note names; `seriesRepository` is what a bare `#1` means. Undefined when that is not known, when
 * the names cannot be GitHub's, or for a discussion, which is neither an issue nor a pull request.
 */
export function resolveReference(
  reference: Pick<Reference, 'number' | 'kind' | 'repository'>,
  seriesRepository?: Repository,
): IssueKey | undefined {
  const repository = reference.repository ?? seriesRepository;
  if (repository === undefined || reference.kind === 'discussion') return undefined;
  return isValidRepository(repository) && isValidNumber(reference.number)
    ? { repository, number: reference.number }
    : undefined;
}

/** An issue's number: whole, from 1 on. */
export function isValidNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= largestNumber;
}

/** Names that GitHub would accept. Nothing else may become a part of a request. */
export function isValidRepository({ host, owner, name }: Repository): boolean {
  return isHost(host) && isOwner(owner) && isName(name);
}

/** A host name, with a port or without. */
function isHost(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i.test(text);
}

/** Compares repositories; case does not count, as on GitHub. */
export function repositoryText({ host, owner, name }: Repository): string {
  return `${host}/${owner}/${name}`.toLowerCase();
}

/** Compares keys; two spellings of one issue have the same text. */
export function keyText({ repository, number }: IssueKey): string {
  return `${repositoryText(repository)}#${number}`;
}

export function isSameRepository(one: Repository, other: Repository): boolean {
  return repositoryText(one) === repositoryText(other);
}

/** `owner/repo#1`, whatever the host. */
export function qualifiedText({ repository, number }: IssueKey): string {
  return `${repository.owner}/${repository.name}#${number}`;
}

const pages: Readonly<Record<ReferenceKind, string>> = {
  pull: 'pull',
  issue: 'issues',
  discussion: 'discussions',
  // GitHub redirects from here to the pull request when it is one.
  unknown: 'issues',
};

/** The page on GitHub: `/pull/N` for a pull request, `/issues/N` for an issue and for what is not known. */
export function issueUrl({ repository, number }: IssueKey, kind: ReferenceKind = 'unknown'): string {
  return `${repositoryUrl(repository)}/${pages[kind]}/${number}`;
}

/** The repository's page. */
export function repositoryUrl({ host, owner, name }: Repository): string {
  return `https://${host}/${owner}/${name}`;
}

/**
 * Where a reference of a note leads, discussions and what follows the number (`#issuecomment-1`, `/files`) included.
 * Undefined as `resolveReference` is.
 */
export function referenceUrl(
  reference: Pick<Reference, 'number' | 'kind' | 'repository' | 'tail'>,
  seriesRepository?: Repository,
): string | undefined {
  const key = resolveReference({ ...reference, kind: 'unknown' }, seriesRepository);
  if (key === undefined) return undefined;
  const tail = reference.tail === '/' ? '' : (reference.tail ?? '');
  return issueUrl(key, reference.kind) + tail;
}

/** What a URL of GitHub, or of the user's Enterprise server, names, and as which kind; undefined for any other URL. */
export function parseIssueKey(
  url: string,
  enterpriseHost?: string,
): (IssueKey & Pick<IssueUrl, 'kind' | 'tail'>) | undefined {
  const parsed = parseIssueUrl(url, enterpriseHost);
  if (parsed === undefined || !isValidRepository(parsed.repository)) return undefined;
  const { repository, number, kind, tail } = parsed;
  return { repository, number, kind, tail };
}

export type CommentPlace =
  /** `#issuecomment-1` */
  | { readonly kind: 'comment'; readonly id: number }
  /** `#discussion_r1`, a comment on a line of a pull request */
  | { readonly kind: 'review-comment'; readonly id: number }
  /** `#pullrequestreview-1` */
  | { readonly kind: 'review'; readonly id: number };

const commentMarks: readonly (readonly [mark: string, kind: CommentPlace['kind']])[] = [
  ['issuecomment-', 'comment'],
  ['discussion_r', 'review-comment'],
  ['pullrequestreview-', 'review'],
];

/** The comment that a URL's tail names; undefined when it names none. */
export function commentPlace(tail: string | undefined): CommentPlace | undefined {
  const hash = tail?.lastIndexOf('#') ?? -1;
  const anchor = hash < 0 ? '' : tail!.slice(hash + 1);
  for (const [mark, kind] of commentMarks) {
    if (!anchor.startsWith(mark)) continue;
    const digits = anchor.slice(mark.length);
    return /^[1-9]\d{0,14}$/.test(digits) ? { kind, id: Number(digits) } : undefined;
  }
  return undefined;
}
