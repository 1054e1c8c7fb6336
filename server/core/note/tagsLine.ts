/** The line of tags that HackMD reads: `###### tags: meeting`. It is neither a title nor a section. */

import type { Text } from './text.ts';
import type { Span } from './values.ts';

const word = 'tags';
/** A heading of a higher level may well be a section about tags. */
const highestLevel = 4;

/** Whether a heading of that level with its text there is a line of tags. */
export function isTagsLine(level: number, text: Text, { from }: Span): boolean {
  if (level < highestLevel || text.slice(from, from + word.length).toLowerCase() !== word) return false;
  let at = from + word.length;
  while (text.charAt(at) === ' ') at++;
  return text.charAt(at) === ':';
}
