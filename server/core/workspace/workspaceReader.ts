/** Reads the files of the workspace folders into the archive, one after the other in the background. */

import type { Clock, Files, Logger, Timers } from '../ports.ts';
import { turn } from '../turn.ts';
import { canonicalUri, isBelow, parentUri } from '../uri.ts';
import type { BackgroundQueue } from './backgroundQueue.ts';
import type { Archive } from './noteIndex.ts';
import type { OpenDocument } from './openDocument.ts';
import { mostFiles, readNotes, type ScanOptions, scanFolder } from './scan.ts';
import type { SummaryCache } from './summaryCache.ts';
import { isTemplateUri } from './templates.ts';
import type { WorkspaceFolders } from './workspaceFolders.ts';
import type { WorkspaceTemplates } from './workspaceTemplates.ts';

export interface WorkspaceReaderHost {
  readonly archive: Archive;
  readonly files: Files;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly folders: WorkspaceFolders;
  readonly templates: WorkspaceTemplates;
  readonly queue: BackgroundQueue;
  /** Absent: each session parses all notes. */
  readonly summaries?: SummaryCache | undefined;
  /** Memory is to be spared from now on, or no longer. */
  readonly spareMemory?: ((isOn: boolean) => void) | undefined;
  openDocuments(): readonly OpenDocument[];
  /** A template file reads otherwise now. */
  templatesChanged(): void;
  /** The archive answers differently now. */
  answersChanged(): void;
  /** A template changed for the notes of these workspace folders. */
  notesReadOtherwise(folders: readonly string[]): void;
}

/** Fewer leave little behind. */
const manyFiles = 2_000;

/** Every URI given to it is canonical. */
export class WorkspaceReader {
  readonly #host: WorkspaceReaderHost;
  /** Folders that wait to be scanned. */
  readonly #toScan = new Set<string>();
  /** How many scans are not done. */
  #scans = 0;
  /** Workspace folders of which some files were not read, or not even listed. */
  readonly #partlyRead = new Set<string>();

  constructor(host: WorkspaceReaderHost) {
    this.#host = host;
  }

  get isScanning(): boolean {
    return this.#scans > 0;
  }

  /** Whether all Markdown files of a workspace folder were read that may be notes. */
  isReadWhole(folder: string): boolean {
    return !this.#partlyRead.has(folder);
  }

  /** A folder that waits already will be found as it is then. */
  scan(folder: string): void {
    if (this.#toScan.has(folder)) return;
    this.#toScan.add(folder);
    this.#scans++;
    this.#host.queue.add(async () => {
      this.#toScan.delete(folder);
      await this.#scanNow(folder).finally(() => this.#scans--);
    });
  }

  /** Reads files that came, changed or went. */
  readFiles(uris: readonly string[]): void {
    if (uris.length > 0) this.#host.queue.add(() => this.#readFilesNow(uris));
  }

  /**
   * Reads the files in folders that were not known to be there. On Linux the editor's watcher begins with a folder when it
   * hears of it, and what came before that goes unnoticed (parcel-bundler/watcher#243).
   */
  findFiles(candidates: readonly string[]): void {
    const { files, folders, queue } = this.#host;
    const outermost = candidates.filter(
      (uri) => !candidates.some((each) => each !== uri && isBelow(uri, each)),
    );
    for (const folder of new Set(outermost)) {
      if ([...this.#toScan].some((each) => isBelow(folder, each))) continue;
      queue.add(async () => {
        const listed = (await files.listMarkdown(folder, mostFiles)).map(canonicalUri);
        this.readTemplates(listed.filter(isTemplateUri));
        const found = listed.filter((uri) => folders.isListable(uri) && !folders.markdownFiles.has(uri));
        for (const uri of found) folders.markdownFiles.add(uri);
        this.readFiles(found);
      });
    }
  }

  /** What is worth reading is decided when all earlier events have been handled. */
  async #readFilesNow(uris: readonly string[]): Promise<void> {
    const { archive, folders } = this.#host;
    const before = archive.factsGeneration;
    const options = this.#options();
    this.findFiles(uris.map(parentUri).filter((folder) => !folders.markdownFiles.isKnown(folder)));
    await this.#list(uris, options);
    const [worth, others] = [new Set<string>(), new Set<string>()];
    for (const uri of uris) (folders.isWorthReading(uri) ? worth : others).add(uri);
    for (const uri of others) if (!options.isOpen(uri)) archive.remove(uri);
    await readNotes([...worth], options);
    this.scanChangedFolders();
    if (archive.factsGeneration !== before) this.#host.answersChanged();
  }

  /** Lists those that are there. */
  async #list(uris: readonly string[], { files }: ScanOptions): Promise<void> {
    const { archive, folders } = this.#host;
    const { markdownFiles } = folders;
    const unlisted = uris.filter((uri) => !markdownFiles.has(uri));
    const watch = archive.beginRead();
    const results = await files.read(unlisted).finally(() => watch.end());
    for (const [index, uri] of unlisted.entries()) {
      const isThere = results[index]?.kind !== 'missing' && !watch.isOutdated(uri);
      if (isThere && folders.isListable(uri)) markdownFiles.add(uri);
    }
  }

  /** What lies in a folder that became one of notes, or is none any more. */
  scanChangedFolders(): void {
    for (const folder of this.#host.folders.markdownFiles.takeChangedFolders()) this.scan(folder);
  }

  /** Reads template files that came, changed or went. */
  readTemplates(uris: readonly string[]): void {
    const { templates, queue } = this.#host;
    for (const uri of uris) {
      if (templates.foldersOf(uri).length === 0) continue;
      queue.add(async () => {
        this.#host.notesReadOtherwise(await templates.read(uri, this.#options()));
        this.#host.templatesChanged();
      });
    }
  }

  async #scanNow(folder: string): Promise<void> {
    const { archive, clock, folders, log, openDocuments, spareMemory } = this.#host;
    const started = clock.now();
    const workspaceFolder = folders.around(folder);
    if (workspaceFolder === undefined) return;
    const { templates } = archive;
    const { generation } = templates;
    const options = this.#options(() => !folders.all.includes(workspaceFolder));
    if (folder === workspaceFolder) await this.#host.templates.readAbove(folder, openDocuments, options);
    const isOthers = (uri: string): boolean => folders.around(uri) !== workspaceFolder;
    const notesFolder = folders.notesFolderOf(workspaceFolder);
    if (folder === workspaceFolder) this.#partlyRead.add(folder);
    const summaries = folder === workspaceFolder ? this.#host.summaries : undefined;
    await summaries?.begin(folder);
    const { listed, read, kind, capped } = await scanFolder(folder, notesFolder, {
      ...options,
      summaries,
      workspaceFolder,
      isOthers,
      onListed: (uris) => {
        folders.markdownFiles.replace(folder, uris, isOthers);
        if (uris.length >= manyFiles) spareMemory?.(true);
      },
    }).finally(() => spareMemory?.(false));
    if (kind === 'done') void summaries?.end();
    if (kind === 'done' && !capped) this.#partlyRead.delete(folder);
    const words = kind === 'done' ? 'Read' : 'Stopped after';
    const limit = capped ? '; the limit of files was reached' : '';
    log.info(
      `${words} ${read} of ${listed} Markdown files below ${folder} in ${clock.now() - started} ms${limit}.`,
    );
    this.#host.templatesChanged();
    // Its templates may speak of notes that lie beside it.
    if (folder !== workspaceFolder && templates.generation !== generation)
      this.#host.notesReadOtherwise([workspaceFolder]);
    else this.#host.answersChanged();
  }

  #options(isGone: () => boolean = () => false): ScanOptions {
    const { archive, files, clock, openDocuments, queue, timers } = this.#host;
    return {
      archive,
      files,
      clock,
      isOpen: (uri) => {
        const file = canonicalUri(uri);
        return openDocuments().some((document) => document.canonicalUri === file);
      },
      isCancelled: () => queue.hasEnded || isGone(),
      pause: () => turn(timers),
    };
  }
}
