/** Which series `new` begins a note of where no template file tells. */

import { pathToFileURL } from 'node:url';
import { canonicalUri, isBelow } from '../core/uri.ts';
import { describeSeries } from '../core/workspace/learnSeries.ts';
import { seriesIn } from '../core/workspace/noteDestination.ts';
import type { Archive } from '../core/workspace/noteIndex.ts';

export type ChosenSeries =
  /** A canonical URI; null: there is one series at the most. */
  | { readonly kind: 'chosen'; readonly folder: string | null }
  /** In words that name the remedy. */
  | { readonly kind: 'unclear'; readonly message: string };

/**
 * The series that the current folder lies in, else those below it, else all of the repository. `cwd` and `root`: absolute
 * paths.
 */
export function chooseSeries(cwd: string, root: string, archive: Archive): ChosenSeries {
  const here = canonicalUri(pathToFileURL(cwd).href);
  const top = canonicalUri(pathToFileURL(root).href);
  const all = seriesIn(top, archive);
  const around = all
    .filter(({ folder }) => folder !== top && isBelow(here, folder))
    .sort((a, b) => b.folder.length - a.folder.length);
  if (around[0] !== undefined) return { kind: 'chosen', folder: around[0].folder };
  const below = all.filter(({ folder }) => isBelow(folder, here));
  const [only, ...others] = below.length > 0 ? below : all;
  if (only === undefined) return { kind: 'chosen', folder: null };
  if (others.length === 0) return { kind: 'chosen', folder: only.folder === top ? null : only.folder };
  const names = [only, ...others].map((series) => {
    const { name, description } = describeSeries(series, top);
    return `${name} (${description})`;
  });
  return {
    kind: 'unclear',
    message: `there are several series here. Run this in the folder of one: ${names.join('; ')}.`,
  };
}
