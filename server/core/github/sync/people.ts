/** The people of a repository, for `@`. */

import type { Repository } from '../../note/note.ts';
import type { Found } from '../answer.ts';
import type { Gateway } from '../api/gateway.ts';
import { type Person, readPeople } from '../api/graphqlAnswers.ts';
import { assigneesPath, contributorsPath } from '../api/paths.ts';
import { peopleQuery } from '../api/queries.ts';
import { readLogins } from '../api/restAnswers.ts';

const second = 1_000;
const keptFor = 12 * 60 * 60 * second;
/** After GitHub was unavailable, the time until the next request. */
const retryDelay = 60 * second;

/** The people of one repository: requested on demand, at most once in half a day. */
export class People {
  #known: readonly Person[] = [];
  #askAgainAt = -Infinity;

  /** Known so far. `now` in milliseconds since 1970. */
  get known(): readonly Person[] {
    return this.#known;
  }

  /** Asks when that is due, by a clock in milliseconds; true when there are people to show. Never rejects. */
  async refresh(gateway: Gateway, repository: Repository, now: () => number): Promise<boolean> {
    if (now() < this.#askAgainAt) return false;
    this.#askAgainAt = Infinity;
    const people = await fetchPeople(gateway, repository);
    this.#askAgainAt = now() + (people === undefined ? retryDelay : keptFor);
    this.#known = people ?? this.#known;
    return people !== undefined && people.length > 0;
  }
}

/**
 * Who can be given an issue; without a token or permission, who contributed. Undefined when GitHub was not
 * to be had. At most two requests.
 */
async function fetchPeople(gateway: Gateway, repository: Repository): Promise<readonly Person[] | undefined> {
  if (gateway.signedIn) {
    const reply = await gateway.send(peopleQuery(repository), [repository], 'background');
    const people = reply.kind === 'reply' && reply.status === 200 ? readPeople(reply.value) : undefined;
    if (people !== undefined && people.length > 0) return people;
    if (reply.kind === 'unavailable' && reply.reason !== 'signed-out') return undefined;
  }
  for (const path of [assigneesPath(repository), contributorsPath(repository)]) {
    const reply = await gateway.send(path, [repository], 'background');
    if (reply.kind === 'unavailable') return undefined;
    const logins = reply.status === 200 ? readLogins(reply.value) : [];
    if (logins.length > 0) return logins.map((login) => ({ login }));
  }
  return [];
}

/** Most authors are of no use to a writer of notes. */
const mostAuthors = 100;

/** The people first, then who wrote the issues at hand, the busiest first. Each login once, whatever its case. */
export function withAuthors(people: readonly Person[], found: Iterable<Found>): readonly Person[] {
  const counts = new Map<string, number>();
  for (const { issue } of found) {
    const { author } = issue;
    if (author === undefined || author.endsWith('[bot]')) continue;
    counts.set(author, (counts.get(author) ?? 0) + 1);
  }
  const known = new Set(people.map(({ login }) => login.toLowerCase()));
  const authors = [...counts]
    .filter(([login]) => !known.has(login.toLowerCase()))
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return [...people, ...authors.slice(0, mostAuthors).map(([login]) => ({ login }))];
}
