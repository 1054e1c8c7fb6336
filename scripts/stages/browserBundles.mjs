/** Whether a bundle can run where there is no Node: read from its text, before any browser is asked. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../cache.mjs';

/** What a `typeof process` may guard lies this close behind it, in characters of minified text. */
const guarded = 120;

/**
 * @param {string} text of a minified bundle
 * @returns {string[]} what only Node has, each with the text around it
 */
function partsOfNode(text) {
  /** @type {{ name: RegExp, isFine?: (match: RegExpMatchArray, before: string) => boolean }[]} */
  const signs = [
    { name: /(?<![\w$.])require\(["'`]([^"'`]+)["'`]\)/g, isFine: ([, module]) => module === 'vscode' },
    { name: /["'`]node:[a-z_/]+["'`]/g },
    { name: /(?<![\w$.])(?:Buffer|__dirname|__filename)(?=[.([])/g },
    {
      name: /(?<![\w$.])process(?:\.|\[|\?\.)[\w$"'`]/g,
      isFine: (_, before) => before.includes('typeof process'),
    },
  ];
  return signs.flatMap(({ name, isFine = () => false }) =>
    [...text.matchAll(name)]
      .filter((match) => !isFine(match, text.slice(Math.max(0, match.index - guarded), match.index)))
      .map(({ index }) => text.slice(Math.max(0, index - 30), index + 50)),
  );
}

/** Text that becomes code, and code from elsewhere. */
const foreignCode = /(?<![\w$.])(?:eval|importScripts)\(|\bnew Function\b|(?<![\w$.])Function\(/g;
/** The server reaches GitHub by way of the client alone. */
const network = /(?<![\w$.])fetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b/g;

/**
 * @param {string} text of a bundle
 * @param {RegExp} sign
 * @returns {string[]} where it is, each with the text around it
 */
function placesOf(text, sign) {
  return [...text.matchAll(sign)].map(({ index }) => text.slice(Math.max(0, index - 30), index + 50));
}

/** @returns {string} what is wrong with the bundles in dist/; nothing when all is well */
export function wrongInBrowserBundles() {
  const read = (/** @type {string} */ name) => readFileSync(join(root, 'dist', name), 'utf8');
  const found = ['client.browser.js', 'server.browser.js'].flatMap((name) =>
    partsOfNode(read(name)).map((part) => `${name}: … ${part} …`),
  );
  for (const name of ['client.browser.js', 'server.browser.js'])
    found.push(...placesOf(read(name), foreignCode).map((part) => `${name} makes code: … ${part} …`));
  found.push(...placesOf(read('server.browser.js'), network).map((part) => `the server asks: … ${part} …`));
  // A look that finds nothing anywhere would be no look.
  for (const name of ['client.node.js', 'server.node.js', 'cli.js'])
    if (partsOfNode(read(name)).length === 0) found.push(`nothing of Node was found in ${name}`);
  return found.join('\n');
}

/** In bytes, as compressed in the package. The libraries alone, in a bundle for each host, take 272,000. */
const limit = 600_000;

/** @returns {string} what is wrong with the size of all bundles in dist/ together; nothing when all is well */
export function tooLargeBundles() {
  const scripts = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));
  const size = scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(root, 'dist', name))).length,
    0,
  );
  return size > limit ? `${scripts.join(', ')} take ${size} bytes, more than ${limit}` : '';
}
