/** Problems as the protocol's diagnostics. */

import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-types';
import { type Say, t } from '../../../shared/l10n.ts';
import { isEach, type Steps } from '../../../shared/steps.ts';
import type { FoundProblem } from '../checks/problem.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { source } from './announced.ts';
import { toRange } from './range.ts';

/** Which parts the client can show (`textDocument.diagnostic` or `textDocument.publishDiagnostics`). */
export interface DiagnosticSupport {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
}

/** The page that explains a rule. */
export function rulePage(code: string): string {
  return `https://github.com/office-hours-notes/office-hours-notes/blob/main/docs/rules/${code}.md`;
}

/** The severest first. */
const severities: Readonly<Record<FoundProblem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** VS Code shows no more of a file (`ExtHostDiagnostics`), and nobody reads as many. */
const mostShown = 1_000;

/**
 * `problems` belong to the text of `document`, which is to stay as it is until the last step. Of very many, the severest and the first are
 * given, and how many are not.
 */
export function* toDiagnostics(
  problems: readonly FoundProblem[],
  document: TextDocument,
  support: DiagnosticSupport,
  say: Say,
): Steps<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const shown = problems.length > mostShown ? severest(problems, mostShown - 1) : problems;
  for (const problem of shown) {
    if (isEach(100, diagnostics.length)) yield;
    diagnostics.push(toDiagnostic(problem, document, support, say));
  }
  const more = problems.length - shown.length;
  if (more > 0) {
    diagnostics.push({
      range: wholeLine(0),
      severity: DiagnosticSeverity.Information,
      source,
      message: say(t('{0} more problems are not shown.', more)),
    });
  }
  return diagnostics;
}

/** In their order. */
function severest(problems: readonly FoundProblem[], count: number): readonly FoundProblem[] {
  const bySeverity = Object.keys(severities).flatMap((each) =>
    problems.filter(({ severity }) => severity === each),
  );
  const chosen = new Set(bySeverity.slice(0, count));
  return problems.filter((problem) => chosen.has(problem));
}

function toDiagnostic(
  problem: FoundProblem,
  document: TextDocument,
  support: DiagnosticSupport,
  say: Say,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(problem.range, document),
    severity: severities[problem.severity],
    code: problem.code,
    source,
    message: say(problem.message),
  };
  if (support.codeDescription) diagnostic.codeDescription = { href: rulePage(problem.code) };
  if (support.relatedInformation && problem.related !== undefined && problem.related.length > 0) {
    diagnostic.relatedInformation = problem.related.map((related) => ({
      location:
        'uri' in related
          ? { uri: related.uri, range: wholeLine(related.line) }
          : { uri: document.uri, range: toRange(related.range, document) },
      message: say(related.message),
    }));
  }
  return diagnostic;
}

/** Of another document, whose text is not at hand: a client takes what is beyond the line's end for its end (LSP 3.17, "Position"). */
function wholeLine(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}
