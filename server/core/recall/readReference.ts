import type { Reference } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';

/** What somebody writes who asks for one: `5851`, `#5851`, `owner/name#5851` or a URL. */
export function readReference(written: string): Reference | undefined {
  const text = /^\d+$/.test(written) ? `#${written}` : written;
  const { references } = parseNote(text);
  const [reference] = references;
  const isWhole = reference?.range.from === 0 && reference.range.to === text.length;
  return references.length === 1 && isWhole ? reference : undefined;
}
