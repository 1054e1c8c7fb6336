/** What `check` prints, whoever reads it: a report is written a file at a time. */

import type { RuleCode, Severity } from '../../shared/settings.ts';
import type { Fix } from '../core/checks/problem.ts';
import type { Span } from '../core/note/note.ts';
import { NoteDocument } from '../core/note/noteDocument.ts';
import type { TemplateProblemCode } from '../core/template/definition.ts';
import type { SchemaSource } from '../core/workspace/schema.ts';
import type { AppliedFix } from './fixText.ts';

export interface ReportedProblem {
  readonly code: RuleCode | TemplateProblemCode;
  readonly range: Span;
  readonly message: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** May be costly to ask for. */
  readonly fixes?: readonly Fix[];
}

export interface CheckedFile {
  readonly kind: 'note' | 'template';
  /** As it is to be printed: relative to the current folder where possible, with `/`. */
  readonly file: string;
  /** Relative to the root of its repository, with `/`; absolute when it is in none, nor below the current folder. */
  readonly inRepository: string;
  /** As it is now. */
  readonly text: string;
  /** What is left, in the order of their places. */
  readonly problems: readonly ReportedProblem[];
  /** Of a note: what it was checked by. */
  readonly checkedBy?: SchemaSource;
  /** What `--fix` did. */
  readonly applied: readonly AppliedFix[];
}

/** One problem as outside tools read it: all numbers 1-based, columns in UTF-16 code units, end exclusive. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: ReportedProblem['code'];
  readonly severity: ReportedProblem['severity'];
  readonly message: string;
}

/** Gives what is to be printed, piece by piece, line ends included. */
export interface Report {
  /** To be called in the order of the report. */
  file(checked: CheckedFile): string;
  /** What comes last. `failures`: what could not be checked. */
  end(failures: readonly string[]): string;
  /** At the end: what whoever reads it should know of the report itself. */
  notice?(): string | undefined;
}

/** With `file` as it is to be printed. */
export function findings({ file, text, problems }: CheckedFile): Finding[] {
  const document = new NoteDocument('', text);
  return problems.map(({ code, range, severity, message }) => {
    const start = document.positionAt(range.from);
    const end = document.positionAt(range.to);
    return {
      file,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      code,
      severity,
      message,
    };
  });
}

/** One line a fix: `notes/a.md:12: fixed: Remove this duplicate [section-duplicate]`. */
export function fixLines({ file, text, applied }: CheckedFile): string[] {
  const document = new NoteDocument('', text);
  return applied.map(
    ({ at, title, code }) => `${file}:${document.positionAt(at).line + 1}: fixed: ${title} [${code}]`,
  );
}

export type CheckEvent =
  /** In the order they were named; within a folder by path. */
  | { readonly kind: 'checked'; readonly file: CheckedFile }
  /** What could not be done though it was asked for: names the path and the remedy. */
  | { readonly kind: 'error'; readonly message: string }
  /** What was left out of a folder, or found wanting otherwise. */
  | { readonly kind: 'notice'; readonly message: string };
