/** Notes as the command line writes them: a new file never over another one, and none where nothing is to be written. */

import { dirname, join, relative, sep } from 'node:path';
import { inEnglish } from '../../shared/l10n.ts';
import { createExclusively } from '../../shared/node/createExclusively.ts';
import { isInside, realPath } from '../host/byNode.ts';
import { hiddenFolderOf, leadsOut, shownPath } from './selection.ts';

export type CreatedNote =
  | { readonly kind: 'created' }
  | { readonly kind: 'exists' }
  /** Names the file and the remedy. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Creates the file at `path`, an absolute path below `root`. What could not be written whole is not left behind. Links inside
 * the repository are followed.
 */
export async function createNote(
  root: string,
  path: string,
  text: string,
  cwd: string,
): Promise<CreatedNote> {
  const link = linkOutOf(root, dirname(path));
  if (link !== undefined) {
    const message = `"${shownPath(link, cwd)}" is a link to a folder outside "${root}". Run the command in the target folder, or print the note with --stdout.`;
    return { kind: 'failed', message };
  }
  const linksInto = realPath(root) ?? root;
  const created = await createExclusively(path, new TextEncoder().encode(text), { root, linksInto });
  if (created.kind !== 'failed') return created;
  const message = `"${shownPath(path, cwd)}" cannot be written (${inEnglish(created.reason)}). Check permissions and free space.`;
  return { kind: 'failed', message };
}

/** Why a meeting cannot go into a file (an absolute path, existing); undefined: it can. */
export function whyNotInto(path: string, cwd: string): string | undefined {
  const file = shownPath(path, cwd);
  if (leadsOut(path, cwd))
    return `"${file}" is a link to a file outside the repository. Run the command in the target folder, or print the meeting with --stdout.`;
  const hidden = hiddenFolderOf(path, cwd);
  return hidden === undefined
    ? undefined
    : `"${file}" is in the hidden folder "${hidden}", where nothing is written. Move it to another folder.`;
}

/** Of the folders from `root` down to `folder`, absolute paths, the first that really is outside. */
function linkOutOf(root: string, folder: string): string | undefined {
  const realRoot = realPath(root) ?? root;
  let at = root;
  for (const component of relative(root, folder).split(sep)) {
    at = join(at, component);
    const real = realPath(at);
    if (real !== undefined && !isInside(real, realRoot)) return at;
  }
  return undefined;
}
