/** An issue's state, kind and age in words, and a sign for the state beside them. */

import { beside, type Message, t } from '../../../shared/l10n.ts';
import type { Issue, IssueState } from './issue.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Never alone: a screen reader has the words. */
const signs: Readonly<Record<IssueState, string>> = {
  open: '○',
  draft: '◌',
  merged: '✓',
  closed: '✕',
  completed: '✓',
  'not-planned': '⊘',
  duplicate: '⊘',
};

/** For the front of a title: seen also where the rest is cut. */
export function stateSign({ state }: Issue): string {
  return signs[state];
}

/** `merged pull request`, `closed issue (not planned)` */
export function stateAndKind({ state, kind }: Issue): Message {
  const isPull = kind === 'pull';
  switch (state) {
    case 'open':
      return isPull ? t('open pull request') : t('open issue');
    case 'draft':
      return isPull ? t('draft pull request') : t('draft issue');
    case 'merged':
      return isPull ? t('merged pull request') : t('merged issue');
    case 'closed':
      return isPull ? t('closed pull request') : t('closed issue');
    case 'completed':
      return isPull ? t('closed pull request (completed)') : t('closed issue (completed)');
    case 'not-planned':
      return isPull ? t('closed pull request (not planned)') : t('closed issue (not planned)');
    case 'duplicate':
      return isPull ? t('closed pull request (duplicate)') : t('closed issue (duplicate)');
  }
}

/** `merged 3d`: beside a title, which needs the room; `now` in milliseconds since 1970. */
export function briefWords(issue: Issue, now: number): Message {
  const [count, unit] = largestUnit(now - stateTime(issue)) ?? [];
  return beside(briefState(issue), unit === undefined ? t('now') : unit.brief(count!));
}

/** Nothing else tells an open pull request from an open issue here. */
function briefState({ state, kind }: Issue): Message {
  switch (state) {
    case 'open':
      return kind === 'pull' ? t('open PR') : t('open');
    case 'draft':
      return t('draft');
    case 'merged':
      return t('merged');
    case 'closed':
      return kind === 'pull' ? t('closed PR') : t('closed');
    case 'completed':
      return t('completed');
    case 'not-planned':
      return t('not planned');
    case 'duplicate':
      return t('duplicate');
  }
}

/** `pull request by ada, merged 3 days ago` */
export function fullWords(issue: Issue, now: number): Message {
  const state = beside(stateWords(issue), ageWords(now - stateTime(issue)));
  const { kind, author } = issue;
  if (author === undefined) return kind === 'pull' ? t('pull request, {0}', state) : t('issue, {0}', state);
  return kind === 'pull'
    ? t('pull request by {0}, {1}', author, state)
    : t('issue by {0}, {1}', author, state);
}

/** `merged`, `closed as not planned`, `open, updated`: what the age behind it belongs to. */
export function stateWords({ state }: Issue): Message {
  switch (state) {
    case 'open':
      return t('open, updated');
    case 'draft':
      return t('draft, updated');
    case 'merged':
      return t('merged');
    case 'closed':
      return t('closed');
    case 'completed':
      return t('closed as completed');
    case 'not-planned':
      return t('closed as not planned');
    case 'duplicate':
      return t('closed as duplicate');
  }
}

/** When it came into its state; while it is open, when it changed last. */
function stateTime({ mergedAt, closedAt, updatedAt }: Issue): number {
  return mergedAt ?? closedAt ?? updatedAt;
}

interface Unit {
  readonly length: number;
  readonly brief: (count: number) => Message;
  readonly ago: (count: number) => Message;
}

const units: readonly Unit[] = [
  {
    length: 365 * day,
    brief: (count) => t('{0}y', count),
    ago: (count) => (count === 1 ? t('1 year ago') : t('{0} years ago', count)),
  },
  {
    length: 30 * day,
    brief: (count) => t('{0}mo', count),
    ago: (count) => (count === 1 ? t('1 month ago') : t('{0} months ago', count)),
  },
  {
    length: day,
    brief: (count) => t('{0}d', count),
    ago: (count) => (count === 1 ? t('1 day ago') : t('{0} days ago', count)),
  },
  {
    length: hour,
    brief: (count) => t('{0}h', count),
    ago: (count) => (count === 1 ? t('1 hour ago') : t('{0} hours ago', count)),
  },
  {
    length: minute,
    brief: (count) => t('{0}min', count),
    ago: (count) => (count === 1 ? t('1 minute ago') : t('{0} minutes ago', count)),
  },
];

/** `3 days ago`; of a clock that is wrong, `just now`. Takes milliseconds. */
function ageWords(age: number): Message {
  const [count, unit] = largestUnit(age) ?? [];
  return unit === undefined ? t('just now') : unit.ago(count!);
}

function largestUnit(age: number): readonly [count: number, unit: Unit] | undefined {
  const unit = units.find(({ length }) => age >= length);
  return unit && [Math.floor(age / unit.length), unit];
}
