/** Action items of earlier notes, copied into the section of a note for them. */

import { longestItem } from '../../archive/facts.ts';
import { meetingAnchor } from '../../archive/meetingAnchor.ts';
import { originDate, originOf } from '../../archive/origin.ts';
import { noteDate } from '../../archive/summary.ts';
import type { Edit } from '../../checks/problem.ts';
import { actionTitleOf } from '../../note/actionTitle.ts';
import { lineEnd, lineStart } from '../../note/lines.ts';
import { nameKey } from '../../note/names.ts';
import type { ActionItem, Note, Section } from '../../note/note.ts';
import { parseNoteOnce } from '../../note/parse.ts';
import { readingOf } from '../../note/reading.ts';
import { allSections } from '../../note/sections.ts';
import { itemKey } from '../../recall/itemKey.ts';
import type { OpenItem } from '../../recall/openItems.ts';
import { canonicalUri, componentsBelow, parentUri } from '../../uri.ts';
import { endOf, keyOf } from '../itemEdits.ts';
import type { DraftSource } from './drafted.ts';
import { type ItemForm, linesLike, ownerNames, readForm, usualForms } from './itemForm.ts';
import { insertLines, openIn, ownText } from './sectionText.ts';
import { taskTableIn } from './taskTable.ts';

/** Where items are copied to: the note, and all of its series. */
type Place = Pick<DraftSource, 'uri' | 'notes'>;

/** The sections whose lists are action items. */
export function actionSection({ sections, conventions }: Note): Section | undefined {
  const reading = readingOf(conventions);
  return allSections(sections).find(({ heading }) => actionTitleOf(heading, reading) === 'tasks');
}

export type CarriedOver =
  | { readonly kind: 'edit'; readonly edit: Edit; readonly count: number }
  /** All of them are there. */
  | { readonly kind: 'nothing' }
  /** A note has no section of action items. */
  | { readonly kind: 'noSection' };

/**
 * Puts items of earlier notes into the action section of a note, each with where it was first promised. What the note has already,
 * in whatever state, is not put there again.
 */
export function carryOver(
  note: Note,
  { uri, template, examples, notes }: Pick<DraftSource, 'uri' | 'template' | 'examples' | 'notes'>,
  items: readonly OpenItem[],
): CarriedOver {
  const section = actionSection(note);
  if (section === undefined) return { kind: 'noSection' };
  const known = new Set(note.actionItems.map(keyOf));
  const wanted = items.filter(({ item }) => {
    const key = itemKey(item);
    // Half of an item is not what was promised.
    if (known.has(key) || item.text.length >= longestItem) return false;
    known.add(key);
    return true;
  });
  if (wanted.length === 0) return { kind: 'nothing' };
  const { text } = note;
  const count = wanted.length;
  const place = { uri, notes };
  const own = ownText(section);
  const table = taskTableIn(note, own);
  if (table) {
    const rows = wanted.map((each) =>
      table.row(taskOf(each, place), (each.item.owners ?? []).join(', '), each.item.cells),
    );
    const range = { from: table.end, to: table.end };
    return { kind: 'edit', edit: { range, text: `\n${rows.join('\n')}` }, count };
  }
  const open = openIn(note, section, template);
  const last = note.actionItems.filter(({ range }) => own.from < range.from && range.from < own.to).at(-1);
  const like = open ?? last?.range;
  const bullet = (like && bulletAt(text, like.from)) ?? usualBullet(examples) ?? '* ';
  const write = writerOf(note, section, examples);
  const lines = wanted.map((item) => `${bullet}${write(item, place)}`);
  if (open || !last) return { kind: 'edit', edit: insertLines(note, section, lines, true, template), count };
  // Text may stand below the list.
  const at = lineEnd(text, endOf(note, last.range));
  return { kind: 'edit', edit: { range: { from: at, to: at }, text: `\n${lines.join('\n')}` }, count };
}

/** How the latest note that has action items in its section for them begins one. */
function usualBullet(examples: readonly Note[]): string | undefined {
  for (const note of examples) {
    const section = actionSection(note);
    if (section === undefined) continue;
    const { from, to } = ownText(section);
    for (const { range } of note.actionItems) {
      const bullet = range.from > from && range.to <= to ? bulletAt(note.text, range.from) : undefined;
      if (bullet !== undefined) return bullet.trimStart();
    }
  }
  return undefined;
}

/** The marker and the empty box of the list item whose line holds an offset. */
function bulletAt(text: string, at: number): string | undefined {
  const line = text.slice(lineStart(text, at), lineEnd(text, at));
  const bullet = /^[ \t]*(?:[*+-]|\d{1,9}[.)])(?:[ \t]+\[[ xX]\](?=[ \t]|$))?(?:[ \t]+|$)/.exec(line)?.[0];
  return (
    bullet &&
    `${bullet
      .replace(/\[[xX]\]/, '[ ]')
      .replace(/\d+/, '1')
      .trimEnd()} `
  );
}

/**
 * Writes an item as the latest notes write theirs in the section, else as the note itself does, else as notes with a marker anywhere
 * do. What would not be read as the same item of the same owners is written without a marker.
 */
function writerOf(
  note: Note,
  section: Section,
  examples: readonly Note[],
): (open: OpenItem, place: Place) => string {
  const inSection = examples.map((each) => formsIn(each, actionSection(each)));
  const known = [...inSection, formsIn(note, section)].filter((forms) => forms.length > 0);
  const usual = usualForms(known.length > 0 ? known : examples.map((each) => markedForms(each)));
  const nameOf = ownerNames(examples);
  const parsed = (line: string) =>
    parseNoteOnce(`# T\n\n## ${section.heading}\n\n* ${line}\n`, note.conventions);
  return (open, place) => {
    const { text, owners = [] } = open.item;
    const origin = originIn(open, place);
    const as = parsed(text);
    const [item] = as.actionItems;
    const read = item && as.actionItems.length === 1 ? readForm(as, item) : undefined;
    const lines = linesLike({ text, owners: owners.map(nameOf).join(', '), read }, usual);
    const found = lines.map((line) => `${line}${origin}`).find((line) => isItem(parsed(line), open));
    return found ?? plainLine(open, place);
  };
}

function formsIn(note: Note, section: Section | undefined): ItemForm[] {
  if (section === undefined) return [];
  const { from, to } = ownText(section);
  return formsOf(
    note,
    note.actionItems.filter(
      ({ range }) => from < range.from && range.to <= to && bulletAt(note.text, range.from),
    ),
  );
}

function markedForms(note: Note): ItemForm[] {
  return formsOf(
    note,
    note.actionItems.filter(({ marker }) => marker),
  );
}

function formsOf(note: Note, items: readonly ActionItem[]): ItemForm[] {
  return items.flatMap((item) => readForm(note, item)?.form ?? []);
}

/** The note has nothing but this item, with the same owners. */
function isItem({ actionItems }: Note, { item }: OpenItem): boolean {
  const [only, ...more] = actionItems;
  if (only === undefined || more.length > 0 || keyOf(only) !== itemKey(item)) return false;
  const names = new Set(only.owners.map(({ name }) => nameKey(name)));
  const wanted = new Set((item.owners ?? []).map(nameKey));
  return names.size === wanted.size && [...wanted].every((name) => names.has(name));
}

/** With its owners in front, where the text leaves them to a marker. */
function plainLine(open: OpenItem, place: Place): string {
  const { text, owners = [] } = open.item;
  const lower = text.toLowerCase();
  const unnamed = owners.filter((owner) => !lower.includes(owner.toLowerCase()));
  const front = unnamed.length > 0 ? `${unnamed.join(', ')}: ` : '';
  return `${front}${taskOf(open, place)}`;
}

/** What is to be done, with the meeting that it comes from. */
function taskOf(open: OpenItem, place: Place): string {
  return `${open.item.text}${originIn(open, place)}`;
}

function originIn({ item: { text }, first }: OpenItem, { uri, notes }: Place): string {
  const date = noteDate(first);
  if (date === undefined || originDate(text) !== undefined) return '';
  const anchor = meetingAnchor(first, notes);
  if (anchor === undefined) return originOf(date, pathTo(first.uri, uri));
  const path = canonicalUri(first.uri) === canonicalUri(uri) ? '' : pathTo(first.uri, uri);
  return originOf(date, `${path}#${anchor}`);
}

/** The relative path from one file to another, encoded for a link. */
export function pathTo(target: string, from: string): string {
  const to = componentsBelow(canonicalUri(target), '');
  const here = componentsBelow(parentUri(canonicalUri(from)), '');
  let same = 0;
  while (same < here.length && same < to.length - 1 && here[same] === to[same]) same++;
  const up = here.slice(same).map(() => '..');
  const down = to
    .slice(same)
    .map((component) =>
      encodeURIComponent(component).replace(/[()]/g, (char) => `%${char.charCodeAt(0).toString(16)}`),
    );
  return [...up, ...down].join('/');
}
