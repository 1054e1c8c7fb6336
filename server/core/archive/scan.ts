/** Reads the notes of a workspace folder once, a few at a time, into the archive. */

import { dateInFileName } from '../note/dates.ts';
import type { Note } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import type { Clock, Files, ReadResult } from '../ports.ts';
import type { Archive } from './archive.ts';
import { isDocumentName, isLeftOut, isNoteName, isNotesFolderName } from './membership.ts';
import { summarize, summarizeName } from './summary.ts';
import { isTemplateUri, mostTemplates } from './templates.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow, parentUri } from './uri.ts';

export interface ScanOptions {
  readonly archive: Archive;
  readonly files: Files;
  readonly clock: Clock;
  /** Open in the editor: the archive knows them from there, whatever is on disk. Any spelling of the URI. */
  readonly isOpen: (uri: string) => boolean;
  readonly isCancelled: () => boolean;
  /** Lets others have their turn; called every few milliseconds of work. */
  readonly pause: () => Promise<void>;
  /** After each batch, so that what is known may be shown. */
  readonly onProgress?: () => void;
  /** For each file that was read as a note, with the URI as it was listed. */
  readonly onNote?: (uri: string, note: Note) => void;
}

export interface ScanResult {
  readonly kind: 'done' | 'cancelled';
  /** Markdown files seen. */
  readonly listed: number;
  /** Notes and what looked like them, read. */
  readonly read: number;
  /** There may be more files than were listed. */
  readonly capped: boolean;
}

const mostFiles = 20_000;
const batchSize = 64;
const templatesAtOnce = 8;
const workMs = 8;

/**
 * Reads what looks like a note below `folder`, the newest first. `notesFolder`: the URI of the folder whose every
 * Markdown file is read, from the settings. Never throws; what cannot be read is known by its name.
 */
export async function scanFolder(
  folder: string,
  notesFolder: string | undefined,
  options: ScanOptions,
): Promise<ScanResult> {
  const listed = await options.files.listMarkdown(folder, mostFiles);
  // They say how the notes are written.
  await readTemplates(folder, listed.map(canonicalUri).filter(isTemplateUri), options);
  const { templates } = options.archive;
  const isClaimed = (uri: string): boolean => {
    const template = templates.of(uri);
    return template !== undefined && templates.claims(template, uri);
  };
  const wanted = worthReading(listed, folder, notesFolder, isClaimed);
  let read = 0;
  const result = (kind: ScanResult['kind']): ScanResult => ({
    kind,
    listed: listed.length,
    read,
    capped: listed.length >= mostFiles,
  });
  for (let from = 0; from < wanted.length; from += batchSize) {
    if (options.isCancelled()) return result('cancelled');
    const batch = wanted.slice(from, from + batchSize);
    if (!(await readNotes(batch, options))) return result('cancelled');
    read += batch.length;
    options.onProgress?.();
  }
  return result(options.isCancelled() ? 'cancelled' : 'done');
}

/**
 * Reads the template files below `folder`, canonical URIs, and forgets those that are no longer there. Files that are
 * open are left as they are. True when notes are to be read in another way than before.
 */
export async function readTemplates(
  folder: string,
  uris: readonly string[],
  { archive, files, isOpen, isCancelled, pause }: Omit<ScanOptions, 'clock' | 'onProgress' | 'onNote'>,
): Promise<boolean> {
  const { templates } = archive;
  const root = canonicalUri(folder);
  let changed = false;
  for (const { uri } of templates.all()) {
    if (isBelow(uri, root) && !uris.includes(uri) && !isOpen(uri)) changed = templates.remove(uri) || changed;
  }
  const closed = firstOfEach(uris).filter((uri) => !isOpen(uri));
  for (let from = 0; from < closed.length; from += templatesAtOnce) {
    if (from > 0) await pause();
    const batch = closed.slice(from, from + templatesAtOnce);
    const results = await files.read(batch);
    if (isCancelled()) break;
    for (const [index, uri] of batch.entries()) {
      const result = results[index];
      if (result?.kind === 'text') changed = templates.update(uri, result.text) || changed;
      else if (result?.kind === 'missing') changed = templates.remove(uri) || changed;
    }
  }
  if (changed) archive.templatesChanged();
  return changed;
}

/** As many of a folder's template files as are used, by name. */
function firstOfEach(uris: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return [...uris].sort().filter((uri) => {
    const count = (counts.get(parentUri(uri)) ?? 0) + 1;
    counts.set(parentUri(uri), count);
    return count <= mostTemplates;
  });
}

/**
 * Reads some files into the archive, or takes them out when they are gone: a batch of a scan, or what file events
 * name. Files that are open, or that changed in the archive meanwhile, are left as they are. False when cancelled.
 */
export async function readNotes(uris: readonly string[], options: ScanOptions): Promise<boolean> {
  const { archive, files, clock, isOpen, isCancelled, pause } = options;
  const watch = archive.beginRead();
  try {
    const closed = uris.filter((uri) => !isOpen(uri));
    const results = await files.read(closed);
    let since = clock.now();
    for (const [index, uri] of closed.entries()) {
      if (clock.now() - since >= workMs) {
        await pause();
        since = clock.now();
      }
      if (isCancelled()) return false;
      if (isOpen(uri) || watch.isOutdated(uri)) continue;
      put(options, uri, results[index]);
    }
    return !isCancelled();
  } finally {
    watch.end();
  }
}

function put({ archive, onNote }: ScanOptions, uri: string, result: ReadResult | undefined): void {
  if (result?.kind === 'missing') archive.remove(uri);
  else if (result?.kind !== 'text') archive.update(summarizeName(uri));
  else {
    const { templates } = archive;
    const note = parseNote(result.text, undefined, templates.conventionsOf(uri));
    archive.update(summarize(uri, note, templates.dateOf(uri)));
    onNote?.(uri, note);
  }
}

/**
 * The files that are notes by name, that a template names (`isClaimed`, by their canonical URI), or that lie among notes, those with the latest
 * dates first.
 */
export function worthReading(
  uris: readonly string[],
  folder: string,
  notesFolder: string | undefined,
  isClaimed: (uri: string) => boolean = () => false,
): string[] {
  const root = canonicalUri(folder);
  const notes = notesFolder === undefined ? undefined : canonicalUri(notesFolder);
  const files = uris.map((uri) => {
    const canonical = canonicalUri(uri);
    const name = fileNameOf(canonical);
    return { uri, canonical, name, parent: parentUri(canonical), date: dateInFileName(name) ?? '' };
  });
  const dated = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { name, parent } of files) {
    all.set(parent, (all.get(parent) ?? 0) + 1);
    if (isNoteName(name)) dated.set(parent, (dated.get(parent) ?? 0) + 1);
  }
  const amongNotes = (parent: string): boolean =>
    isNotesFolderName(componentsBelow(parent, root)) || 2 * (dated.get(parent) ?? 0) >= all.get(parent)!;
  return files
    .filter(({ canonical, name, parent }) => {
      if (isLeftOut(componentsBelow(canonical, root)) || isDocumentName(name)) return false;
      if (isClaimed(canonical)) return true;
      if (notes !== undefined && isBelow(canonical, notes)) return true;
      return isNoteName(name) || amongNotes(parent);
    })
    .sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1))
    .map(({ uri }) => uri);
}
