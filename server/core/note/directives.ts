/** Comments that suppress a rule. */

import { isWhitespace } from './characters.ts';
import { lineEnd } from './lines.ts';
import type { Directive, Span } from './note.ts';

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

/** What the directives of a note suppress. */
interface Suppressed {
  readonly text: string;
  /** Of the whole file; without codes: all of them. */
  readonly inFile: readonly Directive[];
  /** In the order of their lines: the text behind `from`, up to `to`, is the line that one is about. */
  readonly lines: readonly (Span & Pick<Directive, 'codes'>)[];
}

const known = new WeakMap<readonly Directive[], Suppressed>();

/** True when a directive of the note suppresses `code` for a problem that starts at `offset`. */
export function isSuppressed(
  text: string,
  directives: readonly Directive[],
  code: string,
  offset: number,
): boolean {
  let suppressed = known.get(directives);
  if (suppressed?.text !== text) {
    suppressed = suppressedBy(text, directives);
    known.set(directives, suppressed);
  }
  const isAbout = ({ codes }: Pick<Directive, 'codes'>) => codes.length === 0 || codes.includes(code);
  if (suppressed.inFile.some(isAbout)) return true;
  const { lines } = suppressed;
  let at = 0;
  for (let high = lines.length; at < high; ) {
    const middle = (at + high) >> 1;
    if (lines[middle]!.to < offset) at = middle + 1;
    else high = middle;
  }
  for (; at < lines.length && lines[at]!.from < offset; at++) if (isAbout(lines[at]!)) return true;
  return false;
}

function suppressedBy(text: string, directives: readonly Directive[]): Suppressed {
  const inFile = directives.filter(({ scope }) => scope === 'file');
  const lines = directives
    .filter(({ scope }) => scope === 'next-line')
    .map(({ range, codes }) => {
      // Formatters put a blank line behind a comment, so the next line is the next with something on it.
      const from = lineEnd(text, range.to);
      return { from, to: from === text.length ? from : lineEnd(text, skipEmptyLines(text, from)), codes };
    });
  // A file with ten thousand of the same comment says it once.
  const first = new Map(inFile.map((each) => [each.codes.join(' '), each]));
  return { text, inFile: [...first.values()], lines };
}

function skipEmptyLines(text: string, at: number): number {
  while (at < text.length && isWhitespace(text.charCodeAt(at))) at++;
  return at;
}
