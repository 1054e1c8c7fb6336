/**
 * The archive of the workspace folders: read once in the background, then kept current by what the editor has open
 * and by what happens to the files. Nothing here is waited for by a keystroke.
 */

import type { Settings } from '../../shared/settings.ts';
import { Archive } from '../core/archive/archive.ts';
import { isDocumentName, isMarkdownName, isNoteName, isNotesFolderName } from '../core/archive/membership.ts';
import type { Series } from '../core/archive/noteSummary.ts';
import { readNotes, type ScanOptions, scanFolder } from '../core/archive/scan.ts';
import { summarize } from '../core/archive/summary.ts';
import {
  canonicalUri,
  componentsBelow,
  fileNameOf,
  isBelow,
  joinUri,
  parentUri,
} from '../core/archive/uri.ts';
import type { Clock, Files, Logger } from '../core/ports.ts';
import type { OpenDocument } from './documents.ts';
import { contain } from './handler.ts';
import { pause } from './pause.ts';
import { SeriesViews } from './seriesViews.ts';

export interface WorkspaceHost {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Logger;
  openDocuments(): readonly OpenDocument[];
  settingsFor(uri: string): Settings;
  /** The archive answers differently now. */
  changed(): void;
}

export class Workspace {
  readonly archive = new Archive();
  readonly #host: WorkspaceHost;
  /** Canonical URIs. */
  #folders: readonly string[] = [];
  #notesFolders = new Map<string, string | undefined>();
  /** Open documents that the archive knows an older text of. */
  readonly #unread = new Set<OpenDocument>();
  readonly #views: SeriesViews;
  /** Background work, one after the other. */
  #work: Promise<void> = Promise.resolve();
  /** How much of it is not done. */
  #waiting = 0;
  /** Grows when what is being read is no longer wanted. */
  #round = 0;

  constructor(host: WorkspaceHost) {
    this.#host = host;
    this.#views = new SeriesViews(this.archive, host.clock);
  }

  get folders(): readonly string[] {
    return this.#folders;
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
    const canonical = folders.map(canonicalUri);
    const notesFolders = new Map(canonical.map((folder) => [folder, this.#notesFolder(folder)]));
    const known = this.#notesFolders;
    const fresh = canonical.filter(
      (folder) => !known.has(folder) || known.get(folder) !== notesFolders.get(folder),
    );
    if (fresh.length === 0 && canonical.length === known.size) return;
    this.#folders = canonical;
    this.#notesFolders = notesFolders;
    this.archive.setFolders(
      canonical.map((uri) => {
        const notesFolder = notesFolders.get(uri);
        return notesFolder === undefined ? { uri } : { uri, notesFolder };
      }),
    );
    this.#views.forget();
    for (const document of this.#host.openDocuments()) this.#unread.add(document);
    for (const folder of fresh) this.#enqueue(() => this.#scan(folder));
  }

  /** The archive hears of it when something else is asked: a note is not its own past. */
  documentChanged(document: OpenDocument): void {
    this.#unread.add(document);
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
    if (this.#isWorthReading(document.canonicalUri)) this.filesChanged([document.uri]);
    else this.removed([document.uri]);
  }

  /** Files came or changed; those that are gone are noticed, too. URIs in any spelling. */
  filesChanged(uris: readonly string[]): void {
    const wanted = uris.map(canonicalUri).filter((uri) => this.#isWorthReading(uri));
    if (wanted.length === 0) return;
    this.#enqueue(async () => {
      const { generation } = this.archive;
      await readNotes(wanted, this.#options());
      if (this.archive.generation !== generation) this.#answersChanged();
    });
  }

  /** Files or whole folders are gone. URIs in any spelling. */
  removed(uris: readonly string[]): void {
    let changed = false;
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
    if (this.#folderOf(folder) !== undefined) this.#enqueue(() => this.#scan(folder));
  }

  /** Ends what is being read; nothing more is started. */
  dispose(): void {
    this.#round++;
  }

  async #scan(folder: string): Promise<void> {
    const { clock, log } = this.#host;
    const started = clock.now();
    const workspaceFolder = this.#folderOf(folder);
    if (workspaceFolder === undefined) return;
    const { listed, read, kind, capped } = await scanFolder(
      folder,
      this.#notesFolders.get(workspaceFolder),
      this.#options(() => !this.#folders.includes(workspaceFolder)),
    );
    const words = kind === 'done' ? 'Read' : 'Stopped after';
    const limit = capped ? '; there are more files than are looked at' : '';
    log.info(
      `${words} ${read} of ${listed} Markdown files below ${folder} in ${clock.now() - started} ms${limit}.`,
    );
    this.#answersChanged();
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
      if (this.#mayBeNote(document)) this.archive.update(summarize(document.uri, document.note));
    }
  }

  /** Whether an open document is a note. What cannot be one is not read for it. */
  isNote(document: OpenDocument): boolean {
    return this.#mayBeNote(document) && this.archive.isNote(document.uri, document.note);
  }

  /** Not the old side of a comparison or another view's copy: a file, a new document, or a file of the workspace. */
  #mayBeNote({ canonicalUri: uri }: OpenDocument): boolean {
    if (isDocumentName(fileNameOf(uri))) return false;
    return uri.startsWith('file:') || uri.startsWith('untitled:') || this.#folderOf(uri) !== undefined;
  }

  /** The same choice as a scan's, for single files. */
  #isWorthReading(uri: string): boolean {
    const name = fileNameOf(uri);
    const folder = this.#folderOf(uri);
    if (folder === undefined || !isMarkdownName(name) || isDocumentName(name)) return false;
    const notesFolder = this.#notesFolders.get(folder);
    if (isNoteName(name) || (notesFolder !== undefined && isBelow(uri, notesFolder))) return true;
    const parent = parentUri(uri);
    return isNotesFolderName(componentsBelow(parent, folder)) || this.archive.seriesIn(parent) !== undefined;
  }

  #folderOf(uri: string): string | undefined {
    const around = this.#folders.filter((folder) => isBelow(uri, folder));
    return around.sort((a, b) => b.length - a.length)[0];
  }

  /** The URI of `officeHours.notes.folder`, which may not leave the workspace folder. */
  #notesFolder(folder: string): string | undefined {
    const components = this.#host
      .settingsFor(folder)
      .notesFolder.split(/[\\/]/)
      .filter((component) => component !== '' && component !== '.');
    if (components.length === 0 || components.includes('..')) return undefined;
    return canonicalUri(joinUri(folder, ...components));
  }
}
