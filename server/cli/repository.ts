/** The notes around what the command line names, read once. */

import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { templatesFolder } from '../../shared/folders.ts';
import { Archive } from '../core/archive/archive.ts';
import { scanFolder } from '../core/archive/scan.ts';
import type { Note } from '../core/note/note.ts';
import type { Clock } from '../core/ports.ts';
import { filesByNode, isFolder, repositoryRoot } from '../host/byNode.ts';

/**
 * The folder whose notes belong together with `path` (absolute, existing): the nearest with template files, but not
 * outside of its repository; else the repository; without one the current folder if that is around it, else its own.
 */
export function rootAround(path: string, cwd: string): string {
  const folder = isFolder(path) ? path : dirname(path);
  const repository = repositoryRoot(folder);
  const outermost = repository ?? (isBelow(folder, cwd) ? cwd : folder);
  for (let at = folder; ; at = dirname(at)) {
    if (isFolder(join(at, templatesFolder))) return at;
    if (at === outermost || dirname(at) === at) return outermost;
  }
}

/** Reads the notes below these folders (absolute paths), as the server reads workspace folders. */
export async function readArchive(
  roots: Iterable<string>,
  clock: Clock,
  onNote?: (uri: string, note: Note) => void,
): Promise<Archive> {
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
      // An interrupt is to be seen soon.
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      ...(onNote && { onNote }),
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
