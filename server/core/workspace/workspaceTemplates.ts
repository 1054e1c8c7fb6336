/** The template files of the workspace: in its folders, in the editor, and above a folder that is a part of a repository. */

import { isBelow, parentUri } from '../uri.ts';
import type { Archive } from './noteIndex.ts';
import type { OpenDocument } from './openDocument.ts';
import { readTemplates, type ScanOptions } from './scan.ts';
import { templatesAbove } from './templatesAbove.ts';
import type { WorkspaceFolders } from './workspaceFolders.ts';

/** Every URI given to it or by it is canonical. */
export class WorkspaceTemplates {
  readonly #archive: Archive;
  readonly #folders: WorkspaceFolders;
  /** By workspace folder: the files above it, in no workspace folder. */
  readonly #above = new Map<string, readonly string[]>();

  constructor(archive: Archive, folders: WorkspaceFolders) {
    this.#archive = archive;
    this.#folders = folders;
  }

  /** The workspace folders with notes that a template file may speak of; none: it lies elsewhere. */
  foldersOf(template: string): readonly string[] {
    const around = this.#folders.around(template);
    if (around === undefined && !this.#archive.templates.has(template)) return [];
    const root = parentUri(parentUri(template));
    return this.#folders.all.filter((folder) => folder === around || isBelow(folder, root));
  }

  /** The template in the editor takes precedence over its file. Returns the workspace folders whose notes are read differently now. */
  takeFromEditor({ canonicalUri: uri, document }: OpenDocument): readonly string[] {
    const folders = this.foldersOf(uri);
    if (folders.length === 0 || !this.#archive.templates.update(uri, document.getText())) return [];
    this.#archive.templatesChanged();
    return folders;
  }

  /** Reads a file anew. Gives the workspace folders whose notes read otherwise now. */
  async read(uri: string, options: ScanOptions): Promise<readonly string[]> {
    const folders = this.foldersOf(uri);
    return folders.length > 0 && (await readTemplates(uri, [uri], options)) ? folders : [];
  }

  /** A file is gone, or a folder with all in it. Undefined: there was none; else the folders whose notes read otherwise. */
  remove(uri: string): readonly string[] | undefined {
    const { templates } = this.#archive;
    const gone = templates.all().filter((each) => isBelow(each.uri, uri));
    if (gone.length === 0) return undefined;
    const folders = gone.flatMap((each) => this.foldersOf(each.uri));
    templates.remove(uri);
    this.#archive.templatesChanged();
    return folders;
  }

  /** Forgets those of folders that are no longer there. */
  foldersChanged(): void {
    const { all } = this.#folders;
    for (const folder of this.#above.keys()) if (!all.includes(folder)) this.#above.delete(folder);
    this.#forgetOthers();
  }

  /** The workspace folders that a template lies above, in none of them, though it was not found there. */
  unknownAbove(template: string): readonly string[] {
    if (this.foldersOf(template).length > 0) return [];
    const root = parentUri(parentUri(template));
    return this.#folders.all.filter((folder) => isBelow(folder, root));
  }

  /** Reads those above a workspace folder, from the editor what is open there. */
  async readAbove(
    folder: string,
    openDocuments: () => readonly OpenDocument[],
    options: ScanOptions,
  ): Promise<void> {
    const { templates } = this.#archive;
    const found = await templatesAbove(folder, options.files);
    const there = found.filter((uri) => this.#folders.around(uri) === undefined);
    if (options.isCancelled()) return;
    this.#above.set(folder, there);
    this.#forgetOthers();
    for (const uri of there) await readTemplates(uri, [uri], options);
    for (const document of openDocuments()) {
      const { canonicalUri: uri } = document;
      if (there.includes(uri) && templates.update(uri, document.document.getText()))
        this.#archive.templatesChanged();
    }
  }

  /** Those that lie in no workspace folder, and were found above none. */
  #forgetOthers(): void {
    const above = new Set([...this.#above.values()].flat());
    const { templates } = this.#archive;
    if (templates.keep(({ uri }) => above.has(uri) || this.#folders.around(uri) !== undefined))
      this.#archive.templatesChanged();
  }
}
