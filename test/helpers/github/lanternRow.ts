/** One line of the tables of sample issues and pull requests. */

import type { Item } from './item.ts';
import type { Person } from './people.ts';
import { seconds } from './repositorySpec.ts';

export type Row = readonly [number: number, item: Partial<Item>];

export const lanternPeople: readonly Person[] = [
  { login: 'okan-lantern', name: 'Okan' },
  { login: 'mirela-lantern', name: 'Mirela' },
  { login: 'tove-lantern', name: 'Tove' },
  { login: 'wren-lantern', name: 'Wren' },
  { login: 'bastien-lantern', name: 'Bastien' },
  { login: 'jun-lantern', name: 'Jun' },
  { login: 'priya-lantern', name: 'Priya' },
];

type More = Partial<Pick<Item, 'labels' | 'milestone' | 'comments' | 'body' | 'draft' | 'assignees'>>;

/** `open`, or how it ended and on which day: `closed 2026-02-20`, `duplicate 2026-02-18`. */
export function issue(number: number, state: string, author: string, title: string, more: More = {}): Row {
  const [how = '', day] = state.split(' ');
  const reason = how === 'open' ? null : how === 'closed' ? 'completed' : 'duplicate';
  return row(number, 'issue', author, title, day, { ...more, reason });
}

/** `open`, `draft`, or how it ended and on which day: `merged 2026-01-14`, `closed 2026-01-15`. */
export function pull(number: number, state: string, author: string, title: string, more: More = {}): Row {
  const [how = '', day] = state.split(' ');
  const mergedAt = how === 'merged' && day ? evening(day) : null;
  return row(number, 'pull', author, title, day, { ...more, draft: how === 'draft', mergedAt });
}

function row(
  number: number,
  kind: Item['kind'],
  author: string,
  title: string,
  ended: string | undefined,
  more: Partial<Item>,
): Row {
  const login = author.includes('-') ? author : `${author}-lantern`;
  const end = ended === undefined ? null : evening(ended);
  const state = end === null ? 'open' : 'closed';
  const ending = end === null ? { closedAt: null } : { closedAt: end, updatedAt: end + 300 };
  const plain = { labels: [], milestone: null, mergedAt: null, assignees: [], comments: number % 4 };
  return [number, { kind, author: login, title, state, ...plain, ...ending, ...more }];
}

const evening = (day: string): number => seconds(`${day}T17:30:00Z`);
