/**
 * Summaries as they are kept between sessions: arrays of numbers, with each text once for all notes. What is read back shares its texts and
 * repositories, and takes half of the memory.
 */

import type { ItemFact, NoteFacts } from '../archive/facts.ts';
import type { HeadingMention, NoteSummary, PresentPerson, ReferenceMention } from '../archive/noteSummary.ts';
import { packPlace, unpackPlace } from '../archive/place.ts';
import type { TaskStatus } from '../note/lexicon/status.ts';
import { fileNameOf } from '../uri.ts';

/** Data for JSON. A number for a text is its index, from 1 on; 0 is none. */
export interface PackedSummaries {
  readonly texts: readonly string[];
  /** The kind of a reference and its repository, by texts; the indexes count from 0. */
  readonly targets: readonly (readonly number[])[];
  readonly notes: readonly PackedSummary[];
}

type PackedFacts = readonly [references: number[], people: number[], items: PackedItem[]];
type PackedItem = readonly [
  line: number,
  character: number,
  length: number,
  text: string,
  owners: number[],
  possibleOwners: number[],
  state: number,
  references: number[],
  cells: number[],
];
/** 0 in a meeting is the same list as that of its file. */
type PackedSummary = readonly [
  uri: string,
  texts: number[],
  people: number[] | 0,
  evidence: readonly number[] | 0,
  hasAiTasks: 0 | 1,
  present: number[] | 0,
  references: number[] | 0,
  facts: PackedFacts | 0,
  headings: number[] | 0,
  meetingLine: number,
  meetings: PackedSummary[] | 0,
];

/** The texts that a summary may have, in this order. */
const textKeys = [
  'titleText',
  'titleDate',
  'fileDate',
  'fileMonth',
  'lineDate',
  'recordingLabel',
  'recordingSection',
] as const;

type TextKey = (typeof textKeys)[number];

export function packSummaries(summaries: readonly NoteSummary[]): PackedSummaries {
  const packer = new Packer();
  const notes = summaries.map((summary) => packer.summary(summary));
  return { texts: packer.texts.all, targets: packer.targets, notes };
}

/** Gives them in the same order. */
export function unpackSummaries({ texts, targets, notes }: PackedSummaries): NoteSummary[] {
  const unpacker = new Unpacker(texts, targets);
  return notes.map((note) => unpacker.summary(note));
}

class Texts {
  readonly all: string[] = [];
  readonly #indexes = new Map<string, number>();

  /** 0 for none. */
  indexOf(text: string | undefined): number {
    if (text === undefined) return 0;
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = this.all.push(text);
    this.#indexes.set(text, index);
    return index;
  }
}

class Packer {
  readonly texts = new Texts();
  readonly targets: number[][] = [];
  readonly #targetIndexes = new Map<string, number>();

  /** `file`: that of a meeting. */
  summary(summary: NoteSummary, file?: NoteSummary): PackedSummary {
    const { uri, fileName: _, hasAiTasks, people, evidence, present, references, facts, ...others } = summary;
    const { headings, meeting, meetings, ...texts } = others;
    // Whatever is added to a summary has to be packed.
    texts satisfies { readonly [Key in keyof typeof texts]: Key extends TextKey ? unknown : never };
    const indexesOf = (all: readonly (string | undefined)[]) => all.map((text) => this.texts.indexOf(text));
    return [
      uri,
      indexesOf(textKeys.map((key) => texts[key])),
      people === file?.people ? 0 : indexesOf(people),
      evidence ?? 0,
      hasAiTasks ? 1 : 0,
      present ? present.flatMap(({ name, login }) => indexesOf([name, login])) : 0,
      references === file?.references
        ? 0
        : references.flatMap((reference) => [reference.number, this.#target(reference)]),
      facts ? this.#facts(facts) : 0,
      headings === file?.headings
        ? 0
        : headings.flatMap(({ text, level, line }) => [this.texts.indexOf(text), level, line]),
      meeting ? meeting.line : -1,
      meetings ? meetings.map((each) => this.summary(each, summary)) : 0,
    ];
  }

  #target({ kind, repository }: ReferenceMention): number {
    const key = [kind, ...(repository ? [repository.host, repository.owner, repository.name] : [])];
    const target = key.map((text) => this.texts.indexOf(text));
    const name = target.join();
    const known = this.#targetIndexes.get(name);
    if (known !== undefined) return known;
    const index = this.targets.push(target) - 1;
    this.#targetIndexes.set(name, index);
    return index;
  }

  #facts({ references, people, items }: NoteFacts): PackedFacts {
    return [withPlaces(references), withPlaces(people), items.map((item) => this.#item(item))];
  }

  #item(item: ItemFact): PackedItem {
    const {
      place,
      text,
      owners = [],
      possibleOwners = [],
      state,
      references = [],
      cells = [],
      ...none
    } = item;
    // Whatever is added to what the index keeps has to be packed.
    none satisfies Record<string, never>;
    const { line, character, length } = unpackPlace(place);
    const indexesOf = (names: readonly string[]) => names.map((name) => this.texts.indexOf(name));
    const [by, perhapsBy] = [indexesOf(owners), indexesOf(possibleOwners)];
    const beside = indexesOf(cells.flatMap(({ column, text: says }) => [column, says]));
    const stateIndex = this.texts.indexOf(state);
    return [line, character, length, text, by, perhapsBy, stateIndex, [...references], beside];
  }
}

/** Pairs of an index and a packed place: shorter in decimal digits as four small numbers. */
function withPlaces(pairs: readonly number[]): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const { line, character, length } = unpackPlace(pairs[at + 1]!);
    numbers.push(pairs[at]!, line, character, length);
  }
  return numbers;
}

function withoutPlaces(numbers: readonly number[]): number[] {
  const pairs: number[] = [];
  for (let at = 0; at < numbers.length; at += 4) {
    const [line, character, length] = [numbers[at + 1]!, numbers[at + 2]!, numbers[at + 3]!];
    pairs.push(numbers[at]!, packPlace({ line, character, length }));
  }
  return pairs;
}

type Target = Omit<ReferenceMention, 'number'>;

class Unpacker {
  readonly #texts: readonly string[];
  readonly #targets: readonly Target[];

  constructor(texts: readonly string[], targets: PackedSummaries['targets']) {
    this.#texts = texts;
    this.#targets = targets.map(([kind = 0, host = 0, owner = 0, name = 0]) => ({
      kind: this.#text(kind) as Target['kind'],
      ...(host > 0 && {
        repository: { host: this.#text(host), owner: this.#text(owner), name: this.#text(name) },
      }),
    }));
  }

  summary(packed: PackedSummary, file?: NoteSummary): NoteSummary {
    const [uri, texts, people, evidence, hasAiTasks, present, references, facts, headings, line, meetings] =
      packed;
    const summary: { -readonly [Key in keyof NoteSummary]: NoteSummary[Key] } = {
      uri,
      fileName: fileNameOf(uri),
      people: people === 0 ? file!.people : this.#all(people),
      references:
        references === 0
          ? file!.references
          : inGroups(references, 2, (at) => this.#reference(references[at]!, references[at + 1]!)),
      headings:
        headings === 0
          ? file!.headings
          : inGroups(headings, 3, (at): HeadingMention => {
              return { text: this.#text(headings[at]!), level: headings[at + 1]!, line: headings[at + 2]! };
            }),
    };
    textKeys.forEach((key, index) => {
      const text = texts[index] ?? 0;
      if (text > 0) summary[key] = this.#text(text);
    });
    if (evidence !== 0) summary.evidence = evidence;
    if (hasAiTasks === 1) summary.hasAiTasks = true;
    if (present !== 0)
      summary.present = inGroups(present, 2, (at): PresentPerson => {
        const login = present[at + 1]!;
        return { name: this.#text(present[at]!), ...(login > 0 && { login: this.#text(login) }) };
      });
    if (facts !== 0) summary.facts = this.#facts(facts);
    if (line >= 0) summary.meeting = { line };
    if (meetings !== 0) summary.meetings = meetings.map((each) => this.summary(each, summary));
    return summary;
  }

  #reference(number: number, target: number): ReferenceMention {
    const { kind, repository } = this.#targets[target]!;
    return repository ? { number, kind, repository } : { number, kind };
  }

  #facts([references, people, items]: PackedFacts): NoteFacts {
    return {
      references: withoutPlaces(references),
      people: withoutPlaces(people),
      items: items.map(([line, character, length, text, owners, possible, state, named, cells]): ItemFact => {
        return {
          place: packPlace({ line, character, length }),
          text,
          ...(owners.length > 0 && { owners: this.#all(owners) }),
          ...(possible.length > 0 && { possibleOwners: this.#all(possible) }),
          ...(state > 0 && { state: this.#text(state) as TaskStatus }),
          ...(named.length > 0 && { references: named }),
          ...(cells.length > 0 && {
            cells: inGroups(cells, 2, (at) => ({
              column: this.#text(cells[at]!),
              text: this.#text(cells[at + 1]!),
            })),
          }),
        };
      }),
    };
  }

  #text(index: number): string {
    return this.#texts[index - 1]!;
  }

  #all(indexes: readonly number[]): string[] {
    return indexes.map((index) => this.#text(index));
  }
}

/** `make` gets the index of the first number of each group. */
function inGroups<Value>(numbers: readonly number[], size: number, make: (at: number) => Value): Value[] {
  const values: Value[] = [];
  for (let at = 0; at < numbers.length; at += size) values.push(make(at));
  return values;
}
