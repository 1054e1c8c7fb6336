/** What there is: repositories and accounts, and who may see what. */

import { Repository } from './repository.ts';
import type { RepositorySpec } from './repositorySpec.ts';

export interface Account {
  /** What comes after `Bearer ` or `token `; the tests' own invention. */
  readonly token: string;
  readonly login: string;
  readonly name?: string;
  /** The token is approved for the single sign-on of repositories with `saml`. */
  readonly sso?: boolean;
  /** What the token was granted, as `x-oauth-scopes` tells it. */
  readonly scopes?: readonly string[];
}

export type Sight =
  | { readonly kind: 'found'; readonly repository: Repository; readonly renamed: boolean }
  /** There is none, or it may not be known that there is one. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'saml'; readonly owner: string };

export interface WorldOptions {
  readonly repositories: readonly RepositorySpec[];
  readonly accounts: readonly Account[];
  /** The stand-in's own origin. */
  readonly address: string;
  /** Where people look at issues: the start of every `html_url`. */
  readonly web: string;
  /** Seconds since 1970. */
  readonly now: () => number;
}

export class World {
  readonly repositories: readonly Repository[];
  readonly accounts: readonly Account[];
  readonly address: string;
  readonly web: string;
  readonly now: () => number;

  constructor(options: WorldOptions) {
    this.repositories = options.repositories.map(
      (spec) => new Repository(spec, options.address, options.now),
    );
    this.accounts = options.accounts;
    this.address = options.address;
    this.web = options.web;
    this.now = options.now;
  }

  /** The repository called `owner/name`, now or formerly, in any case; throws when there is none. */
  repository(fullName: string): Repository {
    const found = this.#named(fullName)?.repository;
    if (found === undefined) throw new Error(`the stand-in has no repository ${fullName}`);
    return found;
  }

  /** What an account, or nobody in particular, gets to see under that name. */
  look(account: Account | undefined, fullName: string): Sight {
    const named = this.#named(fullName);
    return named ? this.#sight(account, named.repository, named.renamed) : { kind: 'missing' };
  }

  lookById(account: Account | undefined, id: number): Sight {
    const repository = this.repositories.find((each) => each.id === id);
    return repository ? this.#sight(account, repository, false) : { kind: 'missing' };
  }

  #named(fullName: string): { readonly repository: Repository; readonly renamed: boolean } | undefined {
    const wanted = fullName.toLowerCase();
    for (const repository of this.repositories) {
      if (repository.fullName.toLowerCase() === wanted) return { repository, renamed: false };
      if (repository.spec.formerly?.toLowerCase() === wanted) return { repository, renamed: true };
    }
    return undefined;
  }

  #sight(account: Account | undefined, repository: Repository, renamed: boolean): Sight {
    const { spec } = repository;
    if (spec.private) {
      if (account === undefined) return { kind: 'missing' };
      if (spec.readers && !spec.readers.includes(account.login)) return { kind: 'missing' };
    }
    // What is public stays readable without a token, and only then: reported for GitHub in many threads.
    if (spec.saml && account !== undefined && !account.sso) return { kind: 'saml', owner: spec.owner };
    return { kind: 'found', repository, renamed };
  }
}

/** As GitHub writes times: whole seconds, `Z`. */
export function isoTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
