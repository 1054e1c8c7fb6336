/** What URLs name beside issues, for a hover: comments, commits, releases. */

import type { Clock } from '../../ports.ts';
import type { CommentPlace, IssueKey } from '../../references/issueKey.ts';
import { type CommentAnswer, fetchComment } from '../api/fetchIssues.ts';
import { fetchPage, type PageAnswer } from '../api/fetchPage.ts';
import type { Gateway } from '../api/gateway.ts';
import { commentPath, pagePath } from '../api/paths.ts';
import type { TitledPage } from '../api/titledPage.ts';
import { KeptAnswers } from './keptAnswers.ts';

export class HoverAnswers {
  readonly #gateway: Gateway;
  readonly #clock: Clock;
  readonly #comments: KeptAnswers<CommentAnswer>;
  readonly #pages: KeptAnswers<PageAnswer>;

  constructor(gateway: Gateway, clock: Clock) {
    this.#gateway = gateway;
    this.#clock = clock;
    this.#comments = new KeptAnswers(clock);
    this.#pages = new KeptAnswers(clock);
  }

  /** From memory, else one request that all share. Never rejects. */
  comment(key: IssueKey, place: CommentPlace): Promise<CommentAnswer> {
    const now = () => this.#clock.now();
    return this.#comments.get(commentPath(key, place).toLowerCase(), () =>
      fetchComment(this.#gateway, key, place, now),
    );
  }

  /** The same for a commit or a release. */
  page(page: TitledPage): Promise<PageAnswer> {
    return this.#pages.get(pagePath(page), () => fetchPage(this.#gateway, page));
  }
}
