/** What the notes of one series teach together. */

import { endsProjectName } from '../note/lexicon/meetings.ts';
import type { Repository } from '../note/note.ts';
import { isPerson } from '../note/personEvidence.ts';
import { mentionedNames } from './mentionedNames.ts';
import type { NoteSummary, Series } from './noteSummary.ts';
import { noteDate, repositoryKey } from './summary.ts';

/** How many of the latest notes tell the project's name and repository. */
const latestTitles = 10;
const latestReferences = 100;

/** The meetings of files with several in the files' place. One alone in its file counts only among such files. */
export function withMeetings(files: readonly NoteSummary[]): NoteSummary[] {
  const isSeries = files.some(hasSeveral);
  return files.flatMap((file) => (isSeries ? (file.meetings ?? [file]) : [file]));
}

function hasSeveral({ meetings = [] }: Pick<NoteSummary, 'meetings'>): boolean {
  return meetings.length > 1;
}

/** Puts the notes of a folder in order and reads from them who takes part and whose meeting it is. */
export function seriesOf(folder: string, notes: readonly NoteSummary[]): Series {
  const sorted = [...notes].sort(byDate);
  const repository = repositoryOf(sorted);
  const project = projectOf(sorted);
  return {
    folder,
    notes: sorted,
    people: peopleOf(sorted),
    ...(usesAi(sorted) && { usesAi: true }),
    ...(repository === undefined ? {} : { repository }),
    ...(project === undefined ? {} : { project }),
  };
}

/** The series without one of its notes; each part is read when it is asked for, because most are not. */
export function lazySeries(whole: Series, without: NoteSummary): Series {
  let notes: readonly NoteSummary[] | undefined;
  let people: readonly string[] | undefined;
  const latest = whole.notes.slice(0, latestReferences + 1);
  const at = latest.indexOf(without);
  const others = latest.filter((_, index) => index !== at);
  // An older note has no say in these.
  const repository = at < 0 ? whole.repository : repositoryOf(others);
  const project = at < 0 ? whole.project : projectOf(others);
  return {
    folder: whole.folder,
    get notes() {
      notes ??= whole.notes.filter((note) => note !== without);
      return notes;
    },
    get people() {
      people ??= peopleOf(this.notes);
      return people;
    },
    ...(repository === undefined ? {} : { repository }),
    ...(project === undefined ? {} : { project }),
    whole: { series: whole, without },
  };
}

/** Newest first, those without a date last. */
export function byDate(one: NoteSummary, other: NoteSummary): number {
  const first = noteDate(one) ?? '';
  const second = noteDate(other) ?? '';
  if (first !== second) return first > second ? -1 : 1;
  return one.uri < other.uri ? -1 : 1;
}

function peopleOf(newestFirst: readonly NoteSummary[]): string[] {
  return [...mentionedNames(newestFirst).values()]
    .filter((each) => isPerson(each, newestFirst.length))
    .sort((a, b) => a.latest - b.latest || b.notes - a.notes)
    .map(({ name }) => name);
}

/** One note alone may mean something else by it. */
function usesAi(notes: readonly NoteSummary[]): boolean {
  return notes.filter(({ hasAiTasks }) => hasAiTasks).length > 1;
}

/** The repository most full references name; one named in many notes counts more than one named often in a single note. */
function repositoryOf(newestFirst: readonly NoteSummary[]): Repository | undefined {
  const counts = new Map<string, { readonly repository: Repository; notes: number; references: number }>();
  for (const note of newestFirst.slice(0, latestReferences)) {
    const here = new Set<string>();
    for (const { repository } of note.references) {
      if (repository === undefined) continue;
      const key = repositoryKey(repository);
      const count = counts.get(key) ?? { repository, notes: 0, references: 0 };
      count.references++;
      if (!here.has(key)) count.notes++;
      here.add(key);
      counts.set(key, count);
    }
  }
  const [best] = [...counts.values()].sort((a, b) => b.notes - a.notes || b.references - a.references);
  return best?.repository;
}

/** The name that most of the latest titles begin with. */
function projectOf(newestFirst: readonly NoteSummary[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { titleText } of newestFirst.slice(0, latestTitles)) {
    const project = titleText === undefined ? undefined : projectInTitle(titleText);
    if (project !== undefined) counts.set(project, (counts.get(project) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0];
}

/** `lantern` in `lantern office hours 2026-03-03` and in `2026-03-03 Lantern community meeting`. */
export function projectInTitle(titleText: string): string | undefined {
  const words = titleText.split(' ').filter((word) => word !== '');
  const first = words.findIndex((word) => !/[0-9]{4}/.test(word));
  if (first < 0) return undefined;
  let end = first;
  while (end < words.length && !isMeetingWord(words[end]!) && !/[0-9]{4}/.test(words[end]!)) end++;
  // A title that names no meeting says nothing of where the name ends.
  if (end === first || end === words.length || !words.slice(end).some(isMeetingWord)) return undefined;
  const project = words.slice(first, end).join(' ');
  const name = /[:,–—-]$/.test(project) ? project.slice(0, -1).trim() : project;
  return name === '' ? undefined : name;
}

function isMeetingWord(word: string): boolean {
  return endsProjectName(word.toLowerCase().replace(/[,:]$/, ''));
}
