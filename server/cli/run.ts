/** Does what the command line asks for, but the language server. */

import { version } from '../../package.json';
import type { Clock } from '../core/ports.ts';
import { systemClock } from '../host/clock.ts';
import { githubByNode } from '../host/githubByNode.ts';
import type { Request } from './arguments.ts';
import { check } from './check.ts';
import { newNote } from './newNote.ts';
import { report } from './report.ts';
import { makeVisible } from './terminal.ts';

/** The process as the commands see it. */
export interface Console {
  cwd(): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown };
}

/** Gives the exit code: 0 no problems, 1 problems found, 2 could not run. */
export async function run(
  request: Exclude<Request, { kind: 'lsp' }>,
  to: Console,
  clock: Clock = systemClock,
): Promise<number> {
  switch (request.kind) {
    case 'help':
      to.stdout.write(request.text);
      return 0;
    case 'version':
      to.stdout.write(`${version}\n`);
      return 0;
    case 'wrong':
      to.stderr.write(`${makeVisible(request.message)}\n`);
      return 2;
    case 'check':
      return runCheck(request, to, clock);
    case 'new':
      return runNew(request, to, clock);
  }
}

async function runCheck(
  { paths, format, offline }: Extract<Request, { kind: 'check' }>,
  to: Console,
  clock: Clock,
): Promise<number> {
  const github = offline ? undefined : githubByNode(to.env);
  const reachable = github?.kind === 'ready' ? github.github : undefined;
  const { files, errors, notices } = await check(paths, to.cwd(), clock, reachable);
  // Programs get their list whatever happened; people need no summary of nothing.
  if (files.length > 0 || format === 'json') to.stdout.write(report(files, format, wantsColours(to)));
  // What it says of the notes does not depend on GitHub, so that this is no reason to say nothing.
  const refused = github?.kind === 'refused' ? [`${github.message} No reference was looked up.`] : [];
  for (const line of [...refused, ...notices, ...errors])
    to.stderr.write(`office-hours: check: ${makeVisible(line)}\n`);
  if (errors.length > 0) return 2;
  return files.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

async function runNew(
  { date, stdout }: Extract<Request, { kind: 'new' }>,
  to: Console,
  clock: Clock,
): Promise<number> {
  const result = await newNote(date, !stdout, to.cwd(), clock);
  switch (result.kind) {
    case 'text':
      to.stdout.write(result.text);
      return 0;
    case 'created':
      to.stdout.write(`${result.path}\n`);
      return 0;
    case 'failed':
      to.stderr.write(`office-hours: new: ${makeVisible(result.message)}\n`);
      return 2;
  }
}

/** no-color.org: any value but an empty one. */
function wantsColours({ env, stdout }: Console): boolean {
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
