import { findDate } from '../../../shared/dates/findDate.ts';
import { findFormattedDate } from '../../../shared/dates/readFormatted.ts';
import type { IsoDate } from '../note/note.ts';
import type { TemplateDefinition } from './definition.ts';
import { matchPattern } from './patterns/matchPattern.ts';

/** Year, month, day and a name: further up a date is about something else. */
const deepest = 4;

/**
 * The day that a file's name says by the series' own pattern, or its path where the pattern holds folders; without a
 * pattern by the format of `date: file` or `date: path`. `components`: the file's, decoded, its name the last; as many as
 * there are. Undefined when the series says nothing of the kind, and for a name that is not as it says.
 */
export function fileDateBy(
  { file, conventions }: Pick<TemplateDefinition, 'file' | 'conventions'>,
  components: readonly string[],
): IsoDate | undefined {
  if (file !== undefined) {
    const depth = file.source.split('/').length;
    return matchPattern(file, components.slice(-depth).join('/'))?.date?.value;
  }
  const { places = [], format } = conventions.date ?? {};
  const depths = places.includes('path') ? deepest : places.includes('file') ? 1 : 0;
  for (let depth = 1; depth <= depths; depth++) {
    const text = components.slice(-depth).join('/');
    const found = (format && findFormattedDate(format, text)) ?? findDate(text);
    if (found) return found.value;
  }
  return undefined;
}
