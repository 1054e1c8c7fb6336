/** Does what the command line asks for, but the language server. */

import { version } from '../../package.json';
import { makeVisible } from '../../shared/visibleText.ts';
import type { Clock } from '../core/ports.ts';
import { systemClock } from '../host/clock.ts';
import { githubByNode } from '../host/githubByNode.ts';
import type { CheckRequest, ImportRequest, ReferencesRequest, Request, TodosRequest } from './arguments.ts';
import { check } from './check.ts';
import { draftedLines } from './draftedLines.ts';
import { importNotes } from './importNotes.ts';
import { newNote } from './newNote.ts';
import { isCapable, Progress } from './progress.ts';
import { readText } from './readText.ts';
import { references } from './references.ts';
import { fixLines, type Report } from './report.ts';
import { GitHubReport } from './reportGitHub.ts';
import { JsonReport } from './reportJson.ts';
import { TextReport } from './reportText.ts';
import { SarifReport } from './sarif.ts';
import { isInWorkflow, withoutCommands } from './terminal.ts';
import { type Answered, todos } from './todos.ts';

/** The process as the commands see it. */
export interface Console {
  cwd(): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input; absent: there is none. */
  stdin?(): Promise<Uint8Array>;
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  /** True when standard output is closed; absent: it never is. */
  isClosed?(): boolean;
}

/** Gives the exit code: 0 no problems, 1 problems found, 2 could not run. */
export async function run(
  request: Exclude<Request, { kind: 'lsp' | 'mcp' }>,
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
      to.stderr.write(toldLine(request.message, to));
      return 2;
    case 'check':
      return runCheck(request, to, clock);
    case 'new':
      return runNew(request, to, clock);
    case 'import':
      return runImport(request, to, clock);
    case 'todos':
      return runQuestion(request, await todos(request, to.cwd(), clock, to.env), to, 0);
    case 'highlights':
    case 'agenda':
      return runQuestion(
        { ...request, format: 'text' },
        await draftedLines(request, to.cwd(), clock, to.env),
        to,
        0,
      );
    case 'references':
      return runQuestion(request, await references(request, to.cwd(), clock), to, 1);
  }
}

async function runCheck(request: CheckRequest, to: Console, clock: Clock): Promise<number> {
  const { format, offline } = request;
  const github = offline ? undefined : githubByNode(to.env);
  const progress = new Progress(to.stderr, to.env);
  const report = reportFor(format, to);
  // What it says of the notes does not depend on GitHub, so that this is no reason to say nothing.
  const notices = github?.kind === 'refused' ? [`${github.message} No reference was looked up.`] : [];
  const errors: string[] = [];
  let code = 0;
  const write = (text: string): void => {
    if (text === '') return;
    // On a terminal both are seen at the same place.
    if (to.stdout.isTTY) progress.erase();
    to.stdout.write(text);
  };
  const warn = (lines: readonly string[]): void => {
    if (lines.length === 0) return;
    progress.erase();
    to.stderr.write(lines.map((line) => toldLine(line, to)).join(''));
  };
  const reachable = github?.kind === 'ready' ? { github: github.github } : {};
  const onProgress = (text: string): void => progress.show(text);
  const host = { cwd: to.cwd(), env: to.env, clock, onProgress, ...reachable };
  for await (const event of check(request, host)) {
    if (event.kind === 'notice') notices.push(event.message);
    else if (event.kind === 'error') errors.push(event.message);
    else {
      if (event.file.problems.length > 0) code = 1;
      write(report.file(event.file));
      // Where standard output is for programs, people are told beside it.
      if (format !== 'text') warn(fixLines(event.file));
    }
    // Nobody reads on: `| head`. Fixes are not for the reader, so they go on.
    if (to.isClosed?.() && !request.fix) break;
  }
  progress.erase();
  write(report.end(errors));
  const notice = report.notice?.();
  if (notice !== undefined) notices.push(notice);
  warn([...notices, ...errors].map((line) => `office-hours: check: ${line}`));
  return errors.length > 0 ? 2 : code;
}

function reportFor(format: CheckRequest['format'], to: Console): Report {
  switch (format) {
    case 'text':
      return new TextReport({ colours: wantsColours(to), inWorkflow: isInWorkflow(to.env) });
    case 'json':
      return new JsonReport();
    case 'github':
      return new GitHubReport();
    case 'sarif':
      return new SarifReport();
  }
}

async function runNew(
  request: Extract<Request, { kind: 'new' }>,
  to: Console,
  clock: Clock,
): Promise<number> {
  const result = await newNote(request, to.cwd(), clock, to.env);
  if (result.kind !== 'failed' && result.remark)
    to.stderr.write(toldLine(`office-hours: new: ${result.remark}`, to));
  switch (result.kind) {
    case 'text':
      to.stdout.write(result.text);
      return 0;
    case 'created':
      to.stdout.write(toldPath(result.path, to));
      return 0;
    case 'failed':
      to.stderr.write(toldLine(`office-hours: new: ${result.message}`, to));
      return 2;
  }
}

async function runImport(request: ImportRequest, to: Console, clock: Clock): Promise<number> {
  const read = await readText(request.file, to);
  const result = read.kind === 'text' ? await importNotes(request, read.text, to.cwd(), clock) : read;
  const remarks = result.kind === 'failed' ? [result.message] : result.remarks;
  for (const remark of remarks) to.stderr.write(toldLine(`office-hours: import: ${remark}`, to));
  if (result.kind === 'failed') return 2;
  if (result.kind === 'text') to.stdout.write(result.text);
  else for (const path of result.paths) to.stdout.write(toldPath(path, to));
  return 0;
}

/** `otherwise`: the code where nothing was found. */
function runQuestion(
  { kind, format }: Pick<TodosRequest | ReferencesRequest, 'format'> & { readonly kind: string },
  answer: Answered,
  to: Console,
  otherwise: number,
): number {
  if (answer.kind === 'failed') {
    to.stderr.write(toldLine(`office-hours: ${kind}: ${answer.message}`, to));
    return 2;
  }
  if (answer.remark !== undefined) to.stderr.write(toldLine(`office-hours: ${kind}: ${answer.remark}`, to));
  const lines = answer.text.split('\n').slice(0, -1);
  // A program that reads it wants the text as it is.
  to.stdout.write(format === 'text' ? lines.map((line) => toldLine(line, to)).join('') : answer.text);
  return answer.found ? 0 : otherwise;
}

/** A program that reads it wants the path as it is. */
function toldPath(path: string, to: Console): string {
  return to.stdout.isTTY || isInWorkflow(to.env) ? toldLine(path, to) : `${path}\n`;
}

/** A line for people, who may read it in a terminal or in a workflow's log. */
function toldLine(line: string, { env }: Console): string {
  const visible = makeVisible(line);
  return `${isInWorkflow(env) ? withoutCommands(visible) : visible}\n`;
}

function wantsColours({ env, stdout }: Console): boolean {
  return stdout.isTTY === true && isCapable(env);
}
