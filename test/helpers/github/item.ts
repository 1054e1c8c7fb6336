/** One issue or pull request, and how it is computed from the repository's seed and its number. */

import { fraction, hash, pick } from './hash.ts';
import { hostileTitles, longTitles } from './hostileTitles.ts';
import { bot, ghost, type Person } from './people.ts';
import { labelNames, plainBody, plainTitle } from './words.ts';

export type ItemKind = 'issue' | 'pull';

/** Times are whole seconds since 1970-01-01 UTC, as precise as GitHub's. */
export interface Item {
  readonly number: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  /** Why an issue is in its state; null for one that was never closed, and for pull requests. */
  readonly reason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  readonly draft: boolean;
  /** Null unless it is a merged pull request. */
  readonly mergedAt: number | null;
  readonly createdAt: number;
  /** Never before `createdAt`. */
  readonly updatedAt: number;
  readonly closedAt: number | null;
  /** A login; `ghost` for a deleted account. */
  readonly author: string;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  readonly milestone: string | null;
  /** How many comments it has: see comments.ts. */
  readonly comments: number;
}

/** What lists are sorted and filtered by: cheap enough to compute for 200,000 numbers. */
export type Outline = Pick<Item, 'kind' | 'state' | 'mergedAt' | 'createdAt' | 'updatedAt' | 'closedAt'>;

/** What a repository is computed from. */
export interface Origin {
  readonly seed: number;
  readonly people: readonly Person[];
  /** When the newest can have been updated, in seconds. */
  readonly until: number;
  /** When a number was opened, in seconds; grows with the number and is never after `until`. */
  readonly opened: (number: number) => number;
  readonly milestones: readonly string[];
  /** Whether strangers' titles are among the titles. */
  readonly hostile: boolean;
  /** The address of the stand-in, for titles that try to make an editor fetch something. */
  readonly address: string;
}

const day = 86_400;

export function generateOutline(origin: Origin, number: number): Outline {
  const { seed, until } = origin;
  const kind = hash(seed, number, 1) % 100 < 45 ? 'pull' : 'issue';
  const createdAt = origin.opened(number);
  const room = until - createdAt;
  // Most are touched for the last time soon, some after months, some old ones today: so that the order by update is
  // not the order by number.
  const pace = fraction(seed, number, 2);
  const share = fraction(seed, number, 3);
  const wait = pace < 0.5 ? share * 3 * day : pace < 0.8 ? share * 60 * day : share * room;
  const updatedAt = createdAt + Math.floor(Math.min(wait, room * share));
  const open = hash(seed, number, 4) % 100 < (kind === 'pull' ? 8 : 30);
  if (open) return { kind, state: 'open', mergedAt: null, createdAt, updatedAt, closedAt: null };
  const closedAt = createdAt + Math.floor((updatedAt - createdAt) * (0.5 + fraction(seed, number, 5) / 2));
  const merged = kind === 'pull' && hash(seed, number, 6) % 100 < 80;
  return { kind, state: 'closed', mergedAt: merged ? closedAt : null, createdAt, updatedAt, closedAt };
}

/** The title alone: what a search has to read of every item. */
export function generateTitle(origin: Origin, number: number, kind: ItemKind): string {
  const { seed } = origin;
  if (!origin.hostile || hash(seed, number, 7) % 25 > 0) return plainTitle(seed, number, kind);
  const titles = Object.values(hash(seed, number, 8) % 40 === 0 ? longTitles : hostileTitles);
  return pick(titles, seed, number, 9).replaceAll('{origin}', origin.address);
}

export function generateItem(origin: Origin, number: number): Item {
  const { seed, people } = origin;
  const outline = generateOutline(origin, number);
  const { kind, state, mergedAt, closedAt } = outline;
  const title = generateTitle(origin, number, kind);
  const strange = origin.hostile && hash(seed, number, 7) % 25 === 0;
  const body = strange
    ? `${title.slice(0, 2_000)}\n\n${plainBody(seed, number, kind)}`
    : plainBody(seed, number, kind);
  const reason =
    kind === 'pull' || closedAt === null
      ? null
      : pick(['completed', 'completed', 'not_planned', 'duplicate'] as const, seed, number, 10);
  return {
    ...outline,
    number,
    title,
    body: hash(seed, number, 11) % 20 === 0 ? '' : body,
    reason: state === 'open' && hash(seed, number, 12) % 30 === 0 && kind === 'issue' ? 'reopened' : reason,
    draft: kind === 'pull' && mergedAt === null && hash(seed, number, 13) % 4 === 0,
    author: generateAuthor(origin, number, title),
    assignees: hash(seed, number, 14) % 3 === 0 ? [pick(people, seed, number, 15).login] : [],
    labels: labelNames.filter((_, index) => hash(seed, number, 50 + index) % 9 === 0),
    milestone: hash(seed, number, 16) % 3 === 0 ? (pick(origin.milestones, seed, number, 17) ?? null) : null,
    comments: hash(seed, number, 18) % 12,
  };
}

function generateAuthor(origin: Origin, number: number, title: string): string {
  if (title.startsWith('Bump ')) return bot;
  if (hash(origin.seed, number, 19) % 97 === 0) return ghost;
  // The square of a fraction: a few people write most of it.
  const index = Math.floor(fraction(origin.seed, number, 20) ** 2 * origin.people.length);
  return origin.people[index]!.login;
}
