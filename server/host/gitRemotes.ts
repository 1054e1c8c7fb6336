/** Git's remotes, read from its files: there may be no git, and nothing is to be run. */

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import nodePath, { type PlatformPath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseGitConfig, type Remote } from '../core/references/remote.ts';

const mostBytes = 1_000_000;

/** What is asked of a machine; the tests have one with Windows' paths. */
export interface Disk {
  readonly path: PlatformPath;
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** Undefined for what is not a small file. */
  read(path: string): string | undefined;
  /** Links resolved; undefined when there is nothing. */
  realPath(path: string): string | undefined;
  /** The paths of the user's own git configuration; git reads them before the repository's. */
  readonly userConfigs?: readonly string[];
}

/**
 * The remotes of the repository around a folder (an absolute path). In a worktree and in a submodule `.git` is a file that
 * names the real folder, and a worktree's folder names the one with the configuration (git-scm.com, gitrepository-layout:
 * "commondir"). A folder that is a link belongs, as for git, where it really is; where that is in no repository, to the one
 * around the link. None when there is no repository, or it cannot be read.
 */
export function gitRemotes(folder: string, disk: Disk = machine): readonly Remote[] {
  const real = disk.realPath(folder);
  const dotGit = (real && dotGitAround(real, disk)) ?? dotGitAround(folder, disk);
  const git = dotGit && gitFolder(dotGit, disk);
  if (!git) return [];
  const common = disk.read(disk.path.join(git, 'commondir'))?.trim();
  const place = common ? named(common, git, disk) : git;
  if (place === undefined) return [];
  const userConfigs = (disk.userConfigs ?? []).map((path) => disk.read(path) ?? '');
  return parseGitConfig(disk.read(disk.path.join(place, 'config')) ?? '', userConfigs);
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

/** The nearest `.git`, file or folder, in `from` or above. */
function dotGitAround(from: string, { path, kindOf }: Disk): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const dotGit = path.join(folder, '.git');
    if (kindOf(dotGit) !== undefined) return dotGit;
    if (path.dirname(folder) === folder) return undefined;
  }
}

function gitFolder(dotGit: string, disk: Disk): string | undefined {
  const text = disk.read(dotGit);
  if (text === undefined) return dotGit;
  const line = text.split(/[\r\n]/)[0] ?? '';
  const prefix = 'gitdir:';
  if (!line.startsWith(prefix)) return undefined;
  return named(line.slice(prefix.length).trim(), disk.path.dirname(dotGit), disk);
}

/** A path that one of git's files names, relative to `from` or absolute. */
function named(written: string, from: string, { path }: Disk): string | undefined {
  const absolute = path.resolve(from, written);
  // Windows signs in to a server whose path is only looked at; a clone is not to choose which.
  const { root } = path.parse(absolute);
  return root.startsWith('\\\\') && root !== path.parse(from).root ? undefined : absolute;
}

const home = homedir();

const machine: Disk = {
  path: nodePath,
  // git-scm.com, git-config, "FILES".
  userConfigs: [
    nodePath.join(process.env.XDG_CONFIG_HOME || nodePath.join(home, '.config'), 'git', 'config'),
    nodePath.join(home, '.gitconfig'),
  ],
  kindOf(path) {
    try {
      const stat = statSync(path);
      if (stat.isFile()) return 'file';
      return stat.isDirectory() ? 'folder' : undefined;
    } catch {
      return undefined;
    }
  },
  read(path) {
    try {
      const stat = statSync(path);
      return stat.isFile() && stat.size <= mostBytes ? readFileSync(path, 'utf8') : undefined;
    } catch {
      return undefined;
    }
  },
  realPath(path) {
    try {
      return realpathSync(path);
    } catch {
      return undefined;
    }
  },
};
