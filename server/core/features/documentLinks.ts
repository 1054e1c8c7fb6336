/** Where references lead that no program takes for links: `PR #1`, `#1`, `owner/repo#1`, `GH-1`, and by the series' prefixes `EIP-1`. */

import type { DocumentLink } from 'vscode-languageserver-types';
import { literalText } from '../../../shared/literalText.ts';
import { atOnce, isEach, type Steps } from '../../../shared/steps.ts';
import type { IssueMemory } from '../checks/problem.ts';
import { linkedExternals, linkedReferences } from '../note/linkedReferences.ts';
import type { Note, Repository, Span } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { referenceUrl, resolveReference } from '../references/issueKey.ts';
import { toRange } from './range.ts';

export interface LinkInputs {
  readonly note: Note;
  /** What a bare number means. */
  readonly own?: Repository | undefined;
  /** What is remembered of GitHub. */
  readonly issues?: IssueMemory | undefined;
  /** The client makes Markdown of tooltips, though the protocol does not say so. */
  readonly markdown?: boolean | undefined;
}

/**
 * In document order. URLs and Markdown links are left to the editor. `document` holds the text of `inputs.note`. VS Code puts
 * a tooltip into trusted Markdown, where a stranger's `<command:…>` could be clicked (getLinks.ts, getHoverMessage).
 */
export function documentLinks(document: TextDocument, inputs: LinkInputs): DocumentLink[] {
  return atOnce(documentLinkSteps(document, inputs));
}

/** The same in steps: a note may have very many references. */
export function* documentLinkSteps(
  document: TextDocument,
  { note, own, issues, markdown }: LinkInputs,
): Steps<DocumentLink[]> {
  const literal = (text: string): string => literalText(text, markdown ? 'markdown' : 'plain');
  const linked = linkedReferences(note);
  yield;
  const onGitHub: LinkAtSpan[] = [];
  for (const [index, reference] of note.references.entries()) {
    if (isEach(500, index)) yield;
    if (reference.form === 'url' || reference.form === 'link-target' || linked.has(reference)) continue;
    const key = resolveReference(reference, own);
    const cached = key && issues?.peek(key);
    const issue = cached?.kind === 'found' ? cached.issue : undefined;
    const kind = issue?.kind ?? reference.kind;
    const target = referenceUrl({ ...reference, kind }, own);
    if (target === undefined) continue;
    onGitHub.push({ range: reference.range, target, ...(issue && { tooltip: literal(issue.title) }) });
  }
  const links = [...onGitHub, ...externalLinks(note, literal)].sort((a, b) => a.range.from - b.range.from);
  yield;
  const found: DocumentLink[] = [];
  for (const [index, { range, ...link }] of links.entries()) {
    if (isEach(500, index)) yield;
    found.push({ range: toRange(range, document), ...link });
  }
  return found;
}

type LinkAtSpan = Omit<DocumentLink, 'range'> & { readonly range: Span };

function externalLinks(note: Note, literal: (text: string) => string): LinkAtSpan[] {
  const linked = linkedExternals(note);
  return note.external
    .filter((each) => !linked.has(each) && !('form' in each && each.form === 'url'))
    .map(({ range, url }) => ({ range, target: url, tooltip: literal(url) }));
}
