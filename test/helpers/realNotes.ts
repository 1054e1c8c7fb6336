/**
 * Real notes with a careful reader's labels, which are not part of this repository. They are looked for beside it, or
 * where OFFICE_HOURS_REAL_NOTES says.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface LabelledReference {
  readonly line: number;
  readonly startCol: number;
  readonly endCol: number;
  readonly raw: string;
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly kindAsWritten: 'pr' | 'issue' | 'unknown';
  readonly inLinkText?: boolean;
  readonly numLine?: number;
  readonly numStartCol?: number;
  readonly numEndCol?: number;
  readonly ambiguous?: boolean;
}

export interface LabelledItem {
  readonly line: number;
  readonly startCol: number;
  readonly endCol: number;
  readonly tier: 1 | 2;
  readonly owners: readonly {
    readonly name: string;
    readonly line: number;
    readonly startCol: number;
    readonly endCol: number;
  }[];
  readonly ambiguous?: boolean;
}

export interface LabelledNote {
  readonly file: string;
  readonly text: string;
  readonly titleDate: string | null;
  readonly fileDate: string;
  readonly recordingUrl: string | null;
  readonly recordingLine: number | null;
  readonly refs: readonly LabelledReference[];
  readonly notRefs: readonly {
    readonly line: number;
    readonly startCol: number;
    readonly endCol: number;
    readonly raw: string;
  }[];
  readonly todos: readonly LabelledItem[];
  /** 0-based line and UTF-16 column to an offset. */
  offset(line: number, column: number): number;
}

/** Undefined, with a printed reason, where the folder is absent. */
export function realNotes(): readonly LabelledNote[] | undefined {
  const folder = resolve(process.env.OFFICE_HOURS_REAL_NOTES ?? '../shared/notes');
  if (!existsSync(join(folder, 'labels.json'))) {
    process.stdout.write(
      '    (real notes: skipped, there is no folder of labelled notes beside this repository)\n',
    );
    return undefined;
  }
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as {
    notes: Omit<LabelledNote, 'text' | 'offset'>[];
  };
  return labels.notes.map((note) => {
    const text = readFileSync(join(folder, note.file), 'utf8');
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return {
      ...note,
      text,
      offset: (line: number, column: number) => (starts[line] ?? text.length) + column,
    };
  });
}
