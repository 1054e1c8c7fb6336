/** An issue's state, kind and age in words, and a sign for the state beside them. */

import type { Issue, IssueState } from './issue.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface StateWords {
  /** Never alone: a screen reader has the words. */
  readonly sign: string;
  readonly word: string;
  /** The word is the reason why the issue is closed, as GitHub's own pages say it. */
  readonly isReason?: true;
}

const states: Readonly<Record<IssueState, StateWords>> = {
  open: { sign: '○', word: 'open' },
  draft: { sign: '◌', word: 'draft' },
  merged: { sign: '✓', word: 'merged' },
  closed: { sign: '✕', word: 'closed' },
  completed: { sign: '✓', word: 'completed', isReason: true },
  'not-planned': { sign: '⊘', word: 'not planned', isReason: true },
  duplicate: { sign: '⊘', word: 'duplicate', isReason: true },
};

/** For the front of a title: seen also where the rest is cut. */
export function stateSign({ state }: Issue): string {
  return states[state].sign;
}

/** `merged pull request`, `closed issue (not planned)` */
export function stateAndKind(issue: Issue): string {
  const { word, isReason } = states[issue.state];
  return isReason ? `closed ${kindWords(issue)} (${word})` : `${word} ${kindWords(issue)}`;
}

/** `merged 3d`: beside a title, which needs the room; `now` in milliseconds since 1970. */
export function briefWords(issue: Issue, now: number): string {
  const { word } = states[issue.state];
  // Nothing else tells an open pull request from an open issue here.
  const isEither = issue.state === 'open' || issue.state === 'closed';
  const state = `${word}${isEither && issue.kind === 'pull' ? ' PR' : ''}`;
  const [count, unit] = largestUnit(now - stateTime(issue)) ?? [];
  return `${state} ${unit === undefined ? 'now' : `${count}${unit.brief}`}`;
}

/** `pull request by ada, merged 3 days ago` */
export function fullWords(issue: Issue, now: number): string {
  const age = ageWords(now - stateTime(issue));
  return `${kindWords(issue)}${issue.author === undefined ? '' : ` by ${issue.author}`}, ${stateWords(issue)} ${age}`;
}

/** `merged`, `closed as not planned`, `open, updated`: what the age behind it belongs to. */
export function stateWords({ state }: Issue): string {
  const { word, isReason } = states[state];
  if (isReason) return `closed as ${word}`;
  return state === 'open' || state === 'draft' ? `${word}, updated` : word;
}

function kindWords({ kind }: Issue): string {
  return kind === 'pull' ? 'pull request' : 'issue';
}

/** When it came into its state; while it is open, when it changed last. */
function stateTime({ mergedAt, closedAt, updatedAt }: Issue): number {
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
function ageWords(age: number): string {
  const [count, unit] = largestUnit(age) ?? [];
  return unit === undefined ? 'just now' : `${count} ${unit.name}${count === 1 ? '' : 's'} ago`;
}

function largestUnit(age: number): readonly [count: number, unit: Unit] | undefined {
  const unit = units.find(({ length }) => age >= length);
  return unit && [Math.floor(age / unit.length), unit];
}
