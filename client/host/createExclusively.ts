/** Exclusive creation on a real file system: of two who try at once, one makes the file and the other is told. */

import { type FileHandle, lstat, mkdir, open, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

export type CreatedOnDisk =
  | { readonly kind: 'created' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'failed'; readonly reason: string };

/** What is written goes through this; a test may make it fail. */
type Write = (file: FileHandle, bytes: Uint8Array) => Promise<void>;

const writeAll: Write = (file, bytes) => file.writeFile(bytes);

/**
 * Creates `path`, an absolute path, and the folders around it. A file, a folder or a link of that name, even one that
 * leads nowhere, is left as it is. What could not be written in full is taken away again, and so are the new folders.
 * Never throws.
 */
export async function createExclusively(
  path: string,
  bytes: Uint8Array,
  write: Write = writeAll,
): Promise<CreatedOnDisk> {
  let firstFolder: string | undefined;
  try {
    firstFolder = await mkdir(dirname(path), { recursive: true });
    // O_EXCL: fails when there is anything, and follows no link (open(2)).
    const file = await open(path, 'wx');
    try {
      await write(file, bytes);
      await file.sync().catch(() => {});
    } catch (error) {
      await takeAway(path, file, bytes.length);
      throw error;
    } finally {
      await file.close();
    }
    return { kind: 'created' };
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await isThere(path))) return { kind: 'exists' };
    await removeEmpty(dirname(path), firstFolder);
    return { kind: 'failed', reason: wordsFor(error) };
  }
}

/** Removes the file if it is still the one that was opened and holds no more than what was to be written. */
async function takeAway(path: string, file: FileHandle, length: number): Promise<void> {
  try {
    const [ours, there] = await Promise.all([file.stat(), lstat(path)]);
    if (ours.ino === there.ino && ours.dev === there.dev && there.size <= length) await unlink(path);
  } catch {
    // It is gone already.
  }
}

/** Removes the folders that were made, from the innermost out, as far as they are empty. */
async function removeEmpty(folder: string, first: string | undefined): Promise<void> {
  if (first === undefined) return;
  try {
    for (let at = folder; at.length >= first.length; at = dirname(at)) await rmdir(at);
  } catch {
    // Somebody uses it by now.
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function wordsFor(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space left on the device';
    case 'EACCES':
    case 'EPERM':
      return 'no write permission';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'part of its path is a file';
    case 'ENAMETOOLONG':
      return 'its path is too long';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
