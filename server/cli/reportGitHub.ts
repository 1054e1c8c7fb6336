/** The report as annotations in a workflow's log (docs.github.com, "Workflow commands for GitHub Actions"). */

import { makeVisible } from '../../shared/visibleText.ts';
import { type CheckedFile, type Finding, findings, type Report } from './report.ts';

/** Of each level, in a step (actions/toolkit, docs/problem-matchers.md, "Limitations"); the log says of no annotation where it is. */
const mostShown = 10;

export class GitHubReport implements Report {
  readonly #counts = { error: 0, warning: 0, notice: 0 };

  file(checked: CheckedFile): string {
    // The runner takes a relative path for one in the repository, wherever the command ran.
    const found = findings({ ...checked, file: checked.inRepository });
    for (const each of found) this.#counts[levelOf(each)]++;
    return found.map(annotation).join('');
  }

  end(): string {
    return '';
  }

  notice(): string | undefined {
    const hidden = Object.values(this.#counts).reduce(
      (sum, count) => sum + Math.max(0, count - mostShown),
      0,
    );
    if (hidden === 0) return undefined;
    return `GitHub shows ten errors, ten warnings and ten notices per step; ${hidden} annotations are not shown. Use --format text to see all problems.`;
  }
}

function levelOf({ severity }: Finding): 'error' | 'warning' | 'notice' {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}

function annotation(finding: Finding): string {
  const { file, line, column, endColumn, code, message } = finding;
  const level = levelOf(finding);
  // A range that ends before the first character of a line does not reach into it.
  const isWhole = endColumn === 1 && finding.endLine > line;
  const endLine = isWhole ? finding.endLine - 1 : finding.endLine;
  const properties = [`file=${escapeProperty(file)}`, `line=${line}`, `endLine=${endLine}`];
  // Columns mean something within one line only.
  if (line === endLine && !isWhole) properties.push(`col=${column}`, `endColumn=${endColumn}`);
  properties.push(`title=${escapeProperty(code)}`);
  return `::${level} ${properties.join(',')}::${escapeData(message)}\n`;
}

/** As actions/toolkit does it (packages/core/src/command.ts); what commands a terminal, or hides, is no part of any of these. */
function escapeData(text: string): string {
  const visible = text.replace(/[^\r\n]+/g, makeVisible);
  return visible.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
