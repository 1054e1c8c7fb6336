/** What GitHub knows of an issue, in words for a hover and for the documentation of a list's item. */

import { type IssueResult, isFresh, type Missing } from '../github/answer.ts';
import type { CommentAnswer } from '../github/api/fetchIssues.ts';
import { timeOfDay } from '../github/api/status.ts';
import type { Issue } from '../references/issue.ts';
import { type IssueKey, issueUrl, qualifiedText } from '../references/issueKey.ts';
import { stateAndKind, stateSign } from '../references/stateWords.ts';
import { type Paragraph, type Piece, paragraph } from './hoverText.ts';
import { stateIcon } from './stateIcon.ts';

/** Title, number, state, people and the first lines. `now` in milliseconds since 1970; `icons`: the client draws them. */
export function issueParagraphs(
  answer: Extract<IssueResult, { readonly kind: 'found' }>,
  key: IssueKey,
  now: number,
  icons: boolean,
): Paragraph[] {
  const { issue } = answer;
  const { repository, number, details } = issue;
  const here = { repository, number };
  const moved: Piece[] = answer.movedFrom ? [{ text: ` Moved here from ${qualifiedText(key)}.` }] : [];
  const host = repository.host === 'github.com' ? '' : `${repository.host}/`;
  const name = { text: `${host}${qualifiedText(here)}`, target: issueUrl(here, issue.kind) };
  const sign = { text: stateSign(issue), markup: icons ? stateIcon(issue) : undefined };
  return [
    paragraph({ text: issue.title === '' ? 'No title' : issue.title, strong: true }),
    paragraph(name, { text: ' ' }, sign, { text: ` ${stateOf(issue)}` }, ...moved),
    paragraph(...detailsOf(issue)),
    { lines: (details?.excerpt ?? []).map((text) => [{ text }]), quoted: true },
    paragraph(...ageOf(answer, now)),
  ];
}

/** `Merged pull request, 2026-02-26, by wren.` */
function stateOf(issue: Issue): string {
  const { state, author, createdAt, closedAt, mergedAt } = issue;
  const words = stateAndKind(issue);
  const isOpen = state === 'open' || state === 'draft';
  const at = isOpen ? createdAt : (mergedAt ?? closedAt);
  const parts = [
    `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    ...(at === undefined ? [] : [isOpen ? `since ${dayOf(at)}` : dayOf(at)]),
    ...(author === undefined ? [] : [`by ${author}`]),
  ];
  return `${parts.join(', ')}.`;
}

/** GitHub allows a hundred. */
const mostLabels = 10;

function detailsOf({ details }: Issue): Piece[] {
  if (details === undefined) return [];
  const { labels, milestone } = details;
  const parts = [
    ...(labels.length === 0 ? [] : [`Labels: ${labels.slice(0, mostLabels).join(', ')}.`]),
    ...(milestone === undefined ? [] : [`Milestone: ${milestone}.`]),
  ];
  return parts.length === 0 ? [] : [{ text: parts.join(' ') }];
}

/** How old it is, when it is not fresh, and why there is nothing newer. */
function ageOf(answer: Extract<IssueResult, { readonly kind: 'found' }>, now: number): Piece[] {
  const outdated = 'outdated' in answer ? answer.outdated.message : undefined;
  if (outdated === undefined && isFresh(answer, now)) return [];
  const age = `As of ${momentOf(answer.fetchedAt, now)}.`;
  return [{ text: outdated === undefined ? age : `${age} ${outdated}` }];
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** `14:05` within a day, else `3 days ago`; both in milliseconds since 1970. */
function momentOf(at: number, now: number): string {
  const days = Math.floor((now - at) / day);
  if (days < 1) return timeOfDay(at);
  return days === 1 ? 'a day ago' : `${days} days ago`;
}

/** Neutral: GitHub answers the same for what is not there and for what may not be seen. */
export function missingText({ reason }: Missing, { repository, number }: IssueKey): string {
  const { owner, name } = repository;
  switch (reason) {
    case 'gone':
      return `#${number} of ${owner}/${name} was deleted on GitHub.`;
    case 'hidden':
      return `Repository ${owner}/${name} not found on GitHub; it may be private.`;
    case 'not-found':
    case 'unconfirmed':
      return `#${number} not found in ${owner}/${name}; the repository may be private.`;
  }
}

/** The comment that the reference names, itself at `url`. */
export function commentParagraphs(answer: CommentAnswer, url: string | undefined): Paragraph[] {
  switch (answer.kind) {
    case 'found': {
      const { author, createdAt, excerpt } = answer.comment;
      const by = author === undefined ? '' : ` by ${author}`;
      return [
        paragraph({ text: 'Comment', target: url }, { text: `${by}, ${dayOf(createdAt)}:` }),
        { lines: excerpt.map((text) => [{ text }]), quoted: true },
      ];
    }
    case 'missing':
      return [paragraph({ text: 'Comment not found; the repository may be private.' })];
    case 'unavailable':
      return [paragraph({ text: `The comment is not available. ${answer.message}` })];
  }
}

/** The day in UTC, `YYYY-MM-DD`, as GitHub's own lists have it. */
function dayOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
