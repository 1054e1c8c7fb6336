/** An issue's state, kind and age in words, and a sign for the state beside them. */

import type { Issue, IssueState } from '../github/issue.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface StateWords {
  /** Never alone: a screen reader has the words. */
  readonly sign: string;
  readonly brief: string;
  readonly full: string;
}

const states: Readonly<Record<IssueState, StateWords>> = {
  open: { sign: '○', brief: 'open', full: 'open' },
  draft: { sign: '◌', brief: 'draft', full: 'a draft' },
  merged: { sign: '✓', brief: 'merged', full: 'merged' },
  closed: { sign: '✕', brief: 'closed', full: 'closed' },
  completed: { sign: '✓', brief: 'done', full: 'closed as completed' },
  'not-planned': { sign: '⊘', brief: 'not planned', full: 'closed as not planned' },
  duplicate: { sign: '⊘', brief: 'duplicate', full: 'closed as a duplicate' },
};

/** For the front of a title: seen also where the rest is cut. */
export function stateSign({ state }: Issue): string {
  return states[state].sign;
}

/** `merged 3d · ada`; `now` in milliseconds since 1970. */
export function briefWords(issue: Issue, now: number): string {
  const { brief } = states[issue.state];
  // Nothing else tells an open pull request from an open issue here.
  const isEither = issue.state === 'open' || issue.state === 'closed';
  const state = `${brief}${isEither && issue.kind === 'pull' ? ' PR' : ''}`;
  const [count, unit] = largestUnit(now - stateTime(issue)) ?? [];
  const age = unit === undefined ? 'now' : `${count}${unit.brief}`;
  return [`${state} ${age}`, issue.author].filter((part) => part !== undefined).join(' · ');
}

/** `pull request by ada, merged 3 days ago` */
export function fullWords(issue: Issue, now: number): string {
  const age = ageWords(now - stateTime(issue));
  return `${kindWords(issue)}${issue.author === undefined ? '' : ` by ${issue.author}`}, ${stateWords(issue)} ${age}`;
}

/** `merged`, `open, updated` */
export function stateWords({ state }: Issue): string {
  const { full } = states[state];
  return state === 'open' || state === 'draft' ? `${full}, updated` : full;
}

export function kindWords({ kind }: Issue): string {
  return kind === 'pull' ? 'pull request' : 'issue';
}

/** When it came into its state; while it is open, when it changed last. */
export function stateTime({ mergedAt, closedAt, updatedAt }: Issue): number {
  return mergedAt ?? closedAt ?? updatedAt;
}

interface Unit {
  readonly length: number;
  readonly name: string;
  readonly brief: string;
}

const units: readonly Unit[] = [
  { length: 365 * day, name: 'year', brief: 'y' },
  { length: 30 * day, name: 'month', brief: 'mo' },
  { length: day, name: 'day', brief: 'd' },
  { length: hour, name: 'hour', brief: 'h' },
  { length: minute, name: 'minute', brief: 'min' },
];

/** `3 days ago`; of a clock that is wrong, `just now`. Takes milliseconds. */
export function ageWords(age: number): string {
  const [count, unit] = largestUnit(age) ?? [];
  return unit === undefined ? 'just now' : `${count} ${unit.name}${count === 1 ? '' : 's'} ago`;
}

function largestUnit(age: number): readonly [count: number, unit: Unit] | undefined {
  const unit = units.find(({ length }) => age >= length);
  return unit && [Math.floor(age / unit.length), unit];
}
