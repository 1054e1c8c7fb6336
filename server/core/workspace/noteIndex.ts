/**
 * The index across notes: in memory, kept current one note at a time. Asking costs nothing while nothing changed; a
 * changed note costs its own folder's series, once, on the next request.
 */

import { fileHints } from '../archive/fileHints.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { continued } from '../archive/olderSeries.ts';
import { withoutPeriods } from '../archive/periodFolders.ts';
import { dayBelowTitle, summarizeName } from '../archive/summary.ts';
import { type Meeting, meetingsOf } from '../note/meetings.ts';
import type { IsoDate, Note, Title } from '../note/note.ts';
import { canonicalUri, componentsBelow, isBelow, parentUri } from '../uri.ts';
import { evidenceOf, isLeftOut, isMarkdownName } from './membership.ts';
import { SeriesFiles } from './seriesFiles.ts';
import { type PlacedTemplate, Templates } from './templates.ts';

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

/** Where a file is kept among the others. */
interface Kept {
  /** The template that names it, or the series' folder; a canonical URI. */
  readonly key: string;
  /** A canonical URI. */
  readonly folder: string;
  /** By its name it would have to look like a note. */
  readonly configured: boolean;
}

/** With fewer notes a series shows no habits, and those that it continues speak for it. */
const fewestNotes = 3;

/** Of open documents, and their titles while these are typed. */
const mostAnswers = 200;

export class Archive {
  /** After a change call `templatesChanged`. */
  readonly templates: Templates;
  #folders: readonly ArchiveFolder[] = [];
  /** By the key of `Kept`. */
  readonly #groups = new Map<string, SeriesFiles>();
  readonly #main = new Map<string, SeriesFiles | undefined>();
  /** By all that `isNote` looks at, until something changes: few keys change a title. */
  readonly #areNotes = new Map<string, boolean>();
  readonly #reads = new Set<Set<string>>();
  #generation = 0;
  #factsGeneration = 0;

  /** `enterpriseHost`: see `Conventions`. */
  constructor(enterpriseHost?: string) {
    this.templates = new Templates(enterpriseHost);
  }

  /** Grows whenever an answer may have changed. */
  get generation(): number {
    return this.#generation;
  }

  /** Grows whenever what the notes say may have changed: also with their action items and lines. */
  get factsGeneration(): number {
    return this.#factsGeneration;
  }

  /** The workspace folders, any spelling; what was read of folders that are no longer there is dropped. */
  setFolders(folders: readonly ArchiveFolder[]): void {
    const known = this.#summaries();
    const inside = (summary: NoteSummary): boolean => this.#folderOf(canonicalUri(summary.uri)) !== undefined;
    const before = new Set(known.filter(inside));
    const gone = new Set(this.#folders.map(({ uri }) => uri));
    this.#folders = folders.map(({ uri, notesFolder }) => ({
      uri: canonicalUri(uri),
      ...(notesFolder === undefined ? {} : { notesFolder: canonicalUri(notesFolder) }),
    }));
    for (const { uri } of this.#folders) gone.delete(uri);
    for (const uri of gone) this.#touch(uri);
    this.#group(known.filter((summary) => !before.has(summary) || inside(summary)));
  }

  /** The templates say of other files now that they are notes, or otherwise. What was read stays as it was read. */
  templatesChanged(): void {
    this.#group(this.#summaries());
  }

  /** Puts a note in or replaces what was known of it. True when something changed. */
  update(summary: NoteSummary): boolean {
    const uri = canonicalUri(summary.uri);
    this.#touch(uri);
    const group = this.#groupFor(uri, true);
    const change = group?.set(uri, summary) ?? 'nothing';
    if (change !== 'nothing') this.#factsGeneration++;
    if (change !== 'summary') return false;
    this.#changed();
    return true;
  }

  /** Takes out a note, or all notes below a folder. True when there were any. */
  remove(uri: string): boolean {
    const gone = canonicalUri(uri);
    this.#touch(gone);
    let removed = false;
    for (const [key, group] of this.#groups) {
      // What a template names need not lie in the folder that it names first; what has no file is in the series of the workspace.
      const isAnywhere = key !== group.folder || parentUri(gone) === '';
      if (!isAnywhere && !isBelow(group.folder, gone) && !isBelow(gone, group.folder)) continue;
      for (const each of [...group.uris()]) {
        if (isBelow(each, gone) && group.delete(each)) removed = true;
      }
      if (group.size === 0) this.#groups.delete(key);
    }
    if (removed) this.#changed();
    return removed;
  }

  /** Whether a document is a note; only its URI, its title, its day and its meetings are looked at, so that asking is cheap. */
  isNote(uri: string, note: Note | undefined): boolean {
    const file = canonicalUri(uri);
    const title = note?.title;
    const lineDate = note && dayBelowTitle(note);
    const meetings = note ? meetingsOf(note, fileHints(file, this.templates.dateOf(file))) : [];
    if (meetings.length > 0) return this.#isNote(file, title, lineDate, meetings);
    const key = JSON.stringify([file, title?.text, title?.date?.value, lineDate]);
    let answer = this.#areNotes.get(key);
    if (answer === undefined) {
      answer = this.#isNote(file, title, lineDate, []);
      if (this.#areNotes.size === mostAnswers) this.#areNotes.clear();
      this.#areNotes.set(key, answer);
    }
    return answer;
  }

  #isNote(
    file: string,
    title: Title | undefined,
    lineDate: IsoDate | undefined,
    meetings: readonly Meeting[],
  ): boolean {
    const named = summarizeName(file);
    const evidence = evidenceOf({
      ...named,
      meetings: meetings.map(({ note: { title } }) => (title ? { titleText: title.text } : {})),
      ...(title === undefined ? {} : { titleText: title.text }),
      ...(title?.date === undefined ? {} : { titleDate: title.date.value }),
      ...(lineDate === undefined ? {} : { lineDate }),
    });
    // A document that was never saved has no place, and its name means nothing.
    if (file.startsWith('untitled:') && !isMarkdownName(named.fileName)) return evidence === 'note';
    const group = this.#groupFor(file, false);
    if (group === undefined || !isMarkdownName(named.fileName)) return false;
    if (group.accepts(file, evidence)) return true;
    const like = evidence === 'other' && title?.date !== undefined;
    const main = like ? this.#mainGroup(this.#folderOf(file)?.uri ?? '') : undefined;
    return main?.hasTitleLike(title?.text ?? '') === true;
  }

  /**
   * The series that a note belongs to; a note alone in its folder, or without a folder, learns from the workspace
   * folder's main series. Undefined when there are no notes.
   */
  seriesOf(uri: string): Series | undefined {
    const file = canonicalUri(uri);
    const kept = this.#keptIn(file);
    const own = this.#groups.get(kept.key)?.series();
    // A series with a template of its own has nothing to learn from another's notes.
    if (kept.key !== kept.folder) return own;
    if (own !== undefined && own.notes.length < fewestNotes && own.notes.length > 0) {
      const whole = continued(own, this.allSeries(own.folder));
      if (whole !== own) return whole;
    }
    const alone = own?.notes.every((note) => canonicalUri(note.uri) === file) ?? true;
    return alone ? (this.mainSeries(this.#folderOf(file)?.uri) ?? own) : own;
  }

  /** The series kept in exactly this folder; undefined when it holds no notes. */
  seriesIn(folder: string): Series | undefined {
    const uri = canonicalUri(folder);
    const [named] = [...this.#groups.values()]
      .filter((group) => group.folder === uri && group.size > 0)
      .map((group) => group.series())
      .sort((a, b) => (isLarger(a, b) ? -1 : 1));
    return withNotes(named ?? this.#groups.get(this.#seriesFolder(`${uri}/x.md`))?.series());
  }

  /** The notes that a template's globs name; undefined when there are none, or it has no globs. */
  seriesBy({ uri }: PlacedTemplate): Series | undefined {
    return withNotes(this.#groups.get(uri)?.series());
  }

  /** The series of a workspace folder: the one in its notes' folder, else the largest. Without a folder, of them all. */
  mainSeries(folder?: string): Series | undefined {
    return this.#mainGroup(folder === undefined ? '' : canonicalUri(folder))?.series();
  }

  /** All series of a workspace folder, that of `mainSeries` first, then the larger ones. Without a folder, of them all. */
  allSeries(folder?: string): Series[] {
    const around = folder === undefined ? '' : canonicalUri(folder);
    const main = this.mainSeries(folder);
    const series = [...this.#groups.values()]
      .filter((group) => around === '' || isBelow(group.folder, around))
      .map((group) => group.series())
      .filter(({ notes }) => notes.length > 0);
    return series.sort((a, b) => (a === main ? -1 : b === main ? 1 : isLarger(a, b) ? -1 : 1));
  }

  /** The canonical URIs of the files below a folder, a canonical URI, that were worth reading. */
  filesBelow(folder: string): string[] {
    return [...this.#groups.values()].flatMap((group) =>
      [...group.uris()].filter((uri) => isBelow(uri, folder)),
    );
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

  /** `folder` is canonical; empty: all of them. */
  #mainGroup(folder: string): SeriesFiles | undefined {
    if (!this.#main.has(folder)) this.#main.set(folder, this.#findMain(folder));
    return this.#main.get(folder);
  }

  #findMain(folder: string): SeriesFiles | undefined {
    let best: SeriesFiles | undefined;
    for (const group of this.#groups.values()) {
      if (folder !== '' && !isBelow(group.folder, folder)) continue;
      if (group.series().notes.length === 0) continue;
      const isChosen = folder !== '' && group.configured && best?.configured === false;
      const isPassedOver = folder !== '' && !group.configured && best?.configured === true;
      if (best === undefined || isChosen || (!isPassedOver && isLarger(group.series(), best.series())))
        best = group;
    }
    return best;
  }

  #summaries(): NoteSummary[] {
    return [...this.#groups.values()].flatMap((group) => [...group.summaries()]);
  }

  #group(known: readonly NoteSummary[]): void {
    this.#groups.clear();
    for (const summary of known) {
      const uri = canonicalUri(summary.uri);
      this.#groupFor(uri, true)?.set(uri, summary);
    }
    this.#changed();
  }

  #groupFor(uri: string, create: boolean): SeriesFiles | undefined {
    const { key, folder, configured } = this.#keptIn(uri);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const workspace = this.#folderOf(uri);
    if (isLeftOut(componentsBelow(uri, workspace?.uri ?? parentUri(uri)))) return undefined;
    const group = new SeriesFiles(folder, configured);
    if (create) this.#groups.set(key, group);
    return group;
  }

  #keptIn(uri: string): Kept {
    const template = this.templates.of(uri);
    if (template !== undefined && this.templates.claims(template, uri)) {
      const folder = this.templates.folderOf(template) ?? template.root;
      return { key: template.uri, folder, configured: true };
    }
    const folder = this.#seriesFolder(uri);
    return { key: folder, folder, configured: this.#folderOf(uri)?.notesFolder === folder };
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
    this.#factsGeneration++;
    this.#main.clear();
    this.#areNotes.clear();
  }
}

function withNotes(series: Series | undefined): Series | undefined {
  return series === undefined || series.notes.length === 0 ? undefined : series;
}

/** Two are never alike, so that it makes no difference which came first. */
function isLarger(one: Series, other: Series): boolean {
  if (one.notes.length !== other.notes.length) return one.notes.length > other.notes.length;
  if (one.folder !== other.folder) {
    const isShorter = one.folder.length < other.folder.length;
    return one.folder.length === other.folder.length ? one.folder < other.folder : isShorter;
  }
  // Two templates may name notes of the same folder, but none the same note.
  return (one.notes[0]?.uri ?? '') < (other.notes[0]?.uri ?? '');
}
