/** The sources of the repository against the matrix: `node scripts/imports/check.mjs [--write]`. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../cache.mjs';
import { importProblems, matrixTable } from './rules.mjs';

/** @type {import('./rules.mjs').Matrix} */
const matrix = JSON.parse(readFileSync(join(root, 'scripts', 'imports', 'matrix.json'), 'utf8'));
const page = join(root, 'ARCHITECTURE.md');
const tableStart = '| folder | may import |';

/** @returns {string[]} one line for each thing that is wrong */
export function checkImports() {
  const sources = new Map(
    ['shared', 'client', 'server'].flatMap((zone) =>
      readdirSync(join(root, zone), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => [
          `${zone}/${name.replaceAll('\\', '/')}`,
          readFileSync(join(root, zone, name), 'utf8'),
        ]),
    ),
  );
  const text = readFileSync(page, 'utf8');
  const outdated = pageWithTable(text) !== text;
  return [
    ...importProblems(sources, matrix),
    ...(outdated
      ? ['ARCHITECTURE.md has another table of imports; run node scripts/imports/check.mjs --write']
      : []),
  ];
}

/**
 * @param {string} text
 * @returns {string} with the table of imports as the matrix has it
 */
function pageWithTable(text) {
  const from = text.indexOf(tableStart);
  if (from < 0) throw new Error(`ARCHITECTURE.md has no line "${tableStart}"`);
  const to = text.indexOf('\n\n', from);
  return text.slice(0, from) + matrixTable(matrix) + text.slice(to);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--write')) writeFileSync(page, pageWithTable(readFileSync(page, 'utf8')));
  const problems = checkImports();
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}
