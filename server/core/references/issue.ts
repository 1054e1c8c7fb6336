/** An issue or a pull request as data. */

import type { Repository } from '../note/note.ts';

export type IssueKind = 'issue' | 'pull';

export type IssueState =
  /** Pull requests: open for review, not ready yet, in, or turned down. */
  | 'open'
  | 'draft'
  | 'merged'
  /** Also an issue that was closed before GitHub asked why. */
  | 'closed'
  | 'completed'
  | 'not-planned'
  | 'duplicate';

export interface Issue {
  /** As GitHub spells it. */
  readonly repository: Repository;
  readonly number: number;
  readonly kind: IssueKind;
  /** One visible line of at most `longestTitle` graphemes, otherwise as its author wrote it: never markup of ours. */
  readonly title: string;
  readonly state: IssueState;
  /** A login; absent when the account is gone. */
  readonly author?: string;
  /** All times are milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly closedAt?: number;
  readonly mergedAt?: number;
  /** What only some requests bring; may be older than the rest: see `hasDetails`. */
  readonly details?: IssueDetails;
}

interface IssueDetails {
  /** The issue's `updatedAt` when these were read. */
  readonly asOf: number;
  readonly labels: readonly string[];
  readonly milestone?: string;
  /** The beginning of the body as plain text, as `excerptOf` makes it; none for an empty body. */
  readonly excerpt: readonly string[];
}

/** True when labels, milestone and first lines are known and as new as the rest. */
export function hasDetails({ details, updatedAt }: Issue): boolean {
  return details !== undefined && details.asOf === updatedAt;
}
