/** No line may make a pattern take more than its length's share of time: VS Code runs them on whatever is typed. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './registry.mjs';

const short = 100_000;
const long = 2 * short;

/** Twice the text takes a linear pattern twice the time and a quadratic one four times. */
const steepest = 3;

/** A comparison of times this short would only compare noise. */
const leastMilliseconds = 4;

/** Each is repeated until the line is full. */
const pieces = [
  ' ',
  '\t',
  'a',
  'A',
  '#',
  '1',
  '@',
  '_',
  '.',
  '-',
  '(',
  '[',
  ':',
  '/',
  '*',
  "'",
  'é',
  '😀',
  '#1',
  '#1 ',
  '# ',
  '#1,',
  '@a',
  '@a-',
  '@a ',
  '@a/',
  'a/',
  'a/b',
  'a/b#',
  'a.',
  'a-',
  'a_',
  'A ',
  'Ab ',
  'Ab/',
  'a, ',
  'a and ',
  'Ab Cd, ',
  'PR',
  'PR ',
  'PR #',
  'PR#1',
  'pull ',
  'pull request ',
  'issues 100, ',
  'PRs 100 and ',
  'GH-',
  'GH-1',
  'gh',
  'http',
  'http://',
  'https://a',
  'https://github.com/',
  'https://github.com/a/',
  'https://github.com/a/b/pull/',
  'https://github.com/a/b/pull/1',
  '<https://github.com/a/b/pull/1',
  'https://_',
  'TODO',
  'TODO ',
  'TODO(',
  'TODO (a',
  'TODO:',
  'TODO: a',
  'TODO: a, ',
  'TODO item ',
  'ACTION ITEM',
  'AI',
  '(AI: ',
  '(todo',
  '. TODO ',
  '[#',
  '[#1',
  '[a',
  '[ ] ',
  '* ',
  '* Ab',
  '* a via ',
  '* a (',
  '1. ',
  'via ',
  'youtube',
  'youtube:',
  'video ',
  '[video',
  // What a fuzzer has found against them in another engine.
  " &A'k A’g",
  'n/v²&ys/O’µ CDE',
  '\tvia\t-',
  'e/Àmk',
  'tAI(F',
  'b/b#100110100',
];

/** What a line may begin with for the patterns that only look there, and what may come behind it. */
const starts = [
  '* ',
  '* Ab via ',
  'TODO: ',
  '(AI: ',
  '[video',
  'https://github.com/a/b/pull/1/',
  'Ab ',
  '@i/xf/Àvko',
];
const fillings = [' ', 'a', 'A ', 'a, ', 'Ab Cd, ', '1', '@a/', '('];

/**
 * @param {Awaited<ReturnType<typeof import('./registry.mjs').loadEngine>>} engine
 * @returns {import('./run.mjs').Outcome[]}
 */
export function checkLinear(engine) {
  const grammar = JSON.parse(readFileSync(join(root, 'syntaxes', 'office-hours.injection.json'), 'utf8'));
  const patterns = [...new Set(regexes(grammar))];
  const lines = [
    ...pieces.map((piece) => ({ start: '', piece })),
    ...starts.flatMap((start) => fillings.map((piece) => ({ start, piece }))),
  ];
  walk(engine, patterns, fill('', 'a', long));
  const wrong = lines.flatMap(({ start, piece }) =>
    steep(engine, patterns, start, piece).map(
      (pattern) => `"${start}" and then "${piece}" again and again: ${pattern}`,
    ),
  );
  const title = `${patterns.length} patterns on ${lines.length} hostile lines of ${long} characters`;
  return [{ title, error: wrong.join('\n') }];
}

/**
 * @param {any} rule
 * @returns {string[]} every regular expression in it
 */
function regexes(rule) {
  if (typeof rule !== 'object' || rule === null) return [];
  return Object.entries(rule).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ['match', 'begin', 'end', 'while'].includes(key)
        ? [value]
        : []
      : regexes(value),
  );
}

/**
 * All patterns together first; one by one only to name the guilty.
 * @param {any} engine
 * @param {string[]} patterns
 * @param {string} start
 * @param {string} piece
 * @returns {string[]} the patterns that are steeper than linear
 */
function steep(engine, patterns, start, piece) {
  if (!isSteep(engine, patterns, start, piece)) return [];
  return patterns.filter((pattern) => isSteep(engine, [pattern], start, piece));
}

/**
 * @param {any} engine
 * @param {string[]} patterns
 * @param {string} start
 * @param {string} piece
 */
function isSteep(engine, patterns, start, piece) {
  // Collecting garbage may spoil one measurement, not three.
  for (let attempt = 0; attempt < 3; attempt++) {
    const longer = walk(engine, patterns, fill(start, piece, long));
    if (longer < leastMilliseconds) return false;
    if (longer < steepest * walk(engine, patterns, fill(start, piece, short))) return false;
  }
  return true;
}

/**
 * @param {string} start
 * @param {string} piece
 * @param {number} length
 */
function fill(start, piece, length) {
  return (start + piece.repeat(Math.ceil(length / piece.length))).slice(0, length);
}

/**
 * Walks a line as the tokenizer does, from each match to the next.
 * @param {any} engine
 * @param {string[]} patterns
 * @param {string} text
 * @returns {number} milliseconds of this process's CPU time, which a busy machine does not change
 */
function walk(engine, patterns, text) {
  const line = engine.createOnigString(text);
  const first = engine.createOnigScanner(patterns);
  // Past a rule's start the tokenizer makes `\G` a character that no line has.
  const later = engine.createOnigScanner(patterns.map((pattern) => pattern.replaceAll('\\G', '\uFFFF')));
  const before = process.cpuUsage();
  let match = first.findNextMatchSync(line, 0);
  while (match) {
    const { start, end } = match.captureIndices[0];
    match = end < text.length ? later.findNextMatchSync(line, Math.max(end, start + 1)) : null;
  }
  const { user, system } = process.cpuUsage(before);
  first.dispose();
  later.dispose();
  line.dispose();
  return (user + system) / 1000;
}
