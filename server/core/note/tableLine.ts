/** Lines of tables as text. */

/** The texts of a row's cells, as written; none for a line that is no row. */
export function cellsOf(line: string): string[] {
  if (!line.includes('|')) return [];
  const parts = line.trim().split(/(?<!\\)\|/);
  if (parts[0] === '') parts.shift();
  if (parts.at(-1)?.trim() === '') parts.pop();
  return parts.map((part) => part.trim());
}

/** The cells of the line below a header. */
export function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^:?-+:?$/.test(cell));
}
