/** Reads the notes of a workspace folder once, a few at a time, into the archive. */

import { dateInPath } from '../archive/periodFolders.ts';
import { summarize, summarizeName } from '../archive/summary.ts';
import type { Note } from '../note/note.ts';
import { parseNote, parseNoteOnce } from '../note/parse.ts';
import type { Clock, Files, ReadResult } from '../ports.ts';
import { longestSliceMs } from '../slices.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow, parentUri } from '../uri.ts';
import { MarkdownFiles } from './markdownFiles.ts';
import {
  isDocumentName,
  isLeftOut,
  isMeetingsName,
  isNoteName,
  isNotesFolderName,
  isNumberedName,
} from './membership.ts';
import type { Archive } from './noteIndex.ts';
import type { SummaryCache } from './summaryCache.ts';
import { isTemplateUri, mostTemplates } from './templates.ts';

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
  /** What is known of the notes' texts from an earlier session. */
  readonly summaries?: SummaryCache | undefined;
  /** For each file that was read as a note, with the URI as it was listed. */
  readonly onNote?: (uri: string, note: Note) => void;
  /** The Markdown files that there are, canonical URIs, before any is read. */
  readonly onListed?: (uris: readonly string[]) => void;
  /** The workspace folder that the scanned folder is a part of, canonical; absent: it is one itself. */
  readonly workspaceFolder?: string;
  /** Whether a file, a canonical URI, belongs to another workspace folder, which lies in this one. */
  readonly isOthers?: (uri: string) => boolean;
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

export const mostFiles = 20_000;
const batchSize = 64;
const templatesAtOnce = 8;

/**
 * Reads what looks like a note below `folder`, the newest first, and forgets what was known of other files there.
 * `notesFolder`: the URI of the folder whose every Markdown file is read, from the settings. Never throws; what cannot be
 * read is known by its name.
 */
export async function scanFolder(
  folder: string,
  notesFolder: string | undefined,
  options: ScanOptions,
): Promise<ScanResult> {
  const { isOthers = () => false, workspaceFolder = folder } = options;
  const found = await options.files.listMarkdown(folder, mostFiles);
  const listed = found.filter((uri) => !isOthers(canonicalUri(uri)));
  if (!options.isCancelled()) options.onListed?.(listed.map(canonicalUri));
  // They say how the notes are written.
  await readTemplates(folder, listed.map(canonicalUri).filter(isTemplateUri), options);
  const { templates } = options.archive;
  const isClaimed = (uri: string): boolean => {
    const template = templates.of(uri);
    return template !== undefined && templates.claims(template, uri);
  };
  const wanted = worthReading(listed, workspaceFolder, notesFolder, isClaimed);
  let read = 0;
  const result = (kind: ScanResult['kind']): ScanResult => ({
    kind,
    listed: listed.length,
    read,
    capped: found.length >= mostFiles,
  });
  for (let from = 0; from < wanted.length; from += batchSize) {
    if (options.isCancelled()) return result('cancelled');
    const batch = wanted.slice(from, from + batchSize);
    if (!(await readNotes(batch, options))) return result('cancelled');
    read += batch.length;
    options.onProgress?.();
  }
  if (!options.isCancelled()) await forgetOthers(folder, listed, wanted, options);
  return result(options.isCancelled() ? 'cancelled' : 'done');
}

/** What is known below `folder` and was not `wanted`; it is read when it was not even `listed`: it may be there yet. */
async function forgetOthers(
  folder: string,
  listed: readonly string[],
  wanted: readonly string[],
  options: ScanOptions,
): Promise<void> {
  const { archive, isOpen, isOthers = () => false } = options;
  const kept = new Set(wanted.map(canonicalUri));
  const there = new Set(listed.map(canonicalUri));
  const others = archive
    .filesBelow(canonicalUri(folder))
    .filter((uri) => !kept.has(uri) && !isOthers(uri) && !isOpen(uri));
  for (const uri of others) if (there.has(uri)) archive.remove(uri);
  await readNotes(
    others.filter((uri) => !there.has(uri)),
    options,
  );
}

/**
 * Reads the template files below `folder`, canonical URIs, and forgets those that are no longer there. Files that are
 * open, or that changed meanwhile, are left as they are. True when notes are to be read in another way than before.
 */
export async function readTemplates(
  folder: string,
  uris: readonly string[],
  options: Omit<ScanOptions, 'clock' | 'onProgress' | 'onNote'>,
): Promise<boolean> {
  const { archive, files, isOpen, isCancelled, isOthers = () => false, pause } = options;
  const { templates } = archive;
  const root = canonicalUri(folder);
  let changed = false;
  for (const { uri } of templates.all()) {
    if (!isBelow(uri, root) || uris.includes(uri) || isOpen(uri) || isOthers(uri)) continue;
    changed = templates.remove(uri) || changed;
  }
  const closed = firstOfEach(uris).filter((uri) => !isOpen(uri));
  for (let from = 0; from < closed.length; from += templatesAtOnce) {
    if (from > 0) await pause();
    const batch = closed.slice(from, from + templatesAtOnce);
    const watch = archive.beginRead();
    const results = await files.read(batch).finally(() => watch.end());
    if (isCancelled()) break;
    for (const [index, uri] of batch.entries()) {
      const result = results[index];
      if (isOpen(uri) || watch.isOutdated(uri)) continue;
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
      if (clock.now() - since >= longestSliceMs) {
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

function put({ archive, onNote, summaries }: ScanOptions, uri: string, result: ReadResult | undefined): void {
  if (result?.kind === 'missing') archive.remove(uri);
  else if (result?.kind !== 'text') archive.update(summarizeName(uri));
  else {
    const { text } = result;
    const { templates } = archive;
    const conventions = templates.conventionsOf(uri);
    const fileDate = templates.dateOf(uri);
    if (onNote) {
      // Who wants the note itself has it parsed.
      const note = parseNote(text, undefined, conventions);
      onNote(uri, note);
      archive.update(summarize(uri, note, fileDate));
      return;
    }
    const make = () => summarize(uri, parseNoteOnce(text, conventions), fileDate);
    archive.update(summaries ? summaries.of({ uri, text, conventions, fileDate }, make) : make());
  }
}

/**
 * The files that are notes by name, that a template names (`isClaimed`, by their canonical URI), or that lie among notes, those with the latest
 * dates first. `workspaceFolder` is the one around them.
 */
export function worthReading(
  uris: readonly string[],
  workspaceFolder: string,
  notesFolder: string | undefined,
  isClaimed: (uri: string) => boolean = () => false,
): string[] {
  const listed = new MarkdownFiles();
  const files = uris.map((uri) => {
    const canonical = canonicalUri(uri);
    listed.add(canonical);
    return { uri, canonical, date: dateInPath(canonical) ?? '' };
  });
  const surroundings: FileSurroundings = {
    workspaceFolder: canonicalUri(workspaceFolder),
    notesFolder: notesFolder === undefined ? undefined : canonicalUri(notesFolder),
    isClaimed,
    listed,
  };
  return files
    .filter(({ canonical }) => isWorthReading(canonical, surroundings))
    .sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1))
    .map(({ uri }) => uri);
}

/** What the place of a file says of it. Canonical URIs. */
export interface FileSurroundings {
  readonly workspaceFolder: string;
  readonly notesFolder: string | undefined;
  isClaimed(uri: string): boolean;
  readonly listed: Pick<MarkdownFiles, 'isAmongNotes'>;
}

/** The same for one Markdown file, a canonical URI. */
export function isWorthReading(uri: string, surroundings: FileSurroundings): boolean {
  const { workspaceFolder, notesFolder, listed } = surroundings;
  if (isLeftOut(componentsBelow(uri, workspaceFolder)) || isDocumentName(uri)) return false;
  if (surroundings.isClaimed(uri) || isNoteName(uri) || isMeetingsName(fileNameOf(uri))) return true;
  if (isNumberedName(uri)) return true;
  if (notesFolder !== undefined && isBelow(uri, notesFolder)) return true;
  const parent = parentUri(uri);
  return isNotesFolderName(componentsBelow(parent, workspaceFolder)) || listed.isAmongNotes(parent);
}
