/** The fixtures: Markdown with what is expected of each line below it, in vscode-tmgrammar-test's own notation. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { colour, markdown, root } from './registry.mjs';

const require = createRequire(import.meta.url);
const { parseGrammarTestCase, runGrammarTestCase } = require('vscode-tmgrammar-test/dist/unit/index.js');

const folder = join(root, 'test', 'grammar', 'fixtures');

/** The one without a notation: nothing in it may have a colour of ours. */
const plain = 'nothing.md';

/**
 * @param {import('vscode-textmate').Registry} registry
 * @returns {Promise<import('./run.mjs').Outcome[]>}
 */
export async function checkFixtures(registry) {
  const grammar = await registry.loadGrammar(markdown);
  const outcomes = [];
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const wrong =
      name === plain
        ? colour(grammar, text.split('\n')).map((found) => describe(name, found.line, found))
        : await wrongIn(name, registry, grammar, parseGrammarTestCase(text));
    outcomes.push({ title: `fixture ${name}`, error: wrong.join('\n') });
  }
  return outcomes;
}

/**
 * @param {string} name
 * @param {import('vscode-textmate').Registry} registry
 * @param {any} grammar
 * @param {any} testCase
 * @returns {Promise<string[]>}
 */
async function wrongIn(name, registry, grammar, testCase) {
  const failures = await runGrammarTestCase(registry, testCase);
  const wrong = failures.map(
    (/** @type {any} */ { line, srcLine, start, end, missing, unexpected, actual }) => {
      const text = testCase.source[srcLine].slice(start, end);
      const scopes = [...missing.map((/** @type {string} */ scope) => `lacks ${scope}`), ...unexpected];
      return `${name}:${line + 1}: "${text}" ${scopes.join(', ')}; it has ${actual.join(' ')}`;
    },
  );
  // What is not asserted must not be coloured either.
  const covered = new Map(
    testCase.assertions.map((/** @type {any} */ each) => [each.sourceLineNumber, each]),
  );
  for (const found of colour(grammar, testCase.source)) {
    const expected = covered.get(found.line)?.scopeAssertions ?? [];
    const asserted = expected.some(
      (/** @type {any} */ { from, to, scopes }) =>
        from <= found.from && found.to <= to && scopes.includes(`${found.scope}.office-hours`),
    );
    if (!asserted) wrong.push(describe(name, found.line, found, testCase.source));
  }
  return wrong;
}

/**
 * @param {string} name
 * @param {number} line
 * @param {import('./registry.mjs').Coloured} found
 * @param {string[]} [source] where the line numbers are not the file's own
 */
function describe(name, line, { text, scope }, source) {
  const place = source ? `${name}, in "${source[line]}"` : `${name}:${line + 1}`;
  return `${place}: "${text}" has ${scope} and nobody asked for it`;
}
