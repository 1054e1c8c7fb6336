/** What the notes know of the reference under the pointer. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { mentionsElsewhere } from '../archive/mentions.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { noteDate, repositoryKey } from '../archive/summary.ts';
import type { Note, Reference, ReferenceKind, Repository } from '../note/note.ts';
import { referenceAt, repositoryAt } from '../note/referenceAt.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { toRange } from './range.ts';

export interface HoverInputs {
  readonly note: Note;
  readonly uri: string;
  readonly series?: Series | undefined;
  /** What a bare number means. */
  readonly own?: Repository | undefined;
}

/** A stretch of text, perhaps a link; neither holds markup. */
interface Piece {
  readonly text: string;
  readonly target?: string | undefined;
}

/**
 * The hover at `offset`; null where no reference is. `markdown`: the client shows Markdown (`contentFormat`), else it is
 * given plain text. `document` holds the text of `inputs.note`.
 */
export function hover(
  document: TextDocument,
  inputs: HoverInputs,
  offset: number,
  markdown: boolean,
): Hover | null {
  const reference = referenceAt(inputs.note, offset);
  if (reference === undefined) return null;
  const { range, link } = reference;
  const around = link && (offset < range.from || offset > range.to) ? link.range : range;
  const repository = repositoryAt(inputs.note, inputs.note.references.indexOf(reference)) ?? inputs.own;
  const paragraphs = [nameOf(reference, repository), mentions(reference.number, repository, inputs)];
  const print = markdown ? asMarkdown : asText;
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: paragraphs
        .filter((pieces) => pieces.length > 0)
        .map((pieces) => pieces.map(print).join(''))
        .join('\n\n'),
    },
    range: toRange(around, document),
  };
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
  note.references.forEach((each, index) => {
    if (each.number !== number || keyOf(repositoryAt(note, index) ?? own) !== key) return;
    places.add(each.link?.range.from ?? each.range.from);
  });
  const pieces: Piece[] = places.size > 1 ? [{ text: `${places.size} times in this note. ` }] : [];
  if (series === undefined) return pieces;
  const others = mentionsElsewhere(series, uri, own).find(number, repository)?.notes ?? [];
  const [last] = others;
  if (last === undefined) return [...pieces, { text: 'In no other note.' }];
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

function asMarkdown({ text, target }: Piece): string {
  return target === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](<${linkTarget(target)}>)`;
}

function asText({ text, target }: Piece): string {
  return target?.startsWith('https:') ? `${text} (${target})` : text;
}

/** A URI as a link's target between `<` and `>`: whatever could end it or begin an entity is percent-encoded. */
function linkTarget(uri: string): string {
  return uri
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[^A-Za-z0-9\-._~:/?#@!$+,;=%]/gu, (char) => encodeURIComponent(char));
}
