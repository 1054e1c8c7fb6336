/** Exclusive creation on a real file system: of two who try at once, one makes the file and the other is told. */

import { lstatSync, realpathSync } from 'node:fs';
import { type FileHandle, lstat, open, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { hiddenFolder, isGit } from '../folders.ts';
import { type Message, t, verbatim } from '../l10n.ts';
import { codeOf, HeldFolder, hasDescriptors } from './heldFolder.ts';

export type CreatedOnDisk =
  | { readonly kind: 'created' }
  | { readonly kind: 'exists' }
  /** Nothing is left behind. `reason` in words: `there is no space left`. */
  | { readonly kind: 'failed'; readonly reason: Message };

/** Where a file may be made. */
export interface Within {
  /** The folder that it is below. Links that lead to this folder itself are followed. */
  readonly root: string;
  /** A folder without links in its path: links on the way from `root` are followed if they lead into it. Absent: none is. */
  readonly linksInto?: string;
}

/** For tests: to make the write fail, to act between the steps, and to do without descriptors. */
interface Steps {
  readonly write?: (file: FileHandle, bytes: Uint8Array) => Promise<void>;
  /** The folder was resolved. */
  readonly resolved?: () => void;
  /** The folder was opened. */
  readonly held?: () => void;
  readonly byDescriptor?: boolean;
}

/**
 * Creates `path`, an absolute path, and the folders around it. A file, a folder or a link of that name, even one that
 * leads nowhere, is left as it is. What could not be written in full is taken away again, and so are the new folders.
 * Never throws, never follows a link that is made meanwhile, and never writes into a hidden folder.
 */
export async function createExclusively(
  path: string,
  bytes: Uint8Array,
  within: Within,
  { write = writeAll, resolved, held, byDescriptor = hasDescriptors }: Steps = {},
): Promise<CreatedOnDisk> {
  let folder: HeldFolder | undefined;
  try {
    const place = placeOf(dirname(path), within);
    if (place.kind === 'failed') return place;
    resolved?.();
    folder = new HeldFolder(place.real, true, byDescriptor);
    held?.();
    await writeNew(folder, basename(path), bytes, write);
    return { kind: 'created' };
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await isThere(path))) return { kind: 'exists' };
    folder?.removeMade();
    return { kind: 'failed', reason: wordsFor(error) };
  } finally {
    folder?.release();
  }
}

/** The folder is another one than when the file was begun. */
class FolderMoved extends Error {}

async function writeNew(
  folder: HeldFolder,
  name: string,
  bytes: Uint8Array,
  write: NonNullable<Steps['write']>,
): Promise<void> {
  const path = folder.at(name);
  // O_EXCL: fails when there is anything, and follows no link (open(2)).
  const file = await open(path, 'wx');
  try {
    if (!folder.isInPlace()) throw new FolderMoved();
    await write(file, bytes);
    await file.sync().catch(() => {});
    if (!folder.isInPlace()) throw new FolderMoved();
  } catch (error) {
    await takeAway(path, file, bytes.length);
    throw error;
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  await file.writeFile(bytes);
}

type Place =
  /** Without links. */
  { readonly kind: 'place'; readonly real: string } | Extract<CreatedOnDisk, { kind: 'failed' }>;

function placeOf(folder: string, { root, linksInto }: Within): Place {
  const failed = (reason: Message): Place => ({ kind: 'failed', reason });
  if (!isInside(folder, root)) return failed(t('its path is outside the workspace folder'));
  const realRoot = realpathSync(root);
  const asNamed = join(realRoot, relative(root, folder));
  const real = linksInto === undefined ? asNamed : realOf(asNamed);
  if (linksInto !== undefined && !isInside(real, linksInto)) {
    return failed(t('part of its path is a symbolic link to another folder'));
  }
  const hidden = hiddenFolder(foldersBetween(realRoot, real)) ?? real.split(sep).find(isGit);
  if (hidden !== undefined)
    return failed(t('the folder {0} is hidden. Choose another folder', JSON.stringify(hidden)));
  return { kind: 'place', real };
}

/** With all links followed, as far as there is anything. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    // A link that leads nowhere is there all the same.
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path || isEntry(path)) throw error;
    return join(realOf(dirname(path)), basename(path));
  }
}

/** The components of `to` behind those that both have. */
function foldersBetween(from: string, to: string): string[] {
  return relative(from, to)
    .split(sep)
    .filter((component) => component !== '..' && component !== '');
}

/** Whether `path` is `folder` or below it. */
function isInside(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

function isEntry(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
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

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function wordsFor(error: unknown): Message {
  if (error instanceof FolderMoved)
    return t('its folder has been moved or replaced meanwhile. Run the command again');
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return t('no space left on the device');
    case 'EACCES':
    case 'EPERM':
      return t('no write permission');
    case 'EROFS':
      return t('the disk is read-only');
    case 'ELOOP':
      return t('part of its path is a symbolic link');
    case 'ENOTDIR':
    case 'EEXIST':
      return t('part of its path is a file');
    case 'ENAMETOOLONG':
      return t('its path is too long');
    default:
      return verbatim(error instanceof Error ? error.message : String(error));
  }
}
