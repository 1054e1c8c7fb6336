/** Which of our files imports which, types included, and the cycles among them. Pure: sources come as text. */

import { posix } from 'node:path';

/** `import … from '…'`, `export … from '…'`, `import '…'`; the linter's format puts each at a line's start. */
const statement = /^(?:import|export)\b[^'";]*?(?:\bfrom\s+|(?<=^import)\s+)'([^']+)'/gm;
/** `import('…')`, as an expression or as a type. */
const call = /\bimport\(\s*'([^']+)'/g;

/**
 * @typedef {ReadonlyMap<string, readonly string[]>} Graph for each node those it leads to; they need not be keys
 */

/**
 * @param {ReadonlyMap<string, string>} sources the text of each file by its path from the root, with `/`
 * @returns {Graph} by file; packages and data are left out, modules that are not in `sources` are not
 */
export function importGraph(sources) {
  return new Map(
    [...sources].map(([file, text]) => {
      const named = [...text.matchAll(statement), ...text.matchAll(call)].map((match) => match[1] ?? '');
      const targets = named
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(file), name))
        .filter((target) => /\.[cm]?[jt]s$/.test(target));
      return [file, [...new Set(targets)]];
    }),
  );
}

/**
 * @param {Graph} files
 * @param {(file: string) => string} folderOf
 * @returns {Graph} by folder, without what a folder imports of itself
 */
export function folderGraph(files, folderOf) {
  /** @type {Map<string, Set<string>>} */
  const folders = new Map();
  for (const [file, targets] of files) {
    const from = folderOf(file);
    const others = targets.map(folderOf).filter((folder) => folder !== from);
    folders.set(from, new Set([...(folders.get(from) ?? []), ...others]));
  }
  return new Map([...folders].map(([folder, targets]) => [folder, [...targets]]));
}

/**
 * @param {Graph} graph
 * @returns {string[][]} for each node that leads back to itself and is in no cycle before it the shortest way; the first
 *   node is the last one, too
 */
export function cyclesOf(graph) {
  /** @type {string[][]} */
  const cycles = [];
  const reported = new Set();
  for (const node of [...graph.keys()].sort()) {
    if (reported.has(node)) continue;
    const way = wayBack(graph, node);
    if (way === undefined) continue;
    cycles.push(way);
    for (const each of way) reported.add(each);
  }
  return cycles;
}

/**
 * @param {Graph} graph
 * @param {string} start
 * @returns {string[] | undefined}
 */
function wayBack(graph, start) {
  /** @type {Map<string, string>} */
  const before = new Map();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [start];
        for (let at = node; at !== start; at = before.get(at) ?? start) way.unshift(at);
        return [start, ...way];
      }
      if (before.has(next)) continue;
      before.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}
