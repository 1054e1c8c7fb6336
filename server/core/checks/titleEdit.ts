/** A title written in place of the one a note has, as the place asks for it. */

import { writtenInFrontMatter } from '../note/frontMatterValue.ts';
import type { Note } from '../note/note.ts';
import type { Edit } from './problem.ts';

/** The note must have a title. */
export function titleEdit({ title, text }: Pick<Note, 'title' | 'text'>, wanted: string): Edit {
  const { form, textRange } = title!;
  if (form === 'frontMatter')
    return { range: textRange, text: writtenInFrontMatter(wanted, text, textRange) };
  return { range: textRange, text: form === 'html' ? escaped(wanted) : wanted };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
