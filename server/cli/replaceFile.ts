/** Gives a file new content: whole or not at all, and only if it is still what was read. */

import * as nodeFiles from 'node:fs';
import { basename, dirname } from 'node:path';
import { HeldFolder } from '../../shared/node/heldFolder.ts';
import { draftName } from './drafts.ts';

/** What is used of `node:fs`. */
export type FileSystem = Pick<
  typeof nodeFiles,
  | 'accessSync'
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fsyncSync'
  | 'openSync'
  | 'readFileSync'
  | 'realpathSync'
  | 'renameSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

export type Replaced =
  | { readonly kind: 'replaced' }
  /** Somebody else wrote it meanwhile, or it is gone. */
  | { readonly kind: 'changed' }
  /** No file has been touched. `reason`: the system's code, or `read-only`. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Writes `after` where `before` stands. A link is followed to its target if `isAllowed` accepts that, a path without links;
 * no link that is made from then on is followed. The file's permissions are kept. All calls are synchronous, so that an
 * interrupt that is handled in this process comes before or after. Never throws.
 */
export function replaceFile(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
  files: FileSystem = nodeFiles,
  isAllowed: (real: string) => boolean = () => true,
): Replaced {
  let draft: string | undefined;
  let folder: HeldFolder | undefined;
  try {
    const real = files.realpathSync(path);
    if (!isAllowed(real)) return { kind: 'changed' };
    folder = new HeldFolder(dirname(real), false);
    const target = folder.at(basename(real));
    const { mode, uid, gid } = files.statSync(target);
    // A file may be replaced by whoever may write its folder; that is not what its owner meant.
    if ((mode & 0o222) === 0) return { kind: 'failed', reason: 'read-only' };
    files.accessSync(target, nodeFiles.constants.W_OK);
    const name = folder.at(draftName());
    const file = files.openSync(name, 'wx', mode & 0o777);
    draft = name;
    try {
      files.writeFileSync(file, after);
      keepOwner(files, file, uid, gid);
      files.fchmodSync(file, mode & 0o7777);
      files.fsyncSync(file);
    } finally {
      files.closeSync(file);
    }
    if (!isSame(files.readFileSync(target), before) || !folder.isInPlace()) return { kind: 'changed' };
    files.renameSync(name, target);
    draft = undefined;
    return { kind: 'replaced' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' || code === 'ELOOP' ? { kind: 'changed' } : { kind: 'failed', reason: code };
  } finally {
    if (draft !== undefined) remove(files, draft);
    folder?.release();
  }
}

/** Only the superuser can, and only then is it needed: in a container, for files of the user outside. */
function keepOwner(files: FileSystem, file: number, uid: number, gid: number): void {
  try {
    if (process.getuid?.() !== uid || process.getgid?.() !== gid) files.fchownSync(file, uid, gid);
  } catch {
    // It belongs to whoever fixed it then, as with any editor.
  }
}

function remove(files: FileSystem, path: string): void {
  try {
    files.unlinkSync(path);
  } catch {
    // Nothing more can be done about it.
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
