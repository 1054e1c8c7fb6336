/** A note of its parts. Each list is put together when it is asked for, so that a keystroke costs what is read. */

import { atOnce, isEach, type Steps } from '../../../shared/steps.ts';
import type { Conventions } from './conventions.ts';
import { isGroup } from './lexicon/owners.ts';
import { nameKey } from './names.ts';
import type { ActionItem, Note, PersonMention, Span, Title } from './note.ts';
import type { PartFacts, PartLists } from './part.ts';
import type { Readable } from './readable.ts';
import type { PlacedPart } from './readParts.ts';
import { sectionSteps } from './sections.ts';
import type { Text } from './text.ts';

/** `declared` is the title, where no heading is it. `text` is all of it; what is read of it may be less. */
export function noteOf(
  text: Text,
  read: Readable,
  conventions: Conventions,
  declared: Title | undefined,
  parts: readonly PlacedPart[],
): Note {
  const list = <Key extends keyof PartLists>(key: Key) =>
    once(() => joined(parts, ({ part, from }) => part.list(key, from) as readonly PartLists[Key][number][]));
  const dropped = dropsStatements(parts);
  const withFacts = parts.filter(({ part }) => part.hasFacts);
  const fact = <Key extends keyof PartFacts>(key: Key): { [Only in Key]?: NonNullable<PartFacts[Key]> } => {
    // A recording takes the place of an earlier one without a link.
    const isLastRight = key === 'recording';
    for (let index = 0; index < withFacts.length; index++) {
      const { part, from } = withFacts[isLastRight ? withFacts.length - 1 - index : index]!;
      const found = part.fact(key, from);
      if (found !== undefined) return { [key]: found } as { [Only in Key]?: NonNullable<PartFacts[Key]> };
    }
    return {};
  };
  const headings = list('headings');
  const sections = once(() => sectionSteps(headings.value, read.text.length));
  const references = list('references');
  const unfilled = list('unfilled');
  const external = list('external');
  const actionItems = once(() => joined(parts, (each) => itemsOf(each, dropped)));
  const statements = once(() => joined(dropped ? parts : [], statementsOf));
  const directives = list('directives');
  const opaque = list('opaque');
  const mentioned = list('people');
  const people = once(() => peopleSteps(note, mentioned.value, headings.value[0]?.range.from));
  const { end, shortened } = read;
  const note: Note = {
    get text() {
      return text.toString();
    },
    written: text,
    conventions,
    ...fact('frontMatter'),
    ...(declared ? { title: declared } : fact('title')),
    ...fact('recording'),
    ...fact('dateLine'),
    ...fact('tagsLine'),
    get sections() {
      return sections.value;
    },
    get references() {
      return references.value;
    },
    get unfilled() {
      return unfilled.value;
    },
    get external() {
      return external.value;
    },
    get actionItems() {
      return actionItems.value;
    },
    get statements() {
      return statements.value;
    },
    get people() {
      return people.value;
    },
    get directives() {
      return directives.value;
    },
    get opaque() {
      return opaque.value;
    },
    ...(end !== undefined && { truncated: { at: end } }),
    ...(shortened !== undefined && { shortened: { at: shortened } }),
  };
  const lists = [
    headings,
    sections,
    references,
    unfilled,
    external,
    actionItems,
    statements,
    directives,
    opaque,
    mentioned,
    people,
  ];
  partsOfNotes.set(note, { text, parts, dropped, byKey: {}, lists });
  return note;
}

/** Puts together, in steps, what would be put together when it is asked for. */
export function* listSteps(note: Note): Steps<void> {
  for (const list of partsOfNotes.get(note)?.lists ?? []) {
    yield* list.steps();
    yield;
  }
}

/** The values of all parts. */
function* joined<Value>(
  parts: readonly PlacedPart[],
  of: (part: PlacedPart) => readonly Value[],
): Steps<Value[]> {
  const all: Value[] = [];
  for (let index = 0; index < parts.length; index++) {
    for (const value of of(parts[index]!)) all.push(value);
    if (isEach(100, index)) yield;
  }
  return all;
}

/** The same note with another title. */
export function withTitle(note: Note, title: Title): Note {
  // A spread would put all lists together.
  const descriptors = {
    ...Object.getOwnPropertyDescriptors(note),
    title: { value: title, enumerable: true },
  };
  const result: Note = Object.defineProperties({} as Note, descriptors);
  const parts = partsOfNotes.get(note);
  if (parts) partsOfNotes.set(result, parts);
  return result;
}

/** `AI: …` without an owner is a statement, unless the note has such tasks with an owner. */
function dropsStatements(parts: readonly PlacedPart[]): boolean {
  return parts.some(({ part }) => part.unownedAi.size > 0) && !parts.some(({ part }) => part.hasOwnedAi);
}

function itemsOf({ part, from }: PlacedPart, dropped: boolean): readonly ActionItem[] {
  const items = part.list('items', from);
  return dropped && part.unownedAi.size > 0 ? items.filter((_, index) => !part.unownedAi.has(index)) : items;
}

function statementsOf({ part, from }: PlacedPart): readonly ActionItem[] {
  if (part.unownedAi.size === 0) return [];
  return part.list('items', from).filter((_, index) => part.unownedAi.has(index));
}

interface NoteParts {
  readonly text: Text;
  readonly parts: readonly PlacedPart[];
  readonly dropped: boolean;
  /** Each after those that it is made of. */
  readonly lists: readonly Once<unknown>[];
  /** What `partsOf` and `byPart` have made already: several rules ask. */
  all?: readonly PartOfNote[];
  readonly byKey: { [Key in keyof PlainLists]?: readonly ValuesOfPart<Key>[] };
}

const partsOfNotes = new WeakMap<Note, NoteParts>();

/** The lists whose values stay as their part gave them. */
type PlainLists = Omit<PartLists, 'headings' | 'people'>;

/** A part of a note, and what is kept of it. */
export interface PartOfNote extends Span {
  /** By slot, see `newSlot`: the same object as long as nothing in the part changed, wherever it moved. */
  readonly results: unknown[];
}

/** The values of one list that stand in one part of a note. */
export interface ValuesOfPart<Key extends keyof PlainLists> extends PartOfNote {
  readonly values: PlainLists[Key];
}

/** The text of a note, which need not be one string for that. */
export function textOf(note: Note): Text {
  return partsOfNotes.get(note)?.text ?? note.text;
}

let slots = 0;

/** A place among the results that are kept of each part, for whoever finds the same in the same part. */
export function newSlot(): number {
  return slots++;
}

/** Those of copies of notes, which are one part. */
const resultsOfCopies = new WeakMap<Note, unknown[]>();

function copyAsPart(note: Note): PartOfNote {
  let results = resultsOfCopies.get(note);
  if (results === undefined) {
    results = [];
    resultsOfCopies.set(note, results);
  }
  return { results, from: 0, to: note.text.length };
}

/** All parts of a note, which cover its text. */
export function partsOf(note: Note): readonly PartOfNote[] {
  const known = partsOfNotes.get(note);
  if (known === undefined) return [copyAsPart(note)];
  known.all ??= known.parts.map(({ part: { results }, from, to }) => ({ results, from, to }));
  return known.all;
}

/** A list of the note, part by part, without the parts that have nothing of it. */
export function byPart<Key extends keyof PlainLists>(note: Note, key: Key): readonly ValuesOfPart<Key>[] {
  const known = partsOfNotes.get(note);
  if (known === undefined) {
    const lists: PlainLists = { ...note, items: note.actionItems };
    return [{ ...copyAsPart(note), values: lists[key] }];
  }
  const { byKey } = known;
  byKey[key] ??= valuesByPart(known, key) as (typeof byKey)[Key];
  return byKey[key]!;
}

function valuesByPart<Key extends keyof PlainLists>(
  { parts, dropped }: NoteParts,
  key: Key,
): ValuesOfPart<Key>[] {
  const found: ValuesOfPart<Key>[] = [];
  for (const each of parts) if (each.part.has(key)) found.push(new PlacedValues(each, key, dropped));
  return found;
}

/** A key makes one for each part of a note with something of the list, and hardly any is asked for its values. */
class PlacedValues<Key extends keyof PlainLists> implements ValuesOfPart<Key> {
  constructor(
    private readonly placed: PlacedPart,
    private readonly key: Key,
    private readonly dropped: boolean,
  ) {}

  get from(): number {
    return this.placed.from;
  }

  get to(): number {
    return this.placed.to;
  }

  get results(): unknown[] {
    const { part } = this.placed;
    const isLess = this.key === 'items' && this.dropped && part.unownedAi.size > 0;
    return isLess ? part.resultsWithoutStatements : part.results;
  }

  /** Moved to where their part is, which costs something. */
  get values(): PlainLists[Key] {
    const { placed, key } = this;
    const values = key === 'items' ? itemsOf(placed, this.dropped) : placed.part.list(key, placed.from);
    return values as PlainLists[Key];
  }
}

/**
 * The values that pass a test. The test looks at the values of one part and at the note's text in it, and at nothing else, so
 * its result is kept by the part: after an edit, only the parts that it touched are tested again.
 */
export function keptByPart<Key extends keyof PlainLists>(
  key: Key,
  test: (values: PlainLists[Key], text: Text) => PlainLists[Key],
): (note: Note) => PlainLists[Key][number][] {
  const slot = newSlot();
  return (note) => {
    const all: PlainLists[Key][number][] = [];
    for (const each of byPart(note, key)) {
      const known = each.results[slot] as readonly number[] | undefined;
      if (known === noIndexes) continue;
      const values = each.values as readonly PlainLists[Key][number][];
      const indexes = known ?? indexesOf(values, test(each.values, textOf(note)));
      each.results[slot] = indexes;
      for (const index of indexes) all.push(values[index]!);
    }
    return all;
  };
}

const noIndexes: readonly number[] = [];

function indexesOf(values: readonly unknown[], passed: readonly unknown[]): readonly number[] {
  if (passed.length === 0) return noIndexes;
  const wanted = new Set(passed);
  return [...values.keys()].filter((index) => wanted.has(values[index]));
}

/** Made when it is asked for, or in steps before that. */
interface Once<Value> {
  readonly value: Value;
  steps(): Steps<void>;
}

function once<Value>(make: () => Steps<Value>): Once<Value> {
  let made: { readonly value: Value } | undefined;
  return {
    get value() {
      made ??= { value: atOnce(make()) };
      return made.value;
    },
    *steps() {
      if (made) return;
      const value = yield* make();
      made ??= { value };
    },
  };
}

/** The people mentioned, owners among them; the words of the title ("osquery will …") are not people. */
function* peopleSteps(
  { title, recording, actionItems }: Pick<Note, 'title' | 'recording' | 'actionItems'>,
  mentioned: readonly PersonMention[],
  firstSection: number | undefined,
): Steps<PersonMention[]> {
  const titleWords = new Set((title?.text ?? '').toLowerCase().split(' '));
  // Only above the first section is a recording's line the end of what has nobody's name.
  const recorded = recording?.range.to ?? 0;
  const recordingEnd = recorded <= (firstSection ?? recorded) ? recorded : 0;
  const isRecording = (at: number) => at < recorded && at >= (recording?.range.from ?? recorded);
  const owners = ownersByPlace(actionItems);
  yield;
  const people: PersonMention[] = [];
  for (const [index, mention] of mentioned.entries()) {
    if (isEach(1_000, index)) yield;
    const { name, range, evidence, person } = mention;
    const isPerson =
      evidence === 'present' ||
      (range.from >= recordingEnd &&
        !isRecording(range.from) &&
        (person !== undefined || !titleWords.has(nameKey(name))));
    // `TODO(Ted)` reads like `(Ted)`; that he owns something is the better evidence.
    if (isPerson && !owners.has(range.from)) people.push(mention);
  }
  yield;
  for (const { name, range, person } of owners.values()) {
    if (isGroup(name)) continue;
    const plain = name.startsWith('@') ? name.slice(1) : name;
    people.push({ name: plain, range, evidence: 'owner', ...(person && { person }) });
  }
  yield;
  return people.sort((a, b) => a.range.from - b.range.from);
}

function ownersByPlace(items: readonly ActionItem[]): Map<number, ActionItem['owners'][number]> {
  return new Map(items.flatMap((item) => item.owners.map((owner) => [owner.range.from, owner])));
}
