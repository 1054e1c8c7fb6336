/** The `Files` port on a real file system, for `file:` URIs. */

import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isPassedOver } from '../../shared/folders.ts';
import { maxFileBytes, readTextFile } from '../../shared/textFile.ts';
import type { Files, ReadResult } from '../core/ports.ts';

/** Synchronous calls are several times quicker than promises; this is how long they may keep the thread. */
const sliceMs = 8;
/** A workspace folder may be a home directory. */
const maxFolders = 20_000;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

export const filesByNode: Files = {
  async listMarkdown(folder, limit) {
    const root = pathOf(folder);
    return root === undefined ? [] : listBelow(root, limit);
  },
  async read(uris) {
    const results: ReadResult[] = [];
    const slice = new Slice();
    for (const uri of uris) {
      results.push(readOne(uri));
      await slice.pause();
    }
    return results;
  },
};

/** Leaves the event loop to others for a while when the slice is used up. */
class Slice {
  #end = performance.now() + sliceMs;

  async pause(): Promise<void> {
    if (performance.now() < this.#end) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 1));
    this.#end = performance.now() + sliceMs;
  }
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function readOne(uri: string): ReadResult {
  const path = pathOf(uri);
  if (path === undefined) return { kind: 'failed', reason: 'not a file URI' };
  try {
    const stat = statSync(path);
    // A named pipe would be waited on for ever.
    if (!stat.isFile()) return { kind: 'failed', reason: 'not a regular file' };
    if (stat.size > maxFileBytes) return { kind: 'too-large', bytes: stat.size };
    return readTextFile(readFileSync(path), decode);
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'failed', reason: code };
  }
}

function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return String(error);
}

/**
 * The URIs of the Markdown files below `root`, an absolute path, as `Files` lists them. Breadth first, real entries before links,
 * so that a file is listed under its own name and not under a link's. `onClosed` hears of folders that are there and cannot
 * be read, with the system's code.
 */
export async function listBelow(
  root: string,
  limit: number,
  onClosed: (path: string, code: string) => void = () => {},
): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  const slice = new Slice();
  const realRoot = realPath(root);
  if (realRoot === undefined) return found;
  const folders: ResolvedPath[] = [{ path: root, real: realRoot }];
  const links: ResolvedPath[] = [];
  let visited = 0;

  function visit(folder: ResolvedPath): void {
    if (seen.has(folder.real) || visited++ >= maxFolders) return;
    seen.add(folder.real);
    for (const entry of entriesOf(folder.path, onClosed)) {
      if (isPassedOver(entry.name)) continue;
      const place = { path: join(folder.path, entry.name), real: join(folder.real, entry.name) };
      if (entry.isDirectory()) folders.push(place);
      else if (entry.isSymbolicLink()) links.push(place);
      else if (entry.isFile()) take(place);
    }
  }

  function take(file: ResolvedPath): void {
    if (!isMarkdown(file.path) || seen.has(file.real) || found.length >= limit) return;
    seen.add(file.real);
    found.push(pathToFileURL(file.path).href);
  }

  function follow(link: ResolvedPath): void {
    const real = realPath(link.path);
    if (real === undefined || seen.has(real)) return;
    const place = { path: link.path, real };
    const kind = kindOf(real);
    if (kind === 'file') take(place);
    // A link to a folder above would bring in all that is outside.
    else if (kind === 'folder' && !isInside(realRoot!, real)) folders.push(place);
  }

  while (found.length < limit) {
    const folder = folders.shift();
    const link = folder === undefined ? links.shift() : undefined;
    if (folder !== undefined) visit(folder);
    else if (link !== undefined) follow(link);
    else break;
    await slice.pause();
  }
  return found;
}

/** A place as the user names it, and where it really is. */
interface ResolvedPath {
  readonly path: string;
  readonly real: string;
}

function entriesOf(path: string, onClosed: (path: string, code: string) => void) {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') onClosed(path, code);
    return [];
  }
}

/** Where a path really leads, all links followed; undefined when that is nowhere. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const stat = statSync(path);
    if (stat.isFile()) return 'file';
    return stat.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}

function isMarkdown(path: string): boolean {
  const lower = path.toLowerCase();
  return lower.endsWith('.md') || lower.endsWith('.markdown');
}

/** Whether `path` is `folder` or below it. Absolute paths; links are not followed. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

export function isThere(path: string): boolean {
  return realPath(path) !== undefined;
}

export function isFolder(path: string): boolean {
  return kindOf(path) === 'folder';
}

/** The root of the repository that holds `path` (a folder or a file): the nearest folder with a `.git`, file or folder. */
export function repositoryRoot(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (kindOf(join(folder, '.git')) !== undefined) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
