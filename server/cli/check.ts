/** `office-hours check`: the notes that are named, or that lie in the folders that are. */

import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defaultSettings } from '../../shared/settings.ts';
import type { Archive } from '../core/archive/archive.ts';
import { contextOf } from '../core/checks/context.ts';
import { findProblems } from '../core/checks/findProblems.ts';
import { parseNote } from '../core/note/parse.ts';
import type { Clock, ReadResult } from '../core/ports.ts';
import { filesByNode, isFolder, isThere } from '../host/byNode.ts';
import type { CheckedFile } from './report.ts';
import { readArchive, rootAround } from './repository.ts';

export interface CheckResult {
  /** In the order they were named; within a folder by path. */
  readonly files: readonly CheckedFile[];
  /** What could not be checked though it was asked for: names the path and the remedy. */
  readonly errors: readonly string[];
  /** What was left out of a folder, or found wanting otherwise. */
  readonly notices: readonly string[];
}

const mostFiles = 20_000;

/** `paths` are absolute or relative to `cwd`. */
export async function check(paths: readonly string[], cwd: string, clock: Clock): Promise<CheckResult> {
  const errors: string[] = [];
  const notices: string[] = [];
  const named = new Map(paths.map((path) => [resolve(cwd, path), path]));
  for (const [path, asNamed] of named) {
    if (isThere(path)) continue;
    errors.push(`there is no file or folder "${asNamed}" in ${cwd}. Check the spelling.`);
    named.delete(path);
  }
  const archive = await readArchive(
    [...named.keys()].map((path) => rootAround(path, cwd)),
    clock,
  );

  const files = new Map<string, CheckedFile>();
  const take = (uri: string, result: ReadResult | undefined, always: boolean): void => {
    const file = shownPath(fileURLToPath(uri), cwd);
    if (files.has(uri)) return;
    if (result?.kind !== 'text') {
      const what = `"${file}" ${reasonOf(result)}`;
      if (always) errors.push(what);
      else notices.push(`${what} It is left out.`);
      return;
    }
    const note = parseNote(result.text);
    if (!always && !archive.isNote(uri, note)) return;
    if (note.truncated !== undefined) notices.push(`"${file}" is too large; its end is not checked.`);
    files.set(uri, checkNote(file, uri, note, archive, clock));
  };

  for (const [path, asNamed] of named) {
    const uri = pathToFileURL(path).href;
    if (!isFolder(path)) {
      const [result] = await filesByNode.read([uri]);
      take(uri, result, true);
      continue;
    }
    const before = files.size;
    const uris = [...(await filesByNode.listMarkdown(uri, mostFiles))].sort();
    const results = await filesByNode.read(uris);
    for (const [index, each] of uris.entries()) take(each, results[index], false);
    if (files.size === before) notices.push(`there are no notes in "${asNamed}".`);
  }
  return { files: [...files.values()], errors, notices };
}

function checkNote(
  file: string,
  uri: string,
  note: ReturnType<typeof parseNote>,
  archive: Archive,
  clock: Clock,
): CheckedFile {
  const context = contextOf(uri, note, archive.seriesOf(uri), clock.today());
  return { file, text: note.text, problems: findProblems(context, defaultSettings.severity) };
}

/** Relative to the current folder where that is shorter to read, with `/` on every system. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  return (below === '' || below.startsWith('..') ? path : below).split(sep).join('/');
}

function reasonOf(result: Exclude<ReadResult, { kind: 'text' }> | undefined): string {
  switch (result?.kind) {
    case 'binary':
      return 'is not UTF-8 text. Save it as UTF-8.';
    case 'too-large':
      return `has ${result.bytes} bytes, more than a note can have. Name a smaller file.`;
    case 'missing':
      return 'is gone.';
    default:
      return `cannot be read (${result?.reason ?? 'no answer'}). Check its permissions.`;
  }
}
