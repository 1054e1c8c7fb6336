import type { Note, Repository } from '../note/note.ts';
import type { Series } from './noteSummary.ts';
import { repositoryKey } from './summary.ts';

/**
 * The repository that `#1` means: the setting's (`owner/name`, empty for none), else what the series taught, else the
 * one this note writes out most often. Undefined when none of them names one.
 */
export function ownRepository(
  setting: string,
  series: Series | undefined,
  note: Note,
): Repository | undefined {
  const [owner, name] = setting.split('/');
  if (owner && name) {
    const set = { host: 'github.com', owner, name };
    // The setting has no host; full references do.
    const learned = series?.repository;
    const same = learned && repositoryKey({ ...learned, host: set.host }) === repositoryKey(set);
    return same ? learned : set;
  }
  return series?.repository ?? mostWritten(note);
}

function mostWritten(note: Note): Repository | undefined {
  const counts = new Map<string, { readonly repository: Repository; count: number }>();
  for (const { repository } of note.references) {
    if (repository === undefined) continue;
    const known = counts.get(repositoryKey(repository));
    if (known === undefined) counts.set(repositoryKey(repository), { repository, count: 1 });
    else known.count++;
  }
  let best: { readonly repository: Repository; count: number } | undefined;
  for (const each of counts.values()) if (best === undefined || each.count > best.count) best = each;
  return best?.repository;
}
