/** Quick fixes, the comment that suppresses a rule, and all safe fixes at once. */

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Position,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { type Say, t } from '../../../shared/l10n.ts';
import type { Steps } from '../../../shared/steps.ts';
import { fixInFile } from '../checks/inFile.ts';
import { meetingContextAt } from '../checks/meetingContext.ts';
import type { Edit, Fix, FoundProblem, MeetingContext } from '../checks/problem.ts';
import { suppress } from '../checks/suppress.ts';
import type { Note, Span } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { shift } from '../note/shift.ts';
import { fixAllKind, selectCommand } from './announced.ts';
import { toRange } from './range.ts';
import { type EditSupport, editOf, wants } from './workspaceEdit.ts';

export interface ActionRequest {
  readonly range: Span;
  /** Only these kinds and their sub-kinds; absent: what a light bulb shows, the quick fixes. */
  readonly only?: readonly string[];
  /** What the client shows there. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Nobody reads a longer list of fixes; more than so many problems are in a selection of much of a note. */
const mostProblems = 100;

/** `problems` and `note` belong to the text of `document`, which is to stay as it is until the last step. */
export function* codeActions(
  document: TextDocument,
  note: Note,
  problems: readonly FoundProblem[],
  request: ActionRequest,
  support: EditSupport,
  say: Say,
  meetings?: readonly MeetingContext[],
): Steps<CodeAction[]> {
  const actions: CodeAction[] = [];
  if (wants(request.only ?? [CodeActionKind.QuickFix], CodeActionKind.QuickFix)) {
    const here = problems
      .filter(({ range }) => range.from <= request.range.to && request.range.from <= range.to)
      .slice(0, mostProblems);
    const shown = new ShownDiagnostics(request.diagnostics, say);
    for (const problem of here) {
      actions.push(...quickFixes(document, problem, shown, support, say));
      yield;
    }
    actions.push(...suppressions(document, note, here, shown, support, say, meetings));
  }
  if (wants(request.only ?? [], fixAllKind)) {
    const edits = safeEdits(problems);
    if (edits.length > 0) {
      const title = say(t('Apply All Safe Fixes'));
      actions.push({ title, kind: fixAllKind, edit: editOf(document, edits, support) });
    }
  }
  return actions;
}

function quickFixes(
  document: TextDocument,
  problem: FoundProblem,
  shown: ShownDiagnostics,
  support: EditSupport,
  say: Say,
): CodeAction[] {
  const actions: CodeAction[] = [];
  // A rule makes them anew each time they are asked for.
  const { fixes } = problem;
  const preferred = fixes.find((fix) => fix.safe);
  for (const fix of fixes) {
    const effect = fix.goTo ? selectionOf(document, fix, support, say) : editsOf(document, fix, support);
    if (effect === undefined) continue;
    const action: CodeAction = {
      title: say(fix.title),
      kind: CodeActionKind.QuickFix,
      diagnostics: shown.of(problem, document),
      ...effect,
    };
    if (fix === preferred) action.isPreferred = true;
    actions.push(action);
  }
  return actions;
}

function editsOf(
  document: TextDocument,
  fix: Fix,
  support: EditSupport,
): Pick<CodeAction, 'edit'> | undefined {
  const edit =
    fix.renameTo === undefined ? editOf(document, fix.edits, support) : renameOf(document, fix, support);
  return edit && { edit };
}

/** Undefined when the client does not support `window/showDocument`. */
function selectionOf(
  document: TextDocument,
  { title, goTo }: Fix,
  { select }: EditSupport,
  say: Say,
): Pick<CodeAction, 'command'> | undefined {
  if (!select || goTo === undefined) return undefined;
  const args = [document.uri, toRange(goTo, document)];
  return { command: { title: say(title), command: selectCommand, arguments: args } };
}

/** A comment for the whole note stands in the meeting that it is for. */
function suppressIn(note: Note, problem: FoundProblem, meetings: readonly MeetingContext[] | undefined): Fix {
  const meeting = meetingContextAt(meetings, problem.range.from);
  if (meeting === undefined) return suppress(note, problem);
  const { from, context } = meeting;
  const { code, range } = problem;
  return fixInFile(suppress(context.note, { code, range: shift(range, -from) }), from);
}

/** Several problems that the same comment suppresses share one action. */
function suppressions(
  document: TextDocument,
  note: Note,
  problems: readonly FoundProblem[],
  shown: ShownDiagnostics,
  support: EditSupport,
  say: Say,
  meetings: readonly MeetingContext[] | undefined,
): CodeAction[] {
  const actions = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
  for (const problem of problems) {
    const { title, edits } = suppressIn(note, problem, meetings);
    const key = JSON.stringify([title, edits]);
    const diagnostics = shown.of(problem, document);
    const known = actions.get(key);
    if (known) known.diagnostics.push(...diagnostics);
    else
      actions.set(key, {
        title: say(title),
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: editOf(document, edits, support),
      });
  }
  return [...actions.values()];
}

/** The client's diagnostics by problem. Messages are compared, as a rule may report several problems at one range. */
class ShownDiagnostics {
  readonly #byKey = new Map<string, Diagnostic[]>();
  readonly #say: Say;

  constructor(diagnostics: readonly Diagnostic[], say: Say) {
    this.#say = say;
    for (const each of diagnostics) {
      const { message } = each;
      const words = typeof message === 'string' ? message : message.value;
      const key = keyOf(each.code, each.range.start, words);
      const same = this.#byKey.get(key);
      if (same) same.push(each);
      else this.#byKey.set(key, [each]);
    }
  }

  of({ code, range, message }: FoundProblem, document: TextDocument): Diagnostic[] {
    const key = keyOf(code, toRange(range, document).start, this.#say(message));
    return [...(this.#byKey.get(key) ?? [])];
  }
}

function keyOf(code: Diagnostic['code'], { line, character }: Position, message: string): string {
  return `${code} ${line}:${character} ${message}`;
}

export interface ChosenFix {
  readonly problem: FoundProblem;
  readonly fix: Fix;
}

/** Every problem's first safe fix that changes the text. */
export function safeFixes(problems: readonly FoundProblem[]): ChosenFix[] {
  return problems.flatMap((problem) => {
    const fix = problem.fixes.find(({ safe, renameTo }) => safe && renameTo === undefined);
    return fix === undefined ? [] : [{ problem, fix }];
  });
}

/** Those that can be applied at once: each whole or not at all, none touching another's text. */
export function withoutOverlaps(fixes: readonly ChosenFix[]): ChosenFix[] {
  const chosen: ChosenFix[] = [];
  // By start and end, so that only neighbours are compared.
  const taken: Span[] = [];
  for (const each of fixes) {
    const { edits } = each.fix;
    if (edits.some(({ range }) => isTaken(taken, range))) continue;
    chosen.push(each);
    for (const { range } of edits) taken.splice(indexOf(taken, range), 0, range);
  }
  return chosen;
}

function isTaken(taken: readonly Span[], range: Span): boolean {
  for (let at = indexOf(taken, { from: range.to, to: range.to }) - 1; at >= 0; at--) {
    const other = taken[at]!;
    if (overlap(range, other)) return true;
    if (other.to <= range.from) return false;
  }
  return false;
}

/** Of the first span that does not come before `range`. */
function indexOf(taken: readonly Span[], range: Span): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = taken[middle]!;
    if (other.from < range.from || (other.from === range.from && other.to < range.to)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The edits of the safe fixes, in the order of their places. */
export function safeEdits(problems: readonly FoundProblem[]): Edit[] {
  const chosen = withoutOverlaps(safeFixes(problems)).flatMap(({ fix }) => fix.edits);
  return chosen.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
}

/** Insertions at one place do not overlap: they stay in order. */
function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Undefined when the client cannot rename or the document is no file with a name. */
function renameOf(document: TextDocument, fix: Fix, support: EditSupport): WorkspaceEdit | undefined {
  const { uri } = document;
  const name = fix.renameTo ?? '';
  const isName =
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    !name.includes('/') &&
    !name.includes('\\') &&
    !name.includes('\0');
  if (!support.documentChanges || !support.rename || !isName || uri.startsWith('untitled:')) return undefined;
  const newUri = uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(name);
  return { documentChanges: [{ kind: 'rename', oldUri: uri, newUri, options: { overwrite: false } }] };
}
