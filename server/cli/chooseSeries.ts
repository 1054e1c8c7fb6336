/** Which series without a template file `new` begins a note of. */

import { pathToFileURL } from 'node:url';
import { inEnglish } from '../../shared/l10n.ts';
import { canonicalUri, isBelow } from '../core/uri.ts';
import { describeSeries } from '../core/workspace/learnSeries.ts';
import { seriesIn } from '../core/workspace/noteDestination.ts';
import type { Archive } from '../core/workspace/noteIndex.ts';

export type ChosenSeries =
  /** `folder`: a canonical URI; null: there is none. `isAround`: the current folder lies in it. */
  | { readonly kind: 'chosen'; readonly folder: string | null; readonly isAround: boolean }
  /** In words that name the remedy. */
  | { readonly kind: 'unclear'; readonly message: string };

/**
 * The series that the current folder lies in, else those below it, else all of the repository. `cwd` and `root`: absolute
 * paths.
 */
export function chooseSeries(cwd: string, root: string, archive: Archive): ChosenSeries {
  const here = canonicalUri(pathToFileURL(cwd).href);
  const top = canonicalUri(pathToFileURL(root).href);
  const all = seriesIn(top, archive).filter(({ notes }) => archive.templates.of(notes[0]!.uri) === undefined);
  const around = all
    .filter(({ folder }) => folder !== top && isBelow(here, folder))
    .sort((a, b) => b.folder.length - a.folder.length);
  if (around[0] !== undefined) return { kind: 'chosen', folder: around[0].folder, isAround: true };
  const below = all.filter(({ folder }) => isBelow(folder, here));
  const [only, ...others] = below.length > 0 ? below : all;
  if (only === undefined) return { kind: 'chosen', folder: null, isAround: false };
  if (others.length === 0) return { kind: 'chosen', folder: only.folder, isAround: false };
  const names = [only, ...others].map((series) => {
    const { name, description: described } = describeSeries(series, top);
    const description = inEnglish(described);
    return `${name} (${description})`;
  });
  return {
    kind: 'unclear',
    message: `there are several series here. Run this in the folder of one: ${names.join('; ')}.`,
  };
}
