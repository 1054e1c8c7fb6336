/** GitHub's own search, for what is not in memory: only once the writer pauses, and never twice for the same words. */

import { t } from '../../../../shared/l10n.ts';
import type { Repository } from '../../note/note.ts';
import type { Clock, Timers } from '../../ports.ts';
import type { Issue, IssueKind } from '../../references/issue.ts';
import { repositoryText } from '../../references/issueKey.ts';
import type { Unavailable } from '../answer.ts';
import { refusedBy } from '../api/fetchIssues.ts';
import type { Gateway } from '../api/gateway.ts';
import { readSearch } from '../api/graphqlAnswers.ts';
import { searchPath, searchWords } from '../api/paths.ts';
import { searchIssuesQuery } from '../api/queries.ts';
import { readIssue } from '../api/restAnswers.ts';
import { unavailable } from '../api/status.ts';
import { pause, type WaitOptions, waitFor } from '../api/timeout.ts';
import { items, member } from '../json.ts';

/** Milliseconds without a key. */
const typingPause = 300;
const keptFor = 5 * 60_000;
const mostKept = 100;
/** GitHub finds whole words; one letter finds anything. */
const shortestSearch = 3;

export type SearchOutcome =
  /** What was found is in memory now; `added` says how many there are. */
  | { readonly kind: 'searched'; readonly added: number }
  /** Nothing new could come of it: too short, or searched for lately. */
  | { readonly kind: 'nothing' }
  | Unavailable;

export class LiveSearch {
  readonly #gateway: Gateway;
  readonly #ports: { readonly clock: Clock; readonly timers: Timers };
  readonly #put: (repository: Repository, issues: readonly Issue[]) => void;
  readonly #searched = new Map<string, number>();
  readonly #running = new Map<string, Promise<SearchOutcome>>();

  constructor(
    gateway: Gateway,
    ports: { readonly clock: Clock; readonly timers: Timers },
    put: (repository: Repository, issues: readonly Issue[]) => void,
  ) {
    this.#gateway = gateway;
    this.#ports = ports;
    this.#put = put;
  }

  /** Never rejects. Nothing is sent when it is cancelled before the writer has paused. */
  async search(
    repository: Repository,
    typed: string,
    kind: IssueKind | undefined,
    options: WaitOptions,
  ): Promise<SearchOutcome> {
    const words = searchWords(typed);
    if (words.join('').length < shortestSearch || words.every((word) => /^\d+$/.test(word)))
      return { kind: 'nothing' };
    const key = [repositoryText(repository), kind ?? '', ...words].join(' ').toLowerCase();
    const { clock, timers } = this.#ports;
    if (clock.now() - (this.#searched.get(key) ?? -Infinity) < keptFor) return { kind: 'nothing' };
    if (!this.#running.has(key)) {
      if (!(await pause(typingPause, timers, options.cancellation)))
        return unavailable('cancelled', t('The request was superseded.'));
    }
    let running = this.#running.get(key);
    if (running === undefined) {
      running = this.#search(repository, words, kind, key).finally(() => this.#running.delete(key));
      this.#running.set(key, running);
    }
    const result = await waitFor(running, options, timers);
    if (result.kind === 'done') return result.value;
    return unavailable(
      result.kind,
      result.kind === 'timeout' ? t('GitHub does not respond.') : t('The request was superseded.'),
    );
  }

  async #search(
    repository: Repository,
    words: readonly string[],
    kind: IssueKind | undefined,
    key: string,
  ): Promise<SearchOutcome> {
    let { signedIn } = this.#gateway;
    const path = searchPath(repository, words, kind);
    const request = signedIn ? searchIssuesQuery(repository, words, kind) : path;
    let reply = await this.#gateway.send(request, [repository], 'interactive');
    if (signedIn && reply.kind === 'unavailable' && reply.reason === 'signed-out') {
      signedIn = false;
      reply = await this.#gateway.send(path, [repository], 'interactive');
    }
    if (reply.kind === 'unavailable') return reply;
    if (reply.status !== 200 && reply.status !== 422) return refusedBy(reply);
    if (this.#searched.size >= mostKept) this.#searched.clear();
    this.#searched.set(key, this.#ports.clock.now());
    // 422: the repository cannot be searched, as it is not there or may not be seen.
    if (reply.status === 422) return { kind: 'nothing' };
    const issues = signedIn
      ? readSearch(reply.value, repository)
      : items(member(reply.value, 'items')).flatMap((item) => readIssue(item, repository) ?? []);
    if (issues === undefined) return unavailable('trouble', t("GitHub's response could not be read."));
    const here = issues.filter((issue) => repositoryText(issue.repository) === repositoryText(repository));
    this.#put(repository, here);
    return { kind: 'searched', added: here.length };
  }
}
