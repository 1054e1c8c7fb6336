/** The answers to what an assistant asks of the notes. They read, and write nothing. */

import type { AskResult } from '../../../shared/assistantTools.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { unpackPlace } from '../archive/place.ts';
import { noteDate } from '../archive/summary.ts';
import type { Repository } from '../note/note.ts';
import type { Files } from '../ports.ts';
import { type ListedItem, type ListInputs, listedItems, namesBy, ownersBy } from '../recall/listedItems.ts';
import { mentionLines } from '../recall/mentionLines.ts';
import { promisesIn } from '../recall/promises.ts';
import { readReference } from '../recall/readReference.ts';
import { readAsked } from './askedFor.ts';
import { noteOfDate } from './noteOfDate.ts';
import { answerWith } from './quoted.ts';

export interface AskedNotes {
  readonly lists: readonly AskedSeries[];
  /** See `Settings.actionItemMeetings`, for the notes of a list. Absent: the default. */
  meetingsOf?(list: AskedSeries): number;
  read: Files['read'];
  /** A note's path as it is to be told. */
  pathOf(uri: string): string;
}

interface AskedSeries extends ListInputs {
  /** What a bare number means. */
  readonly own: Repository | undefined;
}

/** `tool` and `input` are as a model gave them. Never rejects because of them. */
export async function answerTo(tool: unknown, input: unknown, notes: AskedNotes): Promise<AskResult> {
  const asked = readAsked(tool, input);
  if (asked.kind === 'wrong') return { kind: 'refused', message: asked.message };
  if (notes.lists.every((list) => list.notes.length === 0))
    return { kind: 'refused', message: 'There are no meeting notes in this folder.' };
  const { owner, reference = '', date = '', person, words } = asked.input;
  switch (asked.tool) {
    case 'open_action_items':
      return openActionItems(owner, notes);
    case 'mentions_of_reference':
      return mentionsOf(reference, notes);
    case 'note_of_date':
      return noteOfDate(date, notes);
    case 'promises':
      return promises(person, words, notes);
  }
}

function openActionItems(owner: string | undefined, notes: AskedNotes): AskResult {
  const found = notes.lists.flatMap((list) => {
    const isOwner = ownedBy(owner, list);
    return listedItems(list, notes.meetingsOf?.(list)).filter(({ owners }) => isOwner(owners));
  });
  const lately = found.filter(({ isOlder }) => !isOlder);
  const older = found.filter(({ isOlder }) => isOlder);
  const what = lately.length === 1 ? '1 open action item' : `${lately.length} open action items`;
  const more = older.length === 0 ? '' : `, and ${older.length} that were promised long ago`;
  return quoted(
    `${what}${more}. Numbers of lines begin with 1; "meetings" is for how many meetings an item has been open.`,
    [...lately, ...older].map((item) => record(itemRecord(item, notes))),
    'are left out. Ask for those of one owner.',
  );
}

function itemRecord({ item, note, first, age, isOlder, owners, references }: ListedItem, notes: AskedNotes) {
  return {
    text: item.text,
    owners,
    date: noteDate(note) ?? null,
    since: noteDate(first) ?? null,
    meetings: age,
    older: isOlder,
    references: references.map(shownReference),
    ...placeOf(note, item.place, notes),
  };
}

function shownReference({ number, repository }: NoteSummary['references'][number]): string {
  return `${repository ? `${repository.owner}/${repository.name}` : ''}#${number}`;
}

async function mentionsOf(written: string, notes: AskedNotes): Promise<AskResult> {
  const reference = readReference(written);
  if (reference === undefined)
    return {
      kind: 'refused',
      message: '"reference" is not a reference. Use a number, owner/name#number or a URL.',
    };
  const found = await mentionLines(reference, notes.lists, notes.read);
  const byLine = new Map(found.map((each) => [`${each.note.uri}#${each.line}`, each]));
  const records = [...byLine.values()].map(({ note, line, text, below }) =>
    record({
      date: noteDate(note) ?? null,
      section: sectionAt(note, line) ?? null,
      text,
      ...(below.length > 0 && { below }),
      file: notes.pathOf(note.uri),
      line: line + 1,
    }),
  );
  const lines = records.length === 1 ? '1 line mentions' : `${records.length} lines mention`;
  return quoted(
    `${records.length === 0 ? 'No line mentions' : lines} it, the newest note first. "below" is what belongs to the line.`,
    records,
    'older ones are left out. Ask for the notes of their dates.',
  );
}

/** The heading above a line, 0-based. */
function sectionAt(note: NoteSummary, line: number): string | undefined {
  return note.headings.filter((heading) => heading.line <= line).at(-1)?.text;
}

function promises(person: string | undefined, words: string | undefined, notes: AskedNotes): AskResult {
  const wanted = (words ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = notes.lists.flatMap((list) => {
    const ownersOf = ownersBy(list.series, list.conventions);
    const isOwner = ownedBy(person, list);
    return promisesIn(list.notes)
      .map((each) => ({ ...each, owners: ownersOf(each.item) }))
      .filter(({ item, owners }) => {
        const text = item.text.toLowerCase();
        return isOwner(owners) && wanted.every((word) => text.includes(word));
      });
  });
  const records = found.map(({ item, note, first, owners }) =>
    record({
      owners,
      text: item.text,
      state: states[item.state ?? 'open'],
      date: noteDate(note) ?? null,
      since: noteDate(first) ?? null,
      ...placeOf(note, item.place, notes),
    }),
  );
  const count = records.length === 1 ? '1 action item' : `${records.length} action items`;
  return quoted(
    `${count}, the newest note first. No owners: nobody promised it.`,
    records,
    'older ones are left out. Ask with words, or for one person.',
  );
}

const states = { open: 'open', inProgress: 'in progress', done: 'done' } as const;

/** Undefined: everybody's. */
function ownedBy(name: string | undefined, list: ListInputs): (owners: readonly string[]) => boolean {
  if (name === undefined) return () => true;
  const wanted = namesBy(list.series, list.conventions)(name).toLowerCase();
  return (owners) => owners.some((each) => each.toLowerCase() === wanted);
}

function placeOf(note: NoteSummary, place: number, { pathOf }: AskedNotes) {
  return { file: pathOf(note.uri), line: unpackPlace(place).line + 1 };
}

/** On one line. */
function record(value: object): string {
  return JSON.stringify(value);
}

function quoted(said: string, parts: readonly string[], left: string): AskResult {
  return { kind: 'answer', text: answerWith(said, parts, (count) => `${count} ${left}`) };
}
