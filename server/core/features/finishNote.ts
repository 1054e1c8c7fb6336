/** What is left to do in a note whose meeting is over, each with a fix where there is one. Nothing is changed here. */

import { CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import { spokenDay } from '../../../shared/dates/spokenNames.ts';
import { inEnglish, type Message, t } from '../../../shared/l10n.ts';
import type { RuleCode, Severity } from '../../../shared/settings.ts';
import { atOnce } from '../../../shared/steps.ts';
import { findProblems } from '../checks/findProblems.ts';
import type { CheckContext, Edit } from '../checks/problem.ts';
import type { CachedAnswer } from '../github/answer.ts';
import { lineEnd, lineStart, nextLine } from '../note/lines.ts';
import type { IsoDate, Note, Reference, Repository, Span } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import type { IssueState } from '../references/issue.ts';
import { type IssueKey, keyText, qualifiedText, resolveReference } from '../references/issueKey.ts';
import { highlightsSection } from './highlightForm.ts';
import { referenceActions } from './referenceActions.ts';
import type { RewriteInputs } from './referenceRewrites.ts';

export interface UnfinishedPlace {
  readonly range: Span;
  /** What is left to do, without a period. */
  readonly message: Message;
  /** Absent: the writer has to write something there. */
  readonly fix?: { readonly title: Message; readonly edits: readonly Edit[] };
}

/** Reported whatever the settings say: the writer asked. */
const asked: readonly RuleCode[] = [
  'recording-missing',
  'todo-owner-missing',
  'placeholder-left',
  'reference-missing',
];

/** What the rules find once the day of the meeting is over; `after`: a later day. */
export function problemsAtTheEnd(
  context: CheckContext,
  severities: Readonly<Record<RuleCode, Severity>>,
  after: IsoDate,
): UnfinishedPlace[] {
  const raised = { ...severities };
  for (const code of asked) if (raised[code] === 'off') raised[code] = 'information';
  const today = context.today > after ? context.today : after;
  return findProblems({ ...context, today }, raised).map(({ code, range, message, fixes }) => {
    const [fix, ...others] = fixes.filter(({ edits }) => edits.length > 0);
    // All boxes may be ticked at once: who owns an item, and any other choice, is made at the line.
    if (fix === undefined || others.length > 0 || code === 'todo-owner-missing') return { range, message };
    return { range, message, fix: { title: fix.title, edits: fix.edits } };
  });
}

/** All references of the note that are in no link, as one. `document` holds the text of `inputs.note`. */
export function bareReferences(document: TextDocument, inputs: RewriteInputs): UnfinishedPlace[] {
  const { note } = inputs;
  const support = { documentChanges: false, rename: false };
  const request = {
    range: { from: 0, to: note.text.length },
    only: [CodeActionKind.RefactorRewrite],
    automatic: false,
  };
  const actions = atOnce(referenceActions(document, inputs, request, support, inEnglish));
  const named = (title: string) => actions.find((action) => action.title === title);
  const action = named('Convert All References to Links') ?? named('Convert to Link');
  const edits: readonly TextEdit[] = Object.values(action?.edit?.changes ?? {})[0] ?? [];
  const spans = edits.map(({ range, newText }): Edit => {
    const span = { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
    return { range: span, text: newText };
  });
  const [first] = spans;
  if (action === undefined || first === undefined) return [];
  const isOne = spans.length === 1;
  const title = isOne ? t('Convert to Link') : t('Convert All References to Links');
  const message = isOne ? t('1 reference is not a link') : t('{0} references are not links', spans.length);
  return [{ range: first.range, message, fix: { title, edits: spans } }];
}

export interface HighlightInputs {
  readonly note: Note;
  readonly own: Repository | undefined;
  /** The day of the note before. */
  readonly previous: IsoDate | undefined;
  peek(key: IssueKey): CachedAnswer | undefined;
}

/** What the highlights refer to. */
export function highlightKeys({ note, own }: Pick<HighlightInputs, 'note' | 'own'>): IssueKey[] {
  return highlightReferences(note).flatMap((reference) => resolveReference(reference, own) ?? []);
}

/** Pull requests among the highlights that were not merged, or were before the last meeting. */
export function untimelyHighlights(inputs: HighlightInputs): UnfinishedPlace[] {
  const { note, own, previous, peek } = inputs;
  const since = previous === undefined ? Number.NEGATIVE_INFINITY : Date.parse(`${previous}T00:00:00Z`);
  const seen = new Set<string>();
  return highlightReferences(note).flatMap((reference): UnfinishedPlace[] => {
    const key = resolveReference(reference, own);
    const answer = key && peek(key);
    if (!key || answer?.kind !== 'found' || answer.issue.kind !== 'pull' || seen.has(keyText(key))) return [];
    seen.add(keyText(key));
    const { state, mergedAt } = answer.issue;
    const name = `PR ${reference.repository ? qualifiedText(key) : `#${key.number}`}`;
    const fix = removal(note, reference);
    const place = { range: reference.range, ...(fix && { fix }) };
    if (state !== 'merged') return [{ ...place, message: notMerged(state, name) }];
    if (mergedAt === undefined || mergedAt >= since) return [];
    const day = spokenDay(new Date(mergedAt).toISOString().slice(0, 10));
    return [
      {
        ...place,
        message: t(
          '{0} was merged on {1}, before the last meeting ({2})',
          name,
          day,
          previous ? spokenDay(previous) : '',
        ),
      },
    ];
  });
}

function notMerged(state: IssueState, name: string): Message {
  if (state === 'draft') return t('{0} is a draft', name);
  return state === 'open' ? t('{0} is still open', name) : t('{0} was closed without being merged', name);
}

function highlightReferences(note: Note): Reference[] {
  const section = highlightsSection(note);
  if (section === undefined) return [];
  const { from, to } = section.range;
  return note.references.filter(({ range }) => from <= range.from && range.from < to);
}

/** Of the whole line, if it is an item of a list and speaks of nothing else. */
function removal(note: Note, { range, number }: Reference): UnfinishedPlace['fix'] {
  const { text, references } = note;
  const from = lineStart(text, range.from);
  const to = lineEnd(text, from);
  const others = references.some(
    (each) => from <= each.range.from && each.range.from < to && each.number !== number,
  );
  const next = nextLine(text, to);
  // What is indented below belongs to the item.
  const isAlone = !others && /^[*+-] /.test(text.slice(from, to)) && !' \t'.includes(text[next] ?? '\n');
  if (!isAlone) return undefined;
  return {
    title: t('Remove the Line'),
    edits: [{ range: { from, to: Math.min(next, text.length) }, text: '' }],
  };
}
