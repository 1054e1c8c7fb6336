/** What `check` says of one file that was read, and does with `--fix`. */

import type { IssueMemory } from '../core/checks/problem.ts';
import { templateProblems } from '../core/features/template/diagnostics.ts';
import { readTemplate } from '../core/template/file/readTemplate.ts';
import type { Checker } from './checker.ts';
import { fixFile } from './fixFile.ts';
import type { AppliedFix } from './fixText.ts';
import type { ReadFile } from './readFile.ts';
import type { CheckEvent, CheckedFile, ReportedProblem } from './report.ts';
import { type Candidate, leadsOut, pathInRepository, shownPath } from './selection.ts';

export interface CheckFileOptions {
  readonly checker: Checker;
  readonly cwd: string;
  /** Where a workflow has its files, an absolute path; absent in none. */
  readonly workspace?: string | undefined;
  readonly fix: boolean;
  /** Absent: nothing is known of GitHub. */
  readonly issues?: IssueMemory | undefined;
}

/** Never throws: what cannot be done is an event. */
export function checkFile(file: ReadFile, options: CheckFileOptions): CheckEvent[] {
  switch (file.kind) {
    case 'note':
      return checkNote(file, options);
    case 'template': {
      const { text, candidate, files } = file;
      const problems = templateProblems(text, { read: readTemplate(text), files });
      return [checked('template', candidate, text, problems, [], options)];
    }
    case 'unreadable': {
      const message = `"${shownPath(file.candidate.path, options.cwd)}" ${file.reason}`;
      if (file.candidate.isNamed) return [{ kind: 'error', message }];
      return [{ kind: 'notice', message: `${message} It is skipped.` }];
    }
    case 'other':
      return [];
  }
}

function checkNote(
  { candidate, context }: Extract<ReadFile, { kind: 'note' }>,
  options: CheckFileOptions,
): CheckEvent[] {
  const { checker, cwd, fix, issues } = options;
  const { note } = context;
  const { uri, path } = candidate;
  const file = shownPath(path, cwd);
  if (note.truncated !== undefined) {
    const message = `"${file}" is too large. Its end is not checked${fix ? ', and it is not fixed' : ''}.`;
    const problems = checker.problemsOf(uri, context, issues);
    const kind = candidate.isNamed ? 'error' : 'notice';
    return [{ kind, message }, checked('note', candidate, note.text, problems, [], options)];
  }
  const problemsOf = (text: string) =>
    checker.problemsOf(
      uri,
      text === note.text ? context : checker.contextOf(uri, checker.parse(uri, text)),
      issues,
    );
  const isOutside = fix && leadsOut(path, cwd);
  const mayFix = fix && !isOutside && checker.brokenTemplateOf(uri) === undefined;
  const fixed = mayFix ? fixFile(path, note.text, problemsOf) : undefined;
  if (fixed?.kind !== 'fixed' || fixed.applied.length === 0) {
    const events: CheckEvent[] = [
      checked('note', candidate, note.text, checker.problemsOf(uri, context, issues), [], options),
    ];
    if (isOutside) {
      const message = `"${file}" is a link to a file outside the repository and is not fixed. Specify the target of the link.`;
      events.push({ kind: 'notice', message });
    }
    if (fixed?.kind === 'failed') events.push({ kind: 'error', message: `"${file}" ${fixed.message}` });
    return events;
  }
  checker.changed(uri, checker.parse(uri, fixed.text));
  return [checked('note', candidate, fixed.text, problemsOf(fixed.text), fixed.applied, options)];
}

function checked(
  kind: CheckedFile['kind'],
  { path }: Candidate,
  text: string,
  problems: readonly ReportedProblem[],
  applied: readonly AppliedFix[],
  { cwd, workspace }: CheckFileOptions,
): CheckEvent {
  const inRepository = pathInRepository(path, cwd, workspace);
  return {
    kind: 'checked',
    file: { kind, file: shownPath(path, cwd), inRepository, text, problems, applied },
  };
}
