/** The list of "Insert Reference…": what the cache and the notes have at once, and what GitHub has on a second request. */

import type { CancellationToken } from 'vscode-languageserver';
import { beside, type Message, type Say, t, verbatim } from '../../../shared/l10n.ts';
import type { SearchReferencesParams, SearchReferencesResult } from '../../../shared/protocol.ts';
import type { ReferenceStyle, Settings } from '../../../shared/settings.ts';
import { findCandidates } from '../../core/features/completion/candidates.ts';
import type { ReferenceContext } from '../../core/features/completion/context.ts';
import type { NotesSource, ReferenceCandidate } from '../../core/features/completion/references.ts';
import type { IssueStore } from '../../core/github/sync/issueStore.ts';
import { hasRepositoryHeadings } from '../../core/note/headingRepository.ts';
import type { Repository } from '../../core/note/note.ts';
import type { Issue } from '../../core/references/issue.ts';
import { isSameRepository, isValidRepository } from '../../core/references/issueKey.ts';
import { referenceText } from '../../core/references/referenceText.ts';
import { stateAndKind, stateSign } from '../../core/references/stateWords.ts';
import type { OpenDocument } from '../../core/workspace/openDocument.ts';
import type { HandlerState } from '../handler.ts';

export interface SearchState extends HandlerState {
  /** Absent: GitHub is not asked. */
  readonly store?:
    | Pick<IssueStore, 'peek' | 'get' | 'search' | 'searchGitHub' | 'open' | 'people'>
    | undefined;
  /** What `#1` means in a document. */
  repositoryOf(document: OpenDocument): Repository | undefined;
  /** Undefined: the document is no note. */
  inputsFor(document: OpenDocument): NotesSource | undefined;
  settingsFor(uri: string): Settings;
  readonly say: Say;
}

const mostItems = 50;
/** Time limit in milliseconds for a list that is shown. */
const searchTimeout = 6_000;

export async function findReferences(
  state: SearchState,
  { uri, query, live }: SearchReferencesParams,
  cancellation: CancellationToken,
): Promise<SearchReferencesResult> {
  const document = await state.documentRead(uri);
  if (document === undefined) return { items: [] };
  const { note } = document;
  const inputs = state.inputsFor(document) ?? { note, uri, own: state.repositoryOf(document) };
  const { own } = inputs;
  const named = repositoryIn(query);
  const repository = named?.repository ?? own;
  const text = (named?.rest ?? query).trim().replace(/^#/, '');
  const hint = await ask(state, repository, text, live, cancellation);
  // Behind the note's end: no reference there is the one being typed.
  const end = note.text.length + 1;
  const range = { from: end, to: end };
  const context: ReferenceContext = {
    kind: 'reference',
    typed: text,
    range,
    whole: range,
    wanted: 'unknown',
    prefix: '#',
    quiet: false,
    ...(named && { repository: named.repository }),
  };
  const { referenceStyle } = state.settingsFor(uri);
  const bare = hasRepositoryHeadings(note) ? undefined : own;
  const items = findCandidates({ ...inputs, store: state.store }, context, end)
    .slice(0, mostItems)
    .map((candidate) => itemOf(candidate, referenceStyle, repository, own, bare, state.say));
  return { items, ...(hint !== undefined && { hint }) };
}

/** Fills the cache; gives why it could not. */
async function ask(
  { store, say }: SearchState,
  repository: Repository | undefined,
  text: string,
  live: boolean,
  cancellation: CancellationToken,
): Promise<string | undefined> {
  if (store === undefined) return say(t('GitHub lookups are off.'));
  if (repository === undefined)
    return say(
      t('The repository is unknown. Type {0} followed by a number or words of a title.', 'owner/name#'),
    );
  if (!live) {
    // What is in a file is in memory soon; the live request that follows finds it there.
    void store.open(repository, 'edited');
    return undefined;
  }
  const waitOptions = { timeout: searchTimeout, cancellation };
  const isNumber = /^[1-9]\d{0,8}$/.test(text);
  const answer = isNumber
    ? await store.get({ repository, number: Number(text) }, waitOptions)
    : await store.searchGitHub(repository, { text }, waitOptions);
  return answer.kind === 'unavailable' ? say(answer.message) : undefined;
}

/** `owner/name#words`, `owner/name words`: another repository than the note's own. */
function repositoryIn(query: string): { readonly repository: Repository; readonly rest: string } | undefined {
  const match = /^\s{0,9}([A-Za-z0-9-]{1,40})\/([\w.-]{1,100})(?:[#\s]|$)/.exec(query);
  const [all, owner, name] = match ?? [];
  if (all === undefined || owner === undefined || name === undefined) return undefined;
  const repository = { host: 'github.com', owner, name };
  return isValidRepository(repository) ? { repository, rest: query.slice(all.length) } : undefined;
}

function itemOf(
  { number, kind, title = '', issue, mention }: ReferenceCandidate,
  style: ReferenceStyle,
  listed: Repository | undefined,
  own: Repository | undefined,
  bare: Repository | undefined,
  say: Say,
): SearchReferencesResult['items'][number] {
  const repository = issue?.repository ?? listed;
  const isOwn = repository === undefined || (own !== undefined && isSameRepository(repository, own));
  const what = issue ? `${stateSign(issue)} ${say(byAuthor(issue))}` : say(mentioned(kind, mention?.where));
  return {
    number,
    title,
    description: isOwn ? what : `${repository.owner}/${repository.name}: ${what}`,
    text: repository
      ? referenceText({ key: { repository, number }, kind, title }, style, bare)
      : `${kind === 'pull' ? 'PR ' : kind === 'issue' ? 'issue ' : ''}#${number}`,
  };
}

function byAuthor(issue: Issue): Message {
  const words = stateAndKind(issue);
  return issue.author === undefined ? words : t('{0} by {1}', words, issue.author);
}

function mentioned(kind: ReferenceCandidate['kind'], where: Message | undefined): Message {
  const name = kindNames[kind];
  if (name && where) return beside(name, where);
  return name ?? where ?? verbatim('');
}

const kindNames: Readonly<Record<ReferenceCandidate['kind'], Message | undefined>> = {
  pull: t('pull request'),
  issue: t('issue'),
  discussion: t('discussion'),
  unknown: undefined,
};
