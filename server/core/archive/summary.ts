/** A note to what the index keeps of it. */

import { atOnce, isEach, type Steps } from '../../../shared/steps.ts';
import { isOwnedAi } from '../note/draft.ts';
import { type Meeting, meetingsOf } from '../note/meetings.ts';
import { nameKey } from '../note/names.ts';
import type { IsoDate, Note, Reference, Repository } from '../note/note.ts';
import { recordingSection } from '../note/opening.ts';
import { type DayText, otherDay } from '../note/otherDay.ts';
import { type EvidenceKinds, kindsOf } from '../note/personEvidence.ts';
import { allSections } from '../note/sections.ts';
import { fileNameOf } from '../uri.ts';
import { sharedCopyOf } from './copyOf.ts';
import { factSteps, isEmpty } from './facts.ts';
import { fileHints } from './fileHints.ts';
import type { HeadingMention, NoteSummary, PresentPerson, ReferenceMention } from './noteSummary.ts';
import { dateInPath, monthInFileName } from './periodFolders.ts';

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
  return atOnce(summarySteps(uri, note, fileDate));
}

/** The same in steps, for a long note. */
export function* summarySteps(uri: string, note: Note, fileDate?: IsoDate): Steps<NoteSummary> {
  const ofFile = meetingsOf(note, fileHints(uri, fileDate));
  const lines = lineCounter(note.text);
  const content = yield* contentSteps(note, 0, ofFile.length < 2);
  const meetings: NoteSummary[] = [];
  for (const meeting of ofFile) {
    meetings.push(sharing(summarizeMeeting(uri, meeting, lines(meeting.from)), content));
    yield;
  }
  return { ...summarizeName(uri, fileDate), ...content, ...(meetings.length > 0 && { meetings }) };
}

/** A meeting that is alone in its file says what its file says: its lists are the same. */
function sharing(meeting: NoteSummary, file: Content): NoteSummary {
  const isSame = (key: 'people' | 'references' | 'headings') =>
    meeting[key].length === file[key].length && JSON.stringify(meeting[key]) === JSON.stringify(file[key]);
  return {
    ...meeting,
    ...(isSame('people') && { people: file.people }),
    ...(isSame('references') && { references: file.references }),
    ...(isSame('headings') && { headings: file.headings }),
  };
}

/** The same for one of several meetings in a file; `line` is that of its heading, 0-based. */
export function summarizeMeeting(uri: string, { note, date }: Meeting, line: number): NoteSummary {
  const fileName = fileNameOf(uri);
  return { uri, fileName, ...atOnce(contentSteps(note, line)), titleDate: copy(date), meeting: { line } };
}

type Content = Omit<NoteSummary, 'uri' | 'fileName' | 'fileDate' | 'fileMonth' | 'meeting' | 'meetings'>;

/** `line`: of the note's beginning in its file. */
function* contentSteps(note: Note, line: number, withFacts = true): Steps<Content> {
  const { title, recording } = note;
  // A note puts its lists together when it is asked for them.
  for (const list of ['sections', 'references', 'actionItems', 'people'] as const) {
    void note[list];
    yield;
  }
  const names = yield* namesOf(note);
  yield;
  const { references, indexOf } = yield* referencesOf(note);
  yield;
  const facts =
    withFacts && (yield* factSteps({ note, line, referenceIndex: indexOf, people: names.people }));
  yield;
  const lineDate = dayBelowTitle(note);
  const present = presentIn(note);
  const below = recordingSection(note);
  return {
    ...(title === undefined ? {} : { titleText: copy(title.text) }),
    ...(title?.date === undefined ? {} : { titleDate: copy(title.date.value) }),
    ...(lineDate === undefined ? {} : { lineDate: copy(lineDate) }),
    // "Not recorded" is no line for the link.
    ...(recording &&
      (recording.label !== '' || !recording.notRecorded) && { recordingLabel: copy(recording.label) }),
    ...(below && { recordingSection: copy(below.heading) }),
    ...names,
    ...(note.actionItems.some((item) => isOwnedAi(item, note.text)) && { hasAiTasks: true }),
    ...(present.length > 0 && { present }),
    references,
    ...(facts && !isEmpty(facts) && { facts }),
    headings: headingsOf(note, line),
  };
}

function headingsOf({ sections, text }: Note, first: number): HeadingMention[] {
  const lines = lineCounter(text);
  return allSections(sections)
    .slice(0, mostHeadings)
    .map(({ heading, level, headingRange }) => ({
      text: copy(heading),
      level,
      line: first + lines(headingRange.from),
    }));
}

/** The 0-based line of an offset; to be asked for offsets in their order, so that the text is read once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 0;
  let at = 0;
  return (offset) => {
    for (let next = nextLine(text, at); next > 0 && next <= offset; next = nextLine(text, at)) {
      line++;
      at = next;
    }
    return line;
  };
}

/** The offset behind the next line feed; 0: there is none. */
function nextLine(text: string, at: number): number {
  return text.indexOf('\n', at) + 1;
}

/** The day of the date line, else of the first heading or the front matter where the title has none. */
export function dayBelowTitle(note: DayText): IsoDate | undefined {
  const line = note.dateLine?.date ?? (note.title?.date ? undefined : otherDay(note)?.date);
  return line?.value;
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
    isSameList(one.meetings ?? [], other.meetings ?? [], isSameSummary) &&
    one.recordingSection === other.recordingSection &&
    one.hasAiTasks === other.hasAiTasks &&
    isSameList(one.people, other.people, (a, b) => a === b) &&
    isSameList(one.evidence ?? [], other.evidence ?? [], (a, b) => a === b) &&
    isSameList(one.present ?? [], other.present ?? [], (a, b) => a.name === b.name && a.login === b.login) &&
    isSameList(one.headings, other.headings, (a, b) => a.level === b.level && a.text === b.text) &&
    isSameList(
      one.references,
      other.references,
      (a, b) => a.kind === b.kind && referenceKey(a) === referenceKey(b),
    )
  );
}

/** Takes what follows each edit from a fresh summary of the same note, where `isSameSummary`. True when it differs. */
export function takeFacts(known: NoteSummary, fresh: NoteSummary): boolean {
  const [before, after] = [factsText(known), factsText(fresh)];
  const into: { -readonly [Key in keyof NoteSummary]: NoteSummary[Key] } = known;
  into.headings = fresh.headings;
  if (fresh.facts) into.facts = fresh.facts;
  else delete into.facts;
  (known.meetings ?? []).forEach((meeting, index) => {
    const other = fresh.meetings?.[index];
    if (!other) return;
    takeFacts(meeting, other);
    (meeting as { meeting?: NoteSummary['meeting'] }).meeting = other.meeting;
  });
  return before !== after;
}

function factsText({ facts, headings, meetings }: NoteSummary): string {
  return JSON.stringify([facts, headings, meetings?.map((each) => [each.facts, each.headings])]);
}

/** Two references with the same key name the same thing; without a repository it is the series' own. */
function referenceKey(reference: Pick<ReferenceMention, 'number' | 'repository'>): string {
  return `${reference.repository ? repositoryKey(reference.repository) : ''}#${reference.number}`;
}

/** Case does not count, as on GitHub. */
export function repositoryKey({ host, owner, name }: Repository): string {
  return `${host}/${owner}/${name}`.toLowerCase();
}

function* namesOf({ people, text }: Note): Steps<Pick<NoteSummary, 'people' | 'evidence'>> {
  const names = new Map<string, { readonly name: string; count: number; kinds: EvidenceKinds }>();
  for (let index = 0; index < people.length; index++) {
    if (isEach(1_000, index)) yield;
    const mention = people[index]!;
    const { name } = mention;
    const plain = name.startsWith('@') ? name.slice(1) : name;
    const known = names.get(nameKey(plain));
    if (known === undefined)
      names.set(nameKey(plain), { name: plain, count: 1, kinds: kindsOf(mention, text) });
    else {
      known.count++;
      known.kinds |= kindsOf(mention, text);
    }
  }
  const sorted = [...names.values()].sort((a, b) => b.count - a.count).slice(0, mostPeople);
  return {
    people: sorted.map(({ name }) => copy(name)),
    ...(sorted.length > 0 && { evidence: sorted.map(({ kinds }) => kinds) }),
  };
}

function presentIn({ people }: Note): PresentPerson[] {
  return people
    .filter(({ evidence }) => evidence === 'present')
    .slice(0, mostPeople)
    .map(({ name, login }) => ({ name: copy(name), ...(login !== undefined && { login: copy(login) }) }));
}

interface KeptReferences {
  readonly references: readonly ReferenceMention[];
  readonly indexOf: (reference: Reference) => number | undefined;
}

function* referencesOf(note: Note): Steps<KeptReferences> {
  const indexes = new Map<string, number>();
  const references: ReferenceMention[] = [];
  for (let read = 0; read < note.references.length; read++) {
    if (isEach(1_000, read)) yield;
    const reference = note.references[read]!;
    const key = referenceKey(reference);
    const index = indexes.get(key);
    if (index === undefined) {
      if (references.length >= mostReferences) continue;
      indexes.set(key, references.length);
      references.push(mentionOf(reference));
    } else if (references[index]!.kind === 'unknown' && reference.kind !== 'unknown')
      // `PR #1` says more than `#1`.
      references[index] = mentionOf(reference);
  }
  return { references, indexOf: (reference) => indexes.get(referenceKey(reference)) };
}

function mentionOf({ number, kind, repository }: Reference): ReferenceMention {
  if (repository === undefined) return { number, kind };
  return { number, kind, repository: sharedRepository(repository) };
}

const mostRepositories = 1_000;
const repositories = new Map<string, Repository>();

/** Very many references are to a few repositories. */
function sharedRepository({ host, owner, name }: Repository): Repository {
  const key = `${host}/${owner}/${name}`;
  const known = repositories.get(key);
  if (known) return known;
  const repository = { host: copy(host), owner: copy(owner), name: copy(name) };
  if (repositories.size === mostRepositories) repositories.clear();
  repositories.set(key, repository);
  return repository;
}

/** A piece of a string keeps the whole string in memory (V8); the index is to hold no note's text. */
function copy(text: string): string {
  return sharedCopyOf(text, longestText);
}

function isSameList<T>(one: readonly T[], other: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((value, index) => isSame(value, other[index]!));
}
