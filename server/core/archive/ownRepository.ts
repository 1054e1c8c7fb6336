import type { Note, Repository } from '../note/note.ts';
import type { NoteSummary, Series } from './noteSummary.ts';
import { repositoryKey } from './summary.ts';

/**
 * The repository that `#1` means: the one that a template or the setting names (`owner/name`, empty for none), else the one whose clone the note is in
 * (`remote`), else what the series taught, else the one this note writes out most often. Undefined when none of them
 * names one.
 *
 * Some projects keep their notes in a repository of their own, and hardly speak of that one: where the notes write out
 * another repository again and again, that is the one they mean.
 */
export function ownRepository(
  named: string | Repository,
  series: Series | undefined,
  note: Note,
  remote?: Repository,
): Repository | undefined {
  const set = typeof named === 'string' ? parsed(named) : named;
  if (set !== undefined) {
    if (set.host !== 'github.com') return set;
    // A bare name has no host; the clone and full references do.
    const learned = series?.repository;
    const isNamed = (known: Repository | undefined) =>
      known !== undefined && repositoryKey({ ...known, host: set.host }) === repositoryKey(set);
    const known = [remote, learned].find(isNamed);
    if (known !== undefined) return known;
    return typeof named === 'string' && remote !== undefined ? { ...set, host: remote.host } : set;
  }
  if (remote !== undefined) return series && isHabit(series, remote) ? series.repository : remote;
  return series?.repository ?? mostWritten(note);
}

function parsed(setting: string): Repository | undefined {
  const [owner, name] = setting.split('/');
  return owner && name ? { host: 'github.com', owner, name } : undefined;
}

/** How often, and how much more often than the clone's own, another repository must be written out. */
const fewestTimes = 10;
const timesMore = 4;

const counts = new WeakMap<Series, ReadonlyMap<string, number>>();

/** How often the notes write out each repository, by its key; counted once per state of a series. */
function countsOf(series: Series): ReadonlyMap<string, number> {
  let known = counts.get(series);
  if (known === undefined) {
    known = countIn(series.notes);
    counts.set(series, known);
  }
  return known;
}

function countIn(notes: readonly NoteSummary[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { references } of notes) {
    for (const { repository } of references) {
      if (repository === undefined) continue;
      const key = repositoryKey(repository);
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  return found;
}

/** Whether the notes clearly speak of another repository than the one they are in. */
function isHabit(series: Series, remote: Repository): boolean {
  if (series.repository === undefined) return false;
  const { whole } = series;
  const all = countsOf(whole?.series ?? series);
  const left = whole && countIn([whole.without]);
  const count = (repository: Repository) => {
    const key = repositoryKey(repository);
    return (all.get(key) ?? 0) - (left?.get(key) ?? 0);
  };
  const isOther = repositoryKey(series.repository) !== repositoryKey(remote);
  const ofLearned = isOther ? count(series.repository) : 0;
  return ofLearned >= fewestTimes && ofLearned > count(remote) * timesMore;
}

/** By the note: all that is asked of it asks for that. */
const written = new WeakMap<Note, { readonly repository: Repository | undefined }>();

function mostWritten(note: Note): Repository | undefined {
  const known = written.get(note) ?? { repository: countWritten(note) };
  written.set(note, known);
  return known.repository;
}

function countWritten(note: Note): Repository | undefined {
  const counts = new Map<string, { readonly repository: Repository; count: number }>();
  for (const { repository, repositoryFrom } of note.references) {
    // What a heading says is not written at the reference.
    if (repository === undefined || repositoryFrom === 'heading') continue;
    const key = repositoryKey(repository);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { repository, count: 1 });
    else known.count++;
  }
  let best: { readonly repository: Repository; count: number } | undefined;
  for (const each of counts.values()) if (best === undefined || each.count > best.count) best = each;
  return best?.repository;
}
