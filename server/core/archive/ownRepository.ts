import type { Note, Repository } from '../note/note.ts';
import type { Series } from './noteSummary.ts';
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

const habits = new WeakMap<Series, { readonly remote: string; readonly isHabit: boolean }>();

/** Whether the notes clearly speak of another repository than the one they are in. Counted once per state of a series. */
function isHabit(series: Series, remote: Repository): boolean {
  const key = repositoryKey(remote);
  const known = habits.get(series);
  if (known?.remote === key) return known.isHabit;
  const learned = series.repository && repositoryKey(series.repository);
  let ofLearned = 0;
  let ofRemote = 0;
  for (const { references } of series.notes) {
    for (const { repository } of references) {
      const named = repository && repositoryKey(repository);
      if (named === key) ofRemote++;
      else if (named !== undefined && named === learned) ofLearned++;
    }
  }
  const isHabit = ofLearned >= fewestTimes && ofLearned > ofRemote * timesMore;
  habits.set(series, { remote: key, isHabit });
  return isHabit;
}

function mostWritten(note: Note): Repository | undefined {
  const counts = new Map<string, { readonly repository: Repository; count: number }>();
  for (const { repository, repositoryFrom } of note.references) {
    // What a heading says is not written at the reference.
    if (repository === undefined || repositoryFrom === 'heading') continue;
    const known = counts.get(repositoryKey(repository));
    if (known === undefined) counts.set(repositoryKey(repository), { repository, count: 1 });
    else known.count++;
  }
  let best: { readonly repository: Repository; count: number } | undefined;
  for (const each of counts.values()) if (best === undefined || each.count > best.count) best = each;
  return best?.repository;
}
