/** Which files the command line means. */

import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesByNode, isFolder, isInside, isThere, realPath, repositoryRoot } from '../host/byNode.ts';
import type { Environment } from './git.ts';
import { changedSince, type Since } from './since.ts';

/** A file or a folder that was named. */
export interface Named {
  /** Absolute. */
  readonly path: string;
  readonly asNamed: string;
}

export interface Candidate {
  /** Absolute. */
  readonly path: string;
  readonly uri: string;
  /** It was named itself, and not just found in a folder. */
  readonly isNamed: boolean;
}

/** A folder may be a home directory. */
export const mostFiles = 20_000;

/** Those that are there, each once, and words for those that are not. `paths` may be relative to `cwd`. */
export function findNamed(
  paths: readonly string[],
  cwd: string,
): { readonly named: readonly Named[]; readonly errors: readonly string[] } {
  const byPath = new Map(paths.map((asNamed) => [resolve(cwd, asNamed), asNamed]));
  const named = [...byPath].map(([path, asNamed]): Named => ({ path, asNamed }));
  return {
    named: named.filter(({ path }) => isThere(path)),
    errors: named
      .filter(({ path }) => !isThere(path))
      .map(({ asNamed }) => `there is no file or folder "${asNamed}" in ${cwd}. Check the spelling.`),
  };
}

/**
 * The files that were named and the Markdown files in the folders that were, in the order they were named; within a folder
 * by path. Each once, under its first name, whatever links lead to it. `isWanted` takes an absolute path.
 */
export async function select(
  named: readonly Named[],
  isWanted: (path: string) => boolean,
): Promise<readonly Candidate[]> {
  const candidates = new Map<string, Candidate>();
  for (const { path } of named) {
    const uri = pathToFileURL(path).href;
    const found = isFolder(path) ? await listFolder(uri) : [{ path, uri, isNamed: true }];
    for (const each of found) {
      const real = realPath(each.path) ?? each.path;
      if (!candidates.has(real) && isWanted(each.path)) candidates.set(real, each);
    }
  }
  return [...candidates.values()];
}

async function listFolder(folder: string): Promise<Candidate[]> {
  const uris = await filesByNode.listMarkdown(folder, mostFiles);
  return uris
    .map((uri) => ({ path: fileURLToPath(uri), uri, isNamed: false }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** For `--since`: asks each repository once. */
export async function changedAmong(
  named: readonly Named[],
  revision: string,
  env: Environment,
): Promise<Since> {
  const known = new Map<string, (path: string) => boolean>();
  for (const { path, asNamed } of named) {
    const root = repositoryRoot(path);
    if (root === undefined) {
      const message = `"${asNamed}" is in no Git repository. Leave --since out, or name files of one.`;
      return { kind: 'failed', message };
    }
    if (known.has(root)) continue;
    const since = await changedSince(revision, root, env);
    if (since.kind === 'failed') return since;
    known.set(root, since.isChanged);
  }
  return { kind: 'known', isChanged: (path) => [...known.values()].some((isChanged) => isChanged(path)) };
}

/**
 * Whether a link on the way to a file (absolute, existing) leads out of the repository that the command runs in; of a file
 * outside of it, out of the file's own. What a repository links to is a stranger's choice.
 */
export function leadsOut(path: string, cwd: string): boolean {
  const here = repositoryRoot(cwd) ?? cwd;
  const root = isInside(path, here) ? here : (repositoryRoot(dirname(path)) ?? dirname(path));
  const [real, realRoot] = [realPath(path), realPath(root)];
  return real === undefined || realRoot === undefined || !isInside(real, realRoot);
}

/** Relative to the current folder where that is shorter to read, with `/` on every system. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  return (below === '' || below.startsWith('..') ? path : below).split(sep).join('/');
}

/** Relative to the root of the file's repository; in none, as it is shown. With `/` on every system. */
export function pathInRepository(path: string, cwd: string): string {
  const root = repositoryRoot(path);
  return root === undefined ? shownPath(path, cwd) : relative(root, path).split(sep).join('/');
}
