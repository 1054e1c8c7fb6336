/** The notes of the repository around the current folder, for questions across them. */

import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Repository } from '../core/note/note.ts';
import type { Clock } from '../core/ports.ts';
import { canonicalUri, isBelow } from '../core/uri.ts';
import { CurrentNotes, type SeriesNotes } from '../core/workspace/currentNotes.ts';
import type { Archive } from '../core/workspace/noteIndex.ts';
import { Checker } from './checker.ts';
import { readArchive, rootAround } from './repository.ts';
import { shownPath } from './selection.ts';

export interface RecalledArchive {
  readonly archive: Archive;
  readonly lists: readonly SeriesNotes[];
  /** What `#1` means in the notes of a series. */
  ownOf(list: SeriesNotes): Repository | undefined;
  /** A note's path as it is to be printed. */
  pathOf(uri: string): string;
}

export async function recallArchive(cwd: string, clock: Clock): Promise<RecalledArchive> {
  const archive = await readArchive([rootAround(cwd, cwd)], clock);
  const checker = new Checker(archive, clock);
  const current = new CurrentNotes({ archive, openDocuments: () => [], isNote: () => false });
  return {
    archive,
    lists: nearby(current.all(), canonicalUri(pathToFileURL(cwd).href)),
    ownOf({ notes }) {
      const uri = notes[0]?.uri;
      return uri === undefined ? undefined : checker.contextOf(uri, checker.parse(uri, '')).own;
    },
    pathOf: (uri) => shownPath(fileURLToPath(uri), cwd),
  };
}

/** The series in the current folder, or around it; else all of the repository. */
function nearby(lists: readonly SeriesNotes[], here: string): readonly SeriesNotes[] {
  const near = lists.filter(({ series: { folder } }) => isBelow(folder, here) || isBelow(here, folder));
  return near.length > 0 ? near : lists;
}
