/** The workspace folders, where their notes are said to be, and which of their files are worth reading. */

import type { Archive, ArchiveFolder } from '../core/archive/archive.ts';
import { isDocumentName, isMarkdownName, isNoteName, isNotesFolderName } from '../core/archive/membership.ts';
import { isTemplateUri } from '../core/archive/templates.ts';
import {
  canonicalUri,
  componentsBelow,
  fileNameOf,
  isBelow,
  joinUri,
  parentUri,
} from '../core/archive/uri.ts';

/** Every URI given to it or by it is canonical, but for those of `set`. */
export class WorkspaceFolders {
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

  /** URIs in any spelling. Gives the folders that are new or have their notes elsewhere now; undefined: nothing changed. */
  set(folders: readonly string[]): readonly string[] | undefined {
    const known = this.#notesFolders;
    const canonical = folders.map(canonicalUri);
    const notesFolders = new Map(canonical.map((folder) => [folder, this.#notesFolder(folder)]));
    const fresh = canonical.filter(
      (folder) => !known.has(folder) || known.get(folder) !== notesFolders.get(folder),
    );
    if (fresh.length === 0 && canonical.length === known.size) return undefined;
    this.#notesFolders = notesFolders;
    this.#archive.setFolders(
      [...notesFolders].map(
        ([uri, notesFolder]): ArchiveFolder => (notesFolder === undefined ? { uri } : { uri, notesFolder }),
      ),
    );
    return fresh;
  }

  /** The innermost one around a file or folder. */
  around(uri: string): string | undefined {
    const around = this.all.filter((folder) => isBelow(uri, folder));
    return around.sort((a, b) => b.length - a.length)[0];
  }

  notesFolderOf(folder: string): string | undefined {
    return this.#notesFolders.get(folder);
  }

  /** The same choice as a scan's, for single files. */
  isWorthReading(uri: string): boolean {
    const name = fileNameOf(uri);
    const folder = this.around(uri);
    if (folder === undefined || !isMarkdownName(name) || isDocumentName(name) || isTemplateUri(uri))
      return false;
    const { templates } = this.#archive;
    const template = templates.of(uri);
    if (template !== undefined && templates.claims(template, uri)) return true;
    const notesFolder = this.#notesFolders.get(folder);
    if (isNoteName(name) || (notesFolder !== undefined && isBelow(uri, notesFolder))) return true;
    const parent = parentUri(uri);
    return isNotesFolderName(componentsBelow(parent, folder)) || this.#archive.seriesIn(parent) !== undefined;
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
