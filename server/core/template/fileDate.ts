import type { IsoDate } from '../note/note.ts';
import { matchPattern } from './pattern.ts';
import type { SeriesTemplate } from './seriesTemplate.ts';

/**
 * The day that a file's name says by the series' own pattern, or its path where the pattern holds folders.
 * `components`: the file's, decoded, its name the last; as many as there are. Undefined without such a pattern, and for
 * a name that is not of it.
 */
export function fileDateBy({ file }: SeriesTemplate, components: readonly string[]): IsoDate | undefined {
  if (file === undefined) return undefined;
  const depth = file.source.split('/').length;
  return matchPattern(file, components.slice(-depth).join('/'))?.date?.value;
}
