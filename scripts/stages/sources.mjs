/**
 * Stack traces in terms of the sources. Node does this by itself, but not inside an editor, which replaces its way of
 * writing stack traces.
 */

import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from '../cache.mjs';

/**
 * @param {string} stack
 * @returns {string} with every place in a bundle of the tests, `out/test/….js:LINE:COLUMN`, replaced by the place in
 *   the source
 */
export function inSources(stack) {
  return stack.replaceAll(/[^\s()]*out\/test\/([^\s():]+):(\d+):(\d+)/g, (place, bundle, line, column) => {
    const file = join(root, 'out', 'test', bundle);
    if (!existsSync(`${file}.map`)) return place;
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
    // Both are 1-based in a stack trace and 0-based in a source map.
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return place;
    const source = relative(root, resolve(dirname(file), entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
