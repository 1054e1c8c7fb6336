/**
 * The archive of the workspace folders: read once in the background, then kept current by what the editor has open
 * and by what happens to the files. Nothing here is waited for by a keystroke.
 */

import type { Series } from '../archive/noteSummary.ts';
import { summarize, summarySteps } from '../archive/summary.ts';
import { contain } from '../contain.ts';
import { Debounce } from '../debounce.ts';
import { Emitter } from '../emitter.ts';
import type { Clock, Files, Logger, Timers } from '../ports.ts';
import { inSlices } from '../slices.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow } from '../uri.ts';
import { BackgroundQueue } from './backgroundQueue.ts';
import type { DocumentReader } from './documentReader.ts';
import { isDocumentName, isMarkdownName } from './membership.ts';
import type { Archive } from './noteIndex.ts';
import type { OpenDocument } from './openDocument.ts';
import { SeriesViews } from './seriesViews.ts';
import type { SummaryCache } from './summaryCache.ts';
import { isTemplateUri } from './templates.ts';
import { WorkspaceFolders } from './workspaceFolders.ts';
import { WorkspaceReader } from './workspaceReader.ts';
import { WorkspaceTemplates } from './workspaceTemplates.ts';

export interface WorkspaceHost {
  readonly archive: Archive;
  readonly files: Files;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  /** Absent: each session parses all notes. */
  readonly summaries?: SummaryCache | undefined;
  /** See `Host`. */
  readonly spareMemory?: ((isOn: boolean) => void) | undefined;
  readonly reader: Pick<DocumentReader, 'read'>;
  openDocuments(): readonly OpenDocument[];
  /** What `officeHours.notes.folder` says for a workspace folder. */
  notesFolderFor(folder: string): string;
}

/** Whoever writes a template is not to have all notes read again with each key; the open ones follow at once. */
const rereadMs = 1_000;

export class Workspace {
  readonly archive: Archive;
  /** The archive answers differently now. */
  readonly changed = new Emitter();
  /** A template file reads otherwise now; its notes may be as they were. */
  readonly templatesChanged = new Emitter();
  readonly #host: WorkspaceHost;
  readonly #folders: WorkspaceFolders;
  /** Open documents that the archive knows an older text of. */
  readonly #unread = new Set<OpenDocument>();
  /** Those of them that are long, while they are read. */
  readonly #reading = new Map<OpenDocument, Promise<void>>();
  readonly #templates: WorkspaceTemplates;
  readonly #views: SeriesViews;
  readonly #queue: BackgroundQueue;
  readonly #reader: WorkspaceReader;
  /** Template files that were looked for above the workspace folders. */
  readonly #lookedFor = new WeakSet<OpenDocument>();
  /** Workspace folders whose notes a template tells to read in another way. */
  readonly #outdated = new Set<string>();
  readonly #reread: Debounce;

  constructor(host: WorkspaceHost) {
    this.#host = host;
    this.archive = host.archive;
    this.#reread = new Debounce(host.timers, () => this.#readOutdated());
    this.#views = new SeriesViews(this.archive, host.clock);
    this.#queue = new BackgroundQueue(host.log, 'archive', () => this.#views.forget());
    this.#folders = new WorkspaceFolders(this.archive, (folder) => host.notesFolderFor(folder));
    this.#templates = new WorkspaceTemplates(this.archive, this.#folders);
    this.#reader = new WorkspaceReader({
      ...host,
      folders: this.#folders,
      templates: this.#templates,
      queue: this.#queue,
      templatesChanged: this.templatesChanged.emit,
      answersChanged: () => this.#answersChanged(),
      notesReadOtherwise: (folders) => this.#notesReadOtherwise(folders),
    });
  }

  get folders(): readonly string[] {
    return this.#folders.all;
  }

  /** Whether the archive is about to change. */
  get isReading(): boolean {
    return this.#queue.isBusy || this.#outdated.size > 0;
  }

  /** Whether all Markdown files of a workspace folder, a canonical URI, were read that may be notes. */
  isReadWhole(folder: string): boolean {
    return this.#reader.isReadWhole(folder);
  }

  /** Settled when everything that was to be read has been read. */
  async settled(): Promise<void> {
    this.#readOpen();
    await this.#queue.done(() => this.#readOutdated());
    this.#readOpen();
    await Promise.all(this.#reading.values());
  }

  /** The workspace folders or their settings may have changed; reads what is new. URIs in any spelling. */
  setFolders(folders: readonly string[]): void {
    const fresh = this.#folders.set(folders);
    if (fresh === undefined) return;
    this.#views.forget();
    this.#templates.foldersChanged();
    for (const document of this.#host.openDocuments()) this.#opened(document);
    for (const folder of fresh) this.#reader.scan(folder);
    if (fresh.length > 0) return;
    this.templatesChanged.emit();
    this.#answersChanged();
  }

  /** What was open before its folder was known: a scan leaves to the editor what is open there. */
  #opened(document: OpenDocument): void {
    if (isTemplateUri(document.canonicalUri)) this.#templates.takeFromEditor(document);
    else this.#unread.add(document);
  }

  /** The editor may have said nothing of its file. */
  documentOpened({ canonicalUri: uri }: OpenDocument): void {
    if (!this.#folders.markdownFiles.has(uri) && this.#folders.isListable(uri)) this.filesChanged([uri]);
  }

  /** The archive hears of it when something else is asked: a note is not its own past. */
  documentChanged(document: OpenDocument): void {
    if (isTemplateUri(document.canonicalUri)) this.#templateTyped(document);
    else this.#unread.add(document);
  }

  /** The notes that are open follow at once. */
  #templateTyped(document: OpenDocument): void {
    if (!this.#lookedFor.has(document)) this.#lookAbove(document.canonicalUri);
    this.#lookedFor.add(document);
    this.#notesReadOtherwise(this.#templates.takeFromEditor(document));
    this.templatesChanged.emit();
  }

  /** There are no file events above a workspace folder, only for opened and closed documents. */
  #lookAbove(template: string): void {
    for (const folder of this.#templates.unknownAbove(template)) this.#reader.scan(folder);
  }

  /** A template changed for the notes of these workspace folders. */
  #notesReadOtherwise(folders: readonly string[]): void {
    if (folders.length === 0) return;
    for (const document of this.#host.openDocuments()) this.#unread.add(document);
    this.#answersChanged();
    for (const folder of folders) this.#outdated.add(folder);
    this.#reread.restart(rereadMs);
  }

  /** Changes whenever an answer about this document may have, though it has not changed itself. */
  generationFor(uri: string): number {
    this.#readOpen(uri);
    return this.archive.generation;
  }

  /** The series of a document, without what was typed into it since it was opened or another was looked at. */
  seriesOf(uri: string): Series | undefined {
    this.#readOpen(uri);
    return this.#views.of(uri, this.#queue.isBusy);
  }

  /** Its file is what counts now, if it has one that a scan would have read. */
  documentClosed(document: OpenDocument): void {
    const { canonicalUri: uri } = document;
    this.#unread.delete(document);
    this.#views.forget(document.uri);
    if (isTemplateUri(uri)) this.#lookAbove(uri);
    else if (!this.#folders.isListable(uri) && this.archive.remove(uri)) this.#answersChanged();
    this.filesChanged([uri]);
    this.#stillOpen([uri]);
  }

  /** Files came or changed; those that are gone are noticed, too. URIs in any spelling. */
  filesChanged(uris: readonly string[]): void {
    const canonical = uris.map(canonicalUri);
    this.#reader.readTemplates(canonical.filter(isTemplateUri));
    const files = canonical.filter((uri) => this.#folders.isListable(uri));
    this.#reader.readFiles(files);
  }

  /** Files or whole folders are gone. URIs in any spelling. */
  removed(uris: readonly string[]): void {
    const canonical = uris.map(canonicalUri);
    // An event may be late: the file may be there again.
    this.filesChanged(canonical);
    let changed = false;
    for (const uri of canonical) {
      const wasThere = this.#folders.markdownFiles.remove(uri);
      const folders = this.#templates.remove(uri);
      changed = this.archive.remove(uri) || changed;
      const isFolder = !isMarkdownName(fileNameOf(uri));
      if (isFolder && (wasThere || folders !== undefined)) this.folderAdded(uri);
      if (folders === undefined) continue;
      this.#notesReadOtherwise(folders);
      this.templatesChanged.emit();
    }
    this.#reader.scanChangedFolders();
    this.#stillOpen(canonical);
    if (changed) this.#answersChanged();
  }

  /** What is open is still there, though its file or folder is not. Canonical URIs. */
  #stillOpen(gone: readonly string[]): void {
    for (const document of this.#host.openDocuments()) {
      if (gone.some((uri) => isBelow(document.canonicalUri, uri))) this.documentChanged(document);
    }
  }

  /** A folder came, with whatever is in it. */
  folderAdded(uri: string): void {
    const folder = canonicalUri(uri);
    if (this.#folders.around(folder) !== undefined) this.#reader.scan(folder);
    for (const each of this.#folders.all)
      if (each !== folder && isBelow(each, folder)) this.#reader.scan(each);
  }

  /** These may be folders that are new, whose files came without events. URIs in any spelling. */
  foldersMayBeNew(uris: readonly string[]): void {
    this.#reader.findFiles(uris.map(canonicalUri).filter((uri) => this.#folders.mayHoldNotes(uri)));
  }

  /** The files below a folder that may be notes, each as its components from there on; undefined while a folder is read. */
  filesBelow(folder: string): readonly (readonly string[])[] | undefined {
    if (this.#reader.isScanning || this.#outdated.size > 0 || this.#folders.around(folder) === undefined)
      return undefined;
    return this.archive.filesBelow(folder).map((uri) => componentsBelow(uri, folder));
  }

  /** Ends what is being read; nothing more is started. */
  dispose(): void {
    this.#reread.cancel();
    this.#queue.end();
  }

  #answersChanged(): void {
    this.#views.forget();
    this.changed.emit();
  }

  #readOutdated(): void {
    this.#reread.cancel();
    for (const folder of this.#outdated) this.#reader.scan(folder);
    this.#outdated.clear();
  }

  /** Tells the archive of what is open, but for the document it is asked about. */
  #readOpen(except?: string): void {
    for (const document of this.#unread) {
      if (document.uri === except) continue;
      if (document.isLong && this.#mayBeNote(document)) {
        this.#readLong(document);
        continue;
      }
      this.#unread.delete(document);
      if (!this.#mayBeNote(document)) continue;
      const fileDate = this.archive.templates.dateOf(document.canonicalUri);
      this.archive.update(summarize(document.uri, document.note, fileDate));
    }
  }

  /** The archive knows a long document as it was until all of it has been read. */
  #readLong(document: OpenDocument): void {
    if (this.#reading.has(document)) return;
    const read = contain(this.#host.log, 'archive', () => this.#summarizeLong(document));
    this.#reading.set(
      document,
      read.finally(() => this.#reading.delete(document)),
    );
  }

  async #summarizeLong(document: OpenDocument): Promise<void> {
    const isOpen = () => this.#host.openDocuments().includes(document);
    await this.#host.reader.read(document);
    if (!this.#unread.delete(document) || !isOpen()) return;
    const fileDate = this.archive.templates.dateOf(document.canonicalUri);
    const steps = summarySteps(document.uri, document.note, fileDate);
    const summary = await inSlices(steps, this.#host, isOpen);
    if (summary && isOpen() && this.archive.update(summary)) this.#answersChanged();
  }

  /** Whether an open document is a note. What cannot be one is not read for it. */
  isNote(document: OpenDocument): boolean {
    return this.#mayBeNote(document) && this.archive.isNote(document.uri, document.note);
  }

  /** Not the old side of a comparison or another view's copy: a file, a new document, or a file of the workspace. */
  #mayBeNote({ canonicalUri: uri }: OpenDocument): boolean {
    if (isDocumentName(uri) || isTemplateUri(uri)) return false;
    return uri.startsWith('file:') || uri.startsWith('untitled:') || this.#folders.around(uri) !== undefined;
  }
}
