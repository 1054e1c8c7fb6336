/** Git's remotes, read from its files: there may be no git, and nothing is to be run. */

import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseGitConfig, type Remote } from '../core/github/remote.ts';
import { repositoryRoot } from './byNode.ts';

const mostBytes = 1_000_000;

/**
 * The remotes of the repository around a folder (an absolute path). In a worktree and in a submodule `.git` is a file that
 * names the real folder, and a worktree's folder names the one with the configuration (git-scm.com, gitrepository-layout:
 * "commondir"). None when there is no repository, or it cannot be read.
 */
export function gitRemotes(folder: string): readonly Remote[] {
  const root = repositoryRoot(folder);
  if (root === undefined) return [];
  const git = gitFolder(join(root, '.git'));
  if (git === undefined) return [];
  const common = read(join(git, 'commondir'))?.trim();
  const place = common ? absolute(common, git) : git;
  return parseGitConfig(read(join(place, 'config')) ?? '');
}

/** The same for a folder's URI, which may be any. */
export async function remotesByNode(folder: string): Promise<readonly Remote[]> {
  if (!folder.startsWith('file:')) return [];
  try {
    return gitRemotes(fileURLToPath(folder));
  } catch {
    // A URI that names no path of this machine.
    return [];
  }
}

function gitFolder(path: string): string | undefined {
  const text = read(path);
  if (text === undefined) return path;
  const line = text.split('\n')[0] ?? '';
  const prefix = 'gitdir:';
  return line.startsWith(prefix) ? absolute(line.slice(prefix.length).trim(), dirname(path)) : undefined;
}

function absolute(path: string, from: string): string {
  return isAbsolute(path) ? path : resolve(from, path);
}

/** Undefined for what is not a small file. */
function read(path: string): string | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= mostBytes ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
