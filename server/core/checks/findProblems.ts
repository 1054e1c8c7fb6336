/** All rules over one note. */

import type { RuleCode, Severity } from '../../../shared/settings.ts';
import { atOnce, isEach, type Steps } from '../../../shared/steps.ts';
import type { Series } from '../archive/noteSummary.ts';
import { isSuppressed } from '../note/directives.ts';
import type { Directive, Note } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { placeholdersIn } from '../template/placeholders.ts';
import type { Template } from '../template/template.ts';
import { inFile } from './inFile.ts';
import { cachedProblems } from './meetingCache.ts';
import type { CheckContext, FoundProblem, MeetingContext, Problem, Rule } from './problem.ts';
import { rules } from './rules.ts';
import { isUpcoming, meetingDate, newNote } from './titleText.ts';

type Severities = Readonly<Record<RuleCode, Severity>>;

/**
 * What is wrong with a note, in document order, without what is off or suppressed; where a file has several meetings, with
 * each of them. Asks nothing of any port.
 */
export function findProblems(context: CheckContext, severities: Severities): FoundProblem[] {
  return atOnce(problemSteps(context, severities));
}

/** The same in steps, for a long note. */
export function problemSteps(context: CheckContext, severities: Severities): Steps<FoundProblem[]> {
  return context.meetings === undefined
    ? problemsOfNote(context, severities)
    : problemsOfMeetings(context, context.meetings, severities);
}

/** What stands between the meetings belongs to none: only its references are looked at. */
function* problemsOfMeetings(
  { meetings: _, ...context }: CheckContext,
  meetings: readonly MeetingContext[],
  severities: Severities,
): Steps<FoundProblem[]> {
  const { note, issues } = context;
  const starts = new Map(meetings.map(({ from, context: { note: each } }) => [each, from]));
  const ofReferences = only(severities, ({ isAboutReferences }) => isAboutReferences === true);
  const ofText = only(severities, ({ isAboutReferences }) => isAboutReferences === undefined);
  const found: FoundProblem[] = [];
  for (const { from, context: own } of meetings) {
    // Its agenda grows until its day is over, beside the notes that are done.
    const inText = isUpcoming(own) ? [] : cachedProblems(own, ofText, starts, problemsNow);
    const inReferences = yield* problemsOfNote({ ...own, ...(issues && { issues }) }, ofReferences);
    for (const problem of [...inText, ...inReferences]) found.push(inFile(problem, from, starts));
    yield;
  }
  const isOutside = isOutsideOf(meetings);
  const references = note.references.filter(({ range }) => isOutside(range.from));
  // A copy puts all lists of the note together; most files have no references there.
  const outside =
    references.length === 0 ? [] : problemsNow({ ...context, note: { ...note, references } }, ofReferences);
  const directives = note.directives.filter(
    ({ scope, range }) => scope === 'next-line' || isOutside(range.from),
  );
  return [...found, ...outside]
    .filter(({ code, range }) => !isIgnored(code, range.from, note, directives))
    .sort((a, b) => a.range.from - b.range.from);
}

function only(severities: Severities, isWanted: (rule: Rule) => boolean): Severities {
  return Object.fromEntries(
    rules.map((rule) => [rule.code, isWanted(rule) ? severities[rule.code] : 'off']),
  ) as Severities;
}

/** To be asked for offsets in any order. */
function isOutsideOf(meetings: readonly MeetingContext[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    for (let high = meetings.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (meetings[middle]!.from <= offset) low = middle + 1;
      else high = middle;
    }
    const last = meetings[low - 1];
    return last === undefined || offset >= last.from + last.context.note.text.length;
  };
}

function problemsNow(context: CheckContext, severities: Severities): FoundProblem[] {
  return atOnce(problemsOfNote(context, severities));
}

function* problemsOfNote(context: CheckContext, severities: Severities): Steps<FoundProblem[]> {
  const found = yield* outsidePlaceholders(yield* problemsOf(context, severities), context);
  if (found.length === 0 || !isUpcoming(context)) return found;
  // Until the day of the meeting is over, a note is not reported for what the template itself has put there.
  const expected = problemsOfNewNote(context);
  // A snippet brings placeholders wherever the template has none.
  return found.filter(
    (problem) => problem.code !== 'placeholder-left' && !expected.has(lineKey(problem, context.note)),
  );
}

interface NewNoteProblems {
  readonly series: Series | undefined;
  /** What the new note depends on beside its template and its series. */
  readonly key: string;
  readonly lines: ReadonlySet<string>;
}

const ofNewNotes = new WeakMap<Template | TemplateDefinition, NewNoteProblems>();

/** The `lineKey`s of what all rules find in the note as it was when it was new. The latest result is cached. */
function problemsOfNewNote({ issues: _, ...context }: CheckContext): ReadonlySet<string> {
  const { definition, template, series, note } = context;
  const key = JSON.stringify([meetingDate(context), context.fileName, note.title?.text, context.today]);
  const cached = ofNewNotes.get(definition ?? template);
  if (cached?.key === key && cached.series === series) return cached.lines;
  const fresh = parseNote(newNote(context).text, undefined, note.conventions);
  const found = atOnce(problemsOf({ ...context, note: fresh }, allOn));
  const lines = new Set(found.map((problem) => lineKey(problem, fresh)));
  ofNewNotes.set(definition ?? template, { series, key, lines });
  return lines;
}

const allOn = Object.fromEntries(rules.map(({ code }) => [code, 'warning'])) as Severities;

function* problemsOf(context: CheckContext, severities: Severities): Steps<FoundProblem[]> {
  const { note } = context;
  const { directives } = note;
  const found: FoundProblem[] = [];
  for (const rule of rules) {
    const severity = severities[rule.code];
    if (severity === 'off') continue;
    const result = rule.find(context);
    const problems = 'next' in result ? yield* result : result;
    for (const [index, problem] of problems.entries()) {
      if (isEach(100, index)) yield;
      if (isIgnored(rule.code, problem.range.from, note, directives)) continue;
      found.push(foundBy(rule, problem, severity));
    }
    yield;
  }
  return found.sort((a, b) => a.range.from - b.range.from);
}

const ruleOf = new Map(rules.map((rule) => [rule.code, rule]));

function isIgnored(code: RuleCode, from: number, note: Note, directives: readonly Directive[]): boolean {
  if (directives.length === 0) return false;
  const splitFrom = ruleOf.get(code)?.splitFrom;
  return [code, ...(splitFrom ? [splitFrom] : [])].some((each) =>
    isSuppressed(note.text, directives, each, from),
  );
}

/** A rule gives costly fixes by a getter, because they are not needed while typing: the getter is kept. */
function foundBy({ code }: Rule, problem: Problem, severity: FoundProblem['severity']): FoundProblem {
  const { range, message, related } = problem;
  return {
    code,
    range,
    message,
    ...(related && { related }),
    severity,
    get fixes() {
      return problem.fixes;
    },
  };
}

/** What a rule finds inside a placeholder is the template's: the placeholder alone is reported. */
function* outsidePlaceholders(
  found: readonly FoundProblem[],
  { note, template }: CheckContext,
): Steps<FoundProblem[]> {
  const placeholders = placeholdersIn(note, template);
  const outside: FoundProblem[] = [];
  let next = 0;
  for (const [index, problem] of found.entries()) {
    if (isEach(1_000, index)) yield;
    const { code, range } = problem;
    while (next < placeholders.length && placeholders[next]!.to <= range.from) next++;
    const placeholder = placeholders[next];
    const inside = placeholder && placeholder.from <= range.from && range.to <= placeholder.to;
    // A title that is not filled in yet has no format.
    const around = placeholder && range.from <= placeholder.from && placeholder.to <= range.to;
    if (!(inside || (around && code === 'title-format')) || code === 'placeholder-left')
      outside.push(problem);
  }
  return outside;
}

/** Tells problems apart by their rule and by what the line says. */
function lineKey({ code, range }: FoundProblem, { text }: Note): string {
  const end = text.indexOf('\n', range.from);
  const from = text.lastIndexOf('\n', range.from - 1) + 1;
  return `${code} ${text.slice(from, end < 0 ? text.length : end).trim()}`;
}
