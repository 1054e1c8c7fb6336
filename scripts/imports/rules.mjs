/** Holds the imports of our sources against the matrix in matrix.json. Pure. */

import { posix } from 'node:path';
import { cyclesOf, folderGraph, importGraph } from './graph.mjs';

/**
 * @typedef {Readonly<Record<string, readonly string[]>>} Matrix for each folder those that it may import beside itself;
 *   `FOLDER/*` is the folder and all below it
 */

/**
 * @param {ReadonlyMap<string, string>} sources the text of each file by its path from the root, with `/`
 * @param {Matrix} matrix
 * @returns {string[]} one line for each thing that is wrong
 */
export function importProblems(sources, matrix) {
  const files = importGraph(sources);
  const allowed = expanded(matrix);
  const unlisted = [...new Set([...sources.keys()].map(posix.dirname))].filter((name) => !allowed.has(name));
  const idle = [...allowed.keys()].filter(
    (name) => ![...sources.keys()].some((file) => posix.dirname(file) === name),
  );
  return [
    ...unlisted.map((name) => `${name}: the matrix has no line for this folder`),
    ...idle.map((name) => `${name}: the matrix has a line for a folder without sources`),
    ...outsiders(files),
    ...forbidden(files, allowed),
    ...cyclesOf(allowed).map((way) => `the matrix allows a cycle of folders: ${way.join(' → ')}`),
    ...cyclesOf(folderGraph(files, posix.dirname)).map((way) => `cycle of folders: ${way.join(' → ')}`),
    ...cyclesOf(files).map((way) => `cycle of files: ${way.join(' → ')}`),
  ];
}

/** @param {import('./graph.mjs').Graph} files */
function outsiders(files) {
  return [...files].flatMap(([file, targets]) =>
    targets
      .filter((target) => !files.has(target))
      .map((target) => `${file} imports ${target}, which is not ours`),
  );
}

/**
 * @param {import('./graph.mjs').Graph} files
 * @param {ReadonlyMap<string, readonly string[]>} allowed
 */
function forbidden(files, allowed) {
  return [...files].flatMap(([file, targets]) => {
    const from = posix.dirname(file);
    const mayImport = allowed.get(from);
    return targets
      .filter(
        (target) =>
          files.has(target) &&
          posix.dirname(target) !== from &&
          mayImport?.includes(posix.dirname(target)) === false,
      )
      .map(
        (target) =>
          `${file} imports ${target}: ${from} may import ${mayImport?.join(', ') || 'no other folder'}`,
      );
  });
}

/**
 * @param {Matrix} matrix
 * @returns {Map<string, string[]>} with each `FOLDER/*` written out
 */
function expanded(matrix) {
  const folders = Object.keys(matrix);
  return new Map(
    Object.entries(matrix).map(([folder, targets]) => [
      folder,
      targets.flatMap((target) => {
        if (!target.endsWith('/*')) return [target];
        const parent = target.slice(0, -2);
        return folders.filter(
          (each) => each !== folder && (each === parent || each.startsWith(`${parent}/`)),
        );
      }),
    ]),
  );
}

/**
 * @param {Matrix} matrix
 * @returns {string} as a table of Markdown
 */
export function matrixTable(matrix) {
  const rows = Object.entries(matrix).map(([folder, targets]) => {
    const names = targets.map((target) => `\`${target.replace(/^server\/core\//, '')}\``);
    return `| \`${folder}/\` | ${names.join(', ') || '—'} |`;
  });
  return ['| folder | may import |', '| --- | --- |', ...rows].join('\n');
}
