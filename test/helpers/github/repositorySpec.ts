/** How a repository of the stand-in is described, and what follows from it about time. */

import { fraction } from './hash.ts';
import type { Item } from './item.ts';
import type { Person } from './people.ts';

/** A comment that must be there under its number; all others are computed. */
interface KnownComment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  readonly body: string;
}

export interface KnownCommit {
  /** All 40 digits. */
  readonly sha: string;
  readonly message: string;
  readonly author: string;
  /** ISO time. */
  readonly at: string;
}

export interface KnownRelease {
  readonly tag: string;
  readonly name?: string;
  readonly author: string;
  /** ISO time. */
  readonly at: string;
  readonly prerelease?: boolean;
}

export interface RepositorySpec {
  readonly owner: string;
  readonly name: string;
  /** Numbers run from 1 to this. */
  readonly size: number;
  readonly description?: string;
  /** Nobody sees it but the accounts in `readers`; without `readers`, any account. */
  readonly private?: boolean;
  readonly readers?: readonly string[];
  /** The organisation wants single sign-on: accounts without `sso` are refused, nobody at all is not. */
  readonly saml?: boolean;
  /** An earlier `owner/name`, which now redirects. */
  readonly formerly?: string;
  /** Strangers' titles among the others, one in 25; true unless said otherwise. */
  readonly hostile?: boolean;
  /** Every seventh number is a discussion: in neither list, and not found. */
  readonly discussions?: boolean;
  /** ISO time of the latest update. */
  readonly until?: string;
  /** Numbers with the day by which they were opened, ascending; between them it is interpolated. */
  readonly opened?: readonly (readonly [number: number, date: string])[];
  readonly people?: readonly Person[];
  readonly milestones?: readonly string[];
  /** What certain numbers are, in place of what would be computed. */
  readonly items?: Readonly<Record<number, Partial<Item>>>;
  readonly comments?: readonly KnownComment[];
  readonly commits?: readonly KnownCommit[];
  readonly releases?: readonly KnownRelease[];
}

const tenYears = 315_360_000;

/** Whole seconds since 1970 of an ISO time or day; throws for anything else. */
export function seconds(time: string): number {
  const value = Date.parse(time);
  if (Number.isNaN(value)) throw new Error(`"${time}" is no time`);
  return Math.floor(value / 1000);
}

/** When each number was opened, in seconds; never after `until`. */
export function openingTimes(spec: RepositorySpec, seed: number, until: number): (number: number) => number {
  const gap = Math.min(3 * 3600, Math.floor(tenYears / Math.max(spec.size, 1)));
  const known = spec.opened?.map(([number, date]) => [number, seconds(date)] as const) ?? [];
  const points =
    known.length > 1
      ? known
      : ([
          [0, until - (spec.size + 1) * gap],
          [spec.size + 1, until],
        ] as const);
  return (number) => {
    const found = points.findIndex(([at]) => at >= number);
    const after = found < 0 ? points.length - 1 : Math.max(1, found);
    const [fromNumber, from] = points[after - 1]!;
    const [toNumber, to] = points[after]!;
    const step = (to - from) / (toNumber - fromNumber);
    // Not to the full step, so that what comes later is later.
    const time = from + step * (number - fromNumber - 1 + 0.8 * fraction(seed, number, 61));
    return Math.min(Math.floor(time), until);
  };
}
