/** The folder of the template files, in the folder whose notes they describe. */
export const templatesFolder = '.office-hours';

/** Hidden files and folders, but for the templates', and `node_modules` hold nothing of ours. One component. */
export function isPassedOver(name: string): boolean {
  return (name.startsWith('.') && name !== templatesFolder) || name === 'node_modules';
}

/** Characters that HFS+ ignores in a name, as git lists them (`next_hfs_char` in utf8.c). */
const ignored = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * The first of a path's folders that is hidden, and that no note is written into: any that begins with a dot, the
 * templates' as well, and what Windows and macOS take for `.git`. `folders`: components, without the file's name.
 */
export function hiddenFolder(folders: readonly string[]): string | undefined {
  return folders.find((folder) => folder.replace(ignored, '').startsWith('.') || isGit(folder));
}

/** Whether a folder is git's own, under any name that a file system takes for it: never written to, wherever it is. */
export function isGit(folder: string): boolean {
  return /^(?:\.git|git~\d+)[ .]*$/i.test(folder.replace(ignored, ''));
}
