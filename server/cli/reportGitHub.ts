/** The report as annotations in a workflow's log (docs.github.com, "Workflow commands for GitHub Actions"). */

import { type CheckedFile, type Finding, findings, type Report } from './report.ts';

export class GitHubReport implements Report {
  file(checked: CheckedFile): string {
    // The runner takes a relative path for one in the repository, wherever the command ran.
    return findings({ ...checked, file: checked.inRepository })
      .map(annotation)
      .join('');
  }

  end(): string {
    return '';
  }
}

function annotation(finding: Finding): string {
  const { file, line, column, endColumn, code, severity, message } = finding;
  const level = severity === 'error' || severity === 'warning' ? severity : 'notice';
  // A range that ends before the first character of a line does not reach into it.
  const isWhole = endColumn === 1 && finding.endLine > line;
  const endLine = isWhole ? finding.endLine - 1 : finding.endLine;
  const properties = [`file=${escapeProperty(file)}`, `line=${line}`, `endLine=${endLine}`];
  // Columns mean something within one line only.
  if (line === endLine && !isWhole) properties.push(`col=${column}`, `endColumn=${endColumn}`);
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
