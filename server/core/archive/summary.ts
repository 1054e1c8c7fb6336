/** A note to what the index keeps of it. */

import { dateInFileName } from '../../../shared/dates/findDate.ts';
import { nameKey } from '../note/names.ts';
import type { IsoDate, Note, Reference, Repository } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import { componentsBelow, fileNameOf } from '../uri.ts';
import type { HeadingMention, NoteSummary, PresentPerson, ReferenceMention } from './noteSummary.ts';
import { dayBelowPeriods, monthInFileName } from './periodFolders.ts';

/** A note of ten megabytes must not make an index of the same size. */
const mostPeople = 200;
const mostReferences = 1000;
const mostHeadings = 100;
const longestText = 200;

/**
 * What to remember of a note. `uri` is kept as it is; an untitled document has a file name without a date. `fileDate` is the
 * day in its name or path where the series has a pattern for these.
 */
export function summarize(uri: string, note: Note, fileDate?: IsoDate): NoteSummary {
  const { title, recording, dateLine } = note;
  const present = presentIn(note);
  return {
    ...summarizeName(uri, fileDate),
    ...(title === undefined ? {} : { titleText: copy(title.text) }),
    ...(title?.date === undefined ? {} : { titleDate: copy(title.date.value) }),
    ...(dateLine?.date === undefined ? {} : { lineDate: copy(dateLine.date.value) }),
    ...(recording === undefined ? {} : { recordingLabel: copy(recording.label) }),
    people: namesOf(note),
    ...(present.length > 0 && { present }),
    references: referencesOf(note),
    headings: headingsOf(note),
  };
}

function headingsOf({ sections, text }: Note): HeadingMention[] {
  let line = 0;
  let at = 0;
  return allSections(sections)
    .slice(0, mostHeadings)
    .map(({ heading, level, headingRange }) => {
      for (let next = nextLine(text, at); next > 0 && next <= headingRange.from; next = nextLine(text, at)) {
        line++;
        at = next;
      }
      return { text: copy(heading), level, line };
    });
}

/** The offset behind the next line feed; 0: there is none. */
function nextLine(text: string, at: number): number {
  return text.indexOf('\n', at) + 1;
}

/** What the name alone tells, for a note that could not be read. `patternDate` is the `fileDate` of `summarize`. */
export function summarizeName(uri: string, patternDate?: IsoDate): NoteSummary {
  const fileName = fileNameOf(uri);
  const fileDate = patternDate ?? dateInPath(uri);
  const fileMonth = fileDate === undefined ? monthInFileName(fileName) : undefined;
  return {
    uri,
    fileName,
    ...(fileDate === undefined ? {} : { fileDate }),
    ...(fileMonth === undefined ? {} : { fileMonth }),
    people: [],
    references: [],
    headings: [],
  };
}

/** The day in a file's name, or in its name and the periods it lies below: `2026-01-06.md`, `2024/03-05.md`. */
export function dateInPath(uri: string): IsoDate | undefined {
  return dateInFileName(fileNameOf(uri)) ?? dayBelowPeriods(componentsBelow(uri, ''));
}

/**
 * The day of the meeting: by the file's name, which is written with more care than the title, or else by its date line; at
 * last the first day of the month that the name says.
 */
export function noteDate(summary: NoteSummary): IsoDate | undefined {
  return summary.fileDate ?? summary.titleDate ?? summary.lineDate ?? summary.fileMonth;
}

/** True when nothing that the archive knows of the note differs, but for the lines of its headings. */
export function isSameSummary(one: NoteSummary, other: NoteSummary): boolean {
  return (
    one.uri === other.uri &&
    one.titleText === other.titleText &&
    one.titleDate === other.titleDate &&
    one.fileDate === other.fileDate &&
    one.lineDate === other.lineDate &&
    one.recordingLabel === other.recordingLabel &&
    isSameList(one.people, other.people, (a, b) => a === b) &&
    isSameList(one.present ?? [], other.present ?? [], (a, b) => a.name === b.name && a.login === b.login) &&
    isSameList(one.headings, other.headings, (a, b) => a.level === b.level && a.text === b.text) &&
    isSameList(
      one.references,
      other.references,
      (a, b) => a.kind === b.kind && referenceKey(a) === referenceKey(b),
    )
  );
}

/** Two references with the same key name the same thing; without a repository it is the series' own. */
function referenceKey(reference: ReferenceMention): string {
  return `${reference.repository ? repositoryKey(reference.repository) : ''}#${reference.number}`;
}

/** Case does not count, as on GitHub. */
export function repositoryKey({ host, owner, name }: Repository): string {
  return `${host}/${owner}/${name}`.toLowerCase();
}

function namesOf(note: Note): string[] {
  const names = new Map<string, { readonly name: string; count: number }>();
  for (const { name } of note.people) {
    const plain = name.startsWith('@') ? name.slice(1) : name;
    const known = names.get(nameKey(plain));
    if (known !== undefined) known.count++;
    else names.set(nameKey(plain), { name: plain, count: 1 });
  }
  const sorted = [...names.values()].sort((a, b) => b.count - a.count);
  return sorted.slice(0, mostPeople).map(({ name }) => copy(name));
}

function presentIn({ people }: Note): PresentPerson[] {
  return people
    .filter(({ evidence }) => evidence === 'present')
    .slice(0, mostPeople)
    .map(({ name, login }) => ({ name: copy(name), ...(login !== undefined && { login: copy(login) }) }));
}

function referencesOf(note: Note): ReferenceMention[] {
  const mentions = new Map<string, ReferenceMention>();
  for (const reference of note.references) {
    const mention = mentionOf(reference);
    const key = referenceKey(mention);
    const known = mentions.get(key);
    // `PR #1` says more than `#1`.
    if (known !== undefined && (known.kind !== 'unknown' || mention.kind === 'unknown')) continue;
    if (known === undefined && mentions.size >= mostReferences) continue;
    mentions.set(key, mention);
  }
  return [...mentions.values()];
}

function mentionOf({ number, kind, repository }: Reference): ReferenceMention {
  if (repository === undefined) return { number, kind };
  const { host, owner, name } = repository;
  return { number, kind, repository: { host: copy(host), owner: copy(owner), name: copy(name) } };
}

/** A piece of a string keeps the whole string in memory (V8); the index is to hold no note's text. */
function copy(text: string): string {
  return ` ${text.slice(0, longestText)}`.slice(1);
}

function isSameList<T>(one: readonly T[], other: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((value, index) => isSame(value, other[index]!));
}
