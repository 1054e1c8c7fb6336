/** Who writes: accounts without and with a name, bots, and the ghost that stands for a deleted account. */

import { hash, hashText, pick } from './hash.ts';

const firstNames = [
  'Adaeze',
  'Bruna',
  'Chidi',
  'Dagny',
  'Emre',
  'Farah',
  'Goran',
  'Hana',
  'Ivo',
  'Jelena',
  'Kofi',
  'Leila',
  'Mateo',
  'Nadia',
  'Olek',
  'Pilar',
  'Quim',
  'Runa',
  'Sanna',
  'Tomas',
  'Ulla',
  'Vikram',
  'Wanda',
  'Xenia',
  'Yusuf',
  'Zora',
];

const surnames = [
  'Ahmed',
  'Bianchi',
  'Costa',
  'Dahl',
  'Ekberg',
  'Farkas',
  'Green',
  'Haddad',
  'Ito',
  'Jansen',
];

export interface Person {
  readonly login: string;
  /** Null: the profile shows no name. */
  readonly name: string | null;
}

/** The login that REST shows for a deleted account; GraphQL shows null. */
export const ghost = 'ghost';

/** `dependabot[bot]` in REST; GraphQL leaves out the brackets. */
export const bot = 'dependabot[bot]';

/** The people of a repository, the most active first; never empty. */
export function generatePeople(seed: number, count: number): readonly Person[] {
  const people = new Map<string, Person>();
  for (let index = 0; people.size < count; index++) {
    const first = pick(firstNames, seed, index, 41);
    const last = pick(surnames, seed, index, 42);
    const round = Math.floor(index / 100);
    const login = [
      first.toLowerCase(),
      `${first.toLowerCase()}-${last.toLowerCase()}`,
      `${first.charAt(0)}${last}`.toLowerCase(),
      `${last}${hash(seed, index, 43) % 100}`,
    ][hash(seed, index, 44) % 4]!;
    const unique = round === 0 ? login : `${login}${round}`;
    const named = hash(seed, index, 45) % 5 > 0;
    people.set(unique, { login: unique, name: named ? `${first} ${last}` : null });
  }
  return [...people.values()];
}

/** The number GitHub would know an account by; the same wherever the login appears. */
export function userId(login: string): number {
  return login === ghost ? 10_137 : 1_000 + (hashText(login) % 90_000_000);
}
