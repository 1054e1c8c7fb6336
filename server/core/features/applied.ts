import type { Edit } from '../checks/problem.ts';

/** The text after edits, in any order, that do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, text: put } of [...edits].sort((a, b) => a.range.from - b.range.from)) {
    parts.push(text.slice(at, range.from), put);
    at = range.to;
  }
  return parts.join('') + text.slice(at);
}
