/** The safe fixes of a note, until there are none. */

import { inEnglish } from '../../shared/l10n.ts';
import type { Edit, FoundProblem } from '../core/checks/problem.ts';
import { type ChosenFix, safeFixes, withoutOverlaps } from '../core/features/codeActions.ts';
import { withLineEndsOf } from '../core/features/workspaceEdit.ts';

export interface AppliedFix {
  readonly code: FoundProblem['code'];
  /** What was done, as a light bulb offers it. */
  readonly title: string;
  /** Where it is in the new text, an offset in UTF-16 code units. */
  readonly at: number;
}

export interface FixedText {
  readonly text: string;
  /** In the order of their places. */
  readonly applied: readonly AppliedFix[];
}

/** Fixes that shift or uncover one another need a few; more would mean that one mends nothing, or that two of them quarrel. */
const mostRounds = 20;
const mostAttempts = 20;

/**
 * `problemsOf` is asked for each state of the text. A fix that does not come to an end is left out altogether: what it adds
 * would be added again by every run.
 */
export function fixText(text: string, problemsOf: (text: string) => readonly FoundProblem[]): FixedText {
  const endless = new Set<string>();
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const result = fixWithout(endless, text, problemsOf);
    if (result.kind === 'fixed') return result.fixed;
    for (const key of result.keys) endless.add(key);
  }
  return { text, applied: [] };
}

type Attempt =
  | { readonly kind: 'fixed'; readonly fixed: FixedText }
  | { readonly kind: 'endless'; readonly keys: readonly string[] };

function fixWithout(
  endless: ReadonlySet<string>,
  original: string,
  problemsOf: (text: string) => readonly FoundProblem[],
): Attempt {
  let text = original;
  let applied: AppliedFix[] = [];
  let keys: string[] = [];
  for (let round = 0; round <= mostRounds; round++) {
    const offered = safeFixes(problemsOf(text)).filter((each) => !endless.has(keyOf(each)));
    const chosen = withoutOverlaps(offered);
    if (chosen.length === 0) {
      return { kind: 'fixed', fixed: { text, applied: applied.sort((a, b) => a.at - b.at) } };
    }
    keys = chosen.map(keyOf);
    const edits = inOrder(chosen, text);
    applied = [
      ...applied.map((each) => ({ ...each, at: shifted(each.at, edits) })),
      ...chosen.map(({ problem: { code }, fix }) => ({
        code,
        title: inEnglish(fix.title),
        at: placeOf(fix.edits, edits),
      })),
    ];
    text = edited(text, edits);
  }
  return { kind: 'endless', keys };
}

function keyOf({ problem, fix }: ChosenFix): string {
  return `${problem.code} ${inEnglish(fix.title)}`;
}

/** Their edits with the text's own line ends. They do not overlap; insertions at one place stay in order. */
function inOrder(fixes: readonly ChosenFix[], text: string): Edit[] {
  return fixes
    .flatMap(({ fix }) => fix.edits)
    .sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to)
    .map((edit) => ({ ...edit, text: withLineEndsOf(text, edit) }));
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: inserted } of edits) {
    result += text.slice(at, range.from) + inserted;
    at = range.to;
  }
  return result + text.slice(at);
}

/** Where in the new text the first of `own`, some of `edits`, shows: what it inserts may begin with line ends. */
function placeOf(own: readonly Edit[], edits: readonly Edit[]): number {
  const ranges = new Set(own.map(({ range }) => range));
  const index = edits.findIndex(({ range }) => ranges.has(range));
  const { range, text } = edits[index] ?? { range: { from: 0, to: 0 }, text: '' };
  let blank = 0;
  while (text[blank] === '\n' || text[blank] === '\r') blank++;
  return shifted(range.from, edits.slice(0, index)) + (blank < text.length ? blank : 0);
}

/** Where an offset is after the edits before it; in what one replaces, at its start. */
function shifted(at: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { range, text } of edits) {
    if (range.from > at || (range.from === at && range.to > at)) break;
    if (range.to > at) return range.from + shift;
    shift += text.length - (range.to - range.from);
  }
  return at + shift;
}
