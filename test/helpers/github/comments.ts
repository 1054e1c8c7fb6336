/** Comments on issues and pull requests: like these, computed. */

import { hash, pick } from './hash.ts';
import type { Item } from './item.ts';
import type { Repository } from './repository.ts';
import { plainBody } from './words.ts';

export interface Comment {
  readonly id: number;
  /** The number of the issue or pull request. */
  readonly issue: number;
  readonly author: string;
  readonly body: string;
  /** Whole seconds since 1970. */
  readonly createdAt: number;
}

/** A computed comment's number is that of its issue, times this, plus its place from 1. */
const perIssue = 1_000;

/** Undefined when there is none of that number. */
export function findComment(repository: Repository, id: number): Comment | undefined {
  const known = repository.spec.comments?.find((comment) => comment.id === id);
  const item = repository.item(known?.issue ?? Math.floor(id / perIssue));
  if (item === undefined) return undefined;
  if (known !== undefined) return { ...known, createdAt: item.createdAt };
  const place = id % perIssue;
  return place >= 1 && place <= item.comments ? generateComment(repository, item, place) : undefined;
}

/** The comments of an item in the order they were written. */
export function commentsOf(repository: Repository, item: Item): readonly Comment[] {
  const known = (repository.spec.comments ?? []).filter(({ issue }) => issue === item.number);
  const computed = Array.from({ length: item.comments - known.length }, (_, index) =>
    generateComment(repository, item, index + 1),
  );
  return [...known.map((comment) => ({ ...comment, createdAt: item.createdAt })), ...computed];
}

function generateComment(repository: Repository, item: Item, place: number): Comment {
  const id = item.number * perIssue + place;
  const { seed, people } = repository.origin;
  return {
    id,
    issue: item.number,
    author: pick(people, seed, id, 51).login,
    body: plainBody(seed, id, hash(seed, id, 52) % 2 === 0 ? 'issue' : 'pull'),
    createdAt: item.createdAt + Math.floor(((item.updatedAt - item.createdAt) * place) / (item.comments + 1)),
  };
}
