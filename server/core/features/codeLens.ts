/** Above the title the notes around this one; above a line in how many notes its references are. */

import type { CodeLens, Range } from 'vscode-languageserver-types';
import { spokenDay } from '../../../shared/dates/spokenNames.ts';
import { inEnglish, type Message, type Say, t } from '../../../shared/l10n.ts';
import { mentionsElsewhere } from '../archive/mentions.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { noteDate } from '../archive/summary.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { openItems } from '../recall/openItems.ts';
import { canonicalUri } from '../uri.ts';
import { neighboursOf } from './neighbours.ts';
import { toRange } from './range.ts';
import type { SubjectInputs } from './subjectAt.ts';

export interface CodeLensInputs extends SubjectInputs {
  /** Each newest first. */
  readonly lists: readonly (readonly NoteSummary[])[];
  readonly openMeetings: number;
  /** Absent: English. */
  readonly say?: Say | undefined;
}

/** Nobody reads more above one note. */
const mostLenses = 500;

/** Its commands are the extension's. */
export function codeLenses(document: TextDocument, inputs: CodeLensInputs): CodeLens[] {
  return [...titleLenses(document, inputs), ...referenceLenses(document, inputs)].slice(0, mostLenses);
}

function titleLenses(
  document: TextDocument,
  { note, uri, lists, openMeetings, say = inEnglish }: CodeLensInputs,
): CodeLens[] {
  if (note.title === undefined) return [];
  const range = toRange(note.title.range, document);
  const around = neighboursOf(lists, uri, range.start.line);
  const notes = lists.find((list) => list.some((each) => canonicalUri(each.uri) === canonicalUri(uri))) ?? [];
  const self = notes.findIndex((each) => canonicalUri(each.uri) === canonicalUri(uri));
  const earlier = openItems(notes.slice(Math.max(self, 0)), openMeetings).filter(
    (item) => !item.isOlder && canonicalUri(item.note.uri) !== canonicalUri(uri),
  ).length;
  const lens = (title: Message, command: string): CodeLens => ({
    range,
    command: { title: say(title), command, arguments: [uri] },
  });
  const dayOf = (each: NoteSummary) => {
    const date = noteDate(each);
    return date === undefined ? t('note') : spokenDay(date);
  };
  return [
    ...(around?.previous
      ? [lens(t('previous: {0}', dayOf(around.previous)), 'officeHours.previousNote')]
      : []),
    ...(around?.next ? [lens(t('next: {0}', dayOf(around.next)), 'officeHours.nextNote')] : []),
    ...(earlier > 0
      ? [
          lens(
            earlier === 1 ? t('1 open item of earlier notes') : t('{0} open items of earlier notes', earlier),
            'officeHours.showActionItems',
          ),
        ]
      : []),
  ];
}

function referenceLenses(
  document: TextDocument,
  { note, uri, series, own, say = inEnglish }: CodeLensInputs,
): CodeLens[] {
  if (series === undefined) return [];
  const mentions = mentionsElsewhere(series, uri, own, note.title?.date?.value);
  const lenses: CodeLens[] = [];
  const links = new Set<number>();
  for (const { number, repository = own, range, link } of note.references) {
    if (link && links.has(link.range.from)) continue;
    if (link) links.add(link.range.from);
    const others = mentions.find(number, repository)?.notes.length ?? 0;
    if (others === 0) continue;
    const place: Range = toRange(range, document);
    const title = say(t('{0} in {1} notes', `#${number}`, others + 1));
    lenses.push({
      range: place,
      command: { title, command: 'officeHours.showReferences', arguments: [uri, place.start] },
    });
  }
  return lenses;
}
