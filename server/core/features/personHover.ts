/**
 * What the notes know of the person under the pointer: the open action items of all notes, this one among them as it is in the editor, and
 * where the others last mentioned them.
 */

import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { type Say, t } from '../../../shared/l10n.ts';
import { noteOf } from '../archive/noteOf.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { notesAsWritten } from '../archive/otherNotes.ts';
import { unpackPlace } from '../archive/place.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { knownNames } from '../people/knownNames.ts';
import { writtenOwners } from '../recall/listedItems.ts';
import { type MentionPlace, mentionPlaces } from '../recall/mentionPlaces.ts';
import { type OpenItem, openItems } from '../recall/openItems.ts';
import { plainText } from '../recall/plainText.ts';
import { canonicalUri } from '../uri.ts';
import { type Paragraph, type Piece, paragraph, printParagraphs, slot } from './hoverText.ts';
import { linkToLine } from './noteLink.ts';
import { toRange } from './range.ts';
import { type SubjectInputs, subjectAt } from './subjectAt.ts';

/** A hover with more is scrolled. */
const mostItems = 5;
/** In UTF-16 code units. */
const longestItem = 100;

/** Null where nobody is named. */
export function personHover(
  document: TextDocument,
  inputs: SubjectInputs & { readonly openMeetings?: number | undefined; readonly say?: Say | undefined },
  offset: number,
  markdown: boolean,
): Hover | null {
  const here = subjectAt(inputs, offset);
  if (here?.mention === undefined || here.subject.kind !== 'person') return null;
  const { isCalled } = here.subject;
  const { series, note, uri, openMeetings } = inputs;
  const notes = series?.notes ?? [];
  const isKnown = knownNames({ note, series, uri: canonicalUri(uri) }, true);
  const items = openItems(notesAsWritten(series, uri, note), openMeetings).filter(({ item }) =>
    writtenOwners(item, isKnown).some(isCalled),
  );
  const self = series && noteOf(series, uri, note.title?.date?.value);
  const places = mentionPlaces(here.subject, notes, undefined).filter((place) => place.note !== self);
  const { name } = here.mention;
  const paragraphs: Paragraph[] = [
    paragraph({ text: name.startsWith('@') ? name.slice(1) : name, strong: true }),
    itemParagraph(items.filter(({ isOlder }) => !isOlder)),
    paragraph(...seen(places)),
  ];
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: printParagraphs(paragraphs, markdown, inputs.say),
    },
    range: toRange(here.range, document),
  };
}

function itemParagraph(items: readonly OpenItem[]): Paragraph {
  if (items.length === 0) return paragraph({ text: t('No open action items.') });
  const count = items.length === 1 ? t('1 open action item:') : t('{0} open action items:', items.length);
  const lines = items.slice(0, mostItems).map(({ item, note }): Piece[] => {
    const text = plainText(item.text);
    return [
      linkToLine(note, unpackPlace(item.place).line),
      { text: ` ${text.length > longestItem ? `${text.slice(0, longestItem)}…` : text}` },
    ];
  });
  const more = items.length - lines.length;
  return { lines: [[{ text: count }], ...lines, ...(more > 0 ? [[{ text: t('and {0} more', more) }]] : [])] };
}

function seen(places: readonly MentionPlace[]): Piece[] {
  const [last] = places;
  if (last === undefined) return [{ text: t('In no other note.') }];
  const notes = new Set<NoteSummary>(places.map(({ note }) => note)).size;
  const link = linkToLine(last.note, unpackPlace(last.place).line);
  const text =
    notes === 1
      ? t('In one other note, {0}.', slot(0))
      : t('In {0} other notes, last in {1}.', notes, slot(0));
  return [{ text, slots: [link] }];
}
