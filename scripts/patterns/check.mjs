/**
 * No shipped pattern takes more than linear time: `node scripts/patterns/check.mjs [--write | PATTERN...]`. `safe.json`
 * remembers what was judged, which takes minutes: `safe`, and `measured` for those of the grammar that can be judged only in the editor's own engine, which
 * test/grammar/linear.mjs does with every pattern of the grammar.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../cache.mjs';
import { shippedPatterns } from './shipped.mjs';

const list = join(root, 'scripts', 'patterns', 'safe.json');

/** Milliseconds for one pattern: most take a few. */
const longest = 60_000;

/** Each pattern that is not listed is judged again in each run. */
const mostUnlisted = 5;

/**
 * @param {string} source
 * @param {string} flags
 * @returns {Promise<string>} what is wrong with it
 */
async function judge(source, flags) {
  // The one that is written in JavaScript: the others are programs for some systems.
  process.env.RECHECK_BACKEND = 'pure';
  const { checkSync } = await import('recheck');
  // What the grammar's engine has beyond JavaScript's: the case of a group, and where the last match ended.
  const plain = source
    .replaceAll('(?i:', '(?:')
    .replaceAll('\\G', '^')
    .replace(/^\(\?i\)/, '');
  const asked = flags.replaceAll(/[dv]/g, '');
  const isUnicode = asked.includes('u') || flags.includes('v') || /\\p\{/.test(plain);
  const result = checkSync(plain, isUnicode && !asked.includes('u') ? `${asked}u` : asked, {
    timeout: longest,
  });
  if (result.status === 'safe') return '';
  if (result.status === 'vulnerable')
    return `takes ${result.complexity.summary} time, as for ${result.attack.pattern}`;
  return `could not be judged: ${result.error.kind}`;
}

/**
 * @param {import('./shipped.mjs').Pattern} pattern
 * @returns {string}
 */
const keyOf = ({ source, flags }) => `/${source}/${flags}`;

/**
 * @param {boolean} write
 * @returns {Promise<string[]>} one line for each thing that is wrong
 */
async function checkPatterns(write = false) {
  /** @type {{ safe: string[], measured: string[] }} */
  const before = JSON.parse(readFileSync(list, 'utf8'));
  const known = new Set([...before.safe, ...before.measured]);
  /** @type {string[]} */
  const problems = [];
  const safe = new Set();
  const measured = new Set();
  let unlisted = 0;
  for (const pattern of shippedPatterns()) {
    const key = keyOf(pattern);
    if (safe.has(key) || measured.has(key)) continue;
    if (!known.has(key)) unlisted++;
    const wrong = known.has(key) ? '' : await judge(pattern.source, pattern.flags);
    const isMeasured = pattern.place.startsWith('syntaxes/');
    if (before.measured.includes(key) || (wrong && isMeasured)) measured.add(key);
    else if (wrong) problems.push(`${pattern.place}: ${key.slice(0, 200)} ${wrong}`);
    else safe.add(key);
  }
  const sorted = { safe: [...safe].sort(), measured: [...measured].sort() };
  if (!write && unlisted > mostUnlisted)
    problems.push(`${unlisted} patterns are not in safe.json: run "node scripts/patterns/check.mjs --write"`);
  if (write) writeFileSync(list, `${JSON.stringify(sorted, null, 1)}\n`);
  return problems;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [first, ...rest] = process.argv.slice(2);
  const isList = first === undefined || first === '--write';
  const problems = isList
    ? await checkPatterns(first === '--write')
    : (await Promise.all([first, ...rest].map((source) => judge(source, '')))).filter(
        (wrong) => wrong !== '',
      );
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}
