/** A template file out of the notes that a series has. */

import { withoutPeriods } from '../../archive/periodFolders.ts';
import { safeName } from '../../template/fileName.ts';
import type { LearnInput, LearnOptions } from '../evidence.ts';
import { findingsOf } from '../findings.ts';
import { bodyText } from './body.ts';
import { frontMatterLines } from './frontMatter.ts';
import { withoutProblems } from './withoutProblems.ts';

export interface LearnedTemplate {
  /** A whole template file: front matter with comments, and the body; `\n` line ends. */
  readonly text: string;
  /** What the file may be called, without its extension: one safe component. */
  readonly name: string;
  /** How many notes it was learned from. */
  readonly notes: number;
}

/**
 * Proposes a template file for a series: what nearly all of its notes have is asked for, what some have is optional. Each
 * line says in a comment what it was seen by. `notes` in any order, at least one; what they say is never read as YAML, as
 * a marker or as snippet syntax. Never throws; linear in the notes' length.
 */
export function learnTemplate(notes: readonly LearnInput[], options: LearnOptions): LearnedTemplate {
  const found = findingsOf(notes, options);
  const text = ['---', ...frontMatterLines(found), '---', bodyText(found)].join('\n');
  return { text: withoutProblems(text), name: nameFor(options.folder ?? []), notes: notes.length };
}

const usualName = 'office-hours';
const longestName = 60;

/** After the notes' folder: `office-hours` for `docs/office-hours`. */
function nameFor(folder: readonly string[]): string {
  const last = withoutPeriods(folder).at(-1) ?? '';
  const name = [...last.toLowerCase()]
    .map((char) => (/[\p{L}\p{N}_-]/u.test(char) ? char : '-'))
    .join('')
    .slice(0, longestName);
  return /[\p{L}\p{N}]/u.test(name) && safeName(`${name}.md`).kind === 'name' ? name : usualName;
}
