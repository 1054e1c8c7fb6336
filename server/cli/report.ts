/** What `check` prints: for people, for programs, for a workflow's log. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RuleCode, Severity } from '../../shared/settings.ts';
import type { FoundProblem } from '../core/checks/problem.ts';
import type { Format } from './arguments.ts';
import { excerpt, makeVisible } from './terminal.ts';

export interface CheckedFile {
  /** As it is to be printed: relative to the current folder where possible, with `/`. */
  readonly file: string;
  readonly text: string;
  /** In the order of their places. */
  readonly problems: readonly FoundProblem[];
}

/** One problem as outside tools read it: all numbers 1-based, columns in UTF-16 code units, end exclusive. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
}

/** The whole report with its final line end. */
export function report(files: readonly CheckedFile[], format: Format, colours: boolean): string {
  if (format === 'json') return `${JSON.stringify(files.flatMap(findings), undefined, 2)}\n`;
  if (format === 'github') return files.flatMap(findings).map(annotation).join('');
  return files.map((file) => fileText(file, colours)).join('') + summary(files);
}

function findings({ file, text, problems }: CheckedFile): Finding[] {
  const document = TextDocument.create('', 'markdown', 0, text);
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

const colourOf: Readonly<Record<Finding['severity'], number>> = {
  error: 31,
  warning: 33,
  information: 36,
  hint: 2,
};

function fileText(checked: CheckedFile, colours: boolean): string {
  const document = TextDocument.create('', 'markdown', 0, checked.text);
  const paint = (text: string, colour: number) => (colours ? `\u001b[${colour}m${text}\u001b[0m` : text);
  return findings(checked)
    .map(({ file, line, column, endLine, endColumn, code, severity, message }) => {
      const place = `${makeVisible(file)}:${line}:${column}:`;
      const source = document.getText({
        start: { line: line - 1, character: 0 },
        end: { line: line - 1, character: Number.MAX_SAFE_INTEGER },
      });
      const { source: shown, carets } = excerpt(
        source,
        column - 1,
        endLine === line ? endColumn - 1 : source.length,
      );
      const colour = colourOf[severity];
      const first = `${paint(place, 1)} ${paint(severity, colour)} ${makeVisible(message)} [${code}]`;
      return `${first}\n${shown}\n${paint(carets, colour)}\n`;
    })
    .join('');
}

function summary(files: readonly CheckedFile[]): string {
  const problems = files.flatMap((file) => file.problems);
  const notes = count(files.length, 'note');
  if (problems.length === 0) return `No problems in ${notes}.\n`;
  const parts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0
      ? []
      : [severity === 'information' ? `${number} information` : count(number, severity)];
  });
  return `${count(problems.length, 'problem')} (${parts.join(', ')}) in ${notes}.\n`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** A workflow command (docs.github.com, "Workflow commands for GitHub Actions"). */
function annotation({ file, line, column, endLine, endColumn, code, severity, message }: Finding): string {
  const level = severity === 'error' || severity === 'warning' ? severity : 'notice';
  const properties = [`file=${escapeProperty(file)}`, `line=${line}`, `endLine=${endLine}`];
  // Columns mean something within one line only.
  if (line === endLine) properties.push(`col=${column}`, `endColumn=${endColumn}`);
  properties.push(`title=${escapeProperty(code)}`);
  return `::${level} ${properties.join(',')}::${escapeData(message)}\n`;
}

/** As actions/toolkit does it (packages/core/src/command.ts). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
