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
import type { ReferenceStyle } from '../../../shared/settings.ts';
import { isReferenceInProse } from '../../core/features/completion/pastedUrl.ts';
import type { CachedAnswer } from '../../core/github/answer.ts';
import { hasRepositoryHeadings } from '../../core/note/headingRepository.ts';
import { linkedExternals, linkedReferences } from '../../core/note/linkedReferences.ts';
import type { Reference, Repository } from '../../core/note/note.ts';
import { externalReferenceAt, referenceAt } from '../../core/note/referenceAt.ts';
import type { Issue } from '../../core/references/issue.ts';
import { parseIssueKey, referenceUrl, resolveReference } from '../../core/references/issueKey.ts';
import { referenceText } from '../../core/references/referenceText.ts';
import type { OpenDocument } from '../../core/workspace/openDocument.ts';
import type { Notify } from '../clientKind.ts';
import { type Answer, handler } from '../handler.ts';
import { findReferences, type SearchState } from './searchReferences.ts';

export interface ReferencesState extends SearchState {
  readonly notify: Notify;
  isNote(document: OpenDocument): boolean;
}

/** Milliseconds that a person looks at a pasted URL and waits. */
const titleTimeout = 1_500;
const pasteTimeout = 300;
const mostUrls = 20;

/** Answers them; gives what tells the client that answers may differ now. */
export function serveReferences(connection: Connection, state: ReferencesState): () => void {
  connection.onRequest<Answer<SearchReferencesResult>, never>(
    searchReferences,
    handler<SearchReferencesParams, SearchReferencesResult>(
      state,
      searchReferences,
      { items: [] },
      (params, token) => findReferences(state, params, token),
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
    handler<DocumentParams, PreviewReferencesResult | null>(
      state,
      previewReferences,
      null,
      async ({ uri }) => {
        const document = await state.documentRead(uri);
        return document && state.isNote(document) ? referencesIn(state, document) : null;
      },
    ),
  );
  connection.onRequest<Answer<DescribeUrlsResult>, never>(
    describeUrls,
    handler<DescribeUrlsParams, DescribeUrlsResult>(state, describeUrls, [], (params, token) =>
      describe(state, params, token),
    ),
  );
  connection.onRequest<Answer<boolean>, never>(
    isNoteDocument,
    handler<DocumentParams, boolean>(state, isNoteDocument, false, async ({ uri }) => {
      const document = await state.documentRead(uri);
      return document !== undefined && state.isNote(document);
    }),
  );
  return () => state.notify(referencesChanged);
}

async function referenceUnder(
  state: ReferencesState,
  { uri, position }: ReferenceAtParams,
): Promise<ReferenceAtResult | null> {
  const document = await state.documentRead(uri);
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

interface CachedReference {
  readonly repository: Repository | undefined;
  readonly url: string | undefined;
  readonly issue: Issue | undefined;
}

/** What memory has on a reference of a note. What GitHub says of its kind goes before what the writer calls it. */
function lookAt(
  { store }: ReferencesState,
  reference: Reference,
  own: Repository | undefined,
): CachedReference {
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
    if (others.has(external) || ('form' in external && external.form === 'link-target')) continue;
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
  { uri, position, urls }: DescribeUrlsParams,
  cancellation: CancellationToken,
): Promise<DescribeUrlsResult> {
  const document = await state.documentRead(uri);
  if (document === undefined || !state.isNote(document)) return urls.map(() => null);
  const own = plainRepository(state, document);
  const style = state.settingsFor(uri).referenceStyle;
  const { enterpriseHost } = document.note.conventions;
  const offset = document.document.offsetAt(position);
  const asked = urls.slice(0, mostUrls).map((url) => {
    const parsed = parseIssueKey(url, enterpriseHost);
    if (parsed === undefined || !isReferenceInProse(document.note, offset, url)) return undefined;
    return describeOne(state, url, parsed, own, style, cancellation);
  });
  const answers = await Promise.all(asked);
  return urls.map((_, index) => answers[index] ?? null);
}

async function describeOne(
  { store }: ReferencesState,
  url: string,
  parsed: NonNullable<ReturnType<typeof parseIssueKey>>,
  own: Repository | undefined,
  style: ReferenceStyle,
  cancellation: CancellationToken,
): Promise<DescribeUrlsResult[number]> {
  const { repository, number, tail } = parsed;
  const key = { repository, number };
  // As it is or `PR #1` needs no title; whoever pastes is not to wait for one that they may not want.
  const waitOptions = { timeout: style === 'titled-link' ? titleTimeout : pasteTimeout, cancellation };
  const answer = parsed.kind === 'discussion' ? undefined : await store?.get(key, waitOptions);
  const issue = answer?.kind === 'found' ? answer.issue : undefined;
  const written = { key, kind: issue?.kind ?? parsed.kind, title: issue?.title };
  const label = referenceText(written, 'kind', own);
  // `#issuecomment-1` or `/files` would be lost.
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
