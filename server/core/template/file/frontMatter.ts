/** Where a template file's front matter is, and where its body begins. */

import type { Span } from '../../note/note.ts';
import { isFrontMatterFence } from '../snippet/lines.ts';

export interface FrontMatterPlace {
  /** Between the fences; absent: the file has no front matter. Empty when nothing stands between them. */
  readonly yaml?: Span;
  /** The first `---`, when no second one closes it. */
  readonly unclosed?: Span;
  /** From here on is the body; 0, or 1 behind a byte order mark, when there is no front matter. */
  readonly bodyFrom: number;
}

/** Looks for `---` on the very first line and the next such line. Any line ends. Linear. */
export function findFrontMatter(text: string): FrontMatterPlace {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  let line = lineAt(text, start);
  if (!isFrontMatterFence(text.slice(start, line.to))) return { bodyFrom: start };
  const first = { from: start, to: line.to };
  const yamlFrom = line.next;
  while (line.next < text.length || line.next > line.to) {
    const from = line.next;
    line = lineAt(text, from);
    if (isFrontMatterFence(text.slice(from, line.to))) {
      return { yaml: { from: yamlFrom, to: from }, bodyFrom: line.next };
    }
    if (line.next === from) break;
  }
  return { unclosed: first, bodyFrom: start };
}

/** The end of the line that begins at `from`, and the start of the next one: the same where the text ends. */
function lineAt(text: string, from: number): { readonly to: number; readonly next: number } {
  let to = from;
  while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to++;
  if (to === text.length) return { to, next: to };
  return { to, next: text.startsWith('\r\n', to) ? to + 2 : to + 1 };
}
