/** Every pattern that ships: of the sources, the grammar, the schema and package.json. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from '../cache.mjs';

/**
 * @typedef {object} Pattern
 * @property {string} place
 * @property {string} source
 * @property {string} flags
 */

/** Keys of JSON whose text is a pattern: of a TextMate grammar, a schema, and language contributions. */
const keys = ['match', 'begin', 'end', 'while', 'pattern', 'firstLine', 'wordPattern'];

/** @returns {Pattern[]} */
export function shippedPatterns() {
  /** @type {Pattern[]} */
  const patterns = [];
  for (const zone of ['shared', 'client', 'server']) {
    for (const name of readdirSync(join(root, zone), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const file = `${zone}/${name.replaceAll('\\', '/')}`;
      patterns.push(...patternsOf(file, readFileSync(join(root, file), 'utf8')));
    }
  }
  for (const file of [
    'syntaxes/office-hours.injection.json',
    'schemas/office-hours-template.schema.json',
    'package.json',
  ]) {
    collect(JSON.parse(readFileSync(join(root, file), 'utf8')), file, patterns);
  }
  return patterns;
}

/**
 * @param {string} file
 * @param {string} text TypeScript
 * @returns {Pattern[]} of its literals
 */
function patternsOf(file, text) {
  /** @type {Pattern[]} */
  const patterns = [];
  visit(parseSync(file, text).program, (node) => {
    const { regex, start } = node;
    if (regex) {
      const line = text.slice(0, start).split('\n').length;
      patterns.push({ place: `${file}:${line}`, source: regex.pattern, flags: regex.flags });
    }
  });
  return patterns;
}

/**
 * @param {any} node of a syntax tree, or what is in one
 * @param {(node: any) => void} look
 */
function visit(node, look) {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) look(node);
  for (const child of Object.values(node)) visit(child, look);
}

/**
 * @param {unknown} value
 * @param {string} place
 * @param {Pattern[]} patterns
 */
function collect(value, place, patterns) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value)) {
    if (typeof child === 'string' && keys.includes(key))
      patterns.push({ place: `${place} ${key}`, source: child, flags: '' });
    else collect(child, `${place} ${key}`, patterns);
  }
}
