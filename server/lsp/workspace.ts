/**
 * The archive of the workspace folders: read once in the background, then kept current by what the editor has open
 * and by what happens to the files. Nothing here is waited for by a keystroke.
 */

import type { Settings } from '../../shared/settings.ts';
import { Archive } from '../core/archive/archive.ts';
import { isDocumentName } from '../core/archive/membership.ts';
import type { Series } from '../core/archive/noteSummary.ts';
import { readNotes, type ScanOptions, scanFolder } from '../core/archive/scan.ts';
import { summarize } from '../core/archive/summary.ts';
import { isTemplateUri } from '../core/archive/templates.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow } from '../core/archive/uri.ts';
import type { Clock, Files, Logger } from '../core/ports.ts';
import type { OpenDocument } from './documents.ts';
import { contain } from './handler.ts';
import { Later } from './later.ts';
import { pause } from './pause.ts';
import { SeriesViews } from './seriesViews.ts';
import { WorkspaceFolders } from './workspaceFolders.ts';
import { WorkspaceTemplates } from './workspaceTemplates.ts';

export interface WorkspaceHost {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Logger;
  openDocuments(): readonly OpenDocument[];
  settingsFor(uri: string): Settings;
  /** The archive answers differently now. */
  changed(): void;
  /** A template file reads otherwise now; its notes may be as they were. */
  templatesChanged(): void;
}

/** Whoever writes a template is not to have all notes read again with each key; the open ones follow at once. */
const rereadMs = 1_000;

export class Workspace {
  readonly archive = new Archive();
  readonly #host: WorkspaceHost;
  readonly #folders: WorkspaceFolders;
  /** Open documents that the archive knows an older text of. */
  readonly #unread = new Set<OpenDocument>();
  readonly #templates: WorkspaceTemplates;
  readonly #views: SeriesViews;
  /** Background work, one after the other. */
  #work: Promise<void> = Promise.resolve();
  /** How much of it is not done. */
  #waiting = 0;
  /** Grows when what is being read is no longer wanted. */
  #round = 0;
  /** Workspace folders whose notes a template tells to read in another way. */
  readonly #outdated = new Set<string>();
  readonly #reread = new Later(() => {
    for (const folder of this.#outdated) this.#enqueue(() => this.#scan(folder));
    this.#outdated.clear();
  });

  constructor(host: WorkspaceHost) {
    this.#host = host;
    this.#views = new SeriesViews(this.archive, host.clock);
    this.#folders = new WorkspaceFolders(this.archive, (folder) => host.settingsFor(folder).notesFolder);
    this.#templates = new WorkspaceTemplates(this.archive, this.#folders);
  }

  get folders(): readonly string[] {
    return this.#folders.all;
  }

  /** Settled when everything that was to be read has been read. */
  async settled(): Promise<void> {
    this.#readOpen();
    for (let work: Promise<void> | undefined; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
  }

  /** The workspace folders or their settings may have changed; reads what is new. URIs in any spelling. */
  setFolders(folders: readonly string[]): void {
    const fresh = this.#folders.set(folders);
    if (fresh === undefined) return;
    this.#views.forget();
    this.#templates.foldersChanged();
    for (const document of this.#host.openDocuments()) this.#opened(document);
    for (const folder of fresh) this.#enqueue(() => this.#scan(folder));
  }

  /** What was open before its folder was known: a scan leaves to the editor what is open there. */
  #opened(document: OpenDocument): void {
    if (isTemplateUri(document.canonicalUri)) this.#templates.takeFromEditor(document);
    else this.#unread.add(document);
  }

  /** The archive hears of it when something else is asked: a note is not its own past. */
  documentChanged(document: OpenDocument): void {
    if (isTemplateUri(document.canonicalUri)) this.#templateTyped(document);
    else this.#unread.add(document);
  }

  /** The notes that are open follow at once. */
  #templateTyped(document: OpenDocument): void {
    this.#notesReadOtherwise(this.#templates.takeFromEditor(document));
    this.#host.templatesChanged();
  }

  /** A template speaks otherwise of the notes of these workspace folders. */
  #notesReadOtherwise(folders: readonly string[]): void {
    if (folders.length === 0) return;
    for (const document of this.#host.openDocuments()) this.#unread.add(document);
    this.#answersChanged();
    for (const folder of folders) this.#outdated.add(folder);
    this.#reread.in(rereadMs);
  }

  /** Changes whenever an answer about this document may have, though it has not changed itself. */
  generationFor(uri: string): number {
    this.#readOpen(uri);
    return this.archive.generation;
  }

  /** The series of a document, without what was typed into it since it was opened or another was looked at. */
  seriesOf(uri: string): Series | undefined {
    this.#readOpen(uri);
    return this.#views.of(uri, this.#waiting > 0);
  }

  /** Its file is what counts now, if it has one that a scan would have read. */
  documentClosed(document: OpenDocument): void {
    this.#unread.delete(document);
    this.#views.forget(document.uri);
    if (isTemplateUri(document.canonicalUri)) this.filesChanged([document.uri]);
    else if (this.#folders.isWorthReading(document.canonicalUri)) this.filesChanged([document.uri]);
    else this.removed([document.uri]);
  }

  /** Files came or changed; those that are gone are noticed, too. URIs in any spelling. */
  filesChanged(uris: readonly string[]): void {
    const canonical = uris.map(canonicalUri);
    this.#templateFilesChanged(canonical.filter(isTemplateUri));
    const wanted = canonical.filter((uri) => this.#folders.isWorthReading(uri));
    if (wanted.length === 0) return;
    this.#enqueue(async () => {
      const { generation } = this.archive;
      await readNotes(wanted, this.#options());
      if (this.archive.generation !== generation) this.#answersChanged();
    });
  }

  #templateFilesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      if (this.#templates.foldersOf(uri).length === 0) continue;
      this.#enqueue(async () => {
        this.#notesReadOtherwise(await this.#templates.read(uri, this.#options()));
        this.#host.templatesChanged();
      });
    }
  }

  /** Files or whole folders are gone. URIs in any spelling. */
  removed(uris: readonly string[]): void {
    let changed = false;
    for (const uri of uris) {
      const folders = this.#templates.remove(canonicalUri(uri));
      if (folders === undefined) continue;
      this.#notesReadOtherwise(folders);
      this.#host.templatesChanged();
    }
    for (const uri of uris) changed = this.archive.remove(uri) || changed;
    for (const document of this.#host.openDocuments()) {
      // What is open is still there, though its file is not.
      if (uris.some((gone) => isBelow(document.canonicalUri, canonicalUri(gone))))
        this.documentChanged(document);
    }
    if (changed) this.#answersChanged();
  }

  /** A folder came, with whatever is in it. */
  folderAdded(uri: string): void {
    const folder = canonicalUri(uri);
    if (this.#folders.around(folder) !== undefined) this.#enqueue(() => this.#scan(folder));
  }

  /** The files below a folder that may be notes, each as its components from there on; undefined while they are read. */
  filesBelow(folder: string): readonly (readonly string[])[] | undefined {
    if (this.#waiting > 0 || this.#outdated.size > 0 || this.#folders.around(folder) === undefined)
      return undefined;
    return this.archive.filesBelow(folder).map((uri) => componentsBelow(uri, folder));
  }

  /** Ends what is being read; nothing more is started. */
  dispose(): void {
    this.#reread.cancel();
    this.#round++;
  }

  async #scan(folder: string): Promise<void> {
    const { clock, log } = this.#host;
    const started = clock.now();
    const workspaceFolder = this.#folders.around(folder);
    if (workspaceFolder === undefined) return;
    const { templates } = this.archive;
    const { generation } = templates;
    const options = this.#options(() => !this.#folders.all.includes(workspaceFolder));
    if (folder === workspaceFolder)
      await this.#templates.readAbove(folder, this.#host.openDocuments(), options);
    const notesFolder = this.#folders.notesFolderOf(workspaceFolder);
    const { listed, read, kind, capped } = await scanFolder(folder, notesFolder, options);
    const words = kind === 'done' ? 'Read' : 'Stopped after';
    const limit = capped ? '; there are more files than are looked at' : '';
    log.info(
      `${words} ${read} of ${listed} Markdown files below ${folder} in ${clock.now() - started} ms${limit}.`,
    );
    this.#host.templatesChanged();
    // Its templates may speak of notes that lie beside it.
    if (folder !== workspaceFolder && templates.generation !== generation)
      this.#notesReadOtherwise([workspaceFolder]);
    else this.#answersChanged();
  }

  #answersChanged(): void {
    this.#views.forget();
    this.#host.changed();
  }

  #options(isGone: () => boolean = () => false): ScanOptions {
    const { files, clock, openDocuments } = this.#host;
    const round = this.#round;
    return {
      archive: this.archive,
      files,
      clock,
      isOpen: (uri) => {
        const file = canonicalUri(uri);
        return openDocuments().some((document) => document.canonicalUri === file);
      },
      isCancelled: () => this.#round !== round || isGone(),
      pause,
    };
  }

  #enqueue(run: () => Promise<void>): void {
    const round = this.#round;
    this.#waiting++;
    this.#work = this.#work
      .then(() =>
        contain(this.#host.log, 'archive', async () => {
          if (this.#round === round) await run();
        }),
      )
      .then(() => {
        this.#waiting--;
        if (this.#waiting === 0) this.#views.forget();
      });
  }

  /** Tells the archive of what is open, but for the document it is asked about. */
  #readOpen(except?: string): void {
    for (const document of this.#unread) {
      if (document.uri === except) continue;
      this.#unread.delete(document);
      if (!this.#mayBeNote(document)) continue;
      const fileDate = this.archive.templates.dateOf(document.canonicalUri);
      this.archive.update(summarize(document.uri, document.note, fileDate));
    }
  }

  /** Whether an open document is a note. What cannot be one is not read for it. */
  isNote(document: OpenDocument): boolean {
    return this.#mayBeNote(document) && this.archive.isNote(document.uri, document.note);
  }

  /** Not the old side of a comparison or another view's copy: a file, a new document, or a file of the workspace. */
  #mayBeNote({ canonicalUri: uri }: OpenDocument): boolean {
    if (isDocumentName(fileNameOf(uri)) || isTemplateUri(uri)) return false;
    return uri.startsWith('file:') || uri.startsWith('untitled:') || this.#folders.around(uri) !== undefined;
  }
}
