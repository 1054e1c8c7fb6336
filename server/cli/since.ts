/**
 * `--since REV`: which files differ from what they were where the current branch left REV. What was committed comes from
 * Git; what is there now is read here and compared by its hash, as `git diff` would, but without running the filters
 * that a repository may name for its files.
 */

import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { repositoryRoot } from '../host/byNode.ts';
import { askGit, type Environment } from './git.ts';

export type Since =
  | { readonly kind: 'known'; readonly isChanged: (path: string) => boolean }
  /** In words that name the remedy. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * `root` is a repository's, an absolute path. New files count as changed; those of a repository inside this one do not
 * count. Never rejects.
 */
export async function changedSince(revision: string, root: string, env: Environment): Promise<Since> {
  const ask = (...args: string[]) => askGit(root, args, env);
  const wanted = await ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  if (wanted.kind === 'failed') return wanted;
  if (wanted.kind === 'refused') return failed(unknown(revision, root, wanted.text));
  const commit = wanted.text.trim();
  const fork = await ask('merge-base', commit, 'HEAD');
  if (fork.kind === 'failed') return fork;
  if (fork.kind === 'refused') return failed(unrelated(revision, root));
  const listed = await ask('ls-tree', '-r', '-z', '--full-tree', fork.text.trim());
  if (listed.kind === 'failed') return listed;
  if (listed.kind === 'refused')
    return failed(`Git cannot list the files of "${revision}": ${listed.text} ${fetchAll}`);
  const before = blobsOf(listed.text);
  const realRoot = realpathSync(root);
  return {
    kind: 'known',
    isChanged(path) {
      try {
        const real = realpathSync(path);
        if (repositoryRoot(real) !== realRoot) return false;
        const id = before.get(relative(realRoot, real).split(sep).join('/'));
        return id === undefined || !isBlob(readFileSync(real), id);
      } catch {
        // Whoever reads it next says why it cannot be read.
        return true;
      }
    },
  };
}

/** The object names of files, by path with `/`, from `MODE TYPE NAME\tPATH\0…` (git-scm.com, "git-ls-tree"). */
function blobsOf(listed: string): ReadonlyMap<string, string> {
  const blobs = new Map<string, string>();
  for (const entry of listed.split('\0')) {
    const tab = entry.indexOf('\t');
    const [, type, name] = entry.slice(0, tab).split(' ');
    if (type === 'blob' && name !== undefined) blobs.set(entry.slice(tab + 1), name);
  }
  return blobs;
}

/** Whether these bytes, or what Git makes of their line ends when it is told to, have this object name. */
function isBlob(bytes: Buffer, id: string): boolean {
  if (hashOf(bytes, id.length) === id) return true;
  if (!bytes.includes('\r\n')) return false;
  return hashOf(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), id.length) === id;
}

function hashOf(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

const fetchAll = 'In a workflow, check out with "fetch-depth: 0".';

function unknown(revision: string, root: string, reason: string): string {
  // With --quiet Git says nothing where only the revision is unknown.
  if (reason.includes('dubious ownership')) {
    return `Git does not read ${root}, because another user owns it. If you trust it, run: git config --global --add safe.directory "${root}"`;
  }
  if (reason !== '') return `Git cannot read the repository ${root}: ${reason}`;
  return `Revision not found: "${revision}" in ${root}. Check the spelling, or fetch it. ${fetchAll}`;
}

function unrelated(revision: string, root: string): string {
  return `"${revision}" and the checked-out commit in ${root} have no common ancestor in this clone. Fetch more history. ${fetchAll}`;
}

function failed(message: string): Since {
  return { kind: 'failed', message };
}
