/** The report for programs: one array of findings. */

import { type CheckedFile, findings, type Report } from './report.ts';
import { withoutInvisible } from './terminal.ts';

export class JsonReport implements Report {
  #isEmpty = true;

  file(checked: CheckedFile): string {
    return findings(checked)
      .map((finding) => {
        const start = this.#isEmpty ? '[\n' : ',\n';
        this.#isEmpty = false;
        return start + indented(jsonOf(finding));
      })
      .join('');
  }

  /** Without it the array is not closed, so an incomplete report is not read as a complete one. */
  end(): string {
    return this.#isEmpty ? '[]\n' : '\n]\n';
  }
}

/**
 * A workflow's runner takes `##[` anywhere in its log for a command, and a terminal some characters; they stand in texts alone,
 * where they can be escaped.
 */
export function jsonOf(value: unknown): string {
  return withoutInvisible(JSON.stringify(value, undefined, 2)).replaceAll('##[', '\\u0023#[');
}

function indented(json: string): string {
  return `  ${json.replaceAll('\n', '\n  ')}`;
}
