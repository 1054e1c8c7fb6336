/** Quick fixes, the comment that suppresses a rule, and all safe fixes at once. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Edit, Fix, FoundProblem } from '../checks/problem.ts';
import { suppress } from '../checks/suppress.ts';
import type { Note, Span } from '../note/note.ts';
import { toRange } from './range.ts';
import { type EditSupport, editOf, wants } from './workspaceEdit.ts';

/** Selects a range; its arguments are the document's URI and the range. */
export const selectCommand = 'officeHours.select';
export const fixAllKind = `${CodeActionKind.SourceFixAll}.officeHours`;

export interface ActionRequest {
  readonly range: Span;
  /** Only these kinds and their sub-kinds; absent: what a light bulb shows, the quick fixes. */
  readonly only?: readonly string[];
  /** What the client shows there. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `problems` and `note` belong to the text of `document`. */
export function codeActions(
  document: TextDocument,
  note: Note,
  problems: readonly FoundProblem[],
  request: ActionRequest,
  support: EditSupport,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(request.only ?? [CodeActionKind.QuickFix], CodeActionKind.QuickFix)) {
    const here = problems.filter(
      ({ range }) => range.from <= request.range.to && request.range.from <= range.to,
    );
    for (const problem of here) actions.push(...quickFixes(document, problem, request.diagnostics, support));
    actions.push(...suppressions(document, note, here, request.diagnostics, support));
  }
  if (wants(request.only ?? [], fixAllKind)) {
    const edits = safeEdits(problems);
    if (edits.length > 0) {
      const title = 'Apply All Safe Fixes';
      actions.push({ title, kind: fixAllKind, edit: editOf(document, edits, support) });
    }
  }
  return actions;
}

function quickFixes(
  document: TextDocument,
  problem: FoundProblem,
  shown: readonly Diagnostic[],
  support: EditSupport,
): CodeAction[] {
  const actions: CodeAction[] = [];
  // A rule makes them anew each time they are asked for.
  const { fixes } = problem;
  const preferred = fixes.find((fix) => fix.safe);
  for (const fix of fixes) {
    const effect = fix.goTo ? selectionOf(document, fix, support) : editsOf(document, fix, support);
    if (effect === undefined) continue;
    const action: CodeAction = {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: shownFor(problem, document, shown),
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
): Pick<CodeAction, 'command'> | undefined {
  if (!select || goTo === undefined) return undefined;
  return { command: { title, command: selectCommand, arguments: [document.uri, toRange(goTo, document)] } };
}

/** Several problems that the same comment suppresses share one action. */
function suppressions(
  document: TextDocument,
  note: Note,
  problems: readonly FoundProblem[],
  shown: readonly Diagnostic[],
  support: EditSupport,
): CodeAction[] {
  const actions = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
  for (const problem of problems) {
    const { title, edits } = suppress(note, problem);
    const key = JSON.stringify([title, edits]);
    const diagnostics = shownFor(problem, document, shown);
    const known = actions.get(key);
    if (known) known.diagnostics.push(...diagnostics);
    else
      actions.set(key, {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: editOf(document, edits, support),
      });
  }
  return [...actions.values()];
}

/** The client's diagnostics for this problem. Messages are compared, as a rule may report several problems at one range. */
function shownFor(problem: FoundProblem, document: TextDocument, shown: readonly Diagnostic[]): Diagnostic[] {
  const { start } = toRange(problem.range, document);
  return shown.filter(
    ({ code, message, range }) =>
      code === problem.code &&
      message === problem.message &&
      range.start.line === start.line &&
      range.start.character === start.character,
  );
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
  const taken: Span[] = [];
  for (const each of fixes) {
    const { edits } = each.fix;
    if (edits.some(({ range }) => taken.some((other) => overlap(range, other)))) continue;
    chosen.push(each);
    taken.push(...edits.map(({ range }) => range));
  }
  return chosen;
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
