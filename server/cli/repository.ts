/** The notes around what the command line names, read once. */

import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Archive } from '../core/archive/archive.ts';
import { scanFolder } from '../core/archive/scan.ts';
import type { Clock } from '../core/ports.ts';
import { filesByNode, isFolder, repositoryRoot } from '../host/byNode.ts';

/**
 * The folder whose notes belong together with `path` (absolute, existing): its repository; without one the current
 * folder if that is around it, else its own folder.
 */
export function rootAround(path: string, cwd: string): string {
  const folder = isFolder(path) ? path : dirname(path);
  return repositoryRoot(folder) ?? (isBelow(folder, cwd) ? cwd : folder);
}

/** Reads the notes below these folders (absolute paths), as the server reads workspace folders. */
export async function readArchive(roots: Iterable<string>, clock: Clock): Promise<Archive> {
  const archive = new Archive();
  const folders = [...new Set(roots)].map((root) => pathToFileURL(root).href);
  archive.setFolders(folders.map((uri) => ({ uri })));
  for (const folder of folders) {
    await scanFolder(folder, undefined, {
      archive,
      files: filesByNode,
      clock,
      isOpen: () => false,
      isCancelled: () => false,
      pause: async () => {},
    });
  }
  return archive;
}

function isBelow(path: string, folder: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (at === folder) return true;
    if (dirname(at) === at) return false;
  }
}
