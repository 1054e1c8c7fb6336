/** All that the notes of a series show of how it is written. */

import { projectInTitle } from '../archive/series.ts';
import type { IsoDate } from '../note/note.ts';
import {
  counted,
  type Evidence,
  isNearlyAll,
  isSome,
  type LearnInput,
  type LearnOptions,
} from './evidence.ts';
import { type LearnedMeetings, learnMeetings } from './meetings.ts';
import { type LearnedEntry, learnFrontMatter } from './noteFrontMatter.ts';
import { type LearnedOpening, learnOpening } from './opening.ts';
import { type LearnedPattern, learnPattern } from './patterns.ts';
import { type LearnedPerson, learnPeople } from './people.ts';
import { learnFile, learnGlob, withDates } from './place.ts';
import { type LearnedRepositories, learnRepositories } from './repositories.ts';
import { type LearnedSections, learnSections } from './sections.ts';
import { type LearnedWork, learnWork } from './work.ts';

export interface Findings {
  readonly total: number;
  readonly oldest?: IsoDate;
  readonly newest?: IsoDate;
  /** Its evidence: the titles that name it. */
  readonly project?: Evidence & { readonly name: string };
  readonly glob?: string;
  readonly file?: LearnedPattern;
  readonly title?: LearnedPattern;
  readonly meetings?: LearnedMeetings;
  readonly repositories: LearnedRepositories;
  readonly people: readonly LearnedPerson[];
  readonly work: LearnedWork;
  readonly opening: LearnedOpening;
  readonly sections: LearnedSections;
  /** Of the notes themselves. */
  readonly entries: readonly LearnedEntry[];
}

export function findingsOf(inputs: readonly LearnInput[], options: LearnOptions): Findings {
  const notes = withDates(inputs);
  const days = notes.flatMap(({ date }) => (date === undefined ? [] : [date]));
  const titles = notes.flatMap(({ note, date }) =>
    note.title === undefined || note.title.text === ''
      ? []
      : [{ text: note.title.text, ...(date === undefined ? {} : { date }) }],
  );
  const project = projectOf(titles.map(({ text }) => text));
  const file = learnFile(notes);
  // One title says nothing of what the others, which are missing, would be.
  const title = isSome(titles.length, notes.length)
    ? learnPattern(titles, project && { project: project.name })
    : undefined;
  const glob = learnGlob(notes, options, file);
  const meetings = learnMeetings(days);
  const everybody = learnPeople(notes);
  const work = learnWork(notes, everybody);
  // `AP: …` looks like a speaker.
  const people = everybody.filter(({ name }) => !work.own.some(({ word }) => word === name));
  return {
    total: notes.length,
    ...(days.length > 0 && { newest: days[0]!, oldest: days.at(-1)! }),
    ...(project && { project }),
    ...(glob !== undefined && { glob }),
    ...(file && { file: { ...file, total: notes.length } }),
    ...(title && { title }),
    ...(meetings && { meetings }),
    repositories: learnRepositories(notes, options.repository),
    people,
    work,
    opening: learnOpening(notes),
    sections: learnSections(notes),
    entries: notes.length > 1 ? learnFrontMatter(notes) : [],
  };
}

/** The name that nearly all titles have before the words that name a meeting. */
function projectOf(titles: readonly string[]): Findings['project'] {
  const [best] = counted(titles.flatMap((title) => projectInTitle(title) ?? []));
  if (best === undefined || !isNearlyAll(best.count, titles.length)) return undefined;
  return { name: best.value, count: best.count, total: titles.length };
}

/** Where the series' notes say their day. */
export interface LearnedDatePlace extends Evidence {
  readonly place: 'title' | 'file' | 'path' | 'line';
  /** Absent: the usual ones, `YYYY-MM-DD` and similar. */
  readonly format?: string;
}

const usualFormats = new Set(['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'YYYY_MM_DD']);

export function datePlaceOf({ total, title, file, opening }: Findings): LearnedDatePlace | undefined {
  const format = (source: string | undefined) =>
    source === undefined || usualFormats.has(source) ? {} : { format: source };
  if (title?.format !== undefined && isNearlyAll(title.count, total)) {
    return { place: 'title', count: title.count, total, ...format(title.format) };
  }
  const { dateLine } = opening;
  if (dateLine !== undefined)
    return { place: 'line', count: dateLine.count, total, ...format(dateLine.format) };
  if (file?.format === undefined) {
    return title?.format === undefined
      ? undefined
      : { place: 'title', count: title.count, total, ...format(title.format) };
  }
  const whole = file.format !== 'DD';
  return { place: whole ? 'file' : 'path', count: file.count, total };
}
