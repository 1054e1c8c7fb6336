/** What is known of GitHub and what the notes mention, as one list: the likeliest first, each number once. */

import { repositoryKey } from '../../archive/summary.ts';
import type { CachedAnswer } from '../../github/answer.ts';
import type { Person } from '../../github/api/graphqlAnswers.ts';
import type { Hit, SearchQuery } from '../../github/cache/search.ts';
import { isDigit } from '../../note/characters.ts';
import type { Repository } from '../../note/note.ts';
import type { IssueKind } from '../../references/issue.ts';
import { type IssueKey, isValidRepository } from '../../references/issueKey.ts';
import type { ReferenceContext } from './context.ts';
import { type NotesSource, type ReferenceCandidate, referencesInNotes } from './references.ts';
import { searchHintsAt } from './searchHints.ts';

/** From memory only: no request delays a list. */
export interface IssueSource {
  peek(key: IssueKey): CachedAnswer | undefined;
  search(repository: Repository, query: SearchQuery): readonly Hit[];
  people(repository: Repository): readonly Person[];
}

export interface ReferencesSource extends NotesSource {
  readonly store?: IssueSource | undefined;
}

/** Whose issues are listed at a position, and what is typed of them. */
export interface Question {
  readonly repository: Repository;
  readonly text: string;
  readonly kind?: IssueKind;
}

/** Undefined when the repository is unknown or invalid, or discussions are wanted. */
export function questionOf(
  { repository: named, wanted, typed }: ReferenceContext,
  own: Repository | undefined,
): Question | undefined {
  const isOwn = named === undefined || (own !== undefined && repositoryKey(named) === repositoryKey(own));
  const repository = isOwn ? own : named;
  if (repository === undefined || wanted === 'discussion' || !isValidRepository(repository)) return undefined;
  const kind = wanted === 'unknown' ? undefined : wanted;
  return { repository, text: typed, ...(kind && { kind }) };
}

/** A longer list is not read; what is typed narrows it. */
const mostInNotes = 100;
const mostFound = 100;
/** Places kept for what only the notes know. */
const fewInNotes = 30;

/** The exact number first. `offset` is the cursor's. */
export function findCandidates(
  source: ReferencesSource,
  context: ReferenceContext,
  offset: number,
): ReferenceCandidate[] {
  const { store, own } = source;
  const isWords = context.typed !== '' && !isDigit(context.typed.charCodeAt(0));
  // Notes have no titles; what else they have of a number is shown with the title.
  const mentioned = referencesInNotes(source)(isWords ? { ...context, typed: '' } : context, mostInNotes);
  const question = questionOf(context, own);
  if (store === undefined || question === undefined)
    return isWords ? [] : exactFirst(mentioned, context.typed);
  const { repository } = question;
  const hints = searchHintsAt(source, offset, repository);
  const hits = store
    .search(repository, { ...question, ...hints, limit: mostFound })
    // Digits of a title are no part of a number.
    .filter(({ found }) => isWords || String(found.issue.number).startsWith(context.typed));
  const byNumber = new Map(mentioned.map((candidate) => [candidate.number, candidate]));

  const found = hits.map(({ found: { issue } }): ReferenceCandidate => {
    const mention = byNumber.get(issue.number)?.mention;
    byNumber.delete(issue.number);
    const { number, kind, title } = issue;
    return { number, kind, title, repository, issue, ...(mention && { mention }) };
  });
  const others: ReferenceCandidate[] = [];
  for (const candidate of isWords ? [] : byNumber.values()) {
    const cached = store.peek({ repository, number: candidate.number });
    if (cached?.kind === 'missing' && cached.reason !== 'hidden') continue;
    if (cached?.kind !== 'found') others.push(candidate);
    else if (question.kind === undefined || question.kind === cached.issue.kind) {
      // Moved elsewhere, it is still written as the notes do.
      const { kind, title } = cached.issue;
      others.push({ ...candidate, kind, title, issue: cached.issue });
    }
  }
  const room = Math.max(mostFound - found.length, fewInNotes);
  const candidates = [...found, ...others.slice(0, room)];
  return isWords ? candidates : exactFirst(candidates, context.typed);
}

/** Who types a number in full means it. */
function exactFirst(candidates: readonly ReferenceCandidate[], typed: string): ReferenceCandidate[] {
  if (typed === '') return [...candidates];
  const isExact = ({ number }: ReferenceCandidate) => String(number) === typed;
  return [...candidates.filter(isExact), ...candidates.filter((each) => !isExact(each))];
}
