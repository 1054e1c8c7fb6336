/**
 * Fills the cache behind the lists: fetches a repository that a note names for the first time, and asks GitHub's search when
 * the words match few cached titles. The next list has it; the extension's client is notified that there is more now.
 */

import { type CompletionChangedParams, completionChanged } from '../../shared/protocol.ts';
import type { Question } from '../core/features/completion/candidates.ts';
import type { IssueStore } from '../core/github/sync/issueStore.ts';
import type { Clock } from '../core/ports.ts';
import { repositoryText } from '../core/references/issueKey.ts';
import type { Notify } from './clientKind.ts';

/** With so many items, GitHub is not searched for more. */
const enough = 20;
const searchDeadline = 5_000;
/** Milliseconds after which a repository may be opened anew; how often that asks GitHub, the store decides. */
const openAgain = 60_000;
const mostOpened = 200;

export class ListFiller {
  readonly #notify: Notify;
  readonly #store: IssueStore;
  readonly #clock: Clock;
  readonly #opened = new Map<string, number>();
  #search = new Search();
  /** Where the last list was asked for. */
  #position: CompletionChangedParams | undefined;

  constructor(notify: Notify, store: IssueStore, clock: Clock) {
    this.#notify = notify;
    this.#store = store;
    this.#clock = clock;
  }

  /**
   * A list with so many items was found at a position; undefined: none of issues. Settles when what is asked of GitHub's
   * search is cached, given up, or not needed; never rejects.
   */
  async listed(
    question: Question | undefined,
    items: number,
    position: CompletionChangedParams,
  ): Promise<void> {
    this.#search.cancel();
    this.#position = position;
    if (question === undefined) return;
    void this.#open(question, position);
    if (items < enough && question.text !== '') await this.#searchFor(question, position);
  }

  async #open({ repository }: Question, position: CompletionChangedParams): Promise<void> {
    const name = repositoryText(repository);
    const now = this.#clock.now();
    if (now - (this.#opened.get(name) ?? -Infinity) < openAgain) return;
    if (this.#opened.size >= mostOpened) this.#opened.clear();
    this.#opened.set(name, now);
    const before = this.#count({ repository, text: '' });
    await this.#store.open(repository, 'edited');
    if (before === 0 && this.#count({ repository, text: '' }) > 0) this.#notifyOf(position);
  }

  async #searchFor(question: Question, position: CompletionChangedParams): Promise<void> {
    const { repository, text, kind } = question;
    const before = this.#count(question);
    const search = new Search();
    this.#search = search;
    const options = { timeout: searchDeadline, cancellation: search };
    const outcome = await this.#store.searchGitHub(repository, { text, ...(kind && { kind }) }, options);
    if (outcome.kind === 'searched' && this.#count(question) > before) this.#notifyOf(position);
  }

  /** How many are cached, up to `enough`. */
  #count({ repository, text, kind }: Question): number {
    return this.#store.search(repository, { text, ...(kind && { kind }), limit: enough }).length;
  }

  /** Only about the last list: the writer has left the others. */
  #notifyOf(position: CompletionChangedParams): void {
    if (this.#position === position) this.#notify(completionChanged, position);
  }
}

/** What a newer list makes superfluous. */
class Search {
  isCancellationRequested = false;
  readonly #listeners = new Set<() => void>();

  onCancellationRequested(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  cancel(): void {
    this.isCancellationRequested = true;
    for (const listener of [...this.#listeners]) listener();
  }
}
