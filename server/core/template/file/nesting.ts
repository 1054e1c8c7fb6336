/** How deep YAML is nested, found before the library reads it: it recurses, and running out of stack can end the whole process. */

import { CST, Lexer } from 'yaml';

/** No front matter needs more than a few; see `deepest` in `frontMatterTree.ts`. */
const mostBrackets = 50;
/** Where the first value of a line may begin, in UTF-16 code units: what stands before it is indentation and `-`, `?`, `:`. */
const lastColumn = 200;
/** A line may have one `-` or `?` before each of its values; the library makes an error of every one too many. */
const mostMarks = 50;

const starts = new Set(['flow-seq-start', 'flow-map-start']);
const ends = new Set(['flow-seq-end', 'flow-map-end']);
const marks = new Set(['seq-item-ind', 'explicit-key-ind']);
const indents = new Set(['space', 'seq-item-ind', 'explicit-key-ind', 'map-value-ind']);
/** Tokens that stand for no text; after the last one comes a scalar's, whatever it looks like. */
const empty = new Set(['doc-mode', 'flow-error-end', 'scalar']);

/** The offset where `source` has more levels than a person writes; undefined: nowhere. Linear: the library's lexer does not recurse. */
export function findDeepNesting(source: string): number | undefined {
  let brackets = 0;
  let offset = 0;
  let lineFrom = 0;
  let isIndent = true;
  let before = '';
  let marksInLine = 0;
  for (const token of new Lexer().lex(source)) {
    const type = before === 'scalar' ? 'text' : (CST.tokenType(token) ?? '');
    before = type;
    if (empty.has(type)) continue;
    if (starts.has(type)) brackets++;
    else if (ends.has(type) && brackets > 0) brackets--;
    if (brackets > mostBrackets) return offset;
    if (marks.has(type) && ++marksInLine > mostMarks) return lineFrom;
    isIndent &&= indents.has(type);
    const end = offset + token.length;
    if (isIndent && end - lineFrom > lastColumn) return lineFrom;
    const lineEnd = token.lastIndexOf('\n');
    if (lineEnd >= 0) {
      lineFrom = offset + lineEnd + 1;
      isIndent = true;
      marksInLine = 0;
    }
    offset = end;
  }
  return undefined;
}
