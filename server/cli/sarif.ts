/**
 * The report as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), which code scanning and other viewers read. It is one
 * document, so it is printed at the end.
 */

import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository, version } from '../../package.json';
import { inEnglish } from '../../shared/l10n.ts';
import { withLineEndsOf } from '../core/features/workspaceEdit.ts';
import type { Span } from '../core/note/note.ts';
import { NoteDocument, type TextDocument } from '../core/note/noteDocument.ts';
import { type CheckedFile, type Finding, findings, type Report, type ReportedProblem } from './report.ts';
import { jsonOf } from './reportJson.ts';
import { sarifRules } from './sarifRules.ts';

export class SarifReport implements Report {
  readonly #results: object[] = [];

  file(checked: CheckedFile): string {
    const document = new NoteDocument('', checked.text);
    const seen = new Map<string, number>();
    for (const [index, finding] of findings(checked).entries()) {
      const hash = hashOf(finding, lineOf(document, finding.line - 1));
      const before = seen.get(hash) ?? 0;
      seen.set(hash, before + 1);
      const fixes = fixesOf(checked, checked.problems[index]!, document);
      this.#results.push({
        ruleId: finding.code,
        ruleIndex: sarifRules.findIndex(({ id }) => id === finding.code),
        level: levelOf(finding.severity),
        message: { text: plain(finding.message) },
        locations: [
          { physicalLocation: { artifactLocation: artifactOf(checked), region: regionOf(finding) } },
        ],
        // The name that GitHub goes by ("SARIF support for code scanning"): it tells a finding again when lines move.
        partialFingerprints: { primaryLocationLineHash: `${hash}:${before + 1}` },
        ...(fixes.length === 0 ? {} : { fixes }),
      });
    }
    return '';
  }

  end(failures: readonly string[]): string {
    const log = {
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [
        {
          tool: {
            driver: {
              name: 'office-hours',
              version,
              semanticVersion: version,
              informationUri: repository.url.slice(0, -'.git'.length),
              rules: sarifRules,
            },
          },
          invocations: [
            {
              executionSuccessful: failures.length === 0,
              toolExecutionNotifications: failures.map((text) => ({
                level: 'error',
                message: { text: plain(text) },
              })),
            },
          ],
          originalUriBaseIds: { [rootId]: { description: { text: 'The root of the repository.' } } },
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          results: this.#results,
        },
      ],
    };
    return `${jsonOf(log)}\n`;
  }
}

/** As GitHub's own tools call it. */
const rootId = '%SRCROOT%';

function artifactOf({ inRepository }: CheckedFile): object {
  if (isAbsolute(inRepository)) return { uri: pathToFileURL(inRepository).href };
  return { uri: inRepository.split('/').map(encodeURIComponent).join('/'), uriBaseId: rootId };
}

function regionOf({ line, column, endLine, endColumn }: Finding): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function levelOf(severity: Finding['severity']): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** What can be mended without another file. */
function fixesOf(checked: CheckedFile, { fixes = [] }: ReportedProblem, document: TextDocument): object[] {
  const place = (range: Span): object => {
    const start = document.positionAt(range.from);
    const end = document.positionAt(range.to);
    return {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  };
  return fixes
    .filter(({ edits }) => edits.length > 0)
    .map(({ title, edits }) => ({
      description: { text: plain(inEnglish(title)) },
      artifactChanges: [
        {
          artifactLocation: artifactOf(checked),
          replacements: edits.map((edit) => ({
            deletedRegion: place(edit.range),
            insertedContent: { text: withLineEndsOf(checked.text, edit) },
          })),
        },
      ],
    }));
}

function lineOf(document: TextDocument, line: number): string {
  const end = { line, character: Number.MAX_SAFE_INTEGER };
  return document.getText({ start: { line, character: 0 }, end }).trim();
}

function hashOf({ code }: Finding, line: string): string {
  return createHash('sha256').update(`${code}\0${line}`).digest('hex').slice(0, 16);
}

/**
 * A message's text: braces are doubled, as alone they stand for arguments (SARIF 2.1.0, 3.11.5); `[text](target)` would be a
 * link (3.11.6), and in a stranger's words is not to be one.
 */
function plain(text: string): string {
  const literal = text.replace(/[{}]/g, '$&$&');
  if (!literal.includes('](')) return literal;
  return literal.replaceAll('\\', '\\\\').replaceAll('[', '\\[').replaceAll(']', '\\]');
}
