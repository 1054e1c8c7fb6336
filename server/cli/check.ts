/** `office-hours check`: the notes that are named, or that lie in the folders that are. */

import { fileURLToPath } from 'node:url';
import type { Clock } from '../core/ports.ts';
import { isFolder, isInside, realPath } from '../host/byNode.ts';
import { enterpriseHostByNode, type NodeGitHub } from '../host/githubByNode.ts';
import type { CheckRequest } from './arguments.ts';
import { Checker } from './checker.ts';
import { checkFile } from './checkFile.ts';
import { Drafts } from './drafts.ts';
import type { Environment } from './git.ts';
import { KeptNotes } from './keptNotes.ts';
import { LookUps } from './lookUp.ts';
import { LookUpQueue } from './lookUpQueue.ts';
import { readFile } from './readFile.ts';
import type { CheckEvent } from './report.ts';
import { readArchive, rootAround } from './repository.ts';
import { changedAmong, findNamed, leadsOut, type Named, select, shownPath } from './selection.ts';
import { isInWorkflow } from './terminal.ts';

export interface CheckHost {
  readonly cwd: string;
  readonly env: Environment;
  readonly clock: Clock;
  /** Absent: nothing is asked of the network. */
  readonly github?: NodeGitHub;
  /** What is going on, for a terminal: a few words, very often. */
  onProgress(text: string): void;
}

export type CheckOptions = Pick<CheckRequest, 'paths' | 'fix' | 'since' | 'notesOnly'>;

/** Checks file after file, as the next one is asked for. */
export async function* check(options: CheckOptions, host: CheckHost): AsyncGenerator<CheckEvent, void, void> {
  const { cwd, env, clock, github } = host;
  const { named, errors } = findNamed(options.paths, cwd);
  for (const message of errors) yield { kind: 'error', message };
  const since = options.since === undefined ? undefined : await changedAmong(named, options.since, env);
  if (since?.kind === 'failed') {
    yield { kind: 'error', message: since.message };
    return;
  }
  const kept = new KeptNotes();
  let read = 0;
  const roots = named.map(({ path }) => rootAround(path, cwd));
  const archive = await readArchive(roots, clock, enterpriseHostByNode(env), (uri, note) => {
    host.onProgress(`Notes read: ${++read}`);
    kept.keep(uri, note);
  });
  const inWorkflow = isInWorkflow(env);
  const isWanted = (path: string) => since?.isChanged(path) ?? true;
  const selected = await select(named, { isWanted, linksFrom: inWorkflow ? cwd : undefined });
  const { candidates, errors: unlisted, notices } = selected;
  for (const message of unlisted) yield { kind: 'error', message };
  for (const message of notices) yield { kind: 'notice', message };

  const checker = new Checker(archive, clock);
  const lookUps = github && new LookUps(github, clock);
  const queue = new LookUpQueue(lookUps);
  const workspace = inWorkflow ? env.GITHUB_WORKSPACE : undefined;
  const fileOptions = { checker, cwd, workspace, fix: options.fix, issues: lookUps?.issues };
  const drafts = options.fix ? new Drafts() : undefined;
  const found: string[] = [];
  const broken = new Set<string>();
  for (const [index, candidate] of candidates.entries()) {
    host.onProgress(`Checked ${index} of ${candidates.length} files`);
    await turn();
    const file = await readFile(candidate, checker, kept, options.notesOnly);
    if (file.kind === 'note' || file.kind === 'template') {
      const real = realPath(candidate.path) ?? candidate.path;
      found.push(real);
      if (!leadsOut(candidate.path, cwd)) drafts?.removeBeside(real);
    }
    const template = file.kind === 'note' ? checker.brokenTemplateOf(candidate.uri) : undefined;
    if (template !== undefined) broken.add(fileURLToPath(template));
    for (const ready of await queue.add(file)) yield* checkFile(ready, fileOptions);
  }
  for (const ready of await queue.rest()) yield* checkFile(ready, fileOptions);
  for (const path of broken) {
    if (!options.fix && found.includes(realPath(path) ?? path)) continue;
    const unfixed = options.fix ? ', and are not fixed' : '';
    const message = `"${shownPath(path, cwd)}" has errors. Its notes are checked with the valid parts of it${unfixed}. Fix it first.`;
    yield { kind: 'notice', message };
  }
  for (const message of emptyFolders(named, found, options.since)) yield { kind: 'notice', message };
  const untold = await lookUps?.end();
  if (untold !== undefined) yield { kind: 'notice', message: untold };
}

/** Words for the folders in which nothing was found. `found`: absolute paths, links followed. */
function emptyFolders(
  named: readonly Named[],
  found: readonly string[],
  since: string | undefined,
): string[] {
  const what = since === undefined ? 'no notes found' : `no notes changed since "${since}"`;
  const isEmpty = (folder: string) => !found.some((file) => isInside(file, folder));
  return named
    .filter(({ path }) => isFolder(path) && isEmpty(realPath(path) ?? path))
    .map(({ asNamed }) => `${what} in "${asNamed}".`);
}

/** Lets the process see interrupts, and a reader that has gone. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
