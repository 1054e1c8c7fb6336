/** Which headings of a note are those of its meetings, where a file has several: `## 2026-01-06`, `# January 20th`. */

import { findDayInYear } from '../../../shared/dates/daysOfMonth.ts';
import { type DateForm, findForms } from '../../../shared/dates/forms.ts';
import { namedPart } from '../../../shared/dates/words.ts';
import { findDay } from './dateLine.ts';
import { headingKey } from './headingKey.ts';
import { otherWords, serialWords } from './lexicon/documents.ts';
import { isBesideMeetingDay, isMeetingTitle, isMeetingWord, isOtherDayWord } from './lexicon/meetings.ts';
import { isRecordingWord } from './lexicon/recordings.ts';
import { lineStart } from './lines.ts';
import type { DatedText, IsoDate, Note, Section, Span } from './note.ts';
import { allSections } from './sections.ts';

/** What a file's place says of the notes in it. */
export interface FileHints {
  /** The file is that of a single day, by its name or its path. */
  readonly isOfOneDay?: boolean;
  /** By the file's name or path: the year of `January 6th`. */
  readonly year?: number;
}

export interface MeetingHeading {
  /** From the heading to the next of its level or a higher one. */
  readonly range: Span;
  readonly date: IsoDate;
  /** Where the heading says it, offsets into the note. */
  readonly dateRange: Span;
  /** 1 to 6. */
  readonly level: number;
}

interface Heading {
  readonly level: number;
  readonly range: Span;
  readonly textRange: Span;
  /** Absent for the title. */
  readonly section?: Section;
}

/** A heading that says a day. */
interface DayHeading {
  readonly heading: Heading;
  readonly day: DatedText;
  /** Nothing but the day and words that name a meeting. */
  readonly isPlain: boolean;
}

/** Of headings such as `2026-01-06: Kick-off`, whose words may be a topic's. */
const fewestTitled = 3;

/**
 * The headings of a note's meetings in document order; none where the note is that of one meeting. At one of the two highest
 * levels, those of years and months aside, most headings have to be days. When in doubt there are none: a topic such as `Release 2026-01-06` is no meeting.
 * One alone is a meeting only where the other files of the series have several. Linear.
 */
export function meetingHeadings(note: Note, hints: FileHints = {}): readonly MeetingHeading[] {
  if (note.truncated || hints.isOfOneDay || isOtherDocument(note)) return [];
  const headings = headingsOf(note);
  for (const level of levelsOf(headings, note.text)) {
    const days = meetingDays(level, headings, note, hints);
    if (days.length > 0) return withRanges(days, level, headings, note.text);
  }
  return [];
}

/** So many days are more than one meeting's. */
const manyDays = 3;

/** Whether three headings or more name days, in whatever words: the note may be that of several meetings, and is no usual one. */
export function namesManyDays({ text, sections, conventions }: Note): boolean {
  let days = 0;
  for (const { headingTextRange: at } of allSections(sections)) {
    // A day has a number; this is asked with each key.
    if (!/[0-9]/.test(text.slice(at.from, at.to))) continue;
    if (findDay(text, at.from, at.to, 'title', conventions.date) && ++days >= manyDays) return true;
  }
  return false;
}

/** The two highest levels of which not all headings are years and months. */
function levelsOf(headings: readonly Heading[], text: string): readonly number[] {
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
  const isOther = new Set(headings.filter((heading) => !isPeriod(text, heading)).map(({ level }) => level));
  return levels.filter((level) => isOther.has(level)).slice(0, 2);
}

/** `Changelog`, `Incidents`: their dates are no meetings. */
function isOtherDocument({ title }: Note): boolean {
  const words = wordsOf(title?.text ?? '');
  return words.some((word) => isSerialWord(word)) && !isMeetingTitle(words);
}

/** The title among them; without those in lists, which end with their item. */
function headingsOf({ title, sections, text }: Note): Heading[] {
  const all = allSections(sections).map(
    (section): Heading => ({
      level: section.level,
      range: section.headingRange,
      textRange: section.headingTextRange,
      section,
    }),
  );
  const titles = title?.form === 'heading' ? [{ ...title, level: levelAt(text, title.range) }] : [];
  return [...titles, ...all]
    .filter(({ range }) => text.slice(lineStart(text, range.from), range.from).trim() === '')
    .sort((a, b) => a.range.from - b.range.from);
}

function levelAt(text: string, { from, to }: Span): number {
  let level = 0;
  while (text[from + level] === '#') level++;
  // An underlined heading has no marks before it.
  return level > 0 ? level : text[to - 1] === '-' ? 2 : 1;
}

function meetingDays(
  level: number,
  headings: readonly Heading[],
  note: Note,
  hints: FileHints,
): readonly DayHeading[] {
  const here = headings.filter((heading) => heading.level === level);
  const days = daysOf(here, note, yearsOf(headings, note.text), hints);
  const [first] = days;
  if (first === undefined || isOfOneDay(note, first.heading)) return [];
  const isDay = new Set(days.map(({ heading }) => heading));
  const others = here.filter(
    (heading) => !isDay.has(heading) && heading.section !== undefined && !isPeriod(note.text, heading),
  );
  const plain = days.filter(({ isPlain }) => isPlain).length;
  // Of two days one is too few.
  const isSure = plain >= Math.min(2, days.length) && 2 * plain >= days.length;
  if (!isSure && !(days.length >= fewestTitled && lookAlike(days))) return [];
  return isMostly(days, others) ? days : [];
}

/** The note's title or its date line is that of one meeting, which the headings are parts of. */
function isOfOneDay({ title, dateLine }: Note, first: Heading): boolean {
  const before = (at: Span | undefined): boolean => at !== undefined && at.from < first.range.from;
  return (title?.date !== undefined && before(title.range)) || (!!dateLine && before(dateLine.range));
}

/** Two thirds are days; among fewer no other heading stands between the days. */
function isMostly(days: readonly DayHeading[], others: readonly Heading[]): boolean {
  if (days.length >= 2 * others.length) return true;
  const [from, to] = [days[0]!.heading.range.from, days.at(-1)!.heading.range.from];
  return days.length >= others.length && others.every(({ range }) => range.from < from || range.from > to);
}

/** Most have a sub-section that another one has, too. */
function lookAlike(days: readonly DayHeading[]): boolean {
  const keys = days.map(({ heading }) => new Set(heading.section?.children.map(({ key }) => key)));
  const counts = new Map<string, number>();
  for (const key of keys.flatMap((each) => [...each])) counts.set(key, (counts.get(key) ?? 0) + 1);
  const alike = keys.filter((each) => [...each].some((key) => key !== '' && counts.get(key)! > 1));
  return 3 * alike.length >= 2 * days.length;
}

/** `## 2025`, `## January`, `## January 2025` above the meetings of that time. */
function isPeriod(text: string, { textRange: { from, to } }: Heading): boolean {
  return isPeriodText(text.slice(from, to));
}

/** `2025`, `January`, `January 2025` */
export function isPeriodText(heading: string): boolean {
  const words = wordsOf(heading);
  return words.length > 0 && words.every((word) => isYear(word) || namedPart(word)?.part === 'month');
}

function isYear(word: string): boolean {
  return /^(?:19|20|21)[0-9]{2}$/.test(word);
}

/** The year that a heading above says: `## 2025`, `## January 2025`. */
function yearsOf(headings: readonly Heading[], text: string): ReadonlyMap<Heading, number> {
  const years = new Map<Heading, number>();
  let current: { readonly level: number; readonly year: number } | undefined;
  for (const heading of headings) {
    if (current && heading.level <= current.level) current = undefined;
    const words = isPeriod(text, heading)
      ? wordsOf(text.slice(heading.textRange.from, heading.textRange.to))
      : [];
    const year = words.find(isYear);
    if (year !== undefined) current = { level: heading.level, year: Number(year) };
    else if (current) years.set(heading, current.year);
  }
  return years;
}

function daysOf(
  headings: readonly Heading[],
  note: Note,
  years: ReadonlyMap<Heading, number>,
  hints: FileHints,
): DayHeading[] {
  const usual = yearOf(note) ?? hints.year;
  const order = numberOrder(headings, note);
  const titleWords = new Set(wordsOf(note.title?.text ?? ''));
  const found = headings.flatMap((heading) => {
    const { from, to } = heading.textRange;
    const { text, conventions } = note;
    const year = years.get(heading) ?? usual;
    const day =
      findDay(text, from, to, 'title', conventions.date) ??
      (order && inOrder(text, heading.textRange, order)) ??
      (year === undefined ? undefined : findDayInYear(text, from, to, year));
    if (day === undefined) return [];
    const rest = `${text.slice(from, day.range.from)} ${text.slice(day.range.to, to)}`;
    const key = headingKey(rest);
    const words = wordsOf(key.replace(/[0-9]{1,2}[:h][0-9]{2}|#[0-9]+/g, ' '));
    if (words.some((word) => isOtherDayWord(word) || isSerialWord(word))) return [];
    // Two days are a time, not a meeting.
    if (!findForms(key, 0, key.length).next().done) return [];
    return [{ heading, day, words }];
  });
  const names = new Set(repeated(found.map(({ words }) => words.join(' '))));
  return found.map(({ heading, day, words }) => ({
    heading,
    day,
    isPlain:
      (words.some(isMeetingWord) && names.has(words.join(' '))) ||
      words.every(
        (word) =>
          isBesideMeetingDay(word) ||
          isRecordingWord(word) ||
          titleWords.has(word) ||
          namedPart(word)?.part === 'weekday',
      ),
  }));
}

function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

/** `daily` is a standup's as well. */
function isSerialWord(word: string): boolean {
  return (otherWords.has(word) || serialWords.has(word)) && !isBesideMeetingDay(word);
}

/** The year that the title names without a day: `Meetings 2026`, `January 2026`. */
function yearOf({ title }: Note): number | undefined {
  const years = title?.date === undefined ? wordsOf(title?.text ?? '').filter(isYear) : [];
  return years.length === 1 ? Number(years[0]) : undefined;
}

/** `M` for `01/20/2026`, `D` for `20.1.2026`: what all such headings can be, and one of them must. */
function numberOrder(headings: readonly Heading[], { text }: Note): 'M' | 'D' | undefined {
  const open = headings.flatMap(({ textRange }) => {
    const forms = formsIn(text, textRange);
    return forms.length > 0 ? [forms] : [];
  });
  const orders = (['M', 'D'] as const).filter((order) =>
    open.every((forms) => forms.some(({ format }) => format!.startsWith(order))),
  );
  if (open.length === 0 || orders.length < 2) return open.length === 0 ? undefined : orders[0];
  const sorted = orders.filter((order) =>
    isSorted(open.map((forms) => forms.find(({ format }) => format!.startsWith(order))!.value)),
  );
  return sorted.length === 1 ? sorted[0] : undefined;
}

function formsIn(text: string, { from, to }: Span): readonly DateForm[] {
  const forms = findForms(text, from, to).next();
  return forms.done ? [] : forms.value.filter(({ kind, format }) => kind === 'numbers' && format);
}

function inOrder(text: string, span: Span, order: 'M' | 'D'): DatedText | undefined {
  const form = formsIn(text, span).find(({ format }) => format!.startsWith(order));
  return form && { range: { from: form.from, to: form.to }, value: form.value };
}

function isSorted(days: readonly IsoDate[]): boolean {
  const pairs = days.slice(1).map((day, index) => [days[index]!, day] as const);
  return pairs.every(([one, other]) => one <= other) || pairs.every(([one, other]) => one >= other);
}

function wordsOf(text: string): string[] {
  return headingKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Each ends where the next heading of its level or a higher one begins. */
function withRanges(
  days: readonly DayHeading[],
  level: number,
  headings: readonly Heading[],
  text: string,
): readonly MeetingHeading[] {
  const ends = headings.filter((heading) => heading.level <= level);
  let next = 0;
  return days.map(({ heading: { range }, day }) => {
    while (next < ends.length && ends[next]!.range.from <= range.from) next++;
    const end = ends[next];
    return {
      range: { from: range.from, to: end ? lineStart(text, end.range.from) : text.length },
      date: day.value,
      dateRange: day.range,
      level,
    };
  });
}
