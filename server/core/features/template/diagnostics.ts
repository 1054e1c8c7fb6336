/** What is wrong in a template file, as the protocol's diagnostics. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { type PlacedGlob, placedGlobs } from '../../template/frontMatterGlobs.ts';
import { globFolder, matchesGlob } from '../../template/glob.ts';
import { nearest } from '../../template/nearest.ts';
import type { TemplateProblem } from '../../template/seriesTemplate.ts';
import { source } from '../diagnostics.ts';
import { toRange } from '../range.ts';
import type { TemplateInputs } from './inputs.ts';

/** Where each key is explained. */
const page = 'https://github.com/office-hours-notes/office-hours-notes/blob/main/docs/templates.md';

/** In document order. `codeDescription`: the client shows links of codes. `inputs.read` is of the document's text. */
export function templateDiagnostics(
  document: TextDocument,
  inputs: Pick<TemplateInputs, 'read' | 'files'>,
  codeDescription: boolean,
): Diagnostic[] {
  const problems = [...inputs.read.problems.map(severe), ...unmatched(document.getText(), inputs)];
  problems.sort((a, b) => a.range.from - b.range.from);
  return problems.map(({ range, severity, code, message }) => ({
    range: toRange(range, document),
    severity,
    code,
    source,
    message,
    ...(codeDescription && { codeDescription: { href: `${page}#${code}` } }),
  }));
}

type Told = Pick<TemplateProblem, 'code' | 'range' | 'message'> & { readonly severity: DiagnosticSeverity };

function severe(problem: TemplateProblem): Told {
  const { Error: error, Warning: warning } = DiagnosticSeverity;
  return { ...problem, severity: problem.severity === 'error' ? error : warning };
}

/** A glob without a file is right before the first note is written, and a slip of the pen ever after. */
function unmatched(text: string, { files }: Pick<TemplateInputs, 'files'>): Told[] {
  if (files === undefined) return [];
  return placedGlobs(text)
    .filter(({ glob }) => !files.some((components) => matchesGlob(glob, components)))
    .map((placed) => ({
      code: 'template-glob',
      range: placed.range,
      message: `No Markdown file is there yet. ${remedyFor(placed, files)}`,
      severity: DiagnosticSeverity.Information,
    }));
}

function remedyFor({ glob }: PlacedGlob, files: readonly (readonly string[])[]): string {
  const folder = globFolder(glob).join('/');
  const folders = new Set(
    files.flatMap((components) =>
      components.slice(0, -1).map((_, at) => components.slice(0, at + 1).join('/')),
    ),
  );
  const meant = folders.has(folder) ? undefined : nearest(folder, [...folders]);
  if (meant !== undefined) return `Did you mean the folder "${meant}"?`;
  return 'Paths begin at the folder that holds .office-hours.';
}
