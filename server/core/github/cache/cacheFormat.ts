/**
 * The file that keeps a repository's titles over a restart: a line with its version, its checksum and what it is of, and
 * the issues in columns. Reading gives nothing for a file that is damaged, of another version or of something else; it is
 * then rebuilt.
 */

import type { Mutable } from '../../../../shared/mutable.ts';
import { checksum } from '../../checksum.ts';
import type { Repository } from '../../note/note.ts';
import type { Issue, IssueState } from '../../references/issue.ts';
import { isValidNumber, isValidRepository, repositoryText } from '../../references/issueKey.ts';
import type { Found } from '../answer.ts';
import { isObject, items, member, parseJson, text } from '../json.ts';
import { longestTitle, oneLine } from '../text.ts';
import { accountHash, type FileOf } from './fileNames.ts';

/** Grows when a reader of the old one would misunderstand the new. */
const fileVersion = 1;
const mark = 'office-hours-issues';

/** More are not kept: those that changed latest are. */
export const mostKept = 20_000;

export interface SavedRepository {
  /** As GitHub spells it. */
  readonly repository: Repository;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly syncedAt?: number;
  readonly cursor?: number;
  readonly filled?: boolean;
  readonly issues: readonly Found[];
}

const states: readonly IssueState[] = [
  'open',
  'draft',
  'merged',
  'closed',
  'completed',
  'not-planned',
  'duplicate',
];

/** The file's text. What is left out: labels and whatever else is a detail, what moved and what is missing. */
export function serialize(kept: SavedRepository, { accountId, repository }: FileOf): string {
  const issues = [...kept.issues]
    .sort((a, b) => b.issue.updatedAt - a.issue.updatedAt || b.issue.number - a.issue.number)
    .slice(0, mostKept);
  const names = new Dictionary();
  const column = <T>(read: (issue: Issue, found: Found) => T): T[] =>
    issues.map((found) => read(found.issue, found));
  const body = JSON.stringify({
    owner: kept.repository.owner,
    name: kept.repository.name,
    savedAt: kept.savedAt,
    syncedAt: kept.syncedAt,
    cursor: kept.cursor,
    filled: kept.filled,
    numbers: column(({ number }) => number),
    pulls: column(({ kind }) => (kind === 'pull' ? 1 : 0)),
    states: column(({ state }) => states.indexOf(state)),
    titles: column(({ title }) => title),
    authors: column(({ author }) => (author === undefined ? -1 : names.indexOf(author))),
    created: column(({ createdAt }) => createdAt),
    updated: column(({ updatedAt }) => updatedAt),
    closed: column(({ closedAt }) => closedAt ?? 0),
    merged: column(({ mergedAt }) => mergedAt ?? 0),
    fetched: column((_, { fetchedAt }) => fetchedAt),
    names: names.all,
  });
  const rest = `${accountHash(repository.host, accountId)} ${repositoryText(repository)}\n${body}\n`;
  return `${mark} ${fileVersion} ${checksum(rest)} ${rest}`;
}

/** Authors repeat: each is written once. */
class Dictionary {
  readonly all: string[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(name: string): number {
    let index = this.#indices.get(name);
    if (index === undefined) {
      index = this.all.push(name) - 1;
      this.#indices.set(name, index);
    }
    return index;
  }
}

/** What a file holds; undefined when it is not whole, not of this version, or of something else. Never throws. */
export function parseFile(file: string, { accountId, repository }: FileOf): SavedRepository | undefined {
  const head = `${mark} ${fileVersion} `;
  const sum = file.slice(head.length, head.length + 16);
  const rest = file.slice(head.length + 17);
  const named = `${accountHash(repository.host, accountId)} ${repositoryText(repository)}\n`;
  if (!file.startsWith(head) || file[head.length + 16] !== ' ' || !rest.startsWith(named)) return undefined;
  if (checksum(rest) !== sum) return undefined;
  const body = parseJson(rest.slice(named.length))?.value;
  return isObject(body) ? readBody(body, repository) : undefined;
}

/** A checksum proves that nothing was damaged, not that it was well written. */
function readBody(body: Readonly<Record<string, unknown>>, asked: Repository): SavedRepository | undefined {
  const repository = {
    host: asked.host,
    owner: text(member(body, 'owner')) ?? '',
    name: text(member(body, 'name')) ?? '',
  };
  const savedAt = moment(member(body, 'savedAt'));
  if (!isValidRepository(repository) || savedAt === undefined) return undefined;
  const syncedAt = moment(member(body, 'syncedAt'));
  const cursor = moment(member(body, 'cursor'));
  return {
    repository,
    savedAt,
    ...(syncedAt !== undefined && { syncedAt }),
    ...(cursor !== undefined && { cursor }),
    filled: member(body, 'filled') === true,
    issues: readColumns(body, repository),
  };
}

function readColumns(body: Readonly<Record<string, unknown>>, repository: Repository): readonly Found[] {
  const column = (name: string): readonly unknown[] => items(member(body, name));
  const [numbers, pulls, stateAt, titles, authors] = ['numbers', 'pulls', 'states', 'titles', 'authors'].map(
    column,
  );
  const [created, updated, closed, merged, fetched] = [
    'created',
    'updated',
    'closed',
    'merged',
    'fetched',
  ].map(column);
  const names = column('names').map((name) => (typeof name === 'string' ? oneLine(name, 100) : ''));
  const found: Found[] = [];
  for (let at = 0; at < Math.min(numbers!.length, mostKept); at++) {
    const number = moment(numbers![at]);
    const state = states[moment(stateAt![at]) ?? -1];
    const title = text(titles![at]);
    const createdAt = moment(created![at]);
    const updatedAt = moment(updated![at]);
    const fetchedAt = moment(fetched![at]);
    if (number === undefined || !isValidNumber(number) || state === undefined || title === undefined)
      continue;
    if (createdAt === undefined || updatedAt === undefined || fetchedAt === undefined) continue;
    const author = names[moment(authors![at]) ?? -1];
    const closedAt = moment(closed![at]);
    const mergedAt = moment(merged![at]);
    const kind = pulls![at] === 1 ? 'pull' : 'issue';
    const issue: Mutable<Issue> = {
      repository,
      number,
      kind,
      title: oneLine(title, longestTitle),
      state,
      createdAt,
      updatedAt,
    };
    if (author) issue.author = author;
    if (closedAt) issue.closedAt = closedAt;
    if (mergedAt) issue.mergedAt = mergedAt;
    found.push({ kind: 'found', issue, fetchedAt });
  }
  return found;
}

/** A whole number from 0 on that a date can be made of. */
function moment(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 8.64e15
    ? value
    : undefined;
}

/** No answer is taken as it is for so long: see `isFresh`. */
const surelyOld = 2 * 24 * 60 * 60_000;

/**
 * What can be believed of a file at `now`, milliseconds since 1970: a clock was wrong when it was written, or is now. What was
 * fetched in the future counts as old, and a sync then, or up to a time ahead, never was.
 */
export function withoutFuture(kept: SavedRepository, now: number): SavedRepository {
  const { syncedAt, cursor, filled, ...rest } = kept;
  const isBelieved = (syncedAt ?? 0) <= now && (cursor ?? 0) <= now + surelyOld;
  return {
    ...rest,
    savedAt: Math.min(kept.savedAt, now),
    ...(isBelieved && {
      ...(syncedAt !== undefined && { syncedAt }),
      ...(cursor !== undefined && { cursor }),
      ...(filled !== undefined && { filled }),
    }),
    issues: kept.issues.map((found) =>
      found.fetchedAt <= now
        ? found
        : { ...found, fetchedAt: Math.max(0, Math.min(found.issue.updatedAt, now - surelyOld)) },
    ),
  };
}

/** What two windows know together: of each issue what was fetched later, and the later sync. */
export function mergeSaved(one: SavedRepository, other: SavedRepository): SavedRepository {
  const issues = new Map(one.issues.map((found) => [found.issue.number, found]));
  for (const found of other.issues) {
    const known = issues.get(found.issue.number);
    if (known === undefined || known.fetchedAt < found.fetchedAt) issues.set(found.issue.number, found);
  }
  const later = (other.syncedAt ?? 0) > (one.syncedAt ?? 0) ? other : one;
  return {
    ...later,
    savedAt: Math.max(one.savedAt, other.savedAt),
    filled: one.filled === true || other.filled === true,
    issues: [...issues.values()],
  };
}
