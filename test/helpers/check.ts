/** Runs one rule over a marked text, so that a rule's tests are a table. */

import assert from 'node:assert/strict';
import type { Series } from '../../server/core/archive/noteSummary.ts';
import { findProblems } from '../../server/core/checks/findProblems.ts';
import type { CheckContext, Fix } from '../../server/core/checks/problem.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import { builtinTemplate } from '../../server/core/template/file/builtin.ts';
import { dateInFileName } from '../../shared/dates/findDate.ts';
import { type RuleCode, ruleCodes, type Severity } from '../../shared/settings.ts';
import { markRanges, parseMarked } from './markedText.ts';
import { type SaidProblem, said } from './said.ts';

export interface CheckOptions extends Partial<Omit<CheckContext, 'fileDate'>> {}

/** The problems of one rule alone, all others off. */
export function check(code: RuleCode, text: string, options: CheckOptions = {}): SaidProblem[] {
  const severity = Object.fromEntries(
    ruleCodes.map((each) => [each, each === code ? 'warning' : 'off']),
  ) as Record<RuleCode, Severity>;
  const fileDate = options.fileName ? dateInFileName(options.fileName) : undefined;
  const context: CheckContext = {
    note: parseNote(text, undefined, options.definition?.conventions),
    template: builtinTemplate,
    today: '2026-06-01',
    ...(fileDate && { fileDate }),
    ...options,
  };
  return findProblems(context, severity).map(said);
}

/** Asserts that the rule finds exactly the marked ranges. */
export function assertFinds(code: RuleCode, marked: string, options?: CheckOptions): SaidProblem[] {
  const { text } = parseMarked(marked);
  const problems = check(code, text, options);
  assert.equal(
    markRanges(
      text,
      problems.map(({ range }) => range),
    ),
    marked,
  );
  return problems;
}

/** The text after a fix's edits. */
export function applyFix(text: string, fix: Pick<Fix, 'edits'> | undefined): string {
  assert.ok(fix, 'there is no such fix');
  let result = text;
  for (const { range, text: inserted } of [...fix.edits].sort((a, b) => b.range.from - a.range.from)) {
    result = result.slice(0, range.from) + inserted + result.slice(range.to);
  }
  return result;
}

export function seriesOf(series: Partial<Series>): Series {
  return { folder: 'file:///notes', notes: [], people: [], ...series };
}
