/** The client's own requests about references: its commands, its preview, what is pasted. */

import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  type DescribeUrlsParams,
  type DescribeUrlsResult,
  type DocumentParams,
  describeUrls,
  isNoteDocument,
  type PreviewReferencesResult,
  previewReferences,
  type ReferenceAtParams,
  type ReferenceAtResult,
  referenceAtPosition,
  referencesChanged,
  type SearchReferencesParams,
  type SearchReferencesResult,
  searchReferences,
} from '../../../shared/protocol.ts';
import type { ReferenceStyle, Settings } from '../../../shared/settings.ts';
import type { CachedAnswer, Found } from '../../core/github/answer.ts';
import type { IssueStore } from '../../core/github/sync/issueStore.ts';
import { hasRepositoryHeadings } from '../../core/note/headingRepository.ts';
import { parseIssueUrl } from '../../core/note/issueUrl.ts';
import { linkedExternals, linkedReferences } from '../../core/note/linkedReferences.ts';
import type { Reference, Repository } from '../../core/note/note.ts';
import { externalReferenceAt, referenceAt } from '../../core/note/referenceAt.ts';
import type { Issue } from '../../core/references/issue.ts';
import {
  isSameRepository,
  issueUrl,
  isValidRepository,
  parseIssueKey,
  referenceUrl,
  resolveReference,
} from '../../core/references/issueKey.ts';
import { referenceText } from '../../core/references/referenceText.ts';
import { stateAndKind, stateSign } from '../../core/references/stateWords.ts';
import type { OpenDocument } from '../../core/workspace/openDocument.ts';
import type { Notify } from '../clientKind.ts';
import { type Answer, type HandlerState, handler } from '../handler.ts';

export interface ReferencesState extends HandlerState {
  /** Absent: GitHub is not asked here. */
  readonly store?: Pick<IssueStore, 'peek' | 'get' | 'search' | 'searchGitHub' | 'open'> | undefined;
  readonly notify: Notify;
  isNote(document: OpenDocument): boolean;
  /** What `#1` means in a document. */
  repositoryOf(document: OpenDocument): Repository | undefined;
  settingsFor(uri: string): Settings;
}

const mostItems = 50;
/** Milliseconds that a person looks at a list, or at a pasted URL, and waits. */
const searchPatience = 6_000;
const titlePatience = 1_500;
const pastePatience = 300;
const mostUrls = 20;

/** Answers them; gives what tells the client that answers may differ now. */
export function serveReferences(connection: Connection, state: ReferencesState): () => void {
  connection.onRequest<Answer<SearchReferencesResult>, never>(
    searchReferences,
    handler<SearchReferencesParams, SearchReferencesResult>(
      state,
      searchReferences,
      { items: [] },
      (params, token) => search(state, params, token),
    ),
  );
  connection.onRequest<Answer<ReferenceAtResult | null>, never>(
    referenceAtPosition,
    handler<ReferenceAtParams, ReferenceAtResult | null>(state, referenceAtPosition, null, (params) =>
      referenceUnder(state, params),
    ),
  );
  connection.onRequest<Answer<PreviewReferencesResult | null>, never>(
    previewReferences,
    handler<DocumentParams, PreviewReferencesResult | null>(state, previewReferences, null, ({ uri }) => {
      const document = state.document(uri);
      return document && state.isNote(document) ? referencesIn(state, document) : null;
    }),
  );
  connection.onRequest<Answer<DescribeUrlsResult>, never>(
    describeUrls,
    handler<DescribeUrlsParams, DescribeUrlsResult>(state, describeUrls, [], (params, token) =>
      describe(state, params, token),
    ),
  );
  connection.onRequest<Answer<boolean>, never>(
    isNoteDocument,
    handler<DocumentParams, boolean>(state, isNoteDocument, false, ({ uri }) => {
      const document = state.document(uri);
      return document !== undefined && state.isNote(document);
    }),
  );
  return () => state.notify(referencesChanged);
}

async function search(
  state: ReferencesState,
  { uri, query, live }: SearchReferencesParams,
  cancellation: CancellationToken,
): Promise<SearchReferencesResult> {
  const { store } = state;
  if (store === undefined) return { items: [], hint: 'GitHub lookups are off.' };
  const document = state.document(uri);
  const own = document && state.repositoryOf(document);
  const named = repositoryIn(query);
  const repository = named?.repository ?? own;
  if (repository === undefined)
    return { items: [], hint: 'Which repository? Type owner/name# and go on with words or a number.' };
  const text = named?.rest ?? query;
  let hint: string | undefined;
  if (live) {
    const patience = { timeout: searchPatience, cancellation };
    const number = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
    if (number !== undefined && Number(number) > 0) {
      const answer = await store.get({ repository, number: Number(number) }, patience);
      if (answer.kind === 'unavailable') hint = answer.message;
    } else {
      const outcome = await store.searchGitHub(repository, { text }, patience);
      if (outcome.kind === 'unavailable') hint = outcome.message;
    }
  } else {
    // What is in a file is in memory soon; the live request that follows finds it there.
    void store.open(repository, 'edited');
  }
  const style = state.settingsFor(uri).referenceStyle;
  const bare = document && plainRepository(state, document);
  const items = store
    .search(repository, { text, limit: mostItems })
    .map(({ found }) => itemOf(found, style, own, bare));
  return { items, ...(hint !== undefined && { hint }) };
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
  { issue }: Found,
  style: ReferenceStyle,
  own: Repository | undefined,
  bare: Repository | undefined,
): SearchReferencesResult['items'][number] {
  const { repository, number, kind, title } = issue;
  const key = { repository, number };
  return {
    number,
    title,
    description: describeIssue(issue, own),
    url: issueUrl(key, kind),
    text: referenceText({ key, kind, title }, style, bare),
  };
}

function describeIssue(issue: Issue, own: Repository | undefined): string {
  const { repository, author } = issue;
  const where = own && isSameRepository(repository, own) ? '' : `${repository.owner}/${repository.name}: `;
  return `${where}${stateSign(issue)} ${stateAndKind(issue)}${author === undefined ? '' : ` by ${author}`}`;
}

function referenceUnder(
  state: ReferencesState,
  { uri, position }: ReferenceAtParams,
): ReferenceAtResult | null {
  const document = state.document(uri);
  if (document === undefined) return null;
  const { note } = document;
  const offset = document.document.offsetAt(position);
  const reference = referenceAt(note, offset);
  if (reference === undefined) {
    const external = externalReferenceAt(note, offset);
    if (external === undefined) return null;
    const { url, range } = external;
    return { url, markdown: linkTo(url, note.text.slice(range.from, range.to)) };
  }
  const own = state.repositoryOf(document);
  const seen = lookAt(state, reference, own);
  if (seen.url === undefined) return null;
  const { url, issue } = seen;
  const kind = issue?.kind ?? reference.kind;
  const key = resolveReference({ ...reference, kind: 'unknown' }, seen.repository);
  if (key === undefined) return null;
  const written = { key, kind, title: issue?.title };
  const { tail = '' } = reference;
  // A comment's link names the issue, and leads to the comment.
  const isWhole = tail === '' || tail === '/';
  const markdown = isWhole
    ? referenceText(written, 'titled-link', own)
    : linkTo(url, referenceText(written, 'kind', own));
  return { url, markdown };
}

function linkTo(url: string, label: string): string {
  // A link's target ends at a parenthesis, and a backslash would escape.
  const target = url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
  return label.startsWith('http') ? url : `[${label}](${target})`;
}

interface Seen {
  readonly repository: Repository | undefined;
  readonly url: string | undefined;
  readonly issue: Issue | undefined;
}

/** What memory has on a reference of a note. What GitHub says of its kind goes before what the writer calls it. */
function lookAt({ store }: ReferencesState, reference: Reference, own: Repository | undefined): Seen {
  const repository = reference.repository ?? own;
  const key = resolveReference(reference, repository);
  const issue = issueOf(key && store?.peek(key));
  const kind = issue?.kind ?? reference.kind;
  return { repository, url: referenceUrl({ ...reference, kind }, repository), issue };
}

function issueOf(known: CachedAnswer | undefined): Issue | undefined {
  return known?.kind === 'found' ? known.issue : undefined;
}

function referencesIn(state: ReferencesState, document: OpenDocument): PreviewReferencesResult {
  const { note } = document;
  const own = state.repositoryOf(document);
  const references: (PreviewReferencesResult['references'][number] & { readonly from: number })[] = [];
  const linked = linkedReferences(note);
  for (const reference of note.references) {
    if (reference.form === 'link-target' || linked.has(reference)) continue;
    const { url, issue } = lookAt(state, reference, own);
    if (url === undefined) continue;
    const { from, to } = reference.range;
    const { line } = document.document.positionAt(from);
    const title = issue && { title: issue.title };
    references.push({ from, line, text: note.text.slice(from, to), url, ...title });
  }
  const others = linkedExternals(note);
  for (const external of note.external) {
    if (others.has(external)) continue;
    const { from, to } = external.range;
    const { line } = document.document.positionAt(from);
    references.push({ from, line, text: note.text.slice(from, to), url: external.url });
  }
  // The preview looks for each behind the one before.
  references.sort((a, b) => a.from - b.from);
  return { references: references.map(({ from: _, ...reference }) => reference) };
}

/** What a bare number means wherever it is put; undefined where headings decide that. */
function plainRepository(state: ReferencesState, document: OpenDocument): Repository | undefined {
  return hasRepositoryHeadings(document.note) ? undefined : state.repositoryOf(document);
}

async function describe(
  state: ReferencesState,
  { uri, urls }: DescribeUrlsParams,
  cancellation: CancellationToken,
): Promise<DescribeUrlsResult> {
  const document = state.document(uri);
  if (document === undefined || !state.isNote(document)) return urls.map(() => null);
  const own = plainRepository(state, document);
  const style = state.settingsFor(uri).referenceStyle;
  const asked = urls.slice(0, mostUrls).map((url) => describeOne(state, url, own, style, cancellation));
  const answers = await Promise.all(asked);
  return urls.map((_, index) => answers[index] ?? null);
}

async function describeOne(
  { store }: ReferencesState,
  url: string,
  own: Repository | undefined,
  style: ReferenceStyle,
  cancellation: CancellationToken,
): Promise<DescribeUrlsResult[number]> {
  const parsed = parseIssueKey(url);
  if (parsed === undefined) return null;
  const { repository, number } = parsed;
  const key = { repository, number };
  // As it is or `PR #1` needs no title; whoever pastes is not to wait for one that they may not want.
  const patience = { timeout: style === 'titled-link' ? titlePatience : pastePatience, cancellation };
  const answer = parsed.kind === 'discussion' ? undefined : await store?.get(key, patience);
  const issue = answer?.kind === 'found' ? answer.issue : undefined;
  const written = { key, kind: issue?.kind ?? parsed.kind, title: issue?.title };
  const label = referenceText(written, 'kind', own);
  // `#issuecomment-1` or `/files` would be lost.
  const tail = parseIssueUrl(url)?.tail ?? '';
  const isWhole = tail === '' || tail === '/';
  const titled = isWhole && issue ? referenceText(written, 'titled-link', own) : undefined;
  return {
    short: isWhole ? label : linkTo(url, label),
    ...(titled !== undefined && { titled }),
    preferred: preferredOf(style, isWhole),
  };
}

function preferredOf(style: ReferenceStyle, isWhole: boolean): 'short' | 'titled' | 'url' {
  if (style === 'titled-link') return 'titled';
  if (style === 'link') return 'short';
  return (style === 'kind' || style === 'number') && isWhole ? 'short' : 'url';
}
