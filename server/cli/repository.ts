/** The notes around what the command line names, read once. */

import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Note } from '../core/note/note.ts';
import type { Clock } from '../core/ports.ts';
import { Archive } from '../core/workspace/noteIndex.ts';
import { scanFolder } from '../core/workspace/scan.ts';
import { filesByNode, isFolder, isInside, repositoryRoot } from '../host/byNode.ts';

/**
 * The folder whose notes belong together with `path` (absolute, existing): its repository; without one the current folder if
 * that is around it, else its own. What is said of a note does not depend on how little of the repository was named.
 */
export function rootAround(path: string, cwd: string): string {
  const folder = isFolder(path) ? path : dirname(path);
  return repositoryRoot(folder) ?? (isInside(folder, cwd) ? cwd : folder);
}

/** Reads the notes below these folders (absolute paths), as the server reads workspace folders. `enterpriseHost`: see `Conventions`. */
export async function readArchive(
  roots: Iterable<string>,
  clock: Clock,
  enterpriseHost?: string,
  onNote?: (uri: string, note: Note) => void,
): Promise<Archive> {
  const archive = new Archive(enterpriseHost);
  const folders = [...new Set(roots)].map((root) => pathToFileURL(root).href);
  archive.setFolders(folders.map((uri) => ({ uri })));
  for (const folder of folders) {
    await scanFolder(folder, undefined, {
      archive,
      files: filesByNode,
      clock,
      isOpen: () => false,
      isCancelled: () => false,
      // An interrupt is to be seen soon.
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      ...(onNote && { onNote }),
    });
  }
  return archive;
}
