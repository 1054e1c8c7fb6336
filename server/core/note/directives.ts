/** Comments that suppress a rule. */

import { isWhitespace } from './characters.ts';
import { lineEnd } from './lines.ts';
import type { Directive } from './note.ts';

const names: readonly [string, Directive['scope']][] = [
  ['office-hours-disable-next-line', 'next-line'],
  ['office-hours-disable', 'file'],
];

/** Reads one comment, `<!-- … -->` and all; `from` is its offset. Undefined when it is no directive. */
export function readDirective(comment: string, from: number): Directive | undefined {
  const end = comment.indexOf('-->');
  const words = comment
    .slice(4, end < 0 ? comment.length : end)
    .split(/[\s,]/)
    .filter((word) => word !== '');
  const scope = names.find(([name]) => name === words[0])?.[1];
  if (!scope) return undefined;
  return { range: { from, to: from + (end < 0 ? comment.length : end + 3) }, scope, codes: words.slice(1) };
}

/** True when a directive of the note suppresses `code` for a problem that starts at `offset`. */
export function isSuppressed(
  text: string,
  directives: readonly Directive[],
  code: string,
  offset: number,
): boolean {
  return directives.some(({ scope, codes, range }) => {
    if (codes.length > 0 && !codes.includes(code)) return false;
    if (scope === 'file') return true;
    // Formatters put a blank line behind a comment, so the next line is the next with something on it.
    const end = lineEnd(text, range.to);
    if (end === text.length || offset <= end) return false;
    return offset <= lineEnd(text, skipEmptyLines(text, end));
  });
}

function skipEmptyLines(text: string, at: number): number {
  while (at < text.length && isWhitespace(text.charCodeAt(at))) at++;
  return at;
}
