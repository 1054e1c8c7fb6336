/** Which files the command line means. */

import { accessSync, constants } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hiddenFolder, isGit } from '../../shared/folders.ts';
import { isFolder, isInside, isThere, listBelow, realPath, repositoryRoot } from '../host/byNode.ts';
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
  const named: Named[] = [];
  const errors: string[] = [];
  for (const [path, asNamed] of byPath) {
    const closed = isFolder(path) ? whyClosed(path) : undefined;
    if (!isThere(path)) errors.push(`no file or folder "${asNamed}" in ${cwd}. Check the spelling.`);
    else if (closed !== undefined)
      errors.push(`the folder "${asNamed}" cannot be read (${closed}). Check its permissions.`);
    else named.push({ path, asNamed });
  }
  return { named, errors };
}

/** The system's code; undefined: the folder can be read. */
function whyClosed(folder: string): string | undefined {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

export interface Selection {
  readonly candidates: readonly Candidate[];
  /** What is not looked at though it was named: names the folder and the remedy. */
  readonly errors: readonly string[];
  /** What a folder keeps to itself. */
  readonly notices: readonly string[];
}

export interface SelectOptions {
  /** Takes an absolute path. */
  readonly isWanted: (path: string) => boolean;
  /**
   * The current folder. Then files below a folder that was named are left out where a link leads out of it and out of the
   * repository: what it says would be told to whoever reads a workflow's log.
   */
  readonly linksFrom?: string | undefined;
  /** Of a folder no more files. */
  readonly limit?: number;
}

/**
 * The files that were named and the Markdown files in the folders that were, in the order they were named; within a folder
 * by path. Each once, under its first name, whatever links lead to it.
 */
export async function select(named: readonly Named[], options: SelectOptions): Promise<Selection> {
  const { isWanted, linksFrom, limit = mostFiles } = options;
  const candidates = new Map<string, Candidate>();
  const errors: string[] = [];
  const notices: string[] = [];
  for (const { path, asNamed } of named) {
    const folder = isFolder(path);
    const found = folder
      ? await listFolder(path, limit + 1, (closed, code) =>
          notices.push(`"${asNamed}": the folder ${closed} cannot be read (${code}). It is skipped.`),
        )
      : [{ path, uri: pathToFileURL(path).href, isNamed: true }];
    if (folder && found.length > limit) {
      found.length = limit;
      errors.push(`"${asNamed}" has more than ${limit} Markdown files. Specify the folders with the notes.`);
    }
    const realFolder = realPath(path) ?? path;
    for (const each of found) {
      const real = realPath(each.path) ?? each.path;
      if (
        folder &&
        linksFrom !== undefined &&
        !isInside(real, realFolder) &&
        leadsOut(each.path, linksFrom)
      ) {
        const shown = shownPath(each.path, linksFrom);
        notices.push(
          `"${shown}" is a link to a file outside the repository. It is skipped; specify it by path to check it.`,
        );
        continue;
      }
      const known = candidates.get(real);
      if (known === undefined) {
        if (isWanted(each.path)) candidates.set(real, each);
      } else if (each.isNamed) candidates.set(real, { ...known, isNamed: true });
    }
  }
  return { candidates: [...candidates.values()], errors, notices };
}

async function listFolder(
  folder: string,
  limit: number,
  onClosed: (path: string, code: string) => void,
): Promise<Candidate[]> {
  const uris = await listBelow(folder, limit, onClosed);
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
      const message = `"${asNamed}" is not in a Git repository. Run the command without --since, or specify files in a repository.`;
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
  const real = realPath(path);
  return real === undefined || !isInRepositoryOf(path, cwd)(real);
}

/** The same of where it led once, for whoever writes there later. */
export function isInRepositoryOf(path: string, cwd: string): (real: string) => boolean {
  const realRoot = realPath(rootOf(path, cwd));
  return (real) => realRoot !== undefined && isInside(real, realRoot);
}

/** The repository that the command runs in, for a file outside of it the file's own. */
function rootOf(path: string, cwd: string): string {
  const here = repositoryRoot(cwd) ?? cwd;
  return isInside(path, here) ? here : (repositoryRoot(dirname(path)) ?? dirname(path));
}

/** The first hidden folder that a file (absolute, existing) is in, below its repository: nothing is written there. */
export function hiddenFolderOf(path: string, cwd: string): string | undefined {
  const root = rootOf(path, cwd);
  const [real, realRoot] = [realPath(path) ?? path, realPath(root) ?? root];
  const named = hiddenFolder(foldersBelow(path, root));
  return named ?? hiddenFolder(foldersBelow(real, realRoot)) ?? dirname(real).split(sep).find(isGit);
}

function foldersBelow(path: string, root: string): string[] {
  return isInside(path, root) ? relative(root, path).split(sep).slice(0, -1) : [];
}

/** Relative to the current folder where that is shorter to read, with `/` on every system. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const isAbove = below === '..' || below.startsWith(`..${sep}`);
  return (below === '' || isAbove ? path : below).split(sep).join('/');
}

/**
 * Where a file (absolute, existing) is in the repository that the command runs in, or else in its own, all links within it
 * followed: a service that has the repository knows no file below a link, and of a submodule only where it is. Without a
 * repository it is relative to `workspace`, where a workflow has its files, or as it is shown. With `/` on every system.
 */
export function pathInRepository(path: string, cwd: string, workspace?: string): string {
  const here = repositoryRoot(cwd);
  const own = here !== undefined && isInside(path, here) ? here : repositoryRoot(dirname(path));
  const root = own ?? (workspace !== undefined && isInside(path, workspace) ? workspace : undefined);
  if (root === undefined) return shownPath(path, cwd);
  const [real, realRoot] = [realPath(path), realPath(root)];
  const isWithin = real !== undefined && realRoot !== undefined && isInside(real, realRoot);
  return (isWithin ? relative(realRoot, real) : relative(root, path)).split(sep).join('/');
}
