/** The report for people: each problem with its line, and a summary. */

import { makeVisible } from '../../shared/visibleText.ts';
import type { SchemaSource } from '../core/workspace/schema.ts';
import { type CheckedFile, type Finding, findings, fixLines, type Report } from './report.ts';
import { excerpt, withoutCommands } from './terminal.ts';

export interface TextOptions {
  readonly colours: boolean;
  /** In a workflow's log, a line of a note must not be taken for a command to the runner. */
  readonly inWorkflow: boolean;
}

const colourOf: Readonly<Record<Finding['severity'], number>> = {
  error: 31,
  warning: 33,
  information: 36,
  hint: 2,
};

export class TextReport implements Report {
  readonly #options: TextOptions;
  readonly #files = { note: 0, template: 0 };
  readonly #problems = { error: 0, warning: 0, information: 0, hint: 0 };
  /** How many notes were checked by what. */
  readonly #checkedBy = new Map<string, number>();
  #fixed = 0;

  constructor(options: TextOptions) {
    this.#options = options;
  }

  file(checked: CheckedFile): string {
    this.#files[checked.kind]++;
    this.#fixed += checked.applied.length;
    if (checked.checkedBy !== undefined) {
      const by = phraseOf(checked.checkedBy);
      this.#checkedBy.set(by, (this.#checkedBy.get(by) ?? 0) + 1);
    }
    for (const { severity } of checked.problems) this.#problems[severity]++;
    const fixes = fixLines(checked).map((line) => `${this.#harmless(makeVisible(line))}\n`);
    return [...fixes, ...this.#withExcerpts(checked)].join('');
  }

  end(): string {
    const { note, template } = this.#files;
    // Nothing was checked: that is said elsewhere.
    if (note + template === 0) return '';
    const files = [
      ...(note > 0 ? [count(note, 'note')] : []),
      ...(template > 0 ? [count(template, 'template file')] : []),
    ].join(' and ');
    const fixed = this.#fixed === 0 ? '' : `${count(this.#fixed, 'problem')} fixed. `;
    const { error, warning, information, hint } = this.#problems;
    const sum = error + warning + information + hint;
    if (sum === 0) return `${fixed}No problems in ${files}.\n${this.#checkedLine()}`;
    const parts = [
      ...(error > 0 ? [count(error, 'error')] : []),
      ...(warning > 0 ? [count(warning, 'warning')] : []),
      ...(information > 0 ? [`${information} information`] : []),
      ...(hint > 0 ? [count(hint, 'hint')] : []),
    ];
    return `${fixed}${count(sum, 'problem')} (${parts.join(', ')}) in ${files}.\n${this.#checkedLine()}`;
  }

  /** Empty where all notes were checked by the built-in template. */
  #checkedLine(): string {
    const by = [...this.#checkedBy];
    if (by.every(([phrase]) => phrase === byBuiltIn)) return '';
    const parts = by.map(([phrase, notes]) => `${count(notes, 'note')} ${phrase}`);
    return `Checked ${this.#harmless(makeVisible(parts.join(', ')))}.\n`;
  }

  #withExcerpts(checked: CheckedFile): string[] {
    if (checked.problems.length === 0) return [];
    const paint = (text: string, colour: number) =>
      this.#options.colours ? `\u001b[${colour}m${text}\u001b[0m` : text;
    const margin = this.#options.inWorkflow ? '| ' : '';
    const lines = lineReader(checked.text);
    return findings(checked).map((finding) => {
      const { line, column, endLine, endColumn, code, severity, message } = finding;
      const source = lines(line - 1);
      const until = endLine === line ? endColumn - 1 : source.length;
      const { source: shown, carets } = excerpt(source, column - 1, until);
      const colour = colourOf[severity];
      const place = this.#harmless(`${makeVisible(finding.file)}:${line}:${column}:`);
      const words = this.#harmless(`${makeVisible(message)} [${code}]`);
      const first = `${paint(place, 1)} ${paint(severity, colour)} ${words}`;
      return `${first}\n${margin}${this.#harmless(shown)}\n${margin}${paint(carets, colour)}\n`;
    });
  }

  #harmless(text: string): string {
    return this.#options.inWorkflow ? withoutCommands(text) : text;
  }
}

const byBuiltIn = 'by the built-in template';

function phraseOf(source: SchemaSource): string {
  switch (source.kind) {
    case 'built-in':
      return byBuiltIn;
    case 'notes':
      return source.count > 0 ? 'by other notes of their time' : 'without comparison';
    case 'template':
      return `by template ${source.name}${source.since === undefined ? '' : ` since ${source.since}`}`;
  }
}

/** Gives a line of the text, 0-based, without its line end. */
function lineReader(text: string): (line: number) => string {
  const lines = text.split(/\r\n|\r|\n/);
  return (line) => lines[line] ?? '';
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
