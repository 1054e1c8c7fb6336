/** What is wrong in a template file, as the protocol's diagnostics. */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { beside, inEnglish, type Message, type Say, t } from '../../../../shared/l10n.ts';
import { nearest } from '../../note/editDistance.ts';
import type { Span } from '../../note/note.ts';
import type { TextDocument } from '../../note/noteDocument.ts';
import type { TemplateProblem } from '../../template/definition.ts';
import { type PlacedGlob, placedGlobs } from '../../template/file/frontMatterGlobs.ts';
import { globFolder } from '../../template/patterns/glob.ts';
import { matchesGlob } from '../../template/patterns/matchGlob.ts';
import { source } from '../announced.ts';
import { toRange } from '../range.ts';
import type { TemplateInputs } from './inputs.ts';

/** A problem of a template file, those of the files around it included. */
export type TemplateFinding = Pick<TemplateProblem, 'code' | 'range' | 'message' | 'severity'>;

const severities: Readonly<Record<TemplateFinding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Where a code, and each key, is explained. */
export function templatePage(code: string): string {
  return `https://github.com/office-hours-notes/office-hours-notes/blob/main/docs/templates.md#${code}`;
}

/** In document order. `codeDescription`: the client shows links of codes. `inputs.read` is of the document's text. */
export function templateDiagnostics(
  document: TextDocument,
  inputs: Pick<TemplateInputs, 'read' | 'files'>,
  codeDescription: boolean,
  say: Say = inEnglish,
): Diagnostic[] {
  return templateProblems(document.getText(), inputs).map(({ range, severity, code, message }) => ({
    range: toRange(range, document),
    severity: severities[severity],
    code,
    source,
    message: say(message),
    ...(codeDescription && { codeDescription: { href: templatePage(code) } }),
  }));
}

/** In document order; offsets into `text`, which `inputs.read` is of. */
export function templateProblems(
  text: string,
  inputs: Pick<TemplateInputs, 'read' | 'files'>,
): TemplateFinding[] {
  const problems: TemplateFinding[] = [...inputs.read.problems, ...unmatched(text, inputs)];
  return problems.sort((a, b) => a.range.from - b.range.from);
}

/** A glob without a file is right before the first note is written, and a slip of the pen ever after. */
function unmatched(text: string, { read, files }: Pick<TemplateInputs, 'read' | 'files'>): TemplateFinding[] {
  if (files === undefined) return [];
  const isTold = ({ from, to }: Span) =>
    read.problems.some(({ code, range }) => code === 'template-glob' && range.from >= from && range.to <= to);
  return placedGlobs(text)
    .filter(({ range }) => !isTold(range))
    .filter(({ glob }) => !files.some((components) => matchesGlob(glob, components)))
    .map((placed) => ({
      code: 'template-glob',
      range: placed.range,
      message: beside(t('No Markdown file matches yet.'), remedyFor(placed, files)),
      severity: 'information',
    }));
}

function remedyFor({ glob }: PlacedGlob, files: readonly (readonly string[])[]): Message {
  const folder = globFolder(glob).join('/');
  const folders = new Set(
    files.flatMap((components) =>
      components.slice(0, -1).map((_, at) => components.slice(0, at + 1).join('/')),
    ),
  );
  const meant = folders.has(folder) ? undefined : nearest(folder, [...folders]);
  if (meant !== undefined) return t('Did you mean the folder "{0}"?', meant);
  return t('The path is relative to the folder that contains .office-hours.');
}
