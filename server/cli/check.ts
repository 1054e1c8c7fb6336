/** `office-hours check`: the notes that are named, or that lie in the folders that are. */

import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defaultSettings } from '../../shared/settings.ts';
import { ownRepository } from '../core/archive/ownRepository.ts';
import { contextOf } from '../core/checks/context.ts';
import { findProblems } from '../core/checks/findProblems.ts';
import type { CheckContext } from '../core/checks/problem.ts';
import { resolveReference } from '../core/github/reference.ts';
import { repositoryOfRemotes } from '../core/github/remote.ts';
import type { Repository } from '../core/note/note.ts';
import { parseNote } from '../core/note/parse.ts';
import type { Clock, ReadResult } from '../core/ports.ts';
import { filesByNode, isFolder, isThere } from '../host/byNode.ts';
import type { NodeGitHub } from '../host/githubByNode.ts';
import { gitRemotes } from '../host/gitRemotes.ts';
import { lookUp } from './lookUp.ts';
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

/** `paths` are absolute or relative to `cwd`. Without `github` nothing is asked of the network. */
export async function check(
  paths: readonly string[],
  cwd: string,
  clock: Clock,
  github?: NodeGitHub,
): Promise<CheckResult> {
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

  const notes = new Map<string, ReadNote>();
  const remotes = new Map<string, Repository | undefined>();
  const remoteOf = (path: string): Repository | undefined => {
    const folder = dirname(path);
    if (!remotes.has(folder)) remotes.set(folder, repositoryOfRemotes(gitRemotes(folder)));
    return remotes.get(folder);
  };
  const take = (uri: string, result: ReadResult | undefined, always: boolean): void => {
    const file = shownPath(fileURLToPath(uri), cwd);
    if (notes.has(uri)) return;
    if (result?.kind !== 'text') {
      const what = `"${file}" ${reasonOf(result)}`;
      if (always) errors.push(what);
      else notices.push(`${what} It is left out.`);
      return;
    }
    const note = parseNote(result.text);
    if (!always && !archive.isNote(uri, note)) return;
    if (note.truncated !== undefined) notices.push(`"${file}" is too large; its end is not checked.`);
    const series = archive.seriesOf(uri);
    const remote = remoteOf(fileURLToPath(uri));
    const own = ownRepository(defaultSettings.repository, series, note, remote);
    const context = contextOf(uri, note, series, clock.today());
    notes.set(uri, { file, context: { ...context, ...(own && { own }) } });
  };

  for (const [path, asNamed] of named) {
    const uri = pathToFileURL(path).href;
    if (!isFolder(path)) {
      const [result] = await filesByNode.read([uri]);
      take(uri, result, true);
      continue;
    }
    const before = notes.size;
    const uris = [...(await filesByNode.listMarkdown(uri, mostFiles))].sort();
    const results = await filesByNode.read(uris);
    for (const [index, each] of uris.entries()) take(each, results[index], false);
    if (notes.size === before) notices.push(`there are no notes in "${asNamed}".`);
  }
  const contexts = [...notes.values()].map(({ context }) => context);
  const keys = contexts.flatMap(({ note, own }) =>
    note.references.map((reference) => resolveReference(reference, own)).filter((key) => key !== undefined),
  );
  const lookedUp = github && keys.length > 0 ? await lookUp(keys, github, clock) : undefined;
  if (lookedUp?.notice !== undefined) notices.push(lookedUp.notice);
  const files = [...notes.values()].map(({ file, context }): CheckedFile => {
    const issues = lookedUp && { issues: lookedUp.issues };
    const problems = findProblems({ ...context, ...issues }, defaultSettings.severity);
    return { file, text: context.note.text, problems };
  });
  return { files, errors, notices };
}

interface ReadNote {
  /** As it is to be printed. */
  readonly file: string;
  readonly context: CheckContext;
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
