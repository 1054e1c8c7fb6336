/** What GitHub and the notes know of the reference under the pointer. */

import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { type Message, type Say, t } from '../../../shared/l10n.ts';
import { mentionsElsewhere } from '../archive/mentions.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { unpackPlace } from '../archive/place.ts';
import { repositoryKey } from '../archive/summary.ts';
import { meetingContextAt } from '../checks/meetingContext.ts';
import type { MeetingContext } from '../checks/problem.ts';
import type { IssueStore } from '../github/sync/issueStore.ts';
import type { Note, Reference, ReferenceKind, Repository } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { externalReferenceAt, referenceAt } from '../note/referenceAt.ts';
import type { Cancellation } from '../ports.ts';
import { mentionPlaces } from '../recall/mentionPlaces.ts';
import { commentPlace, referenceUrl, resolveReference } from '../references/issueKey.ts';
import { externalHover } from './externalHover.ts';
import { type Paragraph, type Piece, paragraph, printParagraphs, slot } from './hoverText.ts';
import { commentParagraphs, issueParagraphs, missingText } from './issueText.ts';
import { linkToLine } from './noteLink.ts';
import { pageParagraphs } from './pageHover.ts';
import { personHover } from './personHover.ts';
import { toRange } from './range.ts';

export interface HoverInputs {
  readonly note: Note;
  readonly uri: string;
  readonly series?: Series | undefined;
  /** See `CheckContext`. */
  readonly meetings?: readonly MeetingContext[];
  /** What a bare number means. */
  readonly own?: Repository | undefined;
  /** Absent: no requests are sent. */
  readonly github?: HoverGitHub | undefined;
  /** See `Settings.actionItemMeetings`. */
  readonly openMeetings?: number | undefined;
  /** The client draws `$(icon)` and coloured text in Markdown. */
  readonly icons?: boolean | undefined;
  /** Absent: English. */
  readonly say?: Say | undefined;
}

export interface HoverGitHub {
  readonly store: Pick<IssueStore, 'get' | 'comment' | 'page'>;
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
  if (reference === undefined)
    return (
      (await hoverExternal(document, inputs, offset, markdown)) ??
      personHover(document, inputs, offset, markdown)
    );
  const { range, link } = reference;
  const around = link && (offset < range.from || offset > range.to) ? link.range : range;
  const hoverRange = toRange(around, document);
  const repository = reference.repository ?? inputs.own;
  const issue = await onGitHub(reference, repository, inputs);
  const paragraphs = [
    ...issue,
    paragraph(...mentions(reference.number, repository, inMeeting(inputs, offset))),
  ];
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: printParagraphs(paragraphs, markdown, inputs.say),
    },
    range: hoverRange,
  };
}

async function hoverExternal(
  document: TextDocument,
  { note, github, say }: HoverInputs,
  offset: number,
  markdown: boolean,
): Promise<Hover | null> {
  const found = externalReferenceAt(note, offset);
  if (found === undefined) return null;
  const about = 'page' in found ? await pageParagraphs(found, github, deadline) : [];
  return externalHover(document, note, found, offset, markdown, about, say);
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
        paragraph({ text: t('The title is not available. {0}', answer.message) }),
        ...(comment?.kind === 'found' ? about : []),
      ];
  }
}

function withKind(kind: ReferenceKind, name: string): string | Message {
  switch (kind) {
    case 'pull':
      return t('{0}, a pull request', name);
    case 'issue':
      return t('{0}, an issue', name);
    case 'discussion':
      return t('{0}, a discussion', name);
    case 'unknown':
      return name;
  }
}

function nameOf(reference: Reference, repository: Repository | undefined): Piece[] {
  const { number, kind } = reference;
  if (repository === undefined) return [{ text: withKind(kind, `#${number}`) }];
  const { host, owner, name } = repository;
  const text = `${host === 'github.com' ? '' : `${host}/`}${owner}/${name}#${number}`;
  const link = { text, target: referenceUrl({ number, kind }, repository) };
  return [{ text: withKind(kind, slot(0)), slots: [link] }];
}

/** In a file with several meetings the one around the offset is the note, and the others are notes beside it. */
function inMeeting(inputs: HoverInputs, offset: number): HoverInputs {
  const meeting = meetingContextAt(inputs.meetings, offset);
  return meeting ? { ...inputs, note: meeting.context.note } : inputs;
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
  const pieces: Piece[] =
    places.size > 1 ? [{ text: t('{0} times in this note.', places.size) }, { text: ' ' }] : [];
  if (series === undefined) return pieces;
  const others =
    mentionsElsewhere(series, uri, own, note.title?.date?.value).find(number, repository)?.notes ?? [];
  const [last] = others;
  if (last === undefined) return pieces;
  const first = others.at(-1)!;
  const subject = { kind: 'reference', number, repository } as const;
  const linkTo = (other: NoteSummary): Piece => {
    const [place] = mentionPlaces(subject, [other], own);
    return linkToLine(other, place && unpackPlace(place.place).line);
  };
  if (first === last)
    return [...pieces, { text: t('Also in the note {0}.', slot(0)), slots: [linkTo(last)] }];
  return [
    ...pieces,
    {
      text: t('Also in {0} notes, first in {1}, last in {2}.', others.length, slot(0), slot(1)),
      slots: [linkTo(first), linkTo(last)],
    },
  ];
}

function keyOf(repository: Repository | undefined): string {
  return repository ? repositoryKey(repository) : '';
}
