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
import { standingAt } from './standing.ts';

/** Memory alone: nothing here asks GitHub while somebody waits. */
export interface IssueSource {
  peek(key: IssueKey): CachedAnswer | undefined;
  search(repository: Repository, query: SearchQuery): readonly Hit[];
  people(repository: Repository): readonly Person[];
}

export interface ReferencesSource extends NotesSource {
  readonly store?: IssueSource | undefined;
}

export interface FoundReferences {
  readonly candidates: readonly ReferenceCandidate[];
  /** The editor is to ask again when more is typed. */
  readonly more: boolean;
}

/** Whose issues are listed at a place, and what is typed of them. */
export interface Question {
  readonly repository: Repository;
  readonly text: string;
  readonly kind?: IssueKind;
}

/** Undefined when nobody can tell the repository, or it cannot be one, or discussions are wanted. */
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
const mostInNotes = 200;
const mostFound = 100;
/** So many places are kept for what only the notes know. */
const fewInNotes = 30;

/** `offset` is the cursor's. */
export function findCandidates(
  source: ReferencesSource,
  context: ReferenceContext,
  offset: number,
): FoundReferences {
  const { store, own } = source;
  const isWords = context.typed !== '' && !isDigit(context.typed.charCodeAt(0));
  // Notes know no titles; but what else they know of a number is told with the title.
  const place = isWords ? { ...context, typed: '' } : context;
  const mentioned = referencesInNotes(source)(place, mostInNotes);
  const question = questionOf(context, own);
  if (store === undefined || question === undefined)
    return isWords ? { candidates: [], more: false } : mentioned;
  const { repository } = question;
  const standing = standingAt(source, offset, repository);
  const hits = store.search(repository, { ...question, ...standing, limit: mostFound });
  const byNumber = new Map(mentioned.candidates.map((candidate) => [candidate.number, candidate]));

  const found = hits.map(({ found: { issue } }): ReferenceCandidate => {
    const seen = byNumber.get(issue.number)?.seen;
    byNumber.delete(issue.number);
    const { number, kind, title } = issue;
    return { number, kind, title, repository, issue, ...(seen && { seen }) };
  });
  const others: ReferenceCandidate[] = [];
  for (const candidate of isWords ? [] : byNumber.values()) {
    const known = store.peek({ repository, number: candidate.number });
    if (known?.kind === 'missing' && known.reason !== 'hidden') continue;
    if (known?.kind !== 'found') others.push(candidate);
    else if (question.kind === undefined || question.kind === known.issue.kind) {
      // Moved elsewhere, it is still written as the notes do.
      const { kind, title } = known.issue;
      others.push({ ...candidate, kind, title, issue: known.issue });
    }
  }
  const room = Math.max(mostFound - found.length, fewInNotes);
  const candidates = [...found, ...others.slice(0, room)];
  // All that begin with these digits: the editor can narrow them by itself, and Enter behind a number that is complete is
  // a line end at once, not only when the next list is there. Words and a bare `#` need another order or more of GitHub.
  const isWhole = context.typed !== '' && !isWords && found.length < mostFound && others.length <= room;
  return { candidates, more: !isWhole };
}
