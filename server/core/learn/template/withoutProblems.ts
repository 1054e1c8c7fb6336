/** A proposal is a valid template file, whatever the notes hold. */

import { readTemplate } from '../../template/file/readTemplate.ts';

const mostTries = 20;
/** For a title that cannot stay as it is. */
const anyTitle = '# ${1:title}';

/**
 * The text of a template file without the lines that its reader has something against: a person whose name is another's
 * login, a line of text that names nobody of the roster. A heading goes with its markers. Never throws.
 */
export function withoutProblems(text: string): string {
  let lines = text.split('\n');
  for (let tries = 0; tries < mostTries; tries++) {
    const { problems } = readTemplate(lines.join('\n'));
    const wrong = new Set(problems.map(({ range }) => lineAt(lines, range.from)));
    if (wrong.size === 0) break;
    lines = withoutLines(lines, wrong);
  }
  return lines.join('\n');
}

/** 0-based. */
function lineAt(lines: readonly string[], offset: number): number {
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (offset <= from + line.length) return index;
    from += line.length + 1;
  }
  return lines.length - 1;
}

function withoutLines(lines: readonly string[], wrong: ReadonlySet<number>): string[] {
  const kept: string[] = [];
  let gone = false;
  for (const [index, line] of lines.entries()) {
    gone = wrong.has(index) ? line.startsWith('#') : gone && line.startsWith('<!--');
    if (!gone && (!wrong.has(index) || line === '---')) kept.push(line);
    else if (line.startsWith('# ') && line !== anyTitle) kept.push(anyTitle);
  }
  return kept;
}
