/** What GitHub and the notes know of the reference under the pointer. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { mentionsElsewhere } from '../archive/mentions.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { noteDate, repositoryKey } from '../archive/summary.ts';
import type { IssueStore } from '../github/sync/issueStore.ts';
import type { Note, Reference, ReferenceKind, Repository } from '../note/note.ts';
import { referenceAt } from '../note/referenceAt.ts';
import type { Cancellation } from '../ports.ts';
import { commentPlace, referenceUrl, resolveReference } from '../references/issueKey.ts';
import { externalHover } from './externalHover.ts';
import { type Paragraph, type Piece, paragraph, printParagraphs } from './hoverText.ts';
import { commentParagraphs, issueParagraphs, missingText } from './issueText.ts';
import { toRange } from './range.ts';

export interface HoverInputs {
  readonly note: Note;
  readonly uri: string;
  readonly series?: Series | undefined;
  /** What a bare number means. */
  readonly own?: Repository | undefined;
  /** Absent: no requests are sent. */
  readonly github?: HoverGitHub | undefined;
  /** The client draws `$(icon)` and coloured text in Markdown. */
  readonly icons?: boolean | undefined;
}

export interface HoverGitHub {
  readonly store: Pick<IssueStore, 'get' | 'comment'>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly cancellation?: Cancellation | undefined;
}

/** Milliseconds. With the rest of the work, an answer is there within two seconds. */
const deadline = 1_500;

/**
 * The hover at `offset`; null where no reference is. `markdown`: the client shows Markdown (`contentFormat`), else it is
 * given plain text. `document` holds the text of `inputs.note`. Waits for GitHub at most `deadline`, and not at all for
 * what is in memory; never rejects for its sake.
 */
export async function hover(
  document: TextDocument,
  inputs: HoverInputs,
  offset: number,
  markdown: boolean,
): Promise<Hover | null> {
  const reference = referenceAt(inputs.note, offset);
  if (reference === undefined) return externalHover(document, inputs.note, offset, markdown);
  const { range, link } = reference;
  const around = link && (offset < range.from || offset > range.to) ? link.range : range;
  const hoverRange = toRange(around, document);
  const repository = reference.repository ?? inputs.own;
  const issue = await onGitHub(reference, repository, inputs);
  const paragraphs = [...issue, paragraph(...mentions(reference.number, repository, inputs))];
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: printParagraphs(paragraphs, markdown),
    },
    range: hoverRange,
  };
}

/** What GitHub says, or else what the note says itself. */
async function onGitHub(
  reference: Reference,
  repository: Repository | undefined,
  { github, icons = false }: HoverInputs,
): Promise<Paragraph[]> {
  const written = paragraph(...nameOf(reference, repository));
  const { number, kind, tail } = reference;
  const key = resolveReference({ number, kind }, repository);
  if (github === undefined || key === undefined) return [written];
  const { store, now, cancellation } = github;
  const waitOptions = { timeout: deadline, ...(cancellation && { cancellation }) };
  const place = commentPlace(tail);
  // Both at once: there is one deadline for a hover.
  const [answer, comment] = await Promise.all([
    store.get(key, { ...waitOptions, details: true }),
    place && store.comment(key, place, waitOptions),
  ]);
  const about = comment ? commentParagraphs(comment, referenceUrl(reference, repository)) : [];
  switch (answer.kind) {
    case 'found':
      return [...issueParagraphs(answer, key, now, icons), ...about];
    case 'missing':
      return [written, paragraph({ text: missingText(answer, key) })];
    case 'unavailable':
      return [
        written,
        paragraph({ text: `The title is not available. ${answer.message}` }),
        ...(comment?.kind === 'found' ? about : []),
      ];
  }
}

const kindWords: Readonly<Record<ReferenceKind, string>> = {
  pull: ', a pull request',
  issue: ', an issue',
  discussion: ', a discussion',
  unknown: '',
};

/** GitHub leads on from `/issues/` to what the number is, so it serves where the writer does not say. */
const pages: Readonly<Record<ReferenceKind, string>> = {
  pull: 'pull',
  issue: 'issues',
  discussion: 'discussions',
  unknown: 'issues',
};

function nameOf({ number, kind }: Reference, repository: Repository | undefined): Piece[] {
  if (repository === undefined) return [{ text: `#${number}${kindWords[kind]}` }];
  const { host, owner, name } = repository;
  const text = `${host === 'github.com' ? '' : `${host}/`}${owner}/${name}#${number}`;
  // A name and a port at most: `github.com@example.com` is another host than it seems.
  const isHost = /^[a-z0-9.-]{1,255}(?::[0-9]{1,5})?$/.test(host);
  const target = isHost ? `https://${host}/${owner}/${name}/${pages[kind]}/${number}` : undefined;
  return [{ text, target }, { text: kindWords[kind] }];
}

/** How often and where the notes name the same thing. */
function mentions(
  number: number,
  repository: Repository | undefined,
  { note, uri, series, own }: HoverInputs,
): Piece[] {
  const key = keyOf(repository);
  // Both halves of a link are one mention.
  const places = new Set<number>();
  for (const each of note.references) {
    if (each.number !== number || keyOf(each.repository ?? own) !== key) continue;
    places.add(each.link?.range.from ?? each.range.from);
  }
  const pieces: Piece[] = places.size > 1 ? [{ text: `${places.size} times in this note. ` }] : [];
  if (series === undefined) return pieces;
  const others = mentionsElsewhere(series, uri, own).find(number, repository)?.notes ?? [];
  const [last] = others;
  if (last === undefined) return pieces;
  const first = others.at(-1)!;
  if (first === last) return [...pieces, { text: 'Also in the note ' }, linkTo(last), { text: '.' }];
  return [
    ...pieces,
    { text: `Also in ${others.length} notes, first in ` },
    linkTo(first),
    { text: ', last in ' },
    linkTo(last),
    { text: '.' },
  ];
}

function keyOf(repository: Repository | undefined): string {
  return repository ? repositoryKey(repository) : '';
}

function linkTo(note: NoteSummary): Piece {
  return { text: noteDate(note) ?? note.fileName, target: note.uri };
}
