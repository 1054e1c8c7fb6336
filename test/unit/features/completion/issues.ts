/** Issues to complete, in a source without a network: the store's own search over rows of a table. */

import type { IssueSource } from '../../../../server/core/features/completion/candidates.ts';
import type { Found } from '../../../../server/core/github/answer.ts';
import type { Person } from '../../../../server/core/github/api/graphqlAnswers.ts';
import { RepositoryCache } from '../../../../server/core/github/cache/repositoryCache.ts';
import type { Repository } from '../../../../server/core/note/note.ts';
import type { Issue, IssueState } from '../../../../server/core/references/issue.ts';
import { repositoryText } from '../../../../server/core/references/issueKey.ts';

export const lantern: Repository = { host: 'github.com', owner: 'octo', name: 'lantern' };
export const now = Date.parse('2026-08-18T12:00:00Z');

/** `day` is when it was changed last, and merged or closed where its state says so. */
export type Row = readonly [
  number: number,
  kind: Issue['kind'],
  state: IssueState,
  day: string,
  title: string,
];

export function issueOf([number, kind, state, day, title]: Row, repository = lantern): Issue {
  const at = Date.parse(`${day}T12:00:00Z`);
  return {
    repository,
    number,
    kind,
    state,
    title,
    author: 'ada',
    createdAt: Date.parse('2026-01-02T12:00:00Z'),
    updatedAt: at,
    ...(state !== 'open' && state !== 'draft' && { closedAt: at }),
    ...(state === 'merged' && { mergedAt: at }),
  };
}

export interface Source extends IssueSource {
  readonly missing: Set<number>;
}

export function sourceOf(
  rows: readonly Row[],
  people: readonly Person[] = [],
  repository: Repository = lantern,
): Source {
  const cache = new RepositoryCache(repository);
  cache.put(rows.map((row): Found => ({ kind: 'found', issue: issueOf(row, repository), fetchedAt: now })));
  const isHere = (other: Repository): boolean => repositoryText(other) === repositoryText(repository);
  const missing = new Set<number>();
  return {
    missing,
    peek: (key) => {
      if (missing.has(key.number))
        return { kind: 'missing', reason: 'not-found', fetchedAt: now, since: now };
      return isHere(key.repository) ? cache.peek(key.number, now) : undefined;
    },
    search: (other, query) => (isHere(other) ? cache.search(query) : []),
    people: (other) => (isHere(other) ? people : []),
  };
}
