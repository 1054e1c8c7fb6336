/** How the notes mark what is to be done: words such as `TODO`, and sections whose items are tasks. */

import { headingKey } from '../note/headingKey.ts';
import { rareMarkers } from '../note/lexicon/tasks.ts';
import { lineEnd } from '../note/lines.ts';
import type { Note } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import { listItems, textLines } from '../note/structure.ts';
import { counted, type DatedNote, type Evidence, isNearlyAll, isSome } from './evidence.ts';
import type { LearnedPerson } from './people.ts';

/** The evidence: the notes that have it. */
interface LearnedWord extends Evidence {
  readonly word: string;
}

export interface LearnedWork {
  /** Markers that are known to everybody: `TODO`. */
  readonly usual: readonly LearnedWord[];
  /** Those that are this series' own: `AP`. */
  readonly own: readonly LearnedWord[];
  /** Headings whose items are tasks, and whose name does not say so. */
  readonly sections: readonly LearnedWord[];
  /** How items name their owners, as a template's `owners` has it, where that is no usual way. */
  readonly owners: readonly LearnedWord[];
}

const longestItem = 300;
const longestMarker = 60;
const mostSections = 300;

export function learnWork(notes: readonly DatedNote[], people: readonly LearnedPerson[]): LearnedWork {
  const initials = new Set(people.flatMap((person) => person.initials ?? []));
  const usual = notes.flatMap(({ note }) => [
    ...new Set(
      note.actionItems
        .filter(({ quoted }) => !quoted)
        .flatMap(({ marker }) => (marker ? [note.text.slice(marker.from, marker.to).toUpperCase()] : [])),
    ),
  ]);
  const own = notes.flatMap(({ note }) => [...markersIn(note)]).filter((word) => !initials.has(word));
  const known = new Set(usual);
  const marked = words(usual, notes.length);
  // Only a template file says that `AI: …` is a task also without an owner.
  const ai = marked.filter(({ word, count }) => word === 'AI' && isSome(count, notes.length));
  return {
    usual: marked.filter((each) => !ai.includes(each)),
    own: [
      ...ai,
      ...words(own, notes.length).filter(
        ({ word, count }) => !known.has(word) && isSome(count, notes.length),
      ),
    ],
    sections: taskSections(notes),
    owners: ownerForms(notes, people),
  };
}

/** Forms of a roster's own, by what stands around the name. */
const forms = [
  { form: '{task} [{owner}]', before: ' [', after: ']', first: false },
  { form: '[{owner}] {task}', before: '[', after: '] ', first: true },
  { form: '{owner} → {task}', before: '', after: ' → ', first: true },
  { form: '{owner} -> {task}', before: '', after: ' -> ', first: true },
  { form: '{owner} | {task}', before: '', after: ' | ', first: true },
];

/** Those in which items of some notes name a known person. */
function ownerForms(notes: readonly DatedNote[], people: readonly LearnedPerson[]): LearnedWord[] {
  const spellings = people.flatMap(({ name, login = '', initials = '', aliases }) => {
    const [first = ''] = name.split(' ');
    return [name, first, login, `@${login}`, initials, ...aliases];
  });
  const known = new Set(spellings.filter((each) => each.length > 1));
  const found = notes.flatMap(({ note }) => {
    const items = listItems(note)
      .filter(({ ordered, quoted }) => !ordered && !quoted)
      .map(({ textFrom }) => note.text.slice(textFrom, lineEnd(note.text, textFrom)).trimEnd())
      .filter((item) => item !== '' && item.length <= longestItem);
    return forms
      .filter((form) => items.some((item) => known.has(nameIn(item, form))))
      .map(({ form }) => form);
  });
  return words(found, notes.length).filter(({ count }) => isSome(count, notes.length));
}

/** What stands where the form has the owner; empty: it has none there. */
function nameIn(item: string, { before, after, first }: (typeof forms)[number]): string {
  if (!first) {
    const at = item.endsWith(after) ? item.lastIndexOf(before) : -1;
    return at < 0 ? '' : item.slice(at + before.length, item.length - after.length);
  }
  const end = item.startsWith(before) ? item.indexOf(after, before.length) : -1;
  return end < 0 ? '' : item.slice(before.length, end);
}

function words(all: readonly string[], total: number): LearnedWord[] {
  return counted(all).map(({ value, count }) => ({ word: value, count, total }));
}

/** Markers that begin a line or an item. */
function markersIn(note: Note): Set<string> {
  const found = new Set<string>();
  for (const { from, to } of textLines(note)) {
    const line = note.text.slice(from, Math.min(to, from + longestMarker));
    let start = 0;
    while ('_*['.includes(line[start] ?? 'x')) start++;
    for (const word of rareMarkers) {
      if (!line.startsWith(word, start)) continue;
      const after = line.slice(start + word.length);
      if (after.startsWith(':') || after.startsWith('**:') || /^ ?\([^()\n]{1,30}\):/.test(after))
        found.add(word);
    }
  }
  return found;
}

/** Sections that recur and whose items have boxes to tick, in nearly all notes that have items there. */
function taskSections(notes: readonly DatedNote[]): LearnedWord[] {
  const found = new Map<string, { readonly word: string; filled: number; tasks: number }>();
  for (const { note } of notes) {
    const known = note.actionItems.filter(({ form }) => form === 'item').map(({ range }) => range.from);
    const items = listItems(note).filter(({ depth, ordered, quoted }) => depth === 1 && !ordered && !quoted);
    for (const section of allSections(note.sections).slice(0, mostSections)) {
      const key = headingKey(section.heading);
      if (section.children.length > 0 || key === '') continue;
      const { from, to } = section.range;
      if (known.some((at) => from <= at && at < to)) continue;
      const entry = found.get(key) ?? { word: section.heading, filled: 0, tasks: 0 };
      found.set(key, entry);
      const inside = items.filter((item) => from <= item.from && item.from < to);
      const boxes = inside.filter(({ checked }) => checked !== undefined).length;
      if (inside.length > 0) entry.filled++;
      if (2 * boxes > inside.length) entry.tasks++;
    }
  }
  return [...found.values()]
    .filter(({ tasks, filled }) => isNearlyAll(tasks, filled) && tasks >= 2 && isSome(tasks, notes.length))
    .map(({ word, tasks }) => ({ word, count: tasks, total: notes.length }));
}
