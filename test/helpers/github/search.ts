/** The search for issues and pull requests: as much of its language as the project writes. */

import type { Item, Outline } from './item.ts';
import { numberOf, type Repository } from './repository.ts';
import type { Account, World } from './world.ts';

export interface Query {
  /** Lower case; all must occur in the title. Bodies are made of the same words and are not searched. */
  readonly words: readonly string[];
  readonly repositories: readonly string[];
  readonly kind: Item['kind'] | undefined;
  readonly states: readonly ('open' | 'closed' | 'merged' | 'unmerged' | 'draft')[];
  readonly author: string | undefined;
  /** Seconds since 1970, both inclusive. */
  readonly merged: { readonly from: number; readonly to: number } | undefined;
  /** What the stand-in does not play, in words. */
  readonly unknown: readonly string[];
}

/** Splits at blanks outside quotes; the qualifiers are from docs.github.com, "Searching issues and pull requests". */
export function parseQuery(text: string): Query {
  const words: string[] = [];
  const repositories: string[] = [];
  const states: Query['states'][number][] = [];
  const unknown: string[] = [];
  let kind: Query['kind'];
  let author: string | undefined;
  let merged: Query['merged'];
  for (const token of tokens(text)) {
    const colon = token.startsWith('"') ? -1 : token.indexOf(':');
    const name = token.slice(0, Math.max(0, colon)).toLowerCase();
    const value = unquoted(token.slice(colon + 1));
    if (colon < 1) words.push(unquoted(token).toLowerCase());
    else if (name === 'repo') repositories.push(value);
    else if (name === 'author') author = value;
    else if (name === 'merged' && days.test(value)) merged = readDays(value);
    else if (name === 'in' && value.split(',').includes('title')) continue;
    else if (name === 'sort' && (value === 'updated-desc' || value === 'updated')) continue;
    else if (['is', 'type', 'state'].includes(name)) {
      if (value === 'issue') kind = 'issue';
      else if (value === 'pr' || value === 'pull-request') kind = 'pull';
      else if (['open', 'closed', 'merged', 'unmerged', 'draft'].includes(value)) {
        states.push(value as Query['states'][number]);
      } else unknown.push(token);
    } else unknown.push(token);
  }
  return {
    words: words.filter((word) => word !== ''),
    repositories,
    kind,
    states,
    author,
    merged,
    unknown,
  };
}

/** `2026-01-06..2026-01-20`, whole days in UTC (docs.github.com, "Query for dates"). */
const days = /^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/;

function readDays(value: string): { readonly from: number; readonly to: number } {
  const [from, to] = value.split('..').map((day) => Date.parse(`${day}T00:00:00Z`) / 1_000);
  return { from: from!, to: to! + 86_399 };
}

function tokens(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index <= text.length; index++) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    if (index < text.length && (quoted || !/\s/.test(character!))) continue;
    if (index > start) found.push(text.slice(start, index));
    start = index + 1;
  }
  return found;
}

const unquoted = (text: string): string => text.replaceAll('"', '');

interface Hit {
  readonly repository: Repository;
  readonly number: number;
}

export type Outcome =
  | { readonly kind: 'hits'; readonly hits: readonly Hit[] }
  /** HTTP 422 in REST. */
  | { readonly kind: 'refused'; readonly message: string };

const invisible =
  'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.';

/**
 * All that matches, what was updated last first. Since 2025 REST refuses to search for issues and pull requests at
 * once, as many report; nobody does of GraphQL.
 */
export function search(
  world: World,
  account: Account | undefined,
  query: Query,
  api: 'rest' | 'graphql',
): Outcome {
  if (query.kind === undefined && api === 'rest') {
    return { kind: 'refused', message: "Query must include 'is:issue' or 'is:pull-request'" };
  }
  const sights = query.repositories.map((name) => world.look(account, name));
  const repositories = sights.flatMap((sight) => (sight.kind === 'found' ? [sight.repository] : []));
  if (query.repositories.length > 0 && repositories.length === 0)
    return { kind: 'refused', message: invisible };
  const searched =
    query.repositories.length > 0
      ? repositories
      : world.repositories.filter((each) => world.look(account, each.fullName).kind === 'found');
  const hits = searched.flatMap((repository) =>
    [...numbersNewestFirst(repository)]
      .filter((number) => matches(query, repository, number))
      .map((number) => ({ repository, number })),
  );
  return { kind: 'hits', hits };
}

function* numbersNewestFirst(repository: Repository): Generator<number> {
  const keys = repository.byUpdate();
  for (let index = keys.length - 1; index >= 0; index--) yield numberOf(keys[index]!);
}

function matches(query: Query, repository: Repository, number: number): boolean {
  const outline = repository.outline(number);
  if (query.kind !== undefined && outline.kind !== query.kind) return false;
  if (!query.states.every((state) => state === 'draft' || inState(outline, state))) return false;
  const { merged } = query;
  const { mergedAt } = outline;
  if (merged && (mergedAt === null || mergedAt < merged.from || mergedAt > merged.to)) return false;
  if (query.words.length > 0) {
    const title = repository.title(number).toLowerCase();
    if (!query.words.every((word) => hasWord(title, word))) return false;
  }
  if (query.author === undefined && !query.states.includes('draft')) return true;
  const item = repository.item(number)!;
  if (query.states.includes('draft') && !item.draft) return false;
  return query.author === undefined || item.author.toLowerCase() === query.author.toLowerCase();
}

/** Whole words only: who types `pars` is not shown the parser by GitHub either. */
function hasWord(title: string, word: string): boolean {
  for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
    if (!isWordCharacter(title[at - 1]) && !isWordCharacter(title[at + word.length])) return true;
  }
  return false;
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

function inState(outline: Outline, state: Query['states'][number]): boolean {
  if (state === 'merged') return outline.mergedAt !== null;
  if (state === 'unmerged') return outline.mergedAt === null;
  return outline.state === state;
}
