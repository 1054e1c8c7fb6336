/** What GitHub knows of an issue, in words for a hover and for the documentation of a list's item. */

import { spokenDay } from '../../../shared/dates/spokenNames.ts';
import { beside, type Message, t } from '../../../shared/l10n.ts';
import { type IssueResult, isFresh, type Missing } from '../github/answer.ts';
import type { CommentAnswer } from '../github/api/fetchIssues.ts';
import { timeOfDay } from '../github/api/status.ts';
import type { Issue } from '../references/issue.ts';
import { type IssueKey, issueUrl, qualifiedText } from '../references/issueKey.ts';
import { stateAndKind, stateSign } from '../references/stateWords.ts';
import { type Paragraph, type Piece, paragraph, slot } from './hoverText.ts';
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
  const moved: Piece[] = answer.movedFrom
    ? [{ text: ' ' }, { text: t('Moved here from {0}.', qualifiedText(key)) }]
    : [];
  const host = repository.host === 'github.com' ? '' : `${repository.host}/`;
  const name = { text: `${host}${qualifiedText(here)}`, target: issueUrl(here, issue.kind) };
  const sign = { text: stateSign(issue), markup: icons ? stateIcon(issue) : undefined };
  return [
    paragraph({ text: issue.title === '' ? t('No title') : issue.title, strong: true }),
    paragraph(name, { text: ' ' }, sign, { text: ' ' }, { text: stateOf(issue), capital: true }, ...moved),
    paragraph(...detailsOf(issue)),
    { lines: (details?.excerpt ?? []).map((text) => [{ text }]), quoted: true },
    paragraph(...ageOf(answer, now)),
  ];
}

/** `merged pull request, 2026-02-26, by wren.` */
function stateOf(issue: Issue): Message {
  const { state, author, createdAt, closedAt, mergedAt } = issue;
  const words = stateAndKind(issue);
  const isOpen = state === 'open' || state === 'draft';
  const at = isOpen ? createdAt : (mergedAt ?? closedAt);
  if (at === undefined)
    return author === undefined ? { text: '{0}.', args: [words] } : t('{0}, by {1}.', words, author);
  const day = dayOf(at);
  if (author === undefined)
    return isOpen ? t('{0}, since {1}.', words, day) : { text: '{0}, {1}.', args: [words, day] };
  return isOpen
    ? t('{0}, since {1}, by {2}.', words, day, author)
    : t('{0}, {1}, by {2}.', words, day, author);
}

/** GitHub allows a hundred. */
const mostLabels = 10;

function detailsOf({ details }: Issue): Piece[] {
  if (details === undefined) return [];
  const { labels, milestone } = details;
  const ofLabels = labels.length > 0 && t('Labels: {0}.', labels.slice(0, mostLabels).join(', '));
  const ofMilestone = milestone !== undefined && t('Milestone: {0}.', milestone);
  if (ofLabels && ofMilestone) return [{ text: beside(ofLabels, ofMilestone) }];
  const only = ofLabels || ofMilestone;
  return only ? [{ text: only }] : [];
}

/** How old it is, when it is not fresh, and why there is nothing newer. */
function ageOf(answer: Extract<IssueResult, { readonly kind: 'found' }>, now: number): Piece[] {
  const outdated = 'outdated' in answer ? answer.outdated.message : undefined;
  if (outdated === undefined && isFresh(answer, now)) return [];
  const age = t('As of {0}.', momentOf(answer.fetchedAt, now));
  return [{ text: age }, ...(outdated === undefined ? [] : [{ text: ' ' }, { text: outdated }])];
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** `14:05` within a day, else `3 days ago`; both in milliseconds since 1970. */
function momentOf(at: number, now: number): string | Message {
  const days = Math.floor((now - at) / day);
  if (days < 1) return timeOfDay(at);
  return days === 1 ? t('a day ago') : t('{0} days ago', days);
}

/** Neutral: GitHub answers the same for what is not there and for what may not be seen. */
export function missingText({ reason }: Missing, { repository, number }: IssueKey): Message {
  const { owner, name } = repository;
  switch (reason) {
    case 'gone':
      return t('{0} of {1} was deleted on GitHub.', `#${number}`, `${owner}/${name}`);
    case 'hidden':
      return t('Repository {0} not found on GitHub; it may be private.', `${owner}/${name}`);
    case 'not-found':
    case 'unconfirmed':
      return t('{0} not found in {1}; the repository may be private.', `#${number}`, `${owner}/${name}`);
  }
}

/** The comment that the reference names, itself at `url`. */
export function commentParagraphs(answer: CommentAnswer, url: string | undefined): Paragraph[] {
  switch (answer.kind) {
    case 'found': {
      const { author, createdAt, excerpt } = answer.comment;
      return [
        paragraph({
          text:
            author === undefined
              ? { text: '{0}, {1}:', args: [slot(0), dayOf(createdAt)] }
              : t('{0} by {1}, {2}:', slot(0), author, dayOf(createdAt)),
          slots: [{ text: t('Comment'), target: url }],
        }),
        { lines: excerpt.map((text) => [{ text }]), quoted: true },
      ];
    }
    case 'missing':
      return [paragraph({ text: t('Comment not found; the repository may be private.') })];
    case 'unavailable':
      return [paragraph({ text: t('The comment is not available. {0}', answer.message) })];
  }
}

/** The day in UTC, as GitHub's own lists have it. */
function dayOf(at: number): Message | string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : spokenDay(date.toISOString().slice(0, 10));
}
