/** What `check` says of one file that was read, and does with `--fix`. */

import { inEnglish } from '../../shared/l10n.ts';
import type { FoundProblem, IssueMemory } from '../core/checks/problem.ts';
import { type TemplateFinding, templateProblems } from '../core/features/template/diagnostics.ts';
import { readTemplate } from '../core/template/file/readTemplate.ts';
import type { Checker } from './checker.ts';
import { fixFile } from './fixFile.ts';
import type { AppliedFix } from './fixText.ts';
import type { ReadFile } from './readFile.ts';
import type { CheckEvent, CheckedFile, ReportedProblem } from './report.ts';
import {
  type Candidate,
  hiddenFolderOf,
  isInRepositoryOf,
  leadsOut,
  pathInRepository,
  shownPath,
} from './selection.ts';

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
    case 'note': {
      const checkedBy = options.checker.sourceOf(file.candidate.uri, file.context);
      const events = checkNote(file, options).map((event) =>
        event.kind === 'checked' ? { ...event, file: { ...event.file, checkedBy } } : event,
      );
      return [...events, ...longLineNotice(file, options)];
    }
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
  const hidden = fix && !isOutside ? hiddenFolderOf(path, cwd) : undefined;
  const mayFix = fix && !isOutside && hidden === undefined && checker.brokenTemplateOf(uri) === undefined;
  const fixed = mayFix ? fixFile(path, note.text, problemsOf, isInRepositoryOf(path, cwd)) : undefined;
  if (fixed?.kind !== 'fixed' || fixed.applied.length === 0) {
    const events: CheckEvent[] = [
      checked('note', candidate, note.text, checker.problemsOf(uri, context, issues), [], options),
    ];
    if (isOutside) {
      const message = `"${file}" is a link to a file outside the repository and is not fixed. Specify the target of the link.`;
      events.push({ kind: 'notice', message });
    }
    if (hidden !== undefined) {
      const message = `"${file}" is in the hidden folder "${hidden}" and is not fixed. Move it to another folder.`;
      events.push({ kind: 'notice', message });
    }
    if (fixed?.kind === 'failed') events.push({ kind: 'error', message: `"${file}" ${fixed.message}` });
    return events;
  }
  return [checked('note', candidate, fixed.text, problemsOf(fixed.text), fixed.applied, options)];
}

function longLineNotice(
  { candidate, context: { note } }: Extract<ReadFile, { kind: 'note' }>,
  { cwd }: CheckFileOptions,
): CheckEvent[] {
  if (!note.shortened) return [];
  const line = note.text.slice(0, note.shortened.at).split('\n').length;
  const message = `Line ${line} of "${shownPath(candidate.path, cwd)}" is too long. The rest of the line is not checked.`;
  return [{ kind: 'notice', message }];
}

function checked(
  kind: CheckedFile['kind'],
  { path }: Candidate,
  text: string,
  problems: readonly (TemplateFinding | FoundProblem)[],
  applied: readonly AppliedFix[],
  { cwd, workspace }: CheckFileOptions,
): CheckEvent {
  const inRepository = pathInRepository(path, cwd, workspace);
  return {
    kind: 'checked',
    file: { kind, file: shownPath(path, cwd), inRepository, text, problems: problems.map(reported), applied },
  };
}

function reported(problem: TemplateFinding | FoundProblem): ReportedProblem {
  const { code, range, severity, message } = problem;
  return {
    code,
    range,
    severity,
    message: inEnglish(message),
    get fixes() {
      return 'fixes' in problem ? problem.fixes : [];
    },
  };
}
