/** What a note is drafted of, kept for a while: the list of what there is asks for the same as the note itself. */

import type { Repository } from '../../note/note.ts';
import type { Clock } from '../../ports.ts';
import type { Issue } from '../../references/issue.ts';
import { repositoryText } from '../../references/issueKey.ts';
import {
  fetchLabelled,
  fetchMerged,
  fetchOldestPulls,
  fetchReleases,
  type ListAnswer,
  type Release,
} from '../api/fetchLists.ts';
import type { Gateway } from '../api/gateway.ts';
import { KeptAnswers } from './keptAnswers.ts';

export class DraftLists {
  readonly #gateway: Gateway;
  readonly #issues: KeptAnswers<ListAnswer<Issue>>;
  readonly #releases: KeptAnswers<ListAnswer<Release>>;

  constructor(gateway: Gateway, clock: Clock) {
    this.#gateway = gateway;
    this.#issues = new KeptAnswers(clock);
    this.#releases = new KeptAnswers(clock);
  }

  merged(repository: Repository, from: string, to: string): Promise<ListAnswer<Issue>> {
    return this.#issues.get(`merged ${from} ${to} ${repositoryText(repository)}`, () =>
      fetchMerged(this.#gateway, repository, from, to),
    );
  }

  labelled(repository: Repository, label: string): Promise<ListAnswer<Issue>> {
    return this.#issues.get(`label ${repositoryText(repository)} ${label}`, () =>
      fetchLabelled(this.#gateway, repository, label),
    );
  }

  oldestPulls(repository: Repository, count: number): Promise<ListAnswer<Issue>> {
    return this.#issues.get(`oldest ${count} ${repositoryText(repository)}`, () =>
      fetchOldestPulls(this.#gateway, repository, count),
    );
  }

  releases(repository: Repository, since: number): Promise<ListAnswer<Release>> {
    return this.#releases.get(`releases ${since} ${repositoryText(repository)}`, () =>
      fetchReleases(this.#gateway, repository, since),
    );
  }
}
