/** The template files that lie above a workspace folder: it may be one folder of a repository. */

import { templatesFolder } from '../../../shared/folders.ts';
import type { Files } from '../ports.ts';
import { canonicalUri, joinUri, parentUri } from '../uri.ts';
import { isTemplateUri, mostTemplates } from './templates.ts';

/** Where a folder above costs no request: a virtual file system's workspace folder is the whole repository. */
const schemes = ['file:', 'vscode-remote:'];
const mostFolders = 64;

/**
 * The template files of the folders above `folder` (canonical), no further than its repository's root; canonical URIs.
 * Without a repository there are none: what lies further up is not of this project. Never rejects.
 */
export async function templatesAbove(
  folder: string,
  files: Pick<Files, 'listMarkdown' | 'read'>,
): Promise<readonly string[]> {
  if (!schemes.some((scheme) => folder.startsWith(scheme))) return [];
  const folders = [folder, ...foldersAbove(folder)];
  const results = await files.read(folders.flatMap(marks));
  // In a worktree or submodule `.git` is a file; gitrepository-layout(5).
  const depth = folders.findIndex((_, index) =>
    results.slice(2 * index, 2 * index + 2).some(({ kind }) => kind === 'text'),
  );
  const found: string[] = [];
  for (const above of folders.slice(1, depth + 1)) {
    const place = joinUri(above, templatesFolder);
    const listed = (await files.listMarkdown(place, mostTemplates)).map(canonicalUri);
    found.push(...listed.filter((uri) => isTemplateUri(uri) && parentUri(uri) === place));
  }
  return found;
}

function marks(folder: string): [string, string] {
  return [joinUri(folder, '.git'), joinUri(folder, '.git', 'HEAD')];
}

/** The nearest first; without the root of the file system. */
function foldersAbove(folder: string): string[] {
  const above: string[] = [];
  const root = folder.indexOf('/', folder.indexOf('://') + 3);
  for (let at = parentUri(folder); at.length > root && above.length < mostFolders; at = parentUri(at)) {
    above.push(at);
  }
  return root < 0 ? [] : above;
}
