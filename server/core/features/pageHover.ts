/** The hover of a commit, a release, a comparison or a file on GitHub. */

import { spokenDay } from '../../../shared/dates/spokenNames.ts';
import { type Message, t } from '../../../shared/l10n.ts';
import type { PageAnswer } from '../github/api/fetchPage.ts';
import type { TitledPage } from '../github/api/titledPage.ts';
import type { IssueStore } from '../github/sync/issueStore.ts';
import type { GitHubPage, PageReference } from '../note/note.ts';
import type { Cancellation } from '../ports.ts';
import { isValidRepository } from '../references/issueKey.ts';
import { type Paragraph, type Piece, paragraph, slot } from './hoverText.ts';

export interface PageGitHub {
  readonly store: Pick<IssueStore, 'page'>;
  readonly cancellation?: Cancellation | undefined;
}

/**
 * What the page is. A commit and a release are looked up, and waited for at most `timeout` milliseconds; without `github` no
 * requests are sent.
 */
export async function pageParagraphs(
  { page, url }: PageReference,
  github: PageGitHub | undefined,
  timeout: number,
): Promise<Paragraph[]> {
  const target = isValidRepository(page.repository) ? url : undefined;
  const written = paragraph(...nameOf(page, target));
  if (github === undefined || target === undefined || !isTitled(page)) return [written];
  const { store, cancellation } = github;
  const answer = await store.page(page, { timeout, ...(cancellation && { cancellation }) });
  switch (answer.kind) {
    case 'found':
      return [
        paragraph({ text: answer.page.title, strong: true }),
        paragraph(...nameOf(page, target), ...about(answer)),
      ];
    case 'missing':
      return [written, paragraph({ text: missingText(page) })];
    case 'unavailable':
      return [written, paragraph({ text: t('The title is not available. {0}', answer.message) })];
  }
}

function isTitled(page: GitHubPage): page is TitledPage {
  return page.kind === 'commit' || page.kind === 'release';
}

/** `octo/lantern@abc1234`, `docs/a.md, lines 3 to 9 of octo/lantern at main`. */
function nameOf(page: GitHubPage, target: string | undefined): Piece[] {
  const { host, owner, name } = page.repository;
  const repository = `${host === 'github.com' ? '' : `${host}/`}${owner}/${name}`;
  switch (page.kind) {
    case 'commit':
      return [
        {
          text: t('{0}, a commit', slot(0)),
          slots: [{ text: `${repository}@${shortSha(page.sha)}`, target }],
        },
      ];
    case 'release':
      return [{ text: t('{0}, a release', slot(0)), slots: [{ text: `${repository} ${page.tag}`, target }] }];
    case 'comparison':
      return [
        { text: t('{0}, a comparison', slot(0)), slots: [{ text: `${repository}: ${page.range}`, target }] },
      ];
    case 'file':
    case 'folder': {
      const { path, lines, kind } = page;
      const ref = shortRef(page.ref);
      if (path === '')
        return [{ text: t('{0} at {1}', slot(0), ref), slots: [{ text: repository, target }] }];
      const text = kind === 'folder' ? `${path}/` : path;
      return [{ text: placeText(lines, repository, ref), slots: [{ text, target }] }];
    }
  }
}

function placeText(
  lines: readonly [from: number, to: number] | undefined,
  repository: string,
  ref: string,
): Message {
  if (lines === undefined) return t('{0} of {1} at {2}', slot(0), repository, ref);
  const [from, to] = lines;
  return from === to
    ? t('{0}, line {1} of {2} at {3}', slot(0), from, repository, ref)
    : t('{0}, lines {1} to {2} of {3} at {4}', slot(0), from, to, repository, ref);
}

const shownDigits = 7;

function shortSha(sha: string): string {
  return sha.slice(0, shownDigits);
}

function shortRef(ref: string): string {
  return /^[0-9a-f]{40}$/i.test(ref) ? shortSha(ref) : ref;
}

/** `, a pre-release, 2026-01-06, by wren.` */
function about({ page: { at, author, isPrerelease } }: Extract<PageAnswer, { kind: 'found' }>): Piece[] {
  return [
    ...(isPrerelease ? [{ text: t(', a pre-release') }] : []),
    ...(at === undefined
      ? []
      : [{ text: ', ' }, { text: spokenDay(new Date(at).toISOString().slice(0, 10)) }]),
    ...(author === undefined ? [] : [{ text: t(', by {0}', author) }]),
    { text: '.' },
  ];
}

/** Neutral: GitHub answers the same for what is not there and for what may not be seen. */
function missingText(page: TitledPage): Message {
  const { owner, name } = page.repository;
  const repository = `${owner}/${name}`;
  return page.kind === 'commit'
    ? t('Commit {0} not found in {1}; the repository may be private.', shortSha(page.sha), repository)
    : t('Release {0} not found in {1}; the repository may be private.', page.tag, repository);
}
