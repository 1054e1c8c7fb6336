/**
 * The index across notes: in memory, kept current one note at a time. Asking costs nothing while nothing changed; a
 * changed note costs its own folder's series, once, when somebody asks for it.
 */

import type { Note } from '../note/note.ts';
import { Group } from './group.ts';
import { evidenceOf, isLeftOut, isMarkdownName, withoutPeriods } from './membership.ts';
import type { NoteSummary, Series } from './noteSummary.ts';
import { summarizeName } from './summary.ts';
import { canonicalUri, componentsBelow, isBelow, parentUri } from './uri.ts';

/** A workspace folder and where its notes are said to be. */
export interface ArchiveFolder {
  readonly uri: string;
  /** The URI of the notes' folder, from `officeHours.notes.folder`; absent: where notes are found. */
  readonly notesFolder?: string;
}

/** What was changed while files were being read; see `Archive.beginRead`. */
export interface Read {
  /** True when the file, or a folder around it, was updated or removed since: what was read is old. */
  isOutdated(uri: string): boolean;
  end(): void;
}

export class Archive {
  #folders: readonly ArchiveFolder[] = [];
  /** By the canonical URI of the series' folder. */
  readonly #groups = new Map<string, Group>();
  readonly #main = new Map<string, Series | undefined>();
  readonly #reads = new Set<Set<string>>();
  #generation = 0;

  /** Grows whenever an answer may have changed. */
  get generation(): number {
    return this.#generation;
  }

  /** The workspace folders, any spelling; what was read of folders that are no longer there is dropped. */
  setFolders(folders: readonly ArchiveFolder[]): void {
    const known: NoteSummary[] = [];
    for (const group of this.#groups.values()) known.push(...group.summaries());
    const inside = (summary: NoteSummary): boolean => this.#folderOf(canonicalUri(summary.uri)) !== undefined;
    const before = new Set(known.filter(inside));
    this.#folders = folders.map(({ uri, notesFolder }) => ({
      uri: canonicalUri(uri),
      ...(notesFolder === undefined ? {} : { notesFolder: canonicalUri(notesFolder) }),
    }));
    this.#groups.clear();
    for (const summary of known) {
      if (before.has(summary) && !inside(summary)) continue;
      const uri = canonicalUri(summary.uri);
      this.#groupFor(uri, true)?.set(uri, summary);
    }
    this.#changed();
  }

  /** Puts a note in or replaces what was known of it. True when something changed. */
  update(summary: NoteSummary): boolean {
    const uri = canonicalUri(summary.uri);
    this.#touch(uri);
    const group = this.#groupFor(uri, true);
    if (group === undefined || !group.set(uri, summary)) return false;
    this.#changed();
    return true;
  }

  /** Takes out a note, or all notes below a folder. True when there were any. */
  remove(uri: string): boolean {
    const gone = canonicalUri(uri);
    this.#touch(gone);
    let removed = false;
    for (const [folder, group] of this.#groups) {
      if (!isBelow(folder, gone) && !isBelow(gone, folder)) continue;
      for (const each of [...group.uris()]) {
        if (isBelow(each, gone) && group.delete(each)) removed = true;
      }
      if (group.size === 0) this.#groups.delete(folder);
    }
    if (removed) this.#changed();
    return removed;
  }

  /** Whether a document is a note; only its URI and its title are looked at, so that asking is cheap. */
  isNote(uri: string, note: Pick<Note, 'title'>): boolean {
    const file = canonicalUri(uri);
    const named = summarizeName(file);
    const { title } = note;
    const evidence = evidenceOf({
      ...named,
      ...(title === undefined ? {} : { titleText: title.text }),
      ...(title?.date === undefined ? {} : { titleDate: title.date.value }),
    });
    // A document that was never saved has no place, and its name means nothing.
    if (file.startsWith('untitled:') && !isMarkdownName(named.fileName)) return evidence === 'note';
    const group = this.#groupFor(file, false);
    if (group === undefined || !isMarkdownName(named.fileName)) return false;
    if (group.accepts(file, evidence)) return true;
    const like = evidence === 'other' && title?.date !== undefined;
    return like && this.#mainGroup(file)?.hasTitleLike(title.text) === true;
  }

  /**
   * The series that a note belongs to; a note alone in its folder, or without a folder, learns from the workspace
   * folder's main series. Undefined when there are no notes.
   */
  seriesOf(uri: string): Series | undefined {
    const file = canonicalUri(uri);
    const own = this.#groups.get(this.#seriesFolder(file))?.series();
    const alone = own?.notes.every((note) => canonicalUri(note.uri) === file) ?? true;
    return alone ? (this.mainSeries(this.#folderOf(file)?.uri) ?? own) : own;
  }

  /** The series kept in exactly this folder; undefined when it holds no notes. */
  seriesIn(folder: string): Series | undefined {
    const series = this.#groups.get(this.#seriesFolder(`${canonicalUri(folder)}/x.md`))?.series();
    return series === undefined || series.notes.length === 0 ? undefined : series;
  }

  /** The series of a workspace folder: the one in its notes' folder, else the largest. Without a folder, of them all. */
  mainSeries(folder?: string): Series | undefined {
    const key = folder === undefined ? '' : canonicalUri(folder);
    if (!this.#main.has(key)) this.#main.set(key, this.#findMain(key));
    return this.#main.get(key);
  }

  /** Opens a watch on what changes while files are read. To be ended. */
  beginRead(): Read {
    const touched = new Set<string>();
    this.#reads.add(touched);
    return {
      isOutdated: (uri) => {
        for (let at = canonicalUri(uri); at !== ''; at = parentUri(at)) if (touched.has(at)) return true;
        return false;
      },
      end: () => {
        this.#reads.delete(touched);
      },
    };
  }

  #mainGroup(file: string): Group | undefined {
    const main = this.mainSeries(this.#folderOf(file)?.uri);
    return main === undefined ? undefined : this.#groups.get(main.folder);
  }

  #findMain(folder: string): Series | undefined {
    let best: Series | undefined;
    for (const group of this.#groups.values()) {
      if (folder !== '' && !isBelow(group.folder, folder)) continue;
      const series = group.series();
      if (series.notes.length === 0) continue;
      if (group.configured && folder !== '') return series;
      if (best === undefined || isLarger(series, best)) best = series;
    }
    return best;
  }

  #groupFor(uri: string, create: boolean): Group | undefined {
    const folder = this.#seriesFolder(uri);
    const known = this.#groups.get(folder);
    if (known !== undefined) return known;
    const workspace = this.#folderOf(uri);
    if (isLeftOut(componentsBelow(uri, workspace?.uri ?? parentUri(uri)))) return undefined;
    const group = new Group(folder, workspace?.notesFolder === folder);
    if (create) this.#groups.set(folder, group);
    return group;
  }

  /** Where the series of a file is kept: the notes' folder by setting, else its own, without the years notes are filed under. */
  #seriesFolder(uri: string): string {
    const workspace = this.#folderOf(uri);
    const notesFolder = workspace?.notesFolder;
    if (notesFolder !== undefined && isBelow(uri, notesFolder)) return notesFolder;
    let folder = parentUri(uri);
    const components = componentsBelow(folder, workspace?.uri ?? '');
    const periods = components.length - withoutPeriods(components).length;
    for (let level = 0; level < periods; level++) folder = parentUri(folder);
    return folder;
  }

  /** The innermost workspace folder around a file. */
  #folderOf(uri: string): ArchiveFolder | undefined {
    let best: ArchiveFolder | undefined;
    for (const folder of this.#folders) {
      if (isBelow(uri, folder.uri) && folder.uri.length > (best?.uri.length ?? -1)) best = folder;
    }
    return best;
  }

  #touch(uri: string): void {
    for (const touched of this.#reads) touched.add(uri);
  }

  #changed(): void {
    this.#generation++;
    this.#main.clear();
  }
}

function isLarger(one: Series, other: Series): boolean {
  if (one.notes.length !== other.notes.length) return one.notes.length > other.notes.length;
  return one.folder.length < other.folder.length;
}
