/** The workspace folders, where their notes are said to be, and which of their files are worth reading. */

import { templatesFolder } from '../../../shared/folders.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow, joinUri } from '../uri.ts';
import { MarkdownFiles } from './markdownFiles.ts';
import { isLeftOut, isMarkdownName } from './membership.ts';
import type { Archive, ArchiveFolder } from './noteIndex.ts';
import { isWorthReading } from './scan.ts';
import { isTemplateUri } from './templates.ts';

/** Every URI given to it or by it is canonical, but for those of `set`. */
export class WorkspaceFolders {
  /** The Markdown files in them, as far as events and scans tell. */
  readonly markdownFiles = new MarkdownFiles();
  readonly #archive: Archive;
  readonly #notesFolderSetting: (folder: string) => string;
  #notesFolders = new Map<string, string | undefined>();

  /** `notesFolderSetting`: what `officeHours.notes.folder` says for a workspace folder. */
  constructor(archive: Archive, notesFolderSetting: (folder: string) => string) {
    this.#archive = archive;
    this.#notesFolderSetting = notesFolderSetting;
  }

  get all(): readonly string[] {
    return [...this.#notesFolders.keys()];
  }

  /**
   * URIs in any spelling. Gives the folders to be read: those that are new, have their notes elsewhere now, or had or
   * have others around or in them; the outer ones first, as their templates may speak of the inner ones' notes.
   * Undefined: nothing changed.
   */
  set(folders: readonly string[]): readonly string[] | undefined {
    const known = this.#notesFolders;
    const canonical = [...new Set(folders.map(canonicalUri))];
    const notesFolders = new Map(canonical.map((folder) => [folder, this.#notesFolder(folder)]));
    const before = [...known.keys()];
    const fresh = canonical.filter(
      (folder) =>
        !known.has(folder) ||
        known.get(folder) !== notesFolders.get(folder) ||
        relatives(folder, before) !== relatives(folder, canonical),
    );
    if (fresh.length === 0 && canonical.length === known.size) return undefined;
    for (const folder of before) if (!notesFolders.has(folder)) this.markdownFiles.remove(folder);
    this.#notesFolders = notesFolders;
    this.#archive.setFolders(
      [...notesFolders].map(
        ([uri, notesFolder]): ArchiveFolder => (notesFolder === undefined ? { uri } : { uri, notesFolder }),
      ),
    );
    return fresh.sort((a, b) => a.length - b.length);
  }

  /** The innermost one around a file or folder. */
  around(uri: string): string | undefined {
    const around = this.all.filter((folder) => isBelow(uri, folder));
    return around.sort((a, b) => b.length - a.length)[0];
  }

  notesFolderOf(folder: string): string | undefined {
    return this.#notesFolders.get(folder);
  }

  /** Whether a scan would list it, and it is no template file. */
  isListable(uri: string): boolean {
    const folder = this.around(uri);
    if (folder === undefined || !isMarkdownName(fileNameOf(uri)) || isTemplateUri(uri)) return false;
    return !isLeftOut(componentsBelow(uri, folder));
  }

  /** Whether a scan would look into it, if it is a folder, or finds templates in it. */
  mayHoldNotes(uri: string): boolean {
    const folder = this.around(uri);
    if (folder === undefined) return false;
    const components = componentsBelow(uri, folder);
    return !isLeftOut(components.at(-1) === templatesFolder ? components.slice(0, -1) : components);
  }

  /** The same choice as a scan's, for single files. */
  isWorthReading(uri: string): boolean {
    const workspaceFolder = this.around(uri);
    if (workspaceFolder === undefined || !this.isListable(uri)) return false;
    const { templates } = this.#archive;
    return isWorthReading(uri, {
      workspaceFolder,
      notesFolder: this.#notesFolders.get(workspaceFolder),
      isClaimed(file) {
        const template = templates.of(file);
        return template !== undefined && templates.claims(template, file);
      },
      listed: this.markdownFiles,
    });
  }

  /** The URI of `officeHours.notes.folder`, which may not leave the workspace folder. */
  #notesFolder(folder: string): string | undefined {
    const components = this.#notesFolderSetting(folder)
      .split(/[\\/]/)
      .filter((component) => component !== '' && component !== '.');
    if (components.length === 0 || components.includes('..')) return undefined;
    return canonicalUri(joinUri(folder, ...components));
  }
}

/** Which of the folders are around a folder or in it. */
function relatives(folder: string, folders: readonly string[]): string {
  return folders
    .filter((each) => isBelow(each, folder) || isBelow(folder, each))
    .sort()
    .join(' ');
}
